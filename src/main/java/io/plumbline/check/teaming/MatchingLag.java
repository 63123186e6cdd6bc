package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.PortConfiguration;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The LAG that a switch-dependent team needs: of exactly the ports to which its members are cabled, on MLAG peers one on
/// each with one MLAG id.
final class MatchingLag {

    private MatchingLag() {}

    static Optional<Remedy> of(Facts facts, Landing landing) {
        Topology topology = facts.topology();
        if (!landing.endsInOneLagDomain().is(true)) {
            return Optional.empty();
        }
        Map<Id, List<Id>> portsByDevice = new LinkedHashMap<>();
        landing.portIds().forEach(port -> portsByDevice
                .computeIfAbsent(topology.wiring().controlPlane(port).id(), _ -> new ArrayList<>()).add(port));
        SequencedSet<Lag> lags = TeamRemedies.lags(topology, landing.portIds());
        // Two LAGs of one switch leave open which of them should stay.
        if (portsByDevice.size() > 2 || lags.size() > portsByDevice.size()
                || lags.stream().anyMatch(lag -> lag.mlagId().isUnknown())) {
            return Optional.empty();
        }
        Proposal proposal = new Proposal(topology);
        Optional<Integer> mlagId = portsByDevice.size() < 2 ? Optional.empty() : Optional.of(mlagId(topology, lags));
        List<String> names = new ArrayList<>();
        for (Map.Entry<Id, List<Id>> each : portsByDevice.entrySet()) {
            List<Lag> here =
                    lags.stream().filter(lag -> topology.wiring().owners(lag).contains(each.getKey())).toList();
            if (here.size() > 1) {
                return Optional.empty();
            }
            Optional<Lag> lag = here.isEmpty() ? fresh(facts, landing, each.getKey(), each.getValue())
                    : exact(topology, here.getFirst(), each.getValue(), proposal);
            if (lag.isEmpty()) {
                return Optional.empty();
            }
            proposal.set(lag.get(), "memberPorts", memberPorts(topology, lag.get(), each.getValue()));
            mlagId.ifPresent(id -> proposal.set(lag.get(), "mlagId", id));
            names.add(lag.get().name());
        }
        String ports = facts.names().ports(landing.portIds());
        return Optional.of(proposal.as(lags.isEmpty() ? "Create " + String.join(" and ", new LinkedHashSet<>(names))
                + " from " + ports
                : "Make " + facts.names().list(lags.stream().map(Lag::id).toList()) + " of " + ports));
    }

    private static int mlagId(Topology topology, Set<Lag> lags) {
        List<Integer> stated = lags.stream().flatMap(lag -> lag.mlagId().find().stream()).distinct().toList();
        if (stated.size() == 1) {
            return stated.getFirst();
        }
        Set<Integer> taken = topology.all(Lag.class).stream().flatMap(lag -> lag.mlagId().find().stream())
                .collect(Collectors.toSet());
        return IntStream.iterate(1, id -> id + 1).filter(id -> !taken.contains(id)).findFirst().orElseThrow();
    }

    /// A new LAG of ports that are configured alike: it takes over what is set at them.
    private static Optional<Lag> fresh(Facts facts, Landing landing, Id device, List<Id> ports) {
        Topology topology = facts.topology();
        Set<PortConfiguration> settings = ports.stream()
                .map(port -> topology.element(port, SwitchPort.class).configuration()).collect(Collectors.toSet());
        if (settings.size() != 1) {
            return Optional.empty();
        }
        Id id = new Id("lag-" + ports.getFirst().text());
        if (id.text().length() > Id.MOST_CHARACTERS / 2 || topology.find(id).isPresent()) {
            return Optional.empty();
        }
        Set<String> taken =
                topology.wiring().lagsOf(device).stream().map(Lag::name).collect(Collectors.toSet());
        String name = IntStream.iterate(1, number -> number + 1).mapToObj(number -> "Po" + number)
                .filter(each -> !taken.contains(each)).findFirst().orElseThrow();
        boolean lacp = topology.effective().teamingMode(landing.team()).is(TeamingMode.LACP);
        return Optional.of(Element.with(Lag.of(id, name), "protocol", lacp ? LagProtocol.LACP : LagProtocol.STATIC));
    }

    /// The LAG without the cabled ports of others; ports that come in get what the LAG has.
    private static Optional<Lag> exact(Topology topology, Lag lag, List<Id> ports, Proposal proposal) {
        List<Id> foreign = lag.memberPorts().stream()
                .filter(port -> topology.wiring().isCabled(port) && !ports.contains(port)).toList();
        if (!foreign.isEmpty()) {
            proposal.unbundle(lag, foreign);
        }
        Shape<SwitchPort> shape = Shape.of(SwitchPort.class);
        for (Id id : ports) {
            if (!lag.memberPorts().contains(id)) {
                SwitchPort port = topology.element(id, SwitchPort.class);
                SwitchPort model = topology.element(lag.memberPorts().getFirst(), SwitchPort.class);
                for (Property property : Shape.of(PortConfiguration.class).properties()) {
                    Attribute<?> wanted = (Attribute<?>) shape.get(model, property.name());
                    if (!wanted.equals(shape.get(port, property.name()))) {
                        proposal.set(port, property.name(), wanted);
                    }
                }
            }
        }
        return Optional.of(lag);
    }

    private static List<Id> memberPorts(Topology topology, Lag lag, List<Id> ports) {
        SequencedSet<Id> members = new LinkedHashSet<>(ports);
        lag.memberPorts().stream().filter(port -> !topology.wiring().isCabled(port)).forEach(members::add);
        return List.copyOf(members);
    }
}
