package io.plumbline.topology;

import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.L3Interface;
import io.plumbline.model.MlagPair;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.PortMode;
import io.plumbline.model.Router;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.UnregisteredMulticast;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// In which VLAN an adapter's frames travel, which ports and links carry a VLAN, and how far it reaches.
public final class Vlans {
    private final Topology topology;
    private final Cell<List<Link>> links;
    private final Map<VlanId, Cell<Fabric>> fabrics = new ConcurrentHashMap<>();

    Vlans(Topology topology) {
        this.topology = topology;
        links = topology.cell(Topology.Fact.LINKS, this::findLinks, List::equals);
    }

    void compare(Vlans before, Changes changes) {
        links.compare(before.links, changes);
        before.fabrics.forEach((vlan, fabric) -> cell(vlan).compare(fabric, changes));
    }

    void follow(Changes changes) {
        links.follow(changes);
        fabrics.values().forEach(fabric -> fabric.follow(changes));
    }

    /// The number of a VLAN element.
    public Answer<VlanId> idOf(Id vlan) {
        return topology.effective().vlanId(topology.element(vlan, Vlan.class));
    }

    /// The VLAN elements with this number.
    public List<Vlan> named(VlanId vlan) {
        return topology.all(Vlan.class).stream().filter(each -> each.vlanId().is(vlan)).toList();
    }

    // Adapters

    /// effectiveVlan(e): the VLAN of the NIC, team interface or management-OS adapter where one is set, else that of
    /// untagged frames at the switch port.
    public Answer<EffectiveVlan> effective(Endpoint endpoint) {
        return switch (endpoint.element()) {
            case PhysicalNic nic -> effective(nic);
            case TeamInterface each -> effective(each);
            case VirtualNic nic -> effective(nic, endpoint.host());
            case Element other -> throw new IllegalArgumentException(other.id() + " is no endpoint.");
        };
    }

    public Answer<EffectiveVlan> effective(PhysicalNic nic) {
        return topology.effective().vlanId(nic).then(vlan -> vlan.isNone() ? untagged(List.of(nic))
                : Answer.sure(EffectiveVlan.tagged(vlan)));
    }

    public Answer<EffectiveVlan> effective(TeamInterface each) {
        return topology.effective().vlanId(each).then(vlan -> vlan.isNone()
                ? untagged(topology.uplinks().nicsOf(each))
                : Answer.sure(EffectiveVlan.tagged(vlan)));
    }

    /// effectiveVlan(vNic) where the adapter stands now.
    public Answer<EffectiveVlan> effective(VirtualNic nic) {
        return topology.hostOf(nic.owner()).map(host -> effective(nic, host.id()))
                .orElseGet(() -> Answer.sure(new EffectiveVlan(EffectiveVlan.Tagging.UNTAGGED, VlanSet.NONE)));
    }

    /// effectiveVlan(vNic) on a host it can stand on.
    public Answer<EffectiveVlan> effective(VirtualNic nic, Id host) {
        return topology.effective().vlanMode(nic).then(mode -> switch (mode) {
            case ACCESS -> topology.effective().vlanId(nic).then(vlan -> vlan.isNone() ? untagged(nic, host)
                    : Answer.sure(EffectiveVlan.tagged(vlan)));
            case UNTAGGED -> untagged(nic, host);
            case TRUNK -> topology.effective().allowedVlanIds(nic)
                    .map(vlans -> new EffectiveVlan(EffectiveVlan.Tagging.TRUNK, vlans));
        });
    }

    private Answer<EffectiveVlan> untagged(VirtualNic nic, Id host) {
        return topology.uplinks().virtualSwitch(nic, host).then(each -> each.map(this::untagged)
                .orElseGet(() -> untagged(List.of())));
    }

