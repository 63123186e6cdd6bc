package io.plumbline.topology;

import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;
import io.plumbline.topology.ClusterFailures.Joint;
import io.plumbline.topology.ClusterFailures.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds what joins the nodes of one cluster, and simulates the loss of each part that could take it away.
///
/// Whatever cuts two nodes off stands on each of their ways, so only what stands on one shortest way is tried.
final class FailureSearch {
    /// No NIC carries frames from switch to switch, so nothing is lost there.
    private static final Loss NOTHING = Loss.of(Loss.Kind.NIC, new Id("nothing"));

    private final Topology topology;
    private final List<Host> hosts;
    private final List<ClusterNetwork> networks;
    private final Map<Id, Map<Id, Place>> placeByHostAndNetwork = new HashMap<>();
    private final Map<Id, Id> cards = new HashMap<>();
    private final Map<Reached, Set<Id>> reached = new HashMap<>();
    private final Map<Route, Set<Loss>> fabricByRoute = new HashMap<>();

    /// Where a host meets a network.
    ///
    /// @param spots   its switch ports, in order
    /// @param directs NICs that a cable joins to a NIC of another host, by that host
    /// @param needs   what would have to be known for further ones
    private record Place(List<Attachment> spots, Map<Id, Set<Id>> directs, SortedSet<Missing> needs) {}

    private record Reached(VlanId vlan, Id device, Loss lost) {}

    /// Where a frame enters the switches: all that matters outside of hosts.
    private record Entry(VlanId vlan, Id device, Id unit) {}

    private record Route(Set<Entry> from, Set<Entry> to) {}

    FailureSearch(Topology topology, FailoverCluster cluster) {
        this.topology = topology;
        hosts = topology.hosts(cluster.id());
        networks = topology.networks(cluster.id());
    }

