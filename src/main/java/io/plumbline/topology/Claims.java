package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Fhrp;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpConfig;
import io.plumbline.model.IpInterface;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.LoadBalancerInterface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Who holds which IP address, and which of them hear each other.
public final class Claims {
    private final Topology topology;
    private final Cell<All> all;

    private record All(Map<IpAddress, List<Claim>> byAddress, SortedSet<Missing> unknown) {}

    Claims(Topology topology) {
        this.topology = topology;
        all = topology.cell(Topology.Fact.CLAIMS, this::collect, All::equals);
    }

    void compare(Claims before, Changes changes) {
        all.compare(before.all, changes);
    }

    void follow(Edited edited, Changes changes) {
        if (!said(edited.now()).equals(said(edited.before()))) {
            all.drop(changes);
        }
    }

    /// All that an element says about addresses.
    private static List<Object> said(Element element) {
        return switch (element) {
            case PhysicalNic nic -> List.of(nic.ip().addresses());
            case VirtualNic nic -> List.of(nic.ip().addresses());
            case TeamInterface each -> List.of(each.ip().addresses());
            case Team team -> List.of(team.technology());
            case FailoverCluster cluster -> List.of(cluster.ipAddresses());
            case NlbCluster cluster -> List.of(cluster.primaryVip(), cluster.additionalVips(), cluster.nodes());
            case HardwareLoadBalancer balancer -> List.of(balancer.haPeer(), balancer.interfaces(), balancer.vips());
            case L3Interface gateway -> List.of(gateway.addresses(), gateway.fhrpGroup(), gateway.vlan());
            default -> List.of();
        };
    }

    /// Addresses that are marked unknown.
    public SortedSet<Missing> unknown() {
        return all.get().unknown;
    }

    /// Every known address with its holders, in the order of the elements.
    public Map<IpAddress, List<Claim>> byAddress() {
        return all.get().byAddress;
    }

    private All collect() {
        List<Claim> all = new ArrayList<>();
        for (Host host : topology.all(Host.class)) {
            topology.endpoints().of(host.id()).forEach(each -> add(all, each.element(), each.ip()));
        }
        for (Vm vm : topology.all(Vm.class)) {
            topology.virtualNics(vm.id()).forEach(nic -> add(all, nic, nic.ip()));
            for (Team team : topology.teams(vm.id())) {
                topology.interfaces(team.id()).forEach(each -> add(all, each, each.ip()));
            }
        }
        topology.all(FailoverCluster.class).forEach(cluster -> cluster.ipAddresses().find().ifPresent(
                addresses -> addresses.forEach(each -> all.add(claim(each, cluster.id(), "ipAddresses")))));
        topology.all(NlbCluster.class).forEach(cluster -> add(all, cluster));
        topology.all(HardwareLoadBalancer.class).forEach(balancer -> add(all, balancer));
        topology.all(L3Interface.class).forEach(gateway -> add(all, gateway));
        Map<IpAddress, List<Claim>> sorted = new LinkedHashMap<>();
        all.forEach(claim -> sorted.computeIfAbsent(claim.address(), _ -> new ArrayList<>(2)).add(claim));
        SortedSet<Missing> unknown = new TreeSet<>();
        for (Class<? extends Element> kind : List.of(PhysicalNic.class, VirtualNic.class, TeamInterface.class,
                NlbCluster.class, L3Interface.class, FailoverCluster.class, HardwareLoadBalancer.class)) {
            topology.all(kind).forEach(element -> addUnknown(unknown, element));
        }
        return new All(Collections.unmodifiableMap(sorted), Collections.unmodifiableSortedSet(unknown));
    }