    /// Frames without a tag of their own get that of the team interface or NIC below, where somebody set one.
    private Answer<EffectiveVlan> untagged(VirtualSwitch each) {
        return topology.uplinks().uplink(each).then(uplink -> switch (uplink.orElse(null)) {
            case null -> untagged(List.of());
            case PhysicalNic nic -> effective(nic);
            case TeamInterface below -> effective(below);
            case Team team -> untagged(topology.uplinks().nics(team));
            case Element other -> throw new IllegalArgumentException(other.id() + " is no uplink.");
        });
    }

    private Answer<EffectiveVlan> untagged(List<PhysicalNic> nics) {
        List<Answer<VlanId>> vlans = topology.uplinks().hostPorts(nics).stream().map(this::ofUntagged).toList();
        return Answer.all(vlans).map(all -> new EffectiveVlan(EffectiveVlan.Tagging.UNTAGGED,
                VlanSet.of(all.stream().mapToInt(VlanId::value).filter(id -> id > 0).toArray())));
    }

    // Ports and links

    /// The VLAN of untagged frames at a port or LAG: its access or its native VLAN.
    public Answer<VlanId> ofUntagged(Id port) {
        return topology.switches().mode(port).then(mode -> mode == PortMode.ACCESS
                ? topology.switches().accessVlan(port)
                : topology.switches().nativeVlan(port));
    }

    /// Whether a port (or LAG) carries a VLAN for frames that come tagged: a trunk that allows it.
    public Answer<Boolean> carriesTagged(Id port, VlanId vlan) {
        return Answer.allOf(List.of(isTrunk(port),
                topology.switches().allowedVlans(port).then(allowed -> Answer.sure(allowed.contains(vlan)))));
    }

    /// Whether untagged frames at a port (or LAG) are in this VLAN.
    public Answer<Boolean> carriesUntagged(Id port, VlanId vlan) {
        return ofUntagged(port).then(untagged -> Answer.sure(untagged.equals(vlan)));
    }

    /// Whether a port (or LAG) carries a VLAN in either way.
    public Answer<Boolean> carries(Id port, VlanId vlan) {
        return Answer.anyOf(List.of(carriesTagged(port, vlan), carriesUntagged(port, vlan)));
    }

    /// Whether frames of a VLAN leave a port (or LAG) with a tag.
    public Answer<Boolean> tags(Id port, VlanId vlan) {
        return Answer.allOf(List.of(isTrunk(port), Answer.anyOf(List.of(topology.switches().tagNative(port),
                topology.switches().nativeVlan(port).then(own -> Answer.sure(!own.equals(vlan)))))));
    }

    private Answer<Boolean> isTrunk(Id port) {
        return topology.switches().mode(port).then(mode -> Answer.sure(mode == PortMode.TRUNK));
    }

    /// Whether both ends of a link between switches carry a VLAN.
    public Answer<Boolean> carries(Link link, VlanId vlan) {
        List<Answer<Boolean>> ends = new ArrayList<>();
        link.portA().ifPresent(port -> ends.add(carriesBetween(port, vlan)));
        link.portB().ifPresent(port -> ends.add(carriesBetween(port, vlan)));
        return Answer.allOf(ends);
    }

    /// A trunk between switches carries what its list allows, its native VLAN only if that is listed too.
    private Answer<Boolean> carriesBetween(Id port, VlanId vlan) {
        return topology.switches().mode(port).then(mode -> mode == PortMode.TRUNK
                ? topology.switches().allowedVlans(port).then(allowed -> Answer.sure(allowed.contains(vlan)))
                : topology.switches().accessVlan(port).then(own -> Answer.sure(own.equals(vlan))));
    }

    /// The ports or LAGs at the two ends of a link, as frames of a VLAN pass them.
    public Answer<List<Hop>> hops(Link link, VlanId vlan) {
        List<Answer<Hop>> ends = new ArrayList<>();
        link.portA().ifPresent(port -> ends.add(hop(port, link.a(), vlan)));
        link.portB().ifPresent(port -> ends.add(hop(port, link.b(), vlan)));
        return Answer.all(ends);
    }

