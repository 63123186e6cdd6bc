package io.plumbline.diagram;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.LayeredMap;
import io.plumbline.model.Mbps;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NicModel;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// What lies in what, looked up by the container and sorted by name: made in one walk over the design.
final class Contents {
    private final Design design;
    private final LayeredMap<Id, Element> elementById;
    private final Map<Id, List<PhysicalNic>> nicsByHost;
    private final Map<Id, List<Team>> teamsByOwner;
    private final Map<Id, List<TeamInterface>> interfacesByTeam;
    private final Map<Id, List<VirtualSwitch>> virtualSwitchesByHost;
    private final Map<Id, List<Vm>> vmsByHost;
    private final Map<Id, List<VirtualNic>> vNicsByOwner;
    private final Map<Id, List<SwitchPort>> portsBySwitch;
    private final Map<Id, List<Host>> hostsByCluster;
    private final Map<Id, List<ClusterNetwork>> networksByCluster;
    private final Map<Id, List<L3Interface>> l3ByDevice;
    private final Map<Id, List<Cable>> cablesByEnd = new HashMap<>();
    private final Map<Id, Lag> lagByPort = new HashMap<>();
    private final Map<Id, Id> groupBySwitch = new HashMap<>();
    private final Set<Id> nlbMembers = new HashSet<>();
    private final Set<Id> switchesWithLag = new HashSet<>();
    private final Networks networks;

    private Contents(Design design) {
        this.design = design;
        this.elementById = design.elementById();
        nicsByHost = grouped(PhysicalNic.class, PhysicalNic::host);
        teamsByOwner = grouped(Team.class, Team::owner);
        interfacesByTeam = grouped(TeamInterface.class, TeamInterface::team);
        virtualSwitchesByHost = grouped(VirtualSwitch.class, VirtualSwitch::host);
        vmsByHost = grouped(Vm.class, Vm::host);
        vNicsByOwner = grouped(VirtualNic.class, VirtualNic::owner);
        portsBySwitch = grouped(SwitchPort.class, SwitchPort::onSwitch);
        hostsByCluster = groupedIfKnown(Host.class, Host::failoverCluster);
        networksByCluster = networksByCluster();
        l3ByDevice = grouped(L3Interface.class, L3Interface::device);
        design.all(Cable.class).forEach(cable -> {
            cablesByEnd.computeIfAbsent(cable.endA(), _ -> new ArrayList<>()).add(cable);
            cablesByEnd.computeIfAbsent(cable.endB(), _ -> new ArrayList<>()).add(cable);
        });
        design.all(Lag.class).forEach(lag -> lag.memberPorts().forEach(port -> lagByPort.putIfAbsent(port, lag)));
        lagByPort.keySet().forEach(port -> find(port, SwitchPort.class)
                .ifPresent(known -> switchesWithLag.add(known.onSwitch())));
        design.all(MlagPair.class).forEach(pair -> pair.switches().forEach(id -> groupBySwitch.put(id, pair.id())));
        design.all(Switch.class).forEach(unit -> unit.stack().find()
                .ifPresent(stack -> groupBySwitch.put(unit.id(), groupBySwitch.getOrDefault(stack, stack))));
        design.all(NlbCluster.class).flatMap(cluster -> cluster.nodes().orElse(List.of()).stream())
                .forEach(node -> nlbMembers.add(node.member()));
        networks = Networks.of(this);
    }

    static Contents of(Design design) {
        return new Contents(design);
    }

    Design design() {
        return design;
    }

    <E extends Element> Optional<E> find(Id id, Class<E> type) {
        Element element = elementById.get(id);
        return type.isInstance(element) ? Optional.of(type.cast(element)) : Optional.empty();
    }

    Element element(Id id) {
        return elementById.get(id);
    }

    List<PhysicalNic> nicsOf(Host host) {
        return nicsByHost.getOrDefault(host.id(), List.of());
    }

    List<Team> teamsOf(Id owner) {
        return teamsByOwner.getOrDefault(owner, List.of());
    }

    List<TeamInterface> interfacesOf(Team team) {
        return interfacesByTeam.getOrDefault(team.id(), List.of());
    }

    List<VirtualSwitch> virtualSwitchesOf(Host host) {
        return virtualSwitchesByHost.getOrDefault(host.id(), List.of());
    }

