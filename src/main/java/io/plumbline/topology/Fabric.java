package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.VlanId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// The control planes as one VLAN joins them: nodes are stacks and switches, edges the links that carry the VLAN at both
/// ends. Links of which that is not known are kept apart: they prove nothing, but they may be what a missing way needs.
final class Fabric {
    private static final int NONE = -1;
    private static final Answer<List<Hop>> NO_HOPS = Answer.sure(List.of());

    private final Map<Id, Integer> numberById = new HashMap<>();
    private final List<Id> devices = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<List<Integer>> sureLinks = new ArrayList<>();
    private final List<List<Integer>> openLinks = new ArrayList<>();
    private final List<SortedSet<Missing>> needs = new ArrayList<>();
    private final List<Answer<List<Hop>>> hops = new ArrayList<>();
    private final Map<Long, Ways> ways = new ConcurrentHashMap<>();

    Fabric(Vlans vlans, VlanId vlan, List<Link> all) {
        for (Link link : all) {
            Answer<Boolean> carries = vlans.carries(link, vlan);
            if (carries.is(false)) {
                continue;
            }
            int number = links.size();
            links.add(link);
            hops.add(vlans.hops(link, vlan));
            needs.add(carries.needs());
            List<List<Integer>> adjacent = carries.isSure() ? sureLinks : openLinks;
            int a = number(link.a());
            int b = number(link.b());
            adjacent.get(a).add(number);
            adjacent.get(b).add(number);
        }
    }

    boolean isSame(Fabric other) {
        return devices.equals(other.devices) && links.equals(other.links) && sureLinks.equals(other.sureLinks)
                && openLinks.equals(other.openLinks) && needs.equals(other.needs) && hops.equals(other.hops);
    }

    private int number(Id device) {
        return numberById.computeIfAbsent(device, id -> {
            devices.add(id);
            sureLinks.add(new ArrayList<>());
            openLinks.add(new ArrayList<>());
            return devices.size() - 1;
        });
    }

    private int end(Link link, int device) {
        return numberById.get(link.other(devices.get(device)));
    }

    /// Every device that the VLAN surely joins to this one, itself included.
    Set<Id> reached(Id from) {
        return reached(from, _ -> true);
    }

