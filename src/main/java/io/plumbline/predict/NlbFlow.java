package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.StaticArp;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Link;
import io.plumbline.topology.Missing;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where a client's frame for an NLB cluster goes: out of which ports, to which nodes, and whom it disturbs besides.
///
/// A node is reached when the frame leaves at every port of its uplink: which member of a switch-independent team listens
/// for it, only the virtual switch knows.
///
/// @param outcome    what becomes of the request
/// @param out        the ports and LAGs it leaves by, on all switches
/// @param bystanders those of them that lead to no node, no other switch and no gateway
/// @param reached    the nodes that get it
/// @param starved    the nodes that do not
public record NlbFlow(Outcome outcome, SortedSet<Id> out, SortedSet<Id> bystanders, List<NlbNode> reached,
        List<NlbNode> starved) {

    public enum Outcome {
        /// Every node gets the frame, and nobody else.
        WORKS,
        /// Every node gets it, and machines that have nothing to do with it.
        FLOODS,
        /// Some nodes get nothing: their share of the clients is not served.
        STARVES,
        /// No node gets it.
        FAILS,
        /// The gateway does not even send it: it does not believe an ARP reply with a multicast MAC.
        NOT_SENT
    }

    /// What has happened before.
    ///
    /// @param learned the ports at which switches have learned the cluster MAC, which is not supposed to happen
    /// @param aged    whether the last IGMP report is longer ago than switches keep groups that nobody asks for
    public record History(Map<Id, Id> learned, boolean aged) {
        public static final History NONE = new History(Map.of(), false);

        public History {
            learned = Map.copyOf(learned);
        }
    }

    public NlbFlow {
        out = Collections.unmodifiableSortedSet(new TreeSet<>(out));
        bystanders = Collections.unmodifiableSortedSet(new TreeSet<>(bystanders));
        reached = List.copyOf(reached);
        starved = List.copyOf(starved);
    }

    public boolean floods() {
        return !bystanders.isEmpty();
    }

    /// The frame of a client in the subnet of the VIP, that comes in by a switch port. Empty while no node is cabled.
    public static Answer<Optional<NlbFlow>> local(Topology topology, NlbCluster cluster, Id port, History history) {
        return topology.effective().mode(cluster).then(mode -> topology.balancing().domain(cluster).then(
                domain -> domain.map(found -> new Walk(topology, found, mode, history, true)
                        .from(topology.wiring().deviceOf(port), Optional.of(topology.wiring().logicalPort(port)))
                        .map(Optional::of)).orElseGet(() -> Answer.sure(Optional.empty()))));
    }

    /// The frame of a client in another subnet, that a gateway passes on. Empty while no node is cabled.
    public static Answer<Optional<NlbFlow>> routed(Topology topology, NlbCluster cluster, L3Interface gateway,
            History history) {
        return topology.effective().mode(cluster).then(mode -> topology.balancing().domain(cluster).then(
                domain -> domain.map(found -> routed(topology, found, mode, gateway, history).map(Optional::of))
                        .orElseGet(() -> Answer.sure(Optional.empty()))));
    }

    private static Answer<NlbFlow> routed(Topology topology, NlbDomain domain, NlbMode mode, L3Interface gateway,
            History history) {
        Optional<IpAddress> vip = domain.cluster().primaryVip().find();
        Answer<Optional<StaticArp>> entry = topology.effective().staticArp(gateway).map(entries -> entries.stream()
                .filter(each -> vip.filter(each.ip()::equals).isPresent()).findFirst());
        Answer<Mac> mac = topology.balancing().clusterMac(domain.cluster());
        return entry.then(arp -> {
            if (arp.isPresent()) {
                return mac.then(right -> new Walk(topology, domain, mode, history, arp.get().mac().equals(right))
                        .fromGateway(gateway));
            }
            Answer<Boolean> learns = mode == NlbMode.UNICAST ? Answer.sure(true)
                    : topology.effective().acceptsMulticastArp(gateway);
            return learns.then(believes -> believes
                    ? new Walk(topology, domain, mode, history, true).fromGateway(gateway)
                    : Answer.sure(notSent(topology, domain)));
        });
    }

    private static NlbFlow notSent(Topology topology, NlbDomain domain) {
        return new NlbFlow(Outcome.NOT_SENT, new TreeSet<>(), new TreeSet<>(), List.of(),
                topology.effective().nodes(domain.cluster()).orElse(List.of()));
    }

    /// One frame on its way from switch to switch.
    ///
    /// @param right whether it carries the MAC of the cluster
    private record Walk(Topology topology, NlbDomain domain, NlbMode mode, History history, boolean right) {

        private record Arrival(Id device, Optional<Id> ingress) {}

        Answer<NlbFlow> fromGateway(L3Interface gateway) {
            for (var peer : topology.wiring().peers(gateway.device())) {
                if (peer instanceof SwitchPort port
                        && topology.vlans().carries(topology.wiring().logicalPort(port.id()), domain.vlan()).is(true)) {
                    return from(topology.wiring().deviceOf(port.id()),
                            Optional.of(topology.wiring().logicalPort(port.id())));
                }
            }
            return from(topology.wiring().controlPlane(gateway.device()).id(), Optional.empty());
        }

        Answer<NlbFlow> from(Id device, Optional<Id> ingress) {
            SortedMap<Id, SortedSet<Id>> outByDevice = new TreeMap<>();
            SortedSet<Missing> needs = new TreeSet<>(domain.needs());
            Deque<Arrival> todo = new ArrayDeque<>(List.of(new Arrival(device, ingress)));
            Set<Id> seen = new HashSet<>(Set.of(device));
            while (!todo.isEmpty()) {
                Arrival at = todo.poll();
                Answer<SortedSet<Id>> exits = exits(at.device(), at.ingress());
                needs.addAll(exits.needs());
                SortedSet<Id> out = exits.orElse(new TreeSet<>());
                outByDevice.put(at.device(), out);
                for (Link link : topology.vlans().links()) {
                    boolean here = link.a().equals(at.device()) || link.b().equals(at.device());
                    if (here && link.portAt(at.device()).filter(out::contains).isPresent()
                            && topology.vlans().carries(link, domain.vlan()).is(true)
                            && seen.add(link.other(at.device()))) {
                        todo.add(new Arrival(link.other(at.device()), link.portAt(link.other(at.device()))));
                    }
                }
            }
            return needs.isEmpty() ? judge(outByDevice) : Answer.needs(needs);
        }

        private Answer<NlbFlow> judge(SortedMap<Id, SortedSet<Id>> outByDevice) {
            SortedSet<Id> out = new TreeSet<>();
            SortedSet<Id> bystanders = new TreeSet<>();
            outByDevice.forEach((device, ports) -> {
                out.addAll(ports);
                SortedSet<Id> others = new TreeSet<>(domain.bystanders(device));
                others.retainAll(ports);
                bystanders.addAll(others);
            });
            List<NlbNode> nodes = topology.effective().nodes(domain.cluster()).orElse(List.of());
            List<NlbNode> reached = new ArrayList<>();
            List<NlbNode> starved = new ArrayList<>();
            for (NlbNode node : nodes) {
                Answer<SortedSet<Id>> ports = topology.balancing().presentPorts(node);
                if (!ports.isSure()) {
                    return Answer.needs(ports.needs());
                }
                SortedSet<Id> own = ports.find().orElseThrow();
                (right && !own.isEmpty() && out.containsAll(own) ? reached : starved).add(node);
            }
            Outcome outcome = reached.isEmpty() ? Outcome.FAILS
                    : !starved.isEmpty() ? Outcome.STARVES : bystanders.isEmpty() ? Outcome.WORKS : Outcome.FLOODS;
            return Answer.sure(new NlbFlow(outcome, out, bystanders, reached, starved));
        }

        /// The ports at which one switch lets the frame out.
        private Answer<SortedSet<Id>> exits(Id device, Optional<Id> ingress) {
            SortedSet<Id> all = new TreeSet<>(topology.vlans().forwarding(device, domain.vlan()));
            ingress.ifPresent(all::remove);
            return topology.switches().learnsMac(device).then(learns -> {
                if (!learns) {
                    return Answer.sure(all);
                }
                return mode == NlbMode.UNICAST ? unicast(device, all) : multicast(device, all);
            });
        }

        private Answer<SortedSet<Id>> unicast(Id device, SortedSet<Id> all) {
            List<NlbEntry> entries = right ? domain.entries(device).exact() : List.of();
            if (!entries.isEmpty()) {
                return listed(entries, all);
            }
            Id learned = history.learned().get(device);
            if (right && learned != null) {
                return Answer.sure(common(all, Set.of(learned)));
            }
            return without(all, port -> topology.switches().blockUnknownUnicast(port));
        }

        private Answer<SortedSet<Id>> multicast(Id device, SortedSet<Id> all) {
            NlbRegistration registration = NlbRegistration.of(topology, domain, device);
            if (registration.filtering().is(false)) {
                return Answer.sure(all);
            }
            if (!right) {
                return unregistered(device, all);
            }
            List<NlbEntry> entries = registration.entries().exact();
            List<NlbEntry> macs = entries.stream().filter(entry -> !entry.group()).toList();
            if (mode == NlbMode.MULTICAST) {
                // No switch snoops for a MAC outside the range of IP multicast.
                return registration.byMac().is(false) ? steered(device, macs, all) : steered(device, entries, all);
            }
            return registration.pinned().then(pinned -> {
                if (!pinned) {
                    return snooped(device, registration, all);
                }
                return registration.byMac().then(byMac -> {
                    if (!byMac) {
                        return registration.pinnedMac().then(taken -> steered(device, taken ? macs : List.of(), all));
                    }
                    return Answer
                            .allOf(List.of(topology.switches().staticMergesDynamic(device), registration.snooping()))
                            .then(merges -> merges
                                    ? listed(entries, all).with(joined(device, all), NlbFlow::union)
                                    : listed(entries, all));
                });
            });
        }

        private Answer<SortedSet<Id>> steered(Id device, List<NlbEntry> entries, SortedSet<Id> all) {
            return entries.isEmpty() ? unregistered(device, all) : listed(entries, all);
        }

        private Answer<SortedSet<Id>> snooped(Id device, NlbRegistration registration, SortedSet<Id> all) {
            Answer<Boolean> alive = history.aged() ? registration.queried() : Answer.sure(true);
            return Answer.allOf(List.of(registration.snooping(), registration.accepts(), alive))
                    .then(known -> !known ? unregistered(device, all)
                            : registration.byMac().then(byMac -> byMac ? joined(device, all)
                                    : unregistered(device, all)));
        }

        /// Where members have reported themselves, and where routers are.
        private Answer<SortedSet<Id>> joined(Id device, SortedSet<Id> all) {
            List<Answer<SortedSet<Id>>> present = topology.effective().nodes(domain.cluster()).orElse(List.of())
                    .stream().map(node -> topology.balancing().presentPorts(node)).toList();
            return Answer.all(present).map(sets -> {
                SortedSet<Id> members = new TreeSet<>();
                sets.forEach(members::addAll);
                SortedSet<Id> ports = new TreeSet<>(members);
                ports.addAll(domain.linksTowards(device, members));
                ports.addAll(topology.vlans().gatewayPorts(domain.vlan()));
                return common(all, ports);
            });
        }

        private static Answer<SortedSet<Id>> listed(List<NlbEntry> entries, SortedSet<Id> all) {
            return Answer.all(entries.stream().map(NlbEntry::ports).toList()).map(lists -> {
                Set<Id> ports = new HashSet<>();
                lists.forEach(ports::addAll);
                return common(all, ports);
            });
        }

        private Answer<SortedSet<Id>> unregistered(Id device, SortedSet<Id> all) {
            return without(all, port -> topology.vlans().filtered(device, domain.vlan(), port));
        }

        private interface Block {
            Answer<Boolean> at(Id port);
        }

        private static Answer<SortedSet<Id>> without(SortedSet<Id> all, Block block) {
            SortedSet<Id> left = new TreeSet<>();
            SortedSet<Missing> needs = new TreeSet<>();
            for (Id port : all) {
                Answer<Boolean> blocked = block.at(port);
                needs.addAll(blocked.needs());
                if (blocked.is(false)) {
                    left.add(port);
                }
            }
            return needs.isEmpty() ? Answer.sure(left) : Answer.needs(needs);
        }

        private static SortedSet<Id> common(SortedSet<Id> all, Set<Id> wanted) {
            SortedSet<Id> common = new TreeSet<>(all);
            common.retainAll(wanted);
            return common;
        }
    }

    private static SortedSet<Id> union(SortedSet<Id> some, SortedSet<Id> more) {
        SortedSet<Id> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }
}
