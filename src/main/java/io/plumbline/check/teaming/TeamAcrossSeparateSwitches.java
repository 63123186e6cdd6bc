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
import io.plumbline.model.LagProtocol;
import io.plumbline.model.Mac;
import io.plumbline.model.MlagPair;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Landing;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// An LACP or static team with members on switches that are neither one stack nor one MLAG pair: an aggregate can end on
/// one partner only.
public record TeamAcrossSeparateSwitches() implements Rule {

    @Override
    public String id() {
        return "TEAM005";
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
        Answer<TeamingMode> mode = facts.topology().effective().teamingMode(landing.team());
        if (landing.switches().size() < 2 || mode.is(TeamingMode.SWITCH_INDEPENDENT)) {
            return Stream.empty();
        }
        // Why the switches are not one; empty when they are.
        Answer<Optional<String>> reason = landing.endsInOneLagDomain().then(one -> one ? twoSystems(facts, landing)
                : Answer.sure(Optional.of(landing.controlPlanes().size() == 2
                        ? "are neither one stack nor an MLAG pair"
                        : "are not one logical switch")));
        if (reason.is(Optional.empty())) {
            return Stream.empty();
        }
        Answer<Finding> finding = mode.with(reason, (known, why) -> finding(facts, landing, known, why.get()));
        return finding.isSure() ? Stream.of(finding.find().orElseThrow())
                : facts.cannotTell(id(), landing.team().id(), finding.needs());
    }

    private Finding finding(Facts facts, Landing landing, TeamingMode mode, String reason) {
        List<Id> planes = List.copyOf(landing.controlPlanes());
        Finding finding = Finding.of(id(), Severity.ERROR, landing.team().id())
                .fact("team", facts.name(landing.team().id())).fact("kind", TeamWords.with(mode))
                .fact("switches", facts.names().list(planes)).fact("reason", reason)
                .proof(landing.team().id(), "teamingMode", mode.display())
                .concerning("team", landing.team().id()).concerning("host", landing.team().owner());
        for (int i = 0; i < landing.ports().size(); i++) {
            Id port = landing.ports().get(i).id();
            finding = finding.proof(landing.nics().get(i).id(), "cable", facts.name(port));
            for (Lag lag : facts.topology().wiring().lags(port)) {
                finding = finding.concerning("lag", lag.id());
            }
        }
        for (Id plane : planes) {
            finding = finding.proof(plane, "stack or pair", facts.topology().wiring().mlagPair(plane)
                    .map(pair -> facts.name(pair.id())).orElse("its own"));
        }
        return finding;
    }

    /// The peers of a pair are one partner only while they announce one LACP system id. Nothing said means that they do.
    private static Answer<Optional<String>> twoSystems(Facts facts, Landing landing) {
        if (landing.controlPlanes().size() < 2) {
            return Answer.sure(Optional.empty());
        }
        List<Mac> systems = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Id port : landing.portIds()) {
            for (Lag lag : facts.topology().wiring().lags(port)) {
                if (facts.topology().effective().protocol(lag).is(LagProtocol.STATIC)) {
                    continue;
                }
                add(lag.lacpSystemId(), new Missing(lag.id(), "lacpSystemId"), systems, needs);
            }
        }
        if (systems.isEmpty() && needs.isEmpty()) {
            Optional<MlagPair> pair = facts.topology().wiring().mlagPair(landing.portIds().getFirst());
            pair.ifPresent(each -> {
                switch (each.systemMacs()) {
                    case Attribute.Known<List<Mac>>(List<Mac> macs) -> systems.addAll(macs);
                    case Attribute.Unknown<List<Mac>> _ -> needs.add(new Missing(each.id(), "systemMacs"));
                    case Attribute.Unset<List<Mac>> _ -> {}
                }
            });
        }
        List<Mac> distinct = systems.stream().distinct().sorted().toList();
        if (distinct.size() > 1) {
            return Answer.sure(Optional.of("are an MLAG pair but announce different LACP system ids ("
                    + Names.join(distinct.stream().map(Mac::toString).toList()) + ")"));
        }
        return needs.isEmpty() ? Answer.sure(Optional.empty()) : Answer.needs(needs);
    }

    private static void add(Attribute<Mac> stated, Missing name, List<Mac> systems, SortedSet<Missing> needs) {
        stated.find().ifPresent(systems::add);
        if (stated.isUnknown()) {
            needs.add(name);
        }
    }

    /// Which switches could be one is for a person to say; the mode is not.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        return TeamRemedies.switchIndependent(facts, team).stream().toList();
    }
}
