package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Lag;
import io.plumbline.model.MlagPair;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Cables, LAGs, and which switches act as one.
public final class Wiring {
    private final Topology topology;
    private final Relation cablesByEnd;
    private final Relation lagsByPort;
    private final Relation pairsBySwitch;
    private final Relation pairsByPeerLink;
    private final Relation lagsByOwner;
    private final Memo<Id, Optional<Lag>> twins;

    Wiring(Topology topology, Index index) {
        this.topology = topology;
        cablesByEnd = Relation.of(index, (pairs, element) -> {
            Cable cable = (Cable) element;
            pairs.owner(cable.endA());
            if (!cable.endA().equals(cable.endB())) {
                pairs.owner(cable.endB());
            }
        }, Kind.CABLE);
        lagsByPort = Relation.of(index, (pairs, element) -> ((Lag) element).memberPorts().stream().distinct()
                .forEach(pairs::owner), Kind.LAG);
        pairsBySwitch = Relation.of(index, (pairs, element) -> ((MlagPair) element).switches().stream().distinct()
                .forEach(pairs::owner), Kind.MLAG_PAIR);
        pairsByPeerLink = Relation.of(index, (pairs, element) -> ((MlagPair) element).peerLink().find()
                .ifPresent(pairs::owner), Kind.MLAG_PAIR);
        lagsByOwner = Relation.of(index, (pairs, element) -> owners((Lag) element).forEach(pairs::owner), Kind.LAG);
        twins = new Memo<>(index);
    }

    List<Relation> relations() {
        return List.of(cablesByEnd, lagsByPort, pairsBySwitch, pairsByPeerLink, lagsByOwner);
    }

    // Cables

    /// The cables plugged into a port, NIC, router or load balancer.
    public List<Cable> cables(Id end) {
        return cablesByEnd.of(end, Cable.class);
    }

    public boolean isCabled(Id end) {
        return !cables(end).isEmpty();
    }

    /// The first cable at an end; a port or NIC has at most one unless the drawing is wrong.
    public Optional<Cable> cable(Id end) {
        return cables(end).stream().findFirst();
    }

    /// The id at the other end of a cable.
    public static Id other(Cable cable, Id end) {
        return cable.endA().equals(end) ? cable.endB() : cable.endA();
    }

    /// What the first cable of an end leads to.
    public Optional<Element> peer(Id end) {
        return cable(end).map(cable -> topology.element(other(cable, end)));
    }

    /// What all cables of an end lead to.
    public List<Element> peers(Id end) {
        List<Cable> cables = cables(end);
        if (cables.isEmpty()) {
            return List.of();
        }
        if (cables.size() == 1) {
            return List.of(topology.element(other(cables.getFirst(), end)));
        }
        return cables.stream().map(cable -> topology.element(other(cable, end))).toList();
    }

    /// The switch port that a NIC is plugged into.
    public Optional<SwitchPort> port(PhysicalNic nic) {
        for (Cable cable : cables(nic.id())) {
            Optional<SwitchPort> port = topology.find(other(cable, nic.id()), SwitchPort.class);
            if (port.isPresent()) {
                return port;
            }
        }
        return Optional.empty();
    }

    public CableKind kind(Cable cable) {
        boolean nicA = topology.is(cable.endA(), PhysicalNic.class);
        boolean nicB = topology.is(cable.endB(), PhysicalNic.class);
        if (nicA || nicB) {
            return nicA && nicB ? CableKind.DIRECT : CableKind.HOST;
        }
        if (topology.is(cable.endA(), SwitchPort.class) && topology.is(cable.endB(), SwitchPort.class)) {
            return isPeerLink(cable.endA()) || isPeerLink(cable.endB()) ? CableKind.PEER : CableKind.INTER_SWITCH;
        }
        return CableKind.UPLINK;
    }

    /// Whether a port (or LAG) belongs to the peer link of an MLAG pair.
    public boolean isPeerLink(Id portOrLag) {
        return pairOfPeerLink(portOrLag).isPresent();
    }

