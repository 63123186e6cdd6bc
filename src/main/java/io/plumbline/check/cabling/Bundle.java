package io.plumbline.check.cabling;

import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Topology;
import io.plumbline.topology.Wiring;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One end of an aggregate, a LAG with its MLAG twin, and where its cables lead.
///
/// @param halves the LAG, or the two of one MLAG id; the first speaks for both
/// @param ends   its cables
/// @param peer   the aggregate to which most of them lead: the id of a team, of a LAG (the first of a bundle) or of a
///               device that is no switch
record Bundle(Topology topology, List<Lag> halves, List<End> ends, Optional<Id> peer) {

    /// @param lag       the half that holds the port
    /// @param port      the port
    /// @param far       what its cable leads to
    /// @param aggregate the aggregate that this belongs to, if any
    record End(Lag lag, Id port, Cable cable, Element far, Optional<Id> aggregate) {}

    /// The bundle that a LAG speaks for; empty for the second half.
    static Optional<Bundle> of(Topology topology, Lag lag) {
        Wiring wiring = topology.wiring();
        if (!wiring.bundle(lag).equals(lag.id())) {
            return Optional.empty();
        }
        List<Lag> halves = wiring.twin(lag).filter(twin -> wiring.bundle(twin).equals(lag.id()))
                .map(twin -> List.of(lag, twin)).orElseGet(() -> List.of(lag));
        List<End> ends = new ArrayList<>();
        for (Lag half : halves) {
            for (Id port : half.memberPorts()) {
                for (Cable cable : wiring.cables(port)) {
                    Element far = topology.element(Wiring.other(cable, port));
                    ends.add(new End(half, port, cable, far, aggregate(topology, far)));
                }
            }
        }
        return Optional.of(new Bundle(topology, halves, ends, peer(topology, lag.id(), ends)));
    }

    Id id() {
        return halves.getFirst().id();
    }

    List<Id> ids() {
        return halves.stream().map(Lag::id).toList();
    }

    /// The cables that lead elsewhere than to the peer.
    List<End> strays() {
        return peer.isEmpty() ? List.of() : ends.stream().filter(end -> !end.aggregate().equals(peer)).toList();
    }

    private static Optional<Id> aggregate(Topology topology, Element far) {
        return switch (far) {
            case PhysicalNic nic -> topology.teamsOf(nic.id()).stream().filter(team -> formsAggregate(topology, team))
                    .map(Team::id).findFirst();
            case SwitchPort port -> topology.wiring().lag(port.id()).map(topology.wiring()::bundle);
            case Element device -> Optional.of(device.id());
        };
    }

    private static boolean formsAggregate(Topology topology, Team team) {
        return team.technology() == TeamTechnology.LBFO
                && !topology.effective().teamingMode(team).is(TeamingMode.SWITCH_INDEPENDENT);
    }

    /// The aggregate with most cables from here. Of several with as many, the one that fewest cables from elsewhere reach;
    /// where two bundles and two teams are crossed one to one, each bundle gets a team of its own.
    private static Optional<Id> peer(Topology topology, Id own, List<End> ends) {
        Map<Id, Integer> cablesByAggregate = new TreeMap<>();
        ends.forEach(end -> end.aggregate().ifPresent(id -> cablesByAggregate.merge(id, 1, Integer::sum)));
        if (cablesByAggregate.size() < 2) {
            return cablesByAggregate.keySet().stream().findFirst();
        }
        int most = cablesByAggregate.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        List<Id> best = new ArrayList<>(
                cablesByAggregate.keySet().stream().filter(id -> cablesByAggregate.get(id) == most).toList());
        if (best.size() > 1) {
            Map<Id, Integer> elsewhere = new TreeMap<>();
            best.forEach(id -> elsewhere.put(id, (int) bundlesAt(topology, id).stream()
                    .filter(bundle -> !bundle.equals(own)).count()));
            int fewest = elsewhere.values().stream().min(Comparator.naturalOrder()).orElseThrow();
            best.removeIf(id -> elsewhere.get(id) > fewest);
        }
        SortedSet<Id> rivals = new TreeSet<>(bundlesAt(topology, best.getFirst()));
        best.forEach(id -> rivals.retainAll(bundlesAt(topology, id)));
        return Optional.of(best.get(Math.min(rivals.headSet(own).size(), best.size() - 1)));
    }

    /// The bundles whose cables reach an aggregate, one entry for each cable.
    static List<Id> bundlesAt(Topology topology, Id aggregate) {
        List<Id> bundles = new ArrayList<>();
        for (Id port : facing(topology, aggregate)) {
            topology.wiring().lag(port).map(topology.wiring()::bundle).ifPresent(bundles::add);
        }
        return bundles;
    }

    /// The switch ports at the far ends of an aggregate's cables.
    private static List<Id> facing(Topology topology, Id aggregate) {
        return switch (topology.element(aggregate)) {
            case Team team -> Landing.of(topology, team).portIds();
            case Lag lag -> {
                List<Id> ports = new ArrayList<>(lag.memberPorts());
                topology.wiring().twin(lag).ifPresent(twin -> ports.addAll(twin.memberPorts()));
                yield ports.stream().flatMap(port -> topology.wiring().peers(port).stream())
                        .filter(SwitchPort.class::isInstance).map(Element::id).toList();
            }
            case Element device -> topology.wiring().peers(device.id()).stream().filter(SwitchPort.class::isInstance)
                    .map(Element::id).toList();
        };
    }
}