    Answer<Hop> hop(Id port, Id device, VlanId vlan) {
        return tags(port, vlan).map(tagged -> new Hop(port, device, vlan, tagged, Hop.Place.INTER_SWITCH));
    }

    /// What joins the control planes of the design, whatever VLANs it carries.
    public List<Link> links() {
        return links.get();
    }

    private List<Link> findLinks() {
        Map<List<Id>, List<Cable>> cablesByEnds = new LinkedHashMap<>();
        for (Cable cable : topology.all(Cable.class)) {
            if (!topology.is(cable.endA(), SwitchPort.class) || !topology.is(cable.endB(), SwitchPort.class)
                    || isDown(topology.element(cable.endA(), SwitchPort.class))
                    || isDown(topology.element(cable.endB(), SwitchPort.class))
                    || topology.wiring().controlPlane(cable.endA()) == topology.wiring().controlPlane(cable.endB())) {
                continue;
            }
            Id endA = topology.wiring().logicalPort(cable.endA());
            Id endB = topology.wiring().logicalPort(cable.endB());
            boolean turned = endA.compareTo(endB) > 0;
            // The two LAGs may each hold cables to several devices; the devices belong to the key.
            Id deviceA = topology.wiring().controlPlane(cable.endA()).id();
            Id deviceB = topology.wiring().controlPlane(cable.endB()).id();
            cablesByEnds.computeIfAbsent(turned ? List.of(deviceB, deviceA, endB, endA)
                    : List.of(deviceA, deviceB, endA, endB), _ -> new ArrayList<>()).add(cable);
        }
        List<Link> found = new ArrayList<>();
        cablesByEnds.forEach((ends, cables) -> found.add(new Link(ends.get(0), ends.get(1),
                Optional.of(ends.get(2)), Optional.of(ends.get(3)), cables,
                topology.wiring().isPeerLink(ends.get(2)) || topology.wiring().isPeerLink(ends.get(3)))));
        for (MlagPair pair : topology.all(MlagPair.class)) {
            List<Id> peers = pair.switches().stream().map(each -> topology.wiring().controlPlane(each).id()).distinct()
                    .toList();
            // A pair whose peer link is not drawn yet is joined all the same: without one it would be no pair.
            if (peers.size() == 2 && found.stream().noneMatch(link -> joins(link, peers))) {
                found.add(new Link(peers.get(0), peers.get(1), Optional.empty(), Optional.empty(), List.of(), true));
            }
        }
        return Collections.unmodifiableList(found);
    }

    private static boolean joins(Link link, List<Id> peers) {
        return peers.contains(link.a()) && peers.contains(link.b());
    }

    private static boolean isDown(SwitchPort port) {
        return port.adminUp().is(false);
    }

    // Reach

    Fabric fabric(VlanId vlan) {
        return cell(vlan).get();
    }

    private Cell<Fabric> cell(VlanId vlan) {
        return fabrics.computeIfAbsent(vlan,
                each -> topology.cell(each, () -> new Fabric(this, each, links()), Fabric::isSame));
    }

    /// vlanPath(v, A, B): whether a chain of links that carry the VLAN at both ends joins two control planes. The units of
    /// a stack are one; MLAG peers are joined by their peer link.
    public Answer<Boolean> path(VlanId vlan, Id deviceA, Id deviceB) {
        return fabric(vlan).connected(topology.wiring().controlPlane(deviceA).id(),
                topology.wiring().controlPlane(deviceB).id());
    }

    /// The links a VLAN takes between two control planes.
    public Ways ways(VlanId vlan, Id deviceA, Id deviceB) {
        return fabric(vlan).ways(topology.wiring().controlPlane(deviceA).id(),
                topology.wiring().controlPlane(deviceB).id());
    }

    /// The control planes that a VLAN surely joins to this one, itself included.
    public Set<Id> domain(VlanId vlan, Id device) {
        return Collections.unmodifiableSet(fabric(vlan).reached(topology.wiring().controlPlane(device).id()));
    }