    /// The pair whose peer link ends here. The link is drawn as the LAG of one peer; the LAG at the far end of its cables
    /// is the same link.
    private Optional<MlagPair> pairOfPeerLink(Id portOrLag) {
        List<Lag> lags = topology.find(portOrLag, Lag.class).map(List::of).orElseGet(() -> lags(portOrLag));
        for (Lag lag : lags) {
            Optional<MlagPair> own = pairsByPeerLink.of(lag.id(), MlagPair.class).stream().findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        List<Id> ports = lags.isEmpty() ? List.of(portOrLag)
                : lags.stream().flatMap(lag -> lag.memberPorts().stream()).toList();
        return ports.stream().flatMap(port -> peers(port).stream()).filter(SwitchPort.class::isInstance)
                .flatMap(far -> lags(far.id()).stream())
                .flatMap(lag -> pairsByPeerLink.of(lag.id(), MlagPair.class).stream()).findFirst();
    }

    /// Whether a port leads to a NIC of a host.
    public boolean isHostFacing(Id port) {
        return peers(port).stream().anyMatch(PhysicalNic.class::isInstance);
    }

    /// Whether a port (or a port of a LAG) leads to another switch.
    public boolean isInterSwitch(Id portOrLag) {
        return members(portOrLag).stream().flatMap(port -> peers(port).stream())
                .anyMatch(SwitchPort.class::isInstance);
    }

    // LAGs

    /// The LAGs a port is in: at most one unless the drawing is wrong.
    public List<Lag> lags(Id port) {
        return lagsByPort.of(port, Lag.class);
    }

    public Optional<Lag> lag(Id port) {
        return lags(port).stream().findFirst();
    }

    /// The LAG of a port where it is bundled, else the port itself: where frames are sent to.
    public Id logicalPort(Id port) {
        return lag(port).map(Lag::id).orElse(port);
    }

    /// The ports of a LAG; of a port the port.
    public List<Id> members(Id portOrLag) {
        return topology.find(portOrLag, Lag.class).map(Lag::memberPorts).orElseGet(() -> List.of(portOrLag));
    }

    /// The switches or stacks a LAG ends on: those of its ports, or the stated one while it has none.
    public SequencedSet<Id> owners(Lag lag) {
        SequencedSet<Id> owners = new LinkedHashSet<>();
        for (Id port : lag.memberPorts()) {
            owners.add(controlPlane(port).id());
        }
        if (owners.isEmpty() && lag.owner() instanceof Attribute.Known<Id>(Id stated)) {
            owners.add(controlPlane(stated).id());
        }
        return owners;
    }

    /// The LAGs of a switch or stack.
    public List<Lag> lagsOf(Id device) {
        return lagsByOwner.of(controlPlane(device).id(), Lag.class);
    }

    /// The LAG on the other peer of an MLAG pair that has the same MLAG id: the two are one.
    public Optional<Lag> twin(Lag lag) {
        return twins.get(lag.id(), _ -> findTwin(lag));
    }

    private Optional<Lag> findTwin(Lag lag) {
        if (!(lag.mlagId() instanceof Attribute.Known<Integer>(Integer mlagId))) {
            return Optional.empty();
        }
        for (Id owner : owners(lag)) {
            for (Id peer : mlagPair(owner).map(MlagPair::switches).orElse(List.of())) {
                Id plane = controlPlane(peer).id();
                if (!plane.equals(owner)) {
                    Optional<Lag> twin = lagsOf(plane).stream().filter(each -> each.mlagId().is(mlagId)).findFirst();
                    if (twin.isPresent()) {
                        return twin;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The id that stands for a LAG and its MLAG twin alike.
    public Id bundle(Lag lag) {
        return twin(lag).map(Lag::id).filter(twin -> twin.compareTo(lag.id()) < 0).orElse(lag.id());
    }

    // Switches

    /// The stack of a switch (or of a port's switch) where it has one, else the switch. MLAG peers are two.
    public Element controlPlane(Id switchOrPort) {
        return switch (topology.element(switchOrPort)) {
            case SwitchPort port -> controlPlane(port.onSwitch());
            case Switch each -> each.stack().find().<Element>flatMap(id -> topology.find(id, SwitchStack.class)
                    .map(stack -> stack)).orElse(each);
            case Element other -> other;
        };
    }

    /// The MLAG pair that a switch (or its stack) is a peer of.
    public Optional<MlagPair> mlagPair(Id switchOrPort) {
        Optional<MlagPair> pair =
                pairsBySwitch.of(controlPlane(switchOrPort).id(), MlagPair.class).stream().findFirst();
        // A pair may name a unit instead of its stack.
        return pair.isPresent() ? pair
                : units(controlPlane(switchOrPort).id()).stream()
                        .flatMap(unit -> pairsBySwitch.of(unit.id(), MlagPair.class).stream()).findFirst();
    }

    /// One LAG may only end inside one LAG domain: the MLAG pair where there is one, else the control plane.
    public Element lagDomain(Id switchOrPort) {
        return mlagPair(switchOrPort).<Element>map(pair -> pair).orElseGet(() -> controlPlane(switchOrPort));
    }

    /// The switches of a stack; of a lone switch the switch.
    public List<Switch> units(Id device) {
        return topology.find(device, Switch.class).map(List::of).orElseGet(() -> topology.units(device));
    }

    /// The ports of a switch or of all units of a stack.
    public List<SwitchPort> ports(Id device) {
        if (topology.find(device, Switch.class).isPresent()) {
            return topology.ports(device);
        }
        List<SwitchPort> ports = new ArrayList<>();
        units(device).forEach(unit -> ports.addAll(topology.ports(unit.id())));
        return ports;
    }

    /// The switch or stack on which a port or LAG lies.
    public Id deviceOf(Id portOrLag) {
        return topology.find(portOrLag, Lag.class).flatMap(lag -> owners(lag).stream().findFirst())
                .orElseGet(() -> controlPlane(portOrLag).id());
    }

    /// Every control plane of the design: stacks, and switches that are in none.
    public List<Element> controlPlanes() {
        List<Element> planes = new ArrayList<>();
        for (Switch each : topology.all(Switch.class)) {
            Element plane = controlPlane(each.id());
            if (plane == each || units(plane.id()).getFirst().id().equals(each.id())) {
                planes.add(plane);
            }
        }
        return planes;
    }
}
