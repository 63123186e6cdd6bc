package io.plumbline.topology;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which packets pass which hops of a cluster network: for every port and every link between switches the largest packet
/// that a pair of endpoints sends over it.
///
/// Pairs of endpoints are never walked one by one over the network: what a port passes hangs on the best partner its
/// endpoint has, what a link passes on the best pair at the two devices it joins.
public final class Crossings {
    private static final List<Boolean> BOTH = List.of(true, false);
    private static final List<Boolean> ONLY = List.of(true);
    private static final Comparator<Foothold> LARGEST_FIRST = Comparator.comparing(Foothold::bytes).reversed();

    private final Topology topology;
    private final Memo<Id, Found> byNetwork;

    Crossings(Topology topology) {
        this.topology = topology;
        byNetwork = new Memo<>(topology.index());
    }

    /// @param crossings at each hop the largest packet while all is well, and a larger one that comes only after a failure
    /// @param needs     values without which it is not known where frames of the network go
    public record Found(List<Crossing> crossings, SortedSet<Missing> needs) {
        public Found {
            crossings = List.copyOf(crossings);
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        }
    }

    public Found in(ClusterNetwork network) {
        return byNetwork.get(network.id(), _ -> new Search(network).run());
    }

    /// An endpoint where it meets the network.
    ///
    /// @param bytes   what it sends, unbounded while that is not known
    /// @param bundled the devices at which its LAG also ends: frames for it never cross a link to get there
    /// @param passes  the largest packet that its port surely passes; unbounded while that is not known
    private record Foothold(Endpoint endpoint, Attachment attachment, int bytes, SortedSet<Missing> needs,
            Set<Id> bundled, int passes) {

        Id host() {
            return endpoint.host();
        }

        boolean known() {
            return needs.isEmpty();
        }
    }

    private record Pair(Foothold a, Foothold b) {
        int bytes() {
            return Math.min(a.bytes, b.bytes);
        }

        boolean fits() {
            return bytes() <= a.passes && bytes() <= b.passes;
        }

        boolean known() {
            return a.known() && b.known();
        }

        boolean spare() {
            return a.attachment.spare() || b.attachment.spare();
        }

        /// Peers of an MLAG pair deliver to their own ports: only a lost port makes frames between two bundled hosts cross.
        boolean staysLocal() {
            return a.bundled.contains(b.attachment.device()) && b.bundled.contains(a.attachment.device());
        }

        SortedSet<Missing> needs() {
            SortedSet<Missing> needs = new TreeSet<>(a.needs);
            needs.addAll(b.needs);
            return needs;
        }
    }

    private final class Search {
        private final ClusterNetwork network;
        private final Map<VlanId, Map<Id, List<Foothold>>> footholds = new LinkedHashMap<>();
        private final List<Crossing> crossings = new ArrayList<>();
        private final SortedSet<Missing> needs = new TreeSet<>();
        private boolean allKnown;

        Search(ClusterNetwork network) {
            this.network = network;
        }

        Found run() {
            topology.endpoints().on(network).forEach(this::enter);
            allKnown = footholds.values().stream().flatMap(byDevice -> byDevice.values().stream())
                    .flatMap(List::stream).allMatch(Foothold::known);
            footholds.forEach((vlan, byDevice) -> {
                byDevice.values().forEach(here -> here.sort(LARGEST_FIRST));
                List<Id> devices = List.copyOf(byDevice.keySet());
                byDevice.values().forEach(here -> here.forEach(foothold -> edge(vlan, foothold, byDevice)));
                for (int i = 0; i < devices.size(); i++) {
                    for (int j = i + 1; j < devices.size(); j++) {
                        between(vlan, byDevice.get(devices.get(i)), byDevice.get(devices.get(j)),
                                topology.vlans().ways(vlan, devices.get(i), devices.get(j)));
                    }
                }
            });
            return new Found(largest(), needs);
        }