    /// The control planes that have a cabled port in the VLAN, or route it.
    public SortedSet<Id> devices(VlanId vlan) {
        SortedSet<Id> found = new TreeSet<>();
        for (Element plane : topology.wiring().controlPlanes()) {
            if (!forwarding(plane.id(), vlan).isEmpty() || !gatewaysOn(plane.id(), vlan).isEmpty()) {
                found.add(plane.id());
            }
        }
        return found;
    }

    /// floodSet(vlan, ingress): every port that a frame with an unknown address comes out of, in the whole reach of the
    /// VLAN: ports with a link that surely carry it, a LAG counting once, without the one it came in by. Empty ingress:
    /// all of them, on this device and what it is joined to.
    public SortedSet<Id> floodSet(VlanId vlan, Id device, Optional<Id> ingress) {
        SortedSet<Id> ports = new TreeSet<>();
        domain(vlan, device).forEach(each -> ports.addAll(forwarding(each, vlan)));
        ingress.map(topology.wiring()::logicalPort).ifPresent(ports::remove);
        return Collections.unmodifiableSortedSet(ports);
    }

    /// The ports and LAGs of one device that have a link and surely carry a VLAN.
    public SortedSet<Id> forwarding(Id device, VlanId vlan) {
        SortedSet<Id> ports = new TreeSet<>();
        for (SwitchPort port : topology.wiring().ports(topology.wiring().controlPlane(device).id())) {
            if (!isDown(port) && topology.wiring().isCabled(port.id())) {
                Id logical = topology.wiring().logicalPort(port.id());
                if (!ports.contains(logical) && carries(logical, vlan).is(true)) {
                    ports.add(logical);
                }
            }
        }
        return ports;
    }

    /// filtered(s, v, port): whether a switch drops unregistered multicast of a VLAN at a port or LAG.
    public Answer<Boolean> filtered(Id device, VlanId vlan, Id port) {
        return Answer.anyOf(List.of(
                topology.switches().unregisteredMulticast(device, vlan, port)
                        .then(what -> Answer.sure(what == UnregisteredMulticast.FILTER)),
                topology.switches().blockUnknownMulticast(port)));
    }

    // Gateways

    /// The layer-3 interfaces that route into a VLAN. Those of which the VLAN is not known are in no answer.
    public List<L3Interface> gateways(VlanId vlan) {
        return named(vlan).stream().flatMap(each -> topology.gatewaysIn(each.id()).stream()).toList();
    }

    /// The layer-3 interfaces of a device in a VLAN.
    public List<L3Interface> gatewaysOn(Id device, VlanId vlan) {
        return topology.gateways(device).stream()
                .filter(each -> each.vlan().find().map(id -> idOf(id).is(vlan)).orElse(false)).toList();
    }

    /// The ports and LAGs that lead to a router with a layer-3 interface in the VLAN.
    public SortedSet<Id> gatewayPorts(VlanId vlan) {
        SortedSet<Id> ports = new TreeSet<>();
        for (L3Interface gateway : gateways(vlan)) {
            if (topology.find(gateway.device(), Router.class).isPresent()) {
                topology.wiring().peers(gateway.device()).stream().filter(SwitchPort.class::isInstance)
                        .map(port -> topology.wiring().logicalPort(port.id()))
                        .filter(port -> carries(port, vlan).is(true)).forEach(ports::add);
            }
        }
        return ports;
    }

    /// The hosts whose NICs are cabled to a port or LAG.
    public List<Host> hostsAt(Id port) {
        return topology.wiring().members(port).stream().flatMap(each -> topology.wiring().peers(each).stream())
                .filter(PhysicalNic.class::isInstance).map(PhysicalNic.class::cast)
                .map(nic -> topology.element(nic.host(), Host.class)).distinct().toList();
    }
}
