package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// An LACP or static team whose switch ports are not exactly one LAG: the switch does not take its cables for one link.
public record TeamWithoutMatchingLag() implements Rule {

    private static final String ONE_LAG =
            "Make one LAG of exactly these ports, or make the team switch independent";

    /// What is wrong with the ports, and the smallest change that helps.
    private record Mismatch(String problem, String change, List<Lag> lags) {}

    @Override
    public String id() {
        return "TEAM004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        return team.technology() == TeamTechnology.LBFO ? judge(facts, Landing.of(facts.topology(), team))
                : Stream.empty();
    }

    private Stream<Outcome> judge(Facts facts, Landing landing) {
        if (landing.ports().isEmpty()) {
            return Stream.empty();
        }
        Answer<TeamingMode> mode = facts.topology().effective().teamingMode(landing.team());
        if (mode.is(TeamingMode.SWITCH_INDEPENDENT)) {
            return Stream.empty();
        }
        Answer<Optional<Mismatch>> mismatch = mismatch(facts, landing);
        if (mismatch.is(Optional.empty())) {
            return Stream.empty();
        }
        Answer<Finding> finding = mode.with(mismatch, (known, found) -> finding(facts, landing, known, found.get()));
        return finding.isSure() ? Stream.of(finding.find().orElseThrow())
                : facts.cannotTell(id(), landing.team().id(), finding.needs());
    }

    private Finding finding(Facts facts, Landing landing, TeamingMode mode, Mismatch mismatch) {
        Finding finding = Finding.of(id(), Severity.ERROR, landing.team().id())
                .fact("team", facts.name(landing.team().id())).fact("kind", TeamWords.with(mode))
                .fact("ports", facts.names().ports(landing.portIds())).fact("problem", mismatch.problem())
                .fact("change", mismatch.change())
                .proof(landing.team().id(), "teamingMode", mode.display())
                .concerning("team", landing.team().id()).concerning("host", landing.team().owner());
        for (int i = 0; i < landing.ports().size(); i++) {
            Id port = landing.ports().get(i).id();
            finding = finding.proof(landing.nics().get(i).id(), "cable", facts.name(port)).proof(port, "lag",
                    facts.topology().wiring().lag(port).map(lag -> facts.name(lag.id())).orElse("none"));
        }
        for (Lag lag : mismatch.lags()) {
            finding = finding.proof(lag.id(), "memberPorts", facts.names().ports(lag.memberPorts()))
                    .concerning("lag", lag.id());
        }
        return finding;
    }

    private static Answer<Optional<Mismatch>> mismatch(Facts facts, Landing landing) {
        Names names = facts.names();
        Wiring wiring = facts.topology().wiring();
        Optional<SwitchPort> fabric = landing.ports().stream().filter(port -> isUcs(facts, port)).findFirst();
        if (fabric.isPresent()) {
            return Answer.sure(Optional.of(new Mismatch(names.of(fabric.get().onSwitch())
                    + " is a fabric interconnect of Cisco UCS, which forms no port channel towards a server adapter",
                    "Make the team switch independent", List.of())));
        }
        List<Id> loose = new ArrayList<>();
        Map<Id, List<Lag>> lagsByBundle = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (SwitchPort port : landing.ports()) {
            List<Lag> lags = wiring.lags(port.id());
            if (lags.isEmpty()) {
                loose.add(port.id());
            }
            for (Lag lag : lags) {
                List<Lag> bundle = lagsByBundle.computeIfAbsent(wiring.bundle(lag), _ -> new ArrayList<>());
                if (!bundle.contains(lag)) {
                    bundle.add(lag);
                }
                if (lag.mlagId().isUnknown()) {
                    needs.add(new Missing(lag.id(), "mlagId"));
                }
            }
        }
        List<Lag> lags = lagsByBundle.values().stream().flatMap(List::stream).toList();
        if (lags.isEmpty()) {
            return Answer.sure(Optional.of(new Mismatch(
                    loose.size() == 1 ? "this port is in no LAG" : "these ports are in no LAG", ONE_LAG, lags)));
        }
        if (!loose.isEmpty()) {
            return Answer.sure(Optional.of(new Mismatch(names.ports(loose) + (loose.size() == 1 ? " is" : " are")
                    + " in no LAG", ONE_LAG, lags)));
        }
        if (lagsByBundle.size() > 1) {
            // One LAG on each peer of an MLAG pair: with equal MLAG ids the two are one.
            boolean onPeers = landing.endsInOneLagDomain().is(true) && lags.size() == 2
                    && landing.controlPlanes().size() == 2;
            return onPeers && !needs.isEmpty() ? Answer.needs(needs)
                    : Answer.sure(Optional.of(new Mismatch(
                            "they are spread over " + names.list(lags.stream().map(Lag::id).toList()),
                            onPeers ? "Give the two LAGs one MLAG id, or make the team switch independent" : ONE_LAG,
                            lags)));
        }
        List<Id> extra = new ArrayList<>();
        Stream.concat(lags.stream(), lags.stream().flatMap(lag -> wiring.twin(lag).stream())).distinct()
                .flatMap(lag -> lag.memberPorts().stream())
                .filter(port -> wiring.isCabled(port) && !landing.portIds().contains(port)).distinct()
                .forEach(extra::add);
        if (extra.isEmpty()) {
            return Answer.sure(Optional.empty());
        }
        List<String> whereTo = extra.stream().map(port -> names.of(port) + " (cabled to "
                + names.list(wiring.peers(port).stream().map(peer -> peer.id()).toList()) + ")").toList();
        return Answer.sure(Optional.of(new Mismatch(
                names.list(lags.stream().map(Lag::id).toList()) + " also " + (lags.size() == 1 ? "holds " : "hold ")
                        + Names.join(whereTo),
                extra.size() == 1 ? "Take that port out of the LAG" : "Take those ports out of the LAG", lags)));
    }

    /// Fabric interconnects bundle towards other switches only.
    private static boolean isUcs(Facts facts, SwitchPort port) {
        var platform = facts.topology().switches().configuration(port.onSwitch()).platform();
        Optional<SwitchModel> model = facts.topology().switches().model(port.id());
        return Stream.of(Optional.of(platform.vendor()), Optional.of(platform.os()), model.map(SwitchModel::os),
                model.map(each -> Attribute.of(each.name())))
                .flatMap(Optional::stream).flatMap(text -> text.find().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).matches(".*\\bucs.*"));
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        Landing landing = Landing.of(facts.topology(), team);
        List<Remedy> remedies = new ArrayList<>();
        if (landing.ports().stream().noneMatch(port -> isUcs(facts, port))) {
            MatchingLag.of(facts, landing).ifPresent(remedies::add);
        }
        TeamRemedies.switchIndependent(facts, team).ifPresent(remedies::add);
        return remedies;
    }
}