    List<Vm> vmsOf(Host host) {
        return vmsByHost.getOrDefault(host.id(), List.of());
    }

    List<VirtualNic> vNicsOf(Id owner) {
        return vNicsByOwner.getOrDefault(owner, List.of());
    }

    List<SwitchPort> portsOf(Switch unit) {
        return portsBySwitch.getOrDefault(unit.id(), List.of());
    }

    List<Host> hostsOf(FailoverCluster cluster) {
        return hostsByCluster.getOrDefault(cluster.id(), List.of());
    }

    List<ClusterNetwork> networksOf(Id cluster) {
        return networksByCluster.getOrDefault(cluster, List.of());
    }

    List<L3Interface> routedInterfacesOf(Id device) {
        return l3ByDevice.getOrDefault(device, List.of());
    }

    List<Cable> cablesAt(Id end) {
        return cablesByEnd.getOrDefault(end, List.of());
    }

    Optional<Lag> lagOf(SwitchPort port) {
        return Optional.ofNullable(lagByPort.get(port.id()));
    }

    boolean isNlbMember(Vm vm) {
        for (VirtualNic nic : vNicsOf(vm.id())) {
            if (nlbMembers.contains(nic.id())) {
                return true;
            }
        }
        return false;
    }

    /// The stated speed, else the fastest that the model can do.
    Optional<Mbps> speedOf(PhysicalNic nic) {
        return nic.linkSpeedMbps().find().or(() -> nic.model().find().flatMap(id -> find(id, NicModel.class))
                .flatMap(model -> model.linkSpeedsMbps().orElse(List.of()).stream().max(Mbps::compareTo)));
    }

    String modelOf(PhysicalNic nic) {
        return nic.model().find().flatMap(id -> find(id, NicModel.class)).map(NicModel::name)
                .or(() -> nic.vendor().find()).orElse("");
    }

    /// What a cable carries: as stated on it, else as much as the slower end can do.
    Optional<Mbps> speedOf(Cable cable) {
        return cable.bandwidthMbps().find().or(() -> Stream.of(cable.endA(), cable.endB())
                .flatMap(end -> speedAt(end).stream()).min(Mbps::compareTo));
    }

    private Optional<Mbps> speedAt(Id end) {
        return find(end, PhysicalNic.class).flatMap(this::speedOf)
                .or(() -> find(end, SwitchPort.class).flatMap(port -> port.speedMbps().find()));
    }

    /// The hosts on which the members of an NLB cluster run.
    Set<Id> hostsOf(NlbCluster cluster) {
        var hosts = new TreeSet<Id>();
        for (NlbNode node : cluster.nodes().orElse(List.of())) {
            find(node.member(), VirtualNic.class)
                    .map(nic -> find(nic.owner(), Vm.class).map(Vm::host).orElse(nic.owner()))
                    .or(() -> find(node.member(), PhysicalNic.class).map(PhysicalNic::host))
                    .or(() -> find(node.member(), TeamInterface.class)
                            .flatMap(own -> find(own.team(), Team.class)).map(Team::owner))
                    .ifPresent(hosts::add);
        }
        return hosts;
    }

    /// Routers and load balancers as they are drawn.
    List<Id> devices() {
        return Stream.concat(design.all(Router.class).map(Element::id),
                design.all(HardwareLoadBalancer.class).map(this::drawnAs).distinct()).toList();
    }

    /// The load balancer that stands for both of a pair: the one with the smaller id.
    Id drawnAs(HardwareLoadBalancer balancer) {
        return pairOf(balancer).getFirst().id();
    }

    /// A load balancer with the one that stands in for it, sorted by id.
    List<HardwareLoadBalancer> pairOf(HardwareLoadBalancer balancer) {
        Optional<HardwareLoadBalancer> peer = balancer.haPeer().find()
                .flatMap(id -> find(id, HardwareLoadBalancer.class))
                .or(() -> design.all(HardwareLoadBalancer.class)
                        .filter(other -> other.haPeer().is(balancer.id())).findFirst())
                .filter(other -> !other.id().equals(balancer.id()));
        return Stream.concat(Stream.of(balancer), peer.stream()).sorted(Comparator.comparing(Element::id)).toList();
    }