    private static void addUnknown(SortedSet<Missing> unknown, Element element) {
        switch (element) {
            case NlbCluster cluster -> {
                addUnknown(unknown, cluster, "primaryVip", cluster.primaryVip());
                addUnknown(unknown, cluster, "additionalVips", cluster.additionalVips());
                addUnknown(unknown, cluster, "nodes", cluster.nodes());
                for (NlbNode node : cluster.nodes().orElse(List.of())) {
                    addUnknown(unknown, cluster, "nodes.dip", node.dip());
                }
            }
            case VirtualNic nic -> addUnknown(unknown, nic, "ip.addresses", nic.ip().addresses());
            case PhysicalNic nic -> addUnknown(unknown, nic, "ip.addresses", nic.ip().addresses());
            case TeamInterface each -> addUnknown(unknown, each, "ip.addresses", each.ip().addresses());
            case L3Interface gateway -> addUnknown(unknown, gateway, "addresses", gateway.addresses());
            case FailoverCluster cluster -> addUnknown(unknown, cluster, "ipAddresses", cluster.ipAddresses());
            case HardwareLoadBalancer balancer -> {
                addUnknown(unknown, balancer, "vips", balancer.vips());
                addUnknown(unknown, balancer, "interfaces", balancer.interfaces());
            }
            default -> {
                // No other element holds an address.
            }
        }
    }

    private static void addUnknown(SortedSet<Missing> unknown, Element element, String name, Attribute<?> attribute) {
        if (attribute.isUnknown()) {
            unknown.add(new Missing(element.id(), name));
        }
    }

    private void add(List<Claim> all, Element adapter, IpConfig ip) {
        List<NlbCluster> clusters = topology.nlbClusters(adapter.id());
        for (IpAssignment each : ip.addresses().orElse(List.of())) {
            Optional<IpPrefix> subnet = each.prefixLength() >= 0 && each.prefixLength() <= each.address().width()
                    ? Optional.of(new IpPrefix(each.address(), each.prefixLength()))
                    : Optional.empty();
            // Every node answers for the VIP of its cluster: that is how NLB works.
            String holder = clusters.stream().filter(cluster -> isVip(cluster, each.address())).findFirst()
                    .<Element>map(cluster -> cluster).orElse(adapter).id().text();
            all.add(new Claim(each.address(), adapter.id(), "ip.addresses", holder, subnet, !clusters.isEmpty()));
        }
    }

    private static boolean isVip(NlbCluster cluster, IpAddress address) {
        return cluster.primaryVip().is(address)
                || cluster.additionalVips().orElse(List.of()).stream().anyMatch(vip -> vip.address().equals(address));
    }

    private static void add(List<Claim> all, NlbCluster cluster) {
        String holder = cluster.id().text();
        cluster.primaryVip().find().ifPresent(vip -> all.add(
                new Claim(vip, cluster.id(), "primaryVip", holder, Optional.empty(), true)));
        cluster.additionalVips().orElse(List.of()).forEach(vip -> all.add(
                new Claim(vip.address(), cluster.id(), "additionalVips", holder, Optional.of(vip.subnet()), true)));
        for (NlbNode node : cluster.nodes().orElse(List.of())) {
            node.dip().find().ifPresent(dip -> all.add(
                    new Claim(dip, node.member(), "dip", node.member().text(), Optional.empty(), true)));
        }
    }

    /// The two of a pair keep one set of addresses.
    private static void add(List<Claim> all, HardwareLoadBalancer balancer) {
        String holder = balancer.haPeer().find().filter(peer -> peer.compareTo(balancer.id()) < 0)
                .orElse(balancer.id()).text();
        for (LoadBalancerInterface each : balancer.interfaces().orElse(List.of())) {
            each.address().find().ifPresent(address -> all.add(new Claim(address.address(), balancer.id(),
                    "interfaces.address", holder, Optional.of(address.subnet()), false)));
        }
        balancer.vips().orElse(List.of()).forEach(vip -> all.add(
                new Claim(vip.address(), balancer.id(), "vips", holder, Optional.empty(), false)));
    }

