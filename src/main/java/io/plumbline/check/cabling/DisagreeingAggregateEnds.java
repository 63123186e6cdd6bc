package io.plumbline.check.cabling;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.LacpMode;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Two ends of one aggregate that can never agree: both wait for the other to begin, one speaks LACP and the other does
/// not, or one is no aggregate at all. The two LAGs of one MLAG id are one end.
public record DisagreeingAggregateEnds() implements Rule {

    /// The ends of one aggregate between switches, as bundles of LAGs.
    private record LagPair(Lag one, Lag other) {}

    @Override
    public String id() {
        return "LAG001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Lag.class, this::betweenSwitches), Subject.each(Lag.class, this::towardsLoosePorts),
                Subject.each(Team.class, this::towardsTeam));
    }

    /// The halves of an aggregate: a LAG and its MLAG twin are one, and the first of them speaks for both.
    private static List<Lag> halves(Facts facts, Lag lag) {
        Wiring wiring = facts.topology().wiring();
        if (!wiring.bundle(lag).equals(lag.id())) {
            return List.of();
        }
        return wiring.twin(lag).filter(twin -> wiring.bundle(twin).equals(lag.id())).map(twin -> List.of(lag, twin))
                .orElseGet(() -> List.of(lag));
    }

    /// Seen from the end that comes first.
    private Stream<Outcome> betweenSwitches(Facts facts, Lag first) {
        Wiring wiring = facts.topology().wiring();
        Map<Id, SequencedSet<LagPair>> pairsByFarEnd = new LinkedHashMap<>();
        for (Lag one : halves(facts, first)) {
            for (Id port : one.memberPorts()) {
                for (Cable cable : wiring.cables(port)) {
                    for (Lag other : wiring.lags(Wiring.other(cable, port))) {
                        Id far = wiring.bundle(other);
                        if (first.id().compareTo(far) < 0) {
                            pairsByFarEnd.computeIfAbsent(far, _ -> new LinkedHashSet<>())
                                    .add(new LagPair(one, other));
                        }
                    }
                }
            }
        }
        return pairsByFarEnd.values().stream().flatMap(pairs -> judge(facts, pairs));
    }

    private Stream<Outcome> judge(Facts facts, SequencedSet<LagPair> pairs) {
        SortedSet<Missing> needs = new TreeSet<>();
        for (LagPair pair : pairs) {
            Answer<Optional<Finding>> verdict = verdict(facts, pair);
            if (verdict.find().flatMap(found -> found).isPresent()) {
                return verdict.find().orElseThrow().stream().map(Outcome.class::cast);
            }
            needs.addAll(verdict.needs());
        }
        return facts.cannotTell(id(), pairs.getFirst().one().id(), needs);
    }

    private Answer<Optional<Finding>> verdict(Facts facts, LagPair pair) {
        Effective effective = facts.topology().effective();
        Answer<LagProtocol> one = effective.protocol(pair.one());
        Answer<LagProtocol> other = effective.protocol(pair.other());
        return one.with(other, LagPairing::new).then(protocols -> {
            if (protocols.one() != protocols.other()) {
                boolean firstIsStatic = protocols.one() == LagProtocol.STATIC;
                return Answer.sure(Optional.of(mixed(facts, firstIsStatic ? pair.one() : pair.other(),
                        firstIsStatic ? pair.other() : pair.one())));
            }
            if (protocols.one() == LagProtocol.STATIC) {
                return Answer.sure(Optional.empty());
            }
            return Answer.allOf(List.of(isPassive(effective, pair.one()), isPassive(effective, pair.other())))
                    .map(both -> both ? Optional.of(passive(facts, pair)) : Optional.empty());
        });
    }

    private record LagPairing(LagProtocol one, LagProtocol other) {}

    private static Answer<Boolean> isPassive(Effective effective, Lag lag) {
        return effective.lacpMode(lag).map(mode -> mode == LacpMode.PASSIVE);
    }

    private Finding passive(Facts facts, LagPair pair) {
        return Finding.of(id(), "a", Severity.ERROR, pair.one().id()).fact("one", facts.name(pair.one().id()))
                .fact("other", facts.name(pair.other().id()))
                .proof(pair.one().id(), "lacpMode", LacpMode.PASSIVE.display())
                .proof(pair.other().id(), "lacpMode", LacpMode.PASSIVE.display())
                .concerning("lag", pair.one().id()).concerning("lag", pair.other().id());
    }

    private Finding mixed(Facts facts, Lag fixed, Lag lacp) {
        return Finding.of(id(), "b", Severity.ERROR, fixed.id()).fact("static", facts.name(fixed.id()))
                .fact("lacp", facts.name(lacp.id()))
                .fact("change", "Set " + facts.name(fixed.id()) + " to LACP, active")
                .proof(fixed.id(), "protocol", LagProtocol.STATIC.display())
                .proof(lacp.id(), "protocol", LagProtocol.LACP.display())
                .concerning("lag", fixed.id()).concerning("lag", lacp.id());
    }

    /// Aggregates whose far end is no aggregate: every cable to another switch ends at a port that is in no LAG.
    private Stream<Outcome> towardsLoosePorts(Facts facts, Lag lag) {
        Wiring wiring = facts.topology().wiring();
        List<Lag> lags = halves(facts, lag);
        if (lags.isEmpty()) {
            return Stream.empty();
        }
        SequencedMap<Id, Element> peers = new LinkedHashMap<>();
        lags.stream().flatMap(each -> each.memberPorts().stream()).flatMap(port -> wiring.peers(port).stream())
                .forEach(peer -> peers.putIfAbsent(peer.id(), peer));
        List<SwitchPort> far = peers.values().stream().filter(SwitchPort.class::isInstance).map(SwitchPort.class::cast)
                .filter(port -> wiring.lags(port.id()).isEmpty()).toList();
        if (far.isEmpty() || far.size() < peers.size()) {
            return Stream.empty();
        }
        Answer<LagProtocol> protocol = facts.topology().effective().protocol(lag);
        if (far.size() == 1 && !protocol.is(LagProtocol.LACP)) {
            // A static aggregate of one cable is a plain link.
            return facts.cannotTell(id(), lag.id(), protocol.needs());
        }
        return Stream.of(loose(facts, lags, far, protocol));
    }

    private Finding loose(Facts facts, List<Lag> lags, List<SwitchPort> far, Answer<LagProtocol> protocol) {
        List<Id> ports = far.stream().map(SwitchPort::id).toList();
        String name = facts.names().list(lags.stream().map(Lag::id).toList());
        Finding finding = Finding.of(id(), "c", Severity.ERROR, lags.getFirst().id()).fact("lag", name)
                .fact("is", lags.size() == 1 ? "is" : "are").fact("its", lags.size() == 1 ? "its" : "their")
                .fact("ports", facts.names().ports(ports)).fact("areIn", ports.size() == 1 ? "is in" : "are in")
                .fact("consequence", protocol.is(LagProtocol.STATIC)
                        ? "a broadcast that leaves on one cable comes back on another, a loop that spanning tree may "
                                + "not see"
                        : protocol.is(LagProtocol.LACP)
                                ? "LACP gets no answer and keeps the links apart or suspended"
                                : "the two switches do not agree on how many links there are")
                .fact("change", (ports.size() == 1 ? "Put that port into a LAG too"
                        : "Put those ports into one LAG too") + ", or dissolve " + name);
        for (Lag lag : lags) {
            finding = finding.proof(lag.id(), "protocol", facts.topology().effective().protocol(lag)
                    .map(LagProtocol::display).orElse("not known")).concerning("lag", lag.id());
        }
        for (Id port : ports) {
            finding = finding.proof(port, "lag", "none");
        }
        return finding;
    }

    /// A Windows LACP team is always active, so only the protocol can differ.
    private Stream<Outcome> towardsTeam(Facts facts, Team team) {
        Answer<TeamingMode> mode = facts.topology().effective().teamingMode(team);
        if (team.technology() != TeamTechnology.LBFO || mode.is(TeamingMode.SWITCH_INDEPENDENT)) {
            return Stream.empty();
        }
        Map<Id, Lag> lagByBundle = new LinkedHashMap<>();
        Landing.of(facts.topology(), team).portIds().forEach(port -> facts.topology().wiring().lags(port).forEach(
                lag -> lagByBundle.putIfAbsent(facts.topology().wiring().bundle(lag), lag)));
        return lagByBundle.values().stream().flatMap(lag -> judge(facts, team, mode, lag));
    }

    private Stream<Outcome> judge(Facts facts, Team team, Answer<TeamingMode> mode, Lag lag) {
        Answer<LagProtocol> protocol = facts.topology().effective().protocol(lag);
        Answer<Optional<Finding>> verdict = mode.with(protocol, (teaming, speaks) -> {
            if (teaming == TeamingMode.LACP && speaks == LagProtocol.STATIC) {
                return Optional.of(teamed(facts, team, lag, lag.id(), team.id(),
                        "Set " + facts.name(lag.id()) + " to LACP"));
            }
            if (teaming == TeamingMode.STATIC && speaks == LagProtocol.LACP) {
                return Optional.of(teamed(facts, team, lag, team.id(), lag.id(),
                        "Set " + facts.name(team.id()) + " to LACP"));
            }
            return Optional.empty();
        });
        return verdict.isSure() ? verdict.find().orElseThrow().stream().map(Outcome.class::cast)
                : facts.cannotTell(id(), lag.id(), verdict.needs());
    }

    private Finding teamed(Facts facts, Team team, Lag lag, Id fixed, Id lacp, String change) {
        boolean fixedTeam = fixed.equals(team.id());
        return Finding.of(id(), "b", Severity.ERROR, fixed).fact("static", facts.name(fixed))
                .fact("lacp", facts.name(lacp)).fact("change", change)
                .proof(fixed, fixedTeam ? "teamingMode" : "protocol", "Static")
                .proof(lacp, fixedTeam ? "protocol" : "teamingMode", "LACP")
                .concerning("lag", lag.id()).concerning("team", team.id());
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Proposal proposal = new Proposal(facts.topology());
        List<Id> ends = finding.evidence().stream().map(proof -> proof.element()).toList();
        switch (finding.variant()) {
            case "a" -> {
                ends.forEach(end -> halvesAt(facts, end).forEach(half -> proposal.set(half, "lacpMode",
                        LacpMode.ACTIVE)));
                return List.of(proposal.as("Set LACP active on " + facts.names().list(ends)));
            }
            case "b" -> {
                Id fixed = finding.primary();
                Optional<Team> team = facts.topology().find(fixed, Team.class);
                team.ifPresent(each -> proposal.set(each, "teamingMode", TeamingMode.LACP));
                halvesAt(facts, fixed).forEach(half -> proposal.set(half, "protocol", LagProtocol.LACP).set(half,
                        "lacpMode", LacpMode.ACTIVE));
                return List.of(proposal.as("Set " + facts.name(fixed) + " to LACP"));
            }
            // Whether the far ports belong into a LAG, or this one is superfluous, only a person knows.
            default -> {
                return List.of();
            }
        }
    }

    /// Both halves of the aggregate to which a LAG belongs.
    private static List<Lag> halvesAt(Facts facts, Id end) {
        return facts.topology().find(end, Lag.class).map(
                lag -> Stream.concat(Stream.of(lag), facts.topology().wiring().twin(lag).stream()).toList())
                .orElse(List.of());
    }
}
