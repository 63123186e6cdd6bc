package io.plumbline.topology;

import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpInterface;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Router;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The layer-2 domain of an NLB cluster: its VLAN, the switches that are joined in it, and the ports of its nodes.
///
/// @param vlan    the VLAN of its adapters
/// @param ports   the ports (LAGs where bundled) at which nodes surely are or may turn up
/// @param needs   what would have to be known to be sure of all such ports
/// @param devices the stacks and switches that carry the VLAN where the nodes are, hubs among them
public record NlbDomain(Topology topology, NlbCluster cluster, VlanId vlan, SortedSet<Id> ports,
        SortedSet<Missing> needs, SortedSet<Id> devices) {

    public NlbDomain {
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        devices = Collections.unmodifiableSortedSet(new TreeSet<>(devices));
    }

    /// Empty while no node is cabled: there is nothing to judge yet.
    static Answer<Optional<NlbDomain>> of(Topology topology, NlbCluster cluster) {
        return topology.balancing().vlan(cluster).map(vlan -> vlan.flatMap(known -> of(topology, cluster, known)));
    }

    private static Optional<NlbDomain> of(Topology topology, NlbCluster cluster, VlanId vlan) {
        SortedSet<Id> ports = new TreeSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        Answer<List<NlbNode>> nodes = topology.effective().nodes(cluster);
        needs.addAll(nodes.needs());
        nodes.orElse(List.of()).forEach(node -> collect(topology, node, ports, needs));
        SortedSet<Id> devices = new TreeSet<>();
        for (Id port : ports) {
            Id device = topology.wiring().deviceOf(port);
            if (!devices.contains(device)) {
                devices.addAll(topology.vlans().domain(vlan, device));
            }
        }
        return devices.isEmpty() ? Optional.empty()
                : Optional.of(new NlbDomain(topology, cluster, vlan, ports, needs, devices));
    }

    /// The ports of a node, host by host, so that one host nobody knows hides no other.
    private static void collect(Topology topology, NlbNode node, SortedSet<Id> ports, SortedSet<Missing> needs) {
        List<VirtualNic> nics = topology.balancing().virtualNics(node);
        if (nics.isEmpty()) {
            ports.addAll(topology.balancing().ports(node).orElse(Collections.emptySortedSet()));
            return;
        }
        Answer<List<Host>> possible = topology.balancing().possibleHosts(node);
        needs.addAll(possible.needs());
        for (Host host : possible.orElse(topology.balancing().host(node).map(List::of).orElse(List.of()))) {
            for (VirtualNic nic : nics) {
                Answer<SortedSet<Id>> found = topology.uplinks().virtualSwitch(nic, host.id())
                        .then(each -> each.map((VirtualSwitch known) -> topology.uplinks().hostPorts(known))
                                .orElseGet(() -> Answer.sure(Collections.emptySortedSet())));
                needs.addAll(found.needs());
                found.find().ifPresent(ports::addAll);
            }
        }
    }

    /// The switches and stacks of the domain, without hubs.
    public List<Id> switches() {
        return devices.stream().filter(device -> !topology.switches().learnsMac(device).is(false)).toList();
    }

    /// The ports of nodes on one switch or stack.
    public SortedSet<Id> portsOn(Id device) {
        SortedSet<Id> here = new TreeSet<>(ports);
        here.removeIf(port -> !topology.wiring().deviceOf(port).equals(device));
        return Collections.unmodifiableSortedSet(here);
    }

    /// The ports and LAGs of a switch that lead, in the VLAN and over another switch, to further ports of nodes.
    public SortedSet<Id> linksToOtherPorts(Id device) {
        return linksTowards(device, ports);
    }

    /// The ports and LAGs of a switch that lead, in the VLAN and over another switch, to one of these ports.
    public SortedSet<Id> linksTowards(Id device, Set<Id> wanted) {
        Set<Id> owners = new HashSet<>();
        wanted.forEach(port -> owners.add(topology.wiring().deviceOf(port)));
        SortedSet<Id> links = new TreeSet<>();
        for (Link link : topology.vlans().links()) {
            boolean here = link.a().equals(device) || link.b().equals(device);
            if (!here || link.portAt(device).isEmpty() || !topology.vlans().carries(link, vlan).is(true)) {
                continue;
            }
            boolean leadsOn = topology.vlans().fabric(vlan)
                    .reached(link.other(device), other -> !other.a().equals(device) && !other.b().equals(device))
                    .stream().anyMatch(owners::contains);
            if (leadsOn) {
                links.add(link.portAt(device).get());
            }
        }
        return Collections.unmodifiableSortedSet(links);
    }

    /// Where a frame for the cluster has to leave a switch: at the ports of nodes, and towards switches that have some.
    public SortedSet<Id> exits(Id device) {
        SortedSet<Id> exits = new TreeSet<>(portsOn(device));
        exits.addAll(linksToOtherPorts(device));
        return Collections.unmodifiableSortedSet(exits);
    }

    /// The switch or stack with a static MAC entry for the cluster that lists every port where a frame has to leave, in
    /// place of those it has. Empty where the VLAN is not drawn or the MAC is not known.
    public Optional<Element> pinned(Id device) {
        Optional<Mac> mac = topology.balancing().clusterMac(cluster).find();
        Optional<Vlan> drawn = topology.vlans().named(vlan).stream().findFirst();
        if (mac.isEmpty() || drawn.isEmpty() || !needs.isEmpty() || exits(device).isEmpty()
                || !topology.switches().staticMacEntries(device).isSure()) {
            return Optional.empty();
        }
        Element holder = topology.element(topology.switches().holder(device));
        Element cleared = StaticEntry.without(holder,
                entries(device).exact().stream().filter(entry -> !entry.group()).map(NlbEntry::entry).toList());
        return Optional.of(StaticEntry.plus(cleared, false, Shape.of(StaticMacEntry.class).of(Map.of("mac", mac.get(),
                "vlan", drawn.get().id(), "ports", List.copyOf(exits(device)), "nlbCluster", cluster.id()))));
    }

    /// As [#pinned(Id)], with a static multicast group in place of everything it has for the cluster.
    public Optional<Element> grouped(Id device) {
        Optional<Ipv4> group = topology.balancing().igmpGroup(cluster).find().flatMap(found -> found);
        Optional<Vlan> drawn = topology.vlans().named(vlan).stream().findFirst();
        if (group.isEmpty() || drawn.isEmpty() || !needs.isEmpty() || exits(device).isEmpty()
                || !topology.switches().staticMcastGroups(device).isSure()) {
            return Optional.empty();
        }
        Element cleared = StaticEntry.without(topology.element(topology.switches().holder(device)),
                entries(device).exact().stream().map(NlbEntry::entry).toList());
        return Optional.of(StaticEntry.plus(cleared, true, Shape.of(StaticMulticastGroup.class).of(Map.of("group",
                group.get(), "vlan", drawn.get().id(), "ports", List.copyOf(exits(device)), "nlbCluster",
                cluster.id()))));
    }

    /// The static entries a switch has for the cluster.
    public NlbEntries entries(Id device) {
        return NlbEntrySearch.of(topology, this, device);
    }

    /// Whether a switch drops unregistered multicast of the VLAN at any port where a frame for the cluster has to leave.
    public Answer<Boolean> filters(Id device) {
        return Answer.anyOf(exits(device).stream().map(port -> topology.vlans().filtered(device, vlan, port)).toList());
    }

    /// The cabled ports and LAGs of a switch that lead to no node, no other switch, no router and no load balancer.
    public SequencedSet<Id> bystanders(Id device) {
        SequencedSet<Id> found = new LinkedHashSet<>();
        for (SwitchPort port : topology.wiring().ports(device)) {
            if (topology.wiring().isCabled(port.id())) {
                found.add(topology.wiring().logicalPort(port.id()));
            }
        }
        found.removeIf(port -> ports.contains(port) || topology.wiring().isInterSwitch(port)
                || topology.wiring().members(port).stream().flatMap(each -> topology.wiring().peers(each).stream())
                        .anyMatch(peer -> peer instanceof Router || peer instanceof HardwareLoadBalancer));
        return found;
    }

    /// Whether the VLAN reaches anybody but nodes, gateways and load balancers: then a flood disturbs somebody.
    public Answer<Boolean> hasBystanders() {
        List<Answer<Boolean>> any = new ArrayList<>();
        for (Id device : switches()) {
            for (Id port : bystanders(device)) {
                Answer<Boolean> carries = topology.vlans().carries(port, vlan);
                // While some ports of nodes are not known, this one may be among them.
                any.add(carries.is(true) && !needs.isEmpty() ? Answer.needs(needs) : carries);
            }
        }
        return Answer.anyOf(any);
    }

    /// The layer-3 interfaces that route into the VLAN here: those of its switches, of routers cabled to them, and of
    /// routers without any cable yet that have an address in the subnet of a VIP.
    public List<L3Interface> gateways() {
        return topology.vlans().gateways(vlan).stream().filter(this::routesHere).toList();
    }

    private boolean routesHere(L3Interface gateway) {
        Element device = topology.element(gateway.device());
        if (!(device instanceof Router)) {
            return devices.contains(topology.wiring().controlPlane(device.id()).id());
        }
        List<Cable> cables = topology.wiring().cables(device.id());
        return cables.isEmpty() ? servesVip(gateway)
                : topology.wiring().peers(device.id()).stream().filter(SwitchPort.class::isInstance)
                        .map(port -> topology.wiring().logicalPort(port.id()))
                        .anyMatch(port -> devices.contains(topology.wiring().deviceOf(port))
                                && !topology.vlans().carries(port, vlan).is(false));
    }

    private boolean servesVip(L3Interface gateway) {
        List<IpInterface> addresses = gateway.addresses().orElse(List.of());
        List<IpAddress> vips = topology.balancing().vips(cluster).orElse(List.of());
        return addresses.isEmpty() || addresses.stream().anyMatch(each -> vips.stream().anyMatch(each::contains));
    }
}