    /// The virtual address of a group counts once, also where a gateway has it as its own.
    private static void add(List<Claim> all, L3Interface gateway) {
        Optional<IpAddress> virtual = gateway.fhrpGroup().find().flatMap(group -> group.virtualIp().find());
        String group = gateway.fhrpGroup().find().map(each -> groupOf(gateway, each)).orElse("");
        for (IpInterface each : gateway.addresses().orElse(List.of())) {
            boolean shared = virtual.filter(each.address()::equals).isPresent();
            all.add(new Claim(each.address(), gateway.id(), "addresses", shared ? group : gateway.id().text(),
                    Optional.of(each.subnet()), false));
        }
        virtual.filter(vip -> gateway.addresses().orElse(List.of()).stream().noneMatch(
                own -> own.address().equals(vip))).ifPresent(vip -> all.add(
                        new Claim(vip, gateway.id(), "fhrpGroup.virtualIp", group, gateway.addresses().orElse(List.of())
                                .stream().filter(own -> own.contains(vip)).map(IpInterface::subnet).findFirst(),
                                false)));
    }

    private static String groupOf(L3Interface gateway, Fhrp group) {
        return "group " + group.protocol().find().map(Enum::name).orElse("") + " "
                + group.group().find().map(Object::toString).orElse("") + " "
                + gateway.vlan().find().map(Id::text).orElse("");
    }

    private static Claim claim(IpInterface address, Id element, String attribute) {
        return new Claim(address.address(), element, attribute, element.text(), Optional.of(address.subnet()), false);
    }

    // Who hears whom

    /// Whether two holders of one address get in each other's way: they are in one routed address space, or in one
    /// layer-2 domain. Link-local addresses are never routed.
    public Answer<Boolean> meet(Claim a, Claim b) {
        Answer<Boolean> neighbours = Answer.sure(shareASegment(a, b));
        if (a.address().isLinkLocal()) {
            return neighbours;
        }
        return Answer.anyOf(List.of(neighbours, space(a).with(space(b), Object::equals)));
    }

    /// The address space that a holder is routed in: that of its cluster network, else of the gateways in its VLAN.
    public Answer<String> space(Claim claim) {
        Answer<String> standard = Answer.sure(Effective.DEFAULT_SPACE);
        return switch (topology.element(claim.element())) {
            case L3Interface gateway -> topology.effective().addressSpaceId(gateway);
            case FailoverCluster cluster -> networkOf(cluster, claim.address())
                    .map(topology.effective()::addressSpaceId).orElse(standard);
            case HardwareLoadBalancer balancer -> vlanOf(balancer, claim.address())
                    .flatMap(vlan -> spaceOf(topology.gatewaysIn(vlan))).orElse(standard);
            case NlbCluster cluster -> topology.balancing().vlan(cluster).find().flatMap(vlan -> vlan)
                    .flatMap(vlan -> spaceOf(topology.vlans().gateways(vlan))).orElse(standard);
            default -> spaceOfAdapter(claim.element());
        };
    }

    private Answer<String> spaceOfAdapter(Id adapter) {
        Optional<Endpoint> endpoint = topology.endpoints().find(adapter);
        if (endpoint.isPresent()) {
            Answer<Optional<ClusterNetwork>> network = topology.endpoints().network(endpoint.get());
            if (!network.isSure() || network.surely(Optional::isPresent)) {
                return network.then(each -> topology.effective().addressSpaceId(each.orElseThrow()));
            }
        }
        return vlanOf(adapter).flatMap(vlan -> spaceOf(topology.vlans().gateways(vlan)))
                .orElseGet(() -> Answer.sure(Effective.DEFAULT_SPACE));
    }

    /// The space of the gateways in a VLAN, when they agree.
    private Optional<Answer<String>> spaceOf(List<L3Interface> gateways) {
        List<Answer<String>> spaces =
                gateways.stream().map(topology.effective()::addressSpaceId).distinct().toList();
        return spaces.size() == 1 ? Optional.of(spaces.getFirst()) : Optional.empty();
    }

    private Optional<ClusterNetwork> networkOf(FailoverCluster cluster, IpAddress address) {
        return topology.networks(cluster.id()).stream()
                .filter(network -> network.prefix().find().filter(prefix -> prefix.contains(address)).isPresent())
                .findFirst();
    }