    Set<Id> reached(Id from, Predicate<Link> stands) {
        Set<Id> seen = new HashSet<>(Set.of(from));
        Deque<Id> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            Id at = todo.pop();
            if (!numberById.containsKey(at)) {
                continue;
            }
            for (int number : sureLinks.get(numberById.get(at))) {
                Link link = links.get(number);
                if (stands.test(link) && seen.add(link.other(at))) {
                    todo.add(link.other(at));
                }
            }
        }
        return seen;
    }

    /// What is left of a VLAN when one device is gone.
    ///
    /// @param sure  the devices that are surely still joined to one of them, itself included
    /// @param maybe further ones that links of which nobody knows whether they carry the VLAN would join
    /// @param needs what would have to be known about those links
    record Island(Set<Id> sure, Set<Id> maybe, SortedSet<Missing> needs) {}

    Island islandWithout(Id from, Id lost) {
        Set<Id> sure = reached(from, link -> !link.a().equals(lost) && !link.b().equals(lost));
        Set<Id> maybe = new HashSet<>();
        SortedSet<Missing> missing = new TreeSet<>();
        Deque<Id> todo = new ArrayDeque<>(sure);
        while (!todo.isEmpty()) {
            Id at = todo.pop();
            Integer number = numberById.get(at);
            if (number == null) {
                continue;
            }
            for (List<List<Integer>> adjacent : List.of(sureLinks, openLinks)) {
                for (int each : adjacent.get(number)) {
                    Id next = links.get(each).other(at);
                    if (!next.equals(lost)) {
                        missing.addAll(needs.get(each));
                        if (!sure.contains(next) && maybe.add(next)) {
                            todo.add(next);
                        }
                    }
                }
            }
        }
        return new Island(sure, maybe, missing);
    }

    Answer<Boolean> connected(Id a, Id b) {
        Ways found = ways(a, b);
        return found.connected() ? Answer.sure(true) : found.needs().isEmpty() ? Answer.sure(false)
                : Answer.needs(found.needs());
    }

    Ways ways(Id a, Id b) {
        if (a.equals(b)) {
            return new Ways(true, List.of(), List.of(), NO_HOPS, NO_HOPS, Collections.emptySortedSet());
        }
        Integer from = numberById.get(a);
        Integer to = numberById.get(b);
        if (from == null || to == null) {
            return new Ways(false, List.of(), List.of(), NO_HOPS, NO_HOPS, Collections.emptySortedSet());
        }
        long key = (long) Math.min(from, to) << 32 | Math.max(from, to);
        return ways.computeIfAbsent(key, _ -> search(Math.min(from, to), Math.max(from, to)));
    }

    private Ways search(int from, int to) {
        SortedSet<Missing> open = openNeeds(from, to);
        int[] near = distances(from);
        if (near[to] == NONE) {
            return new Ways(false, List.of(), List.of(), NO_HOPS, NO_HOPS, open);
        }
        int[] far = distances(to);
        List<Link> shortest = new ArrayList<>();
        List<Link> detours = new ArrayList<>();
        List<Answer<List<Hop>>> shortHops = new ArrayList<>();
        List<Answer<List<Hop>>> detourHops = new ArrayList<>();
        for (int number : onLoopFreeWays(from, to)) {
            Link link = links.get(number);
            int a = numberById.get(link.a());
            int b = numberById.get(link.b());
            boolean direct = near[a] + 1 + far[b] == near[to] || near[b] + 1 + far[a] == near[to];
            (direct ? shortest : detours).add(link);
            (direct ? shortHops : detourHops).add(hops.get(number));
        }
        return new Ways(true, shortest, detours, flat(shortHops), flat(detourHops), open);
    }

    private static Answer<List<Hop>> flat(List<Answer<List<Hop>>> lists) {
        return Answer.all(lists).map(all -> all.stream().flatMap(List::stream).toList());
    }

    /// What would have to be known about links that could join the two, when those whose VLANs are open are counted in.
    private SortedSet<Missing> openNeeds(int from, int to) {
        boolean[] seen = new boolean[devices.size()];
        Deque<Integer> todo = new ArrayDeque<>(List.of(from));
        seen[from] = true;
        SortedSet<Missing> missing = new TreeSet<>();
        while (!todo.isEmpty()) {
            int at = todo.pop();
            for (List<List<Integer>> adjacent : List.of(sureLinks, openLinks)) {
                for (int number : adjacent.get(at)) {
                    missing.addAll(needs.get(number));
                    int next = end(links.get(number), at);
                    if (!seen[next]) {
                        seen[next] = true;
                        todo.add(next);
                    }
                }
            }
        }
        return seen[to] ? missing : Collections.emptySortedSet();
    }

    private int[] distances(int from) {
        int[] distance = new int[devices.size()];
        Arrays.fill(distance, NONE);
        distance[from] = 0;
        Deque<Integer> todo = new ArrayDeque<>(List.of(from));
        while (!todo.isEmpty()) {
            int at = todo.poll();
            for (int number : sureLinks.get(at)) {
                int next = end(links.get(number), at);
                if (distance[next] == NONE) {
                    distance[next] = distance[at] + 1;
                    todo.add(next);
                }
            }
        }
        return distance;
    }

    /// The links on any loop-free way between two devices.
    ///
    /// A link lies on such a way exactly when it would be in one block (no single device cuts it off) with a link drawn
    /// straight from one to the other. One depth-first search finds the blocks, so nothing is enumerated: in a mesh the
    /// number of ways grows without measure. The search starts by walking that imagined link.
    private List<Integer> onLoopFreeWays(int from, int to) {
        int imagined = links.size();
        int[] depth = new int[devices.size()];
        int[] low = new int[devices.size()];
        int[] next = new int[devices.size()];
        int[] came = new int[devices.size()];
        Arrays.fill(depth, NONE);
        Deque<Integer> path = new ArrayDeque<>();
        Deque<Integer> block = new ArrayDeque<>(List.of(imagined));
        boolean[] used = new boolean[links.size() + 1];
        used[imagined] = true;
        path.push(from);
        path.push(to);
        depth[from] = 0;
        depth[to] = 1;
        low[to] = 1;
        came[to] = imagined;
        while (path.peek() != from) {
            int at = path.peek();
            List<Integer> adjacent = sureLinks.get(at);
            if (next[at] < adjacent.size()) {
                int number = adjacent.get(next[at]++);
                if (used[number]) {
                    continue;
                }
                used[number] = true;
                block.push(number);
                int other = end(links.get(number), at);
                if (depth[other] == NONE) {
                    depth[other] = depth[at] + 1;
                    low[other] = depth[other];
                    came[other] = number;
                    path.push(other);
                } else {
                    low[at] = Math.min(low[at], depth[other]);
                }
                continue;
            }
            path.pop();
            int parent = path.peek();
            low[parent] = Math.min(low[parent], low[at]);
            if (low[at] >= depth[parent]) {
                List<Integer> found = new ArrayList<>();
                int number;
                do {
                    number = block.pop();
                    if (number != imagined) {
                        found.add(number);
                    }
                } while (number != came[at]);
                if (number == imagined) {
                    Collections.sort(found);
                    return found;
                }
            }
        }
        return List.of();
    }

    /// Loop-free ways link by link, the shortest first, at most so many.
    List<List<Link>> enumerate(Id a, Id b, int most) {
        List<List<Link>> found = new ArrayList<>();
        if (a.equals(b)) {
            return List.of(List.of());
        }
        Ways ways = ways(a, b);
        if (!ways.connected()) {
            return List.of();
        }
        Set<Link> useful = new HashSet<>(ways.shortest());
        useful.addAll(ways.detours());
        Deque<List<Link>> todo = new ArrayDeque<>();
        todo.add(List.of());
        // Ways in a mesh grow without measure: the bound keeps the search short, and the shortest come first.
        for (int tries = 0; !todo.isEmpty() && found.size() < most && tries < 10_000; tries++) {
            List<Link> way = todo.poll();
            Id at = a;
            Set<Id> seen = new HashSet<>(Set.of(a));
            for (Link link : way) {
                at = link.other(at);
                seen.add(at);
            }
            for (int number : sureLinks.get(numberById.get(at))) {
                Link link = links.get(number);
                Id next = link.other(at);
                if (!useful.contains(link) || seen.contains(next)) {
                    continue;
                }
                List<Link> longer = new ArrayList<>(way);
                longer.add(link);
                if (next.equals(b)) {
                    found.add(longer);
                } else {
                    todo.add(longer);
                }
            }
        }
        return found;
    }
}