    ClusterFailures search() {
        if (networks.isEmpty() || hosts.size() < 2) {
            return new ClusterFailures(List.of());
        }
        hosts.forEach(this::enter);
        List<List<Host>> groups = groups();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i; j < groups.size(); j++) {
                List<Host> from = groups.get(i);
                List<Host> to = groups.get(j);
                if (from != to || from.size() > 1) {
                    Pair pair = pair(from, to);
                    if (!pair.joints().isEmpty() || !pair.needs().isEmpty()) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return new ClusterFailures(pairs);
    }

    // Where hosts meet networks

    private void enter(Host host) {
        Map<Id, Place> places = new LinkedHashMap<>();
        for (Endpoint endpoint : topology.endpoints().of(host.id())) {
            topology.endpoints().network(endpoint).find().flatMap(network -> network)
                    .ifPresent(network -> enter(host, endpoint, places.computeIfAbsent(network.id(),
                            _ -> new Place(new ArrayList<>(), new HashMap<>(), new TreeSet<>()))));
        }
        placeByHostAndNetwork.put(host.id(), places);
        Map<String, Id> firstByCard = new HashMap<>();
        for (PhysicalNic nic : topology.nics(host.id())) {
            nic.card().find().ifPresent(card -> cards.put(nic.id(), firstByCard.computeIfAbsent(card,
                    _ -> nic.id())));
        }
    }

    private void enter(Host host, Endpoint endpoint, Place place) {
        Answer<List<Attachment>> attachments = topology.paths().attachments(endpoint);
        place.spots().addAll(attachments.orElse(List.of()));
        place.needs().addAll(attachments.needs());
        for (PhysicalNic nic : topology.endpoints().nics(endpoint).orElse(List.of())) {
            for (Element peer : topology.wiring().peers(nic.id())) {
                if (peer instanceof PhysicalNic other && !other.host().equals(host.id())) {
                    place.directs().computeIfAbsent(other.host(), _ -> new LinkedHashSet<>()).add(nic.id());
                }
            }
        }
    }

    /// Nodes that meet every network at the same places, with their NICs in the same order.
    private List<List<Host>> groups() {
        Map<List<Object>, List<Host>> groups = new LinkedHashMap<>();
        hosts.forEach(host -> groups.computeIfAbsent(likeness(host), _ -> new ArrayList<>()).add(host));
        return groups.values().stream().map(List::copyOf).toList();
    }

    private List<Object> likeness(Host host) {
        Map<Id, Integer> ordinals = new HashMap<>();
        List<Object> likeness = new ArrayList<>();
        for (ClusterNetwork network : networks) {
            Place place = placeByHostAndNetwork.get(host.id()).get(network.id());
            likeness.add(network.id());
            if (place == null) {
                continue;
            }
            for (Attachment spot : place.spots()) {
                likeness.add(entry(spot));
                likeness.add(spot.spare());
                likeness.add(ordinals.computeIfAbsent(spot.nic().id(), _ -> ordinals.size()));
            }
            if (!place.directs().isEmpty() || !place.needs().isEmpty()) {
                // A cable from host to host, or something unknown, is like nothing else.
                likeness.add(host.id());
            }
        }
        return likeness;
    }

    private static Entry entry(Attachment spot) {
        return new Entry(spot.vlan(), spot.device(), spot.port().onSwitch());
    }

    // Pairs

    private Pair pair(List<Host> from, List<Host> to) {
        List<Joint> joints = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (ClusterNetwork network : networks) {
            Place here = placeByHostAndNetwork.get(from.getFirst().id()).get(network.id());
            Place there = placeByHostAndNetwork.get(to.getLast().id()).get(network.id());
            if (here != null && there != null) {
                join(network, from, to, here, there, joints, needs);
            }
        }
        return new Pair(from, to, List.copyOf(joints), needs, cards);
    }

    private void join(ClusterNetwork network, List<Host> from, List<Host> to, Place here, Place there,
            List<Joint> joints, SortedSet<Missing> needs) {
        Id source = from.getFirst().id();
        Id target = to.getLast().id();
        Set<Integer> useful = useful(here.spots(), there.spots());
        Set<Integer> usefulThere = useful(there.spots(), here.spots());
        boolean direct = here.directs().containsKey(target);
        SortedSet<Missing> open = open(here, there);
        if (useful.isEmpty() && !direct) {
            needs.addAll(open);
            return;
        }
        Map<Id, Set<Id>> nics = new HashMap<>();
        Map<Id, Set<Id>> active = new HashMap<>();
        addNics(network, from, target, useful, nics, active);
        addNics(network, to, source, usefulThere, nics, active);
        if (!open.isEmpty() && !direct) {
            // What is not known may be a further way: this network proves nothing.
            needs.addAll(open);
            return;
        }
        Set<Loss> fabric = direct ? Set.of()
                : fabric(pick(here.spots(), useful), pick(there.spots(), usefulThere));
        joints.add(new Joint(network, topology.effective().role(network), fabric, nics, active));
    }

    private void addNics(ClusterNetwork network, List<Host> group, Id peer, Set<Integer> useful,
            Map<Id, Set<Id>> nics, Map<Id, Set<Id>> active) {
        for (Host host : group) {
            Place place = placeByHostAndNetwork.get(host.id()).get(network.id());
            Set<Id> all = new LinkedHashSet<>(place.directs().getOrDefault(peer, Set.of()));
            Set<Id> normal = new LinkedHashSet<>(all);
            for (int spot : useful) {
                Attachment each = place.spots().get(spot);
                all.add(each.nic().id());
                if (!each.spare()) {
                    normal.add(each.nic().id());
                }
            }
            nics.put(host.id(), all);
            active.put(host.id(), normal);
        }
    }

    private SortedSet<Missing> open(Place here, Place there) {
        SortedSet<Missing> open = new TreeSet<>(here.needs());
        open.addAll(there.needs());
        for (Attachment a : here.spots()) {
            for (Attachment b : there.spots()) {
                if (a.vlan().equals(b.vlan()) && !a.device().equals(b.device())) {
                    open.addAll(topology.vlans().ways(a.vlan(), a.device(), b.device()).needs());
                }
            }
        }
        return open;
    }

    /// Which of these spots lead to one of the others.
    private Set<Integer> useful(List<Attachment> spots, List<Attachment> others) {
        Set<Integer> useful = new LinkedHashSet<>();
        for (int i = 0; i < spots.size(); i++) {
            Entry entry = entry(spots.get(i));
            for (Attachment other : others) {
                if (isJoined(entry, entry(other), NOTHING)) {
                    useful.add(i);
                    break;
                }
            }
        }
        return useful;
    }

    private static Set<Entry> pick(List<Attachment> spots, Set<Integer> useful) {
        Set<Entry> entries = new LinkedHashSet<>();
        useful.forEach(spot -> entries.add(entry(spots.get(spot))));
        return entries;
    }

    // Losses outside of hosts

    private Set<Loss> fabric(Set<Entry> from, Set<Entry> to) {
        return fabricByRoute.computeIfAbsent(new Route(from, to), _ -> {
            Set<Loss> losses = new LinkedHashSet<>();
            for (Loss suspect : suspects(from, to)) {
                boolean stands = from.stream()
                        .anyMatch(entry -> to.stream().anyMatch(other -> isJoined(entry, other, suspect)));
                if (!stands) {
                    losses.add(suspect);
                }
            }
            return losses;
        });
    }

    /// Everything on one shortest way.
    private Set<Loss> suspects(Set<Entry> from, Set<Entry> to) {
        Set<Loss> suspects = new LinkedHashSet<>();
        for (Entry entry : from) {
            for (Entry other : to) {
                if (isJoined(entry, other, NOTHING)) {
                    addDevice(suspects, entry.unit());
                    addDevice(suspects, other.unit());
                    for (Link link : topology.vlans().ways(entry.vlan(), entry.device(), other.device())
                            .shortest()) {
                        addLink(suspects, link);
                    }
                    return suspects;
                }
            }
        }
        return suspects;
    }

    private void addLink(Set<Loss> suspects, Link link) {
        if (link.cables().isEmpty()) {
            suspects.add(Loss.of(topology.is(link.a(), Switch.class) ? Loss.Kind.SWITCH : Loss.Kind.STACK, link.a()));
            suspects.add(Loss.of(topology.is(link.b(), Switch.class) ? Loss.Kind.SWITCH : Loss.Kind.STACK, link.b()));
            return;
        }
        suspects.add(Loss.of(Loss.Kind.LINK, link.cables().getFirst().id()));
        for (Cable cable : link.cables()) {
            for (Id port : List.of(cable.endA(), cable.endB())) {
                addDevice(suspects, topology.element(port, SwitchPort.class).onSwitch());
            }
        }
    }

    private void addDevice(Set<Loss> suspects, Id unit) {
        Id plane = plane(unit);
        if (plane.equals(unit)) {
            suspects.add(Loss.of(Loss.Kind.SWITCH, unit));
        } else {
            suspects.add(Loss.in(plane, Loss.Kind.UNIT, unit));
            suspects.add(Loss.of(Loss.Kind.STACK, plane));
        }
    }

    private Id plane(Id unit) {
        return topology.wiring().controlPlane(unit).id();
    }

    // The simulation

    /// Whether two spots are still joined when something is gone.
    private boolean isJoined(Entry from, Entry to, Loss lost) {
        if (!from.vlan().equals(to.vlan()) || isGone(from, lost) || isGone(to, lost)) {
            return false;
        }
        return from.device().equals(to.device())
                || reached.computeIfAbsent(new Reached(from.vlan(), from.device(), lost), _ -> topology.vlans()
                        .fabric(from.vlan()).reached(from.device(), link -> stands(link, lost)))
                        .contains(to.device());
    }

    private static boolean isGone(Entry entry, Loss lost) {
        return switch (lost.kind()) {
            case SWITCH, STACK -> entry.device().equals(lost.element());
            case UNIT -> entry.unit().equals(lost.element());
            case NIC, LINK, CARD -> false;
        };
    }

    private boolean stands(Link link, Loss lost) {
        return switch (lost.kind()) {
            case SWITCH, STACK -> !link.a().equals(lost.element()) && !link.b().equals(lost.element());
            case LINK -> link.cables().isEmpty() || !link.cables().getFirst().id().equals(lost.element());
            case UNIT -> link.cables().isEmpty() || link.cables().stream()
                    .anyMatch(cable -> !isOn(cable.endA(), lost.element()) && !isOn(cable.endB(), lost.element()));
            case NIC, CARD -> true;
        };
    }

    private boolean isOn(Id port, Id unit) {
        return topology.element(port, SwitchPort.class).onSwitch().equals(unit);
    }
}