        private void enter(Endpoint endpoint) {
            Answer<IpMtu> mtu = topology.frames().ipMtu(endpoint);
            Answer<List<Attachment>> attachments = topology.paths().attachments(endpoint);
            needs.addAll(attachments.needs());
            for (Attachment each : attachments.orElse(List.of())) {
                int passes = topology.frames().hopIp(each.edge()).map(Capacity::sure).orElse(Crossing.UNBOUNDED);
                footholds.computeIfAbsent(each.vlan(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(each.device(), _ -> new ArrayList<>())
                        .add(new Foothold(endpoint, each, mtu.map(IpMtu::bytes).orElse(Crossing.UNBOUNDED), mtu.needs(),
                                bundled(each), passes));
            }
        }

        private Set<Id> bundled(Attachment attachment) {
            return topology.find(attachment.edge().port(), Lag.class).flatMap(topology.wiring()::twin)
                    .map(twin -> Set.copyOf(topology.wiring().owners(twin))).orElse(Set.of());
        }

        /// At the port of an endpoint: with the best partner anywhere in the VLAN.
        private void edge(VlanId vlan, Foothold foothold, Map<Id, List<Foothold>> byDevice) {
            for (boolean known : allKnown ? ONLY : BOTH) {
                Predicate<Pair> counts = pair -> pair.known() == known;
                Pair best = null;
                for (Map.Entry<Id, List<Foothold>> there : byDevice.entrySet()) {
                    Pair pair = best(List.of(foothold), there.getValue(), counts);
                    if (pair != null && (best == null || pair.bytes() > best.bytes()) && topology.vlans()
                            .ways(vlan, foothold.attachment.device(), there.getKey()).connected()) {
                        best = pair;
                    }
                }
                if (best != null) {
                    crossings.add(new Crossing(network.id(), foothold.attachment.edge(), best.a.endpoint,
                            best.b.endpoint, best.bytes(), best.spare(), true, best.needs()));
                }
            }
        }

        private void between(VlanId vlan, List<Foothold> here, List<Foothold> there, Ways ways) {
            if (!ways.connected()) {
                needs.addAll(ways.needs());
                return;
            }
            if (ways.shortest().isEmpty() && ways.detours().isEmpty()) {
                return;
            }
            // A pair fits when each of the two gets past its own port.
            boolean allFit = Stream.concat(here.stream(), there.stream()).allMatch(each -> each.bytes <= each.passes);
            for (boolean known : allKnown ? ONLY : BOTH) {
                for (boolean fits : allFit ? ONLY : BOTH) {
                    Pair normal = best(here, there, pair -> pair.known() == known && pair.fits() == fits
                            && !pair.spare() && !pair.staysLocal());
                    Pair any = best(here, there, pair -> pair.known() == known && pair.fits() == fits);
                    ways.shortest().forEach(link -> add(vlan, link, normal, false));
                    ways.shortest().forEach(link -> add(vlan, link, any, true));
                    ways.detours().forEach(link -> add(vlan, link, any, true));
                }
            }
        }

        private void add(VlanId vlan, Link link, Pair pair, boolean failover) {
            if (pair == null) {
                return;
            }
            for (Id device : List.of(link.a(), link.b())) {
                Optional<Id> port = link.portAt(device);
                if (port.isEmpty()) {
                    continue;
                }
                Answer<Boolean> tagged = topology.vlans().tags(port.get(), vlan);
                needs.addAll(tagged.needs());
                tagged.find().ifPresent(tag -> crossings.add(new Crossing(network.id(),
                        new Hop(port.get(), device, vlan, tag, Hop.Place.INTER_SWITCH), pair.a.endpoint,
                        pair.b.endpoint, pair.bytes(), failover, pair.fits(), pair.needs())));
            }
        }

        /// The pair on different hosts with the largest packet. Both lists have the largest first.
        private static Pair best(List<Foothold> here, List<Foothold> there, Predicate<Pair> counts) {
            Pair best = null;
            for (Foothold a : here) {
                if (best != null && a.bytes <= best.bytes()) {
                    return best;
                }
                for (Foothold b : there) {
                    if (best != null && b.bytes <= best.bytes()) {
                        break;
                    }
                    Pair pair = new Pair(a, b);
                    if (!a.host().equals(b.host()) && counts.test(pair)) {
                        best = pair;
                    }
                }
            }
            return best;
        }

        /// A packet that comes only after a failure, or of an unknown size, counts where it is larger than the known ones
        /// that come while all is well.
        private List<Crossing> largest() {
            Map<Hop, List<Crossing>> byHop = new LinkedHashMap<>();
            crossings.forEach(each -> byHop.computeIfAbsent(each.hop(), _ -> new ArrayList<>(2)).add(each));
            return byHop.values().stream().flatMap(same -> same.stream().filter(each -> same.stream()
                    .noneMatch(other -> outdoes(other, each, same)))).toList();
        }

        private static boolean outdoes(Crossing other, Crossing each, List<Crossing> order) {
            boolean proves = other.fits() == each.fits() && other.bytes() >= each.bytes()
                    && (!other.failover() || each.failover())
                    && (other.needs().isEmpty() || !each.needs().isEmpty());
            boolean alike = other.failover() == each.failover() && other.bytes() == each.bytes()
                    && other.needs().isEmpty() == each.needs().isEmpty();
            return other != each && proves && (!alike || order.indexOf(other) < order.indexOf(each));
        }
    }
}
