package io.plumbline.diagram;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.Mbps;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NicModel;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What lies in what, looked up by the container: made in one walk over the design.
final class Contents {
    private final Design design;
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
    private final Networks networks;

    private Contents(Design design) {
        this.design = design;
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
        return vNicsOf(vm.id()).stream().anyMatch(nic -> nlbMembers.contains(nic.id()));
    }

    /// The stated speed, else the fastest that the model can do.
    Optional<Mbps> speedOf(PhysicalNic nic) {
        return nic.linkSpeedMbps().find().or(() -> nic.model().find().flatMap(id -> design.find(id, NicModel.class))
                .flatMap(model -> model.linkSpeedsMbps().orElse(List.of()).stream().max(Mbps::compareTo)));
    }

    /// What a cable carries: as stated on it, else as much as the slower end can do.
    Optional<Mbps> speedOf(Cable cable) {
        return cable.bandwidthMbps().find().or(() -> Stream.of(cable.endA(), cable.endB())
                .flatMap(end -> speedAt(end).stream()).min(Mbps::compareTo));
    }

    private Optional<Mbps> speedAt(Id end) {
        return design.find(end, PhysicalNic.class).flatMap(this::speedOf)
                .or(() -> design.find(end, SwitchPort.class).flatMap(port -> port.speedMbps().find()));
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
        return nic.vSwitch().find().flatMap(named -> virtualSwitchesOf(host).stream()
                .filter(vSwitch -> vSwitch.id().text().equals(named) || vSwitch.name().equals(named)).findFirst());
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
        elements.forEach(element -> byContainer.computeIfAbsent(container.apply(element), _ -> new ArrayList<>())
                .add(element));
        return byContainer;
    }
}