    boolean isDrawnAs(Id end, Id device) {
        return end.equals(device) || find(end, HardwareLoadBalancer.class)
                .filter(balancer -> drawnAs(balancer).equals(device)).isPresent();
    }

    /// All cables of a router, or of either load balancer of a pair.
    List<Cable> deviceCables(Id device) {
        List<Id> ends = find(device, HardwareLoadBalancer.class)
                .map(balancer -> pairOf(balancer).stream().map(Element::id).toList()).orElse(List.of(device));
        return ends.stream().flatMap(end -> cablesAt(end).stream()).distinct().toList();
    }

    Id farEnd(Cable cable, Id end) {
        return cable.endA().equals(end) ? cable.endB() : cable.endA();
    }

    boolean isHostEnd(Id end) {
        return find(end, PhysicalNic.class).isPresent();
    }

    /// The element whose drawing holds the end of a cable.
    Optional<Id> containerOf(Id end) {
        return Optional.ofNullable(elementById.get(end)).map(element -> switch (element) {
            case PhysicalNic nic -> nic.host();
            case SwitchPort port -> port.onSwitch();
            case HardwareLoadBalancer balancer -> drawnAs(balancer);
            default -> end;
        });
    }

    /// Which movable elements show an element, the one that it is part of first.
    List<Id> holdersOf(Id id) {
        return switch (elementById.get(id)) {
            case PhysicalNic nic -> List.of(nic.host());
            case VirtualSwitch vSwitch -> List.of(vSwitch.host());
            case Vm vm -> List.of(vm.host());
            case VirtualNic nic -> List.of(hostOf(nic.owner()));
            case Team team -> List.of(hostOf(team.owner()));
            case TeamInterface own -> find(own.team(), Team.class).map(Team::owner)
                    .filter(owner -> elementById.get(owner) instanceof Host).stream().toList();
            case ClusterNetwork network -> networksByCluster.entrySet().stream()
                    .filter(cluster -> cluster.getValue().contains(network))
                    .flatMap(cluster -> hostsByCluster.getOrDefault(cluster.getKey(), List.of()).stream())
                    .map(Element::id).sorted().toList();
            case SwitchPort port -> List.of(port.onSwitch());
            case Lag lag -> lag.memberPorts().stream().flatMap(port -> find(port, SwitchPort.class).stream())
                    .filter(port -> lagByPort.get(port.id()) == lag).map(SwitchPort::onSwitch).distinct().sorted()
                    .toList();
            case L3Interface own -> unitsOf(own.device()).toList();
            case HardwareLoadBalancer balancer when !drawnAs(balancer).equals(id) -> List.of(drawnAs(balancer));
            case null, default -> List.of();
        };
    }

    /// The host that a guest runs on, or the host itself.
    private Id hostOf(Id owner) {
        return elementById.get(owner) instanceof Vm vm ? vm.host() : owner;
    }

    private Stream<Id> unitsOf(Id device) {
        return find(device, SwitchStack.class).map(stack -> unitsOf(stack).stream().map(Element::id))
                .orElse(Stream.of(device));
    }

    /// The chip, NIC or bar that shows a member of an NLB cluster.
    Id shownAs(Id member) {
        return find(member, VirtualNic.class).flatMap(nic -> find(nic.owner(), Vm.class)).map(Vm::id)
                .or(() -> find(member, TeamInterface.class).map(TeamInterface::team)).orElse(member);
    }

    boolean isBetweenSwitches(Cable cable) {
        return find(cable.endA(), SwitchPort.class).isPresent()
                && find(cable.endB(), SwitchPort.class).isPresent();
    }

    /// The colour of the one network that a cable carries, when that is one with a lane.
    Optional<Token> laneOf(Cable cable) {
        return laneAt(cable.endB()).or(() -> laneAt(cable.endA()));
    }

    private Optional<Token> laneAt(Id end) {
        return elementById.get(end) instanceof PhysicalNic nic && elementById.get(nic.host()) instanceof Host host
                ? networks.find(host, nic.ip()).filter(Networks::isLane).map(networks::tokenOf) : Optional.empty();
    }

    boolean hasLag(Id unit) {
        return switchesWithLag.contains(unit);
    }