    private static Optional<Id> vlanOf(HardwareLoadBalancer balancer, IpAddress address) {
        return balancer.interfaces().orElse(List.of()).stream()
                .filter(each -> each.address().find().filter(own -> own.contains(address)).isPresent())
                .flatMap(each -> each.vlan().find().stream()).findFirst();
    }

    private Optional<VlanId> vlanOf(Id adapter) {
        Optional<EffectiveVlan> effective = switch (topology.element(adapter)) {
            case PhysicalNic nic -> topology.vlans().effective(nic).find();
            case TeamInterface each -> topology.vlans().effective(each).find();
            case VirtualNic nic -> topology.vlans().effective(nic).find();
            default -> Optional.empty();
        };
        return effective.flatMap(EffectiveVlan::single);
    }

    private boolean shareASegment(Claim a, Claim b) {
        Optional<VlanId> vlan = vlanOf(a);
        return vlan.isPresent() && vlan.equals(vlanOf(b)) && devices(a).stream().anyMatch(
                device -> devices(b).stream()
                        .anyMatch(other -> topology.vlans().path(vlan.get(), device, other).is(true)));
    }

    private Optional<VlanId> vlanOf(Claim claim) {
        return switch (topology.element(claim.element())) {
            case L3Interface gateway -> gateway.vlan().find().flatMap(this::number);
            case HardwareLoadBalancer balancer -> vlanOf(balancer, claim.address()).flatMap(this::number);
            default -> vlanOf(claim.element());
        };
    }

    private Optional<VlanId> number(Id vlan) {
        return topology.find(vlan, Vlan.class).flatMap(each -> each.vlanId().find());
    }

    /// The switches and stacks at which a holder meets the network.
    private List<Id> devices(Claim claim) {
        return switch (topology.element(claim.element())) {
            case L3Interface gateway when topology.find(gateway.device(), Switch.class).isPresent()
                    || topology.find(gateway.device(), SwitchStack.class).isPresent() -> List.of(gateway.device());
            case L3Interface gateway -> switchesAt(gateway.device());
            case HardwareLoadBalancer balancer -> switchesAt(balancer.id());
            case PhysicalNic nic -> switchesAt(nic.id());
            case TeamInterface each -> topology.uplinks().nicsOf(each).stream()
                    .flatMap(nic -> switchesAt(nic.id()).stream()).distinct().toList();
            case VirtualNic nic -> topology.uplinks().virtualSwitch(nic).find().flatMap(each -> each)
                    .flatMap(each -> topology.uplinks().nics(each).find()).orElse(List.of()).stream()
                    .flatMap(below -> switchesAt(below.id()).stream()).distinct().toList();
            default -> List.of();
        };
    }

    private List<Id> switchesAt(Id end) {
        return topology.wiring().peers(end).stream().filter(SwitchPort.class::isInstance)
                .map(port -> topology.wiring().controlPlane(port.id()).id()).distinct().toList();
    }

    // Free addresses

    /// The next address after `from` in a subnet that no element of the design holds; from the start of the subnet when
    /// there is none behind.
    public Optional<Ipv4> nextFree(Ipv4 from, IpPrefix subnet) {
        if (!(subnet.address() instanceof Ipv4 network) || !subnet.contains(from)) {
            return Optional.empty();
        }
        long size = 1L << 32 - subnet.prefixLength();
        long first = Integer.toUnsignedLong(network.bits());
        long start = Integer.toUnsignedLong(from.bits()) - first;
        // Network and broadcast address belong to nobody, except on links of two.
        long margin = size > 2 ? 1 : 0;
        for (long step = 1; step < size && step < MOST_TRIES; step++) {
            long place = (start + step) % size;
            Ipv4 candidate = new Ipv4((int) (first + place));
            if (place >= margin && place < size - margin && !byAddress().containsKey(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static final int MOST_TRIES = 65_536;
}