    /// Everything that the card of a host shows: while this is the same, so is the card.
    List<Object> shownIn(Host host) {
        var shown = new ArrayList<Object>();
        shown.add(host);
        for (PhysicalNic nic : nicsOf(host)) {
            shown.add(nic);
            nic.model().find().map(this::element).ifPresent(shown::add);
        }
        for (Team team : teamsOf(host.id())) {
            shown.add(team);
            shown.addAll(interfacesOf(team));
        }
        shown.addAll(virtualSwitchesOf(host));
        shown.addAll(vNicsOf(host.id()));
        for (Vm vm : vmsOf(host)) {
            shown.add(vm);
            shown.addAll(vNicsOf(vm.id()));
            shown.addAll(teamsOf(vm.id()));
            shown.add(isNlbMember(vm));
        }
        host.failoverCluster().find().ifPresent(cluster -> networksOf(cluster).forEach(network -> {
            shown.add(network);
            shown.add(networks.tokenOf(network));
        }));
        return shown;
    }

    /// Everything that the chassis of a switch shows, besides where its neighbours stand.
    List<Object> shownOn(Switch unit) {
        var shown = new ArrayList<Object>();
        shown.add(unit);
        unit.stack().find().map(this::element).ifPresent(shown::add);
        unit.model().find().map(this::element).ifPresent(shown::add);
        for (SwitchPort port : portsOf(unit)) {
            shown.add(port);
            shown.add(cablesAt(port.id()).isEmpty());
            lagOf(port).ifPresent(shown::add);
        }
        shown.add(groupOf(unit.id()));
        shown.add(hasSeveralSwitches());
        shown.addAll(routedInterfacesOf(unit.id()));
        return shown;
    }

    Networks networks() {
        return networks;
    }

    /// The stack or MLAG pair that a switch or a stack belongs to, the outermost one.
    Optional<Id> groupOf(Id unit) {
        return Optional.ofNullable(groupBySwitch.get(unit));
    }

    boolean hasSeveralSwitches() {
        return design.all(Kind.SWITCH).size() > 1;
    }

    List<Switch> unitsOf(SwitchStack stack) {
        return design.all(Switch.class).filter(unit -> unit.stack().is(stack.id())).toList();
    }

    /// The switch of a host that a virtual NIC names, by id or by name: a VM keeps the name on every host.
    Optional<VirtualSwitch> virtualSwitchOf(VirtualNic nic, Host host) {
        if (nic.vSwitch() instanceof Attribute.Known<String>(String named)) {
            for (VirtualSwitch vSwitch : virtualSwitchesOf(host)) {
                if (vSwitch.id().text().equals(named) || vSwitch.name().equals(named)) {
                    return Optional.of(vSwitch);
                }
            }
        }
        return Optional.empty();
    }

    private Map<Id, List<ClusterNetwork>> networksByCluster() {
        List<Id> clusters = design.all(FailoverCluster.class).map(Element::id).toList();
        var networks = groupedIfKnown(ClusterNetwork.class, ClusterNetwork::cluster);
        if (clusters.size() == 1) {
            // A network that names no cluster belongs to the only one there is.
            design.all(ClusterNetwork.class).filter(network -> !network.cluster().isKnown())
                    .forEach(network -> networks.computeIfAbsent(clusters.getFirst(), _ -> new ArrayList<>())
                            .add(network));
        }
        return networks;
    }

    private <E extends Element> Map<Id, List<E>> grouped(Class<E> type, Function<E, Id> container) {
        return grouped(design.all(type), container);
    }

    private <E extends Element> Map<Id, List<E>> groupedIfKnown(Class<E> type,
            Function<E, Attribute<Id>> container) {
        return grouped(design.all(type).filter(element -> container.apply(element).isKnown()),
                element -> container.apply(element).find().orElseThrow());
    }

    private static <E extends Element> Map<Id, List<E>> grouped(Stream<E> elements, Function<E, Id> container) {
        var byContainer = new HashMap<Id, List<E>>();
        elements.forEach(element -> byContainer.computeIfAbsent(container.apply(element), _ -> new ArrayList<>(4))
                .add(element));
        byContainer.values().forEach(group -> {
            if (group.size() > 1) {
                group.sort(ByName.ORDER);
            }
        });
        return byContainer;
    }
}
