package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Element;
import io.plumbline.model.Flag;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.MemberMode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Project;
import io.plumbline.model.Team;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.predict.Lane;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// An LBFO team whose active members differ in speed, which the distribution does not look at; standby members where the
/// mode knows none, or where one only halves the bandwidth.
public record UnequalSpeedsOrStandby() implements Rule {

    @Override
    public String id() {
        return "TEAM007";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        if (team.technology() != TeamTechnology.LBFO || team.members().size() < 2
                || !facts.topology().is(team.owner(), Host.class)) {
            return Stream.empty();
        }
        List<Answer<TeamMember>> standing = new ArrayList<>();
        for (TeamMember member : team.members()) {
            Answer<MemberMode> mode = facts.topology().effective().mode(team, member);
            if (!mode.is(MemberMode.ACTIVE)) {
                standing.add(mode.map(_ -> member));
            }
        }
        return standing.isEmpty() ? speeds(facts, team)
                : Stream.concat(speeds(facts, team), standby(facts, team, Answer.all(standing)));
    }

    // Speeds

    private Stream<Outcome> speeds(Facts facts, Team team) {
        Answer<List<PhysicalNic>> active = facts.topology().uplinks().activeNics(team);
        if (!active.isSure()) {
            return facts.cannotTell(id(), team.id(), active);
        }
        List<PhysicalNic> nics = active.find().orElseThrow();
        if (nics.size() < 2) {
            return Stream.empty();
        }
        Answer<List<Mbps>> speeds = Answer.all(nics.stream().map(facts.topology().effective()::linkSpeed).toList());
        // Two that are known to differ are enough.
        List<Mbps> known = nics.stream().flatMap(nic -> facts.topology().effective().linkSpeed(nic).find().stream())
                .distinct().toList();
        if (known.size() < 2) {
            return facts.cannotTell(id(), team.id(), speeds);
        }
        return isTransitional(facts, team, nics) ? Stream.empty() : Stream.of(unequal(facts, team, nics));
    }

    /// Whether somebody is just exchanging the adapters.
    private static boolean isTransitional(Facts facts, Team team, List<PhysicalNic> nics) {
        Effective effective = facts.topology().effective();
        Stream<Element> flagged =
                Stream.concat(Stream.concat(facts.topology().all(Project.class).stream(), Stream.of(team)),
                        nics.stream());
        return flagged.anyMatch(element -> effective.flags(element).contains(Flag.TRANSITIONAL));
    }

    private Finding unequal(Facts facts, Team team, List<PhysicalNic> nics) {
        Map<Mbps, List<Id>> nicsBySpeed = new TreeMap<>();
        for (PhysicalNic nic : nics) {
            facts.topology().effective().linkSpeed(nic).find().ifPresent(
                    speed -> nicsBySpeed.computeIfAbsent(speed, _ -> new ArrayList<>()).add(nic.id()));
        }
        List<String> speeds = new ArrayList<>();
        nicsBySpeed.forEach((speed, ids) -> speeds.addFirst(Lane.gigabits(speed) + " at " + facts.names().list(ids)));
        Finding finding = Finding.of(id(), "a", Severity.WARNING, team.id()).fact("team", facts.name(team.id()))
                .fact("speeds", Names.join(speeds)).concerning("team", team.id());
        for (Map.Entry<Mbps, List<Id>> each : nicsBySpeed.entrySet()) {
            for (Id nic : each.getValue()) {
                finding = finding.proof(nic, "linkSpeedMbps", each.getKey());
            }
        }
        return finding;
    }

    // Standby

    private Stream<Outcome> standby(Facts facts, Team team, Answer<List<TeamMember>> standing) {
        if (!standing.isSure()) {
            return facts.cannotTell(id(), team.id(), standing);
        }
        List<Id> nics = standing.find().orElseThrow().stream().map(TeamMember::nic).toList();
        Answer<TeamingMode> mode = facts.topology().effective().teamingMode(team);
        if (nics.size() > 1 || mode.surely(known -> known != TeamingMode.SWITCH_INDEPENDENT)) {
            return Stream.of(wrong(facts, team, nics, mode));
        }
        if (team.members().size() != 2) {
            return facts.cannotTell(id(), team.id(), mode);
        }
        Answer<Boolean> spare = isSlower(facts, team, nics.getFirst());
        if (spare.is(true)) {
            return facts.cannotTell(id(), team.id(), mode);
        }
        if (!spare.isSure() || !mode.isSure()) {
            return facts.cannotTell(id(), team.id(), spare.with(mode, (_, _) -> true));
        }
        return Stream.of(Finding.of(id(), "c", Severity.ADVICE, team.id()).fact("team", facts.name(team.id()))
                .fact("standby", facts.name(nics.getFirst()))
                .proof(nics.getFirst(), "members.mode", MemberMode.STANDBY.display())
                .proof(team.id(), "members", 2).concerning("team", team.id()));
    }

    private Finding wrong(Facts facts, Team team, List<Id> nics, Answer<TeamingMode> mode) {
        boolean aggregate = mode.surely(known -> known != TeamingMode.SWITCH_INDEPENDENT);
        String stand = facts.names().list(nics) + (nics.size() == 1 ? " stands by" : " stand by");
        Finding finding = Finding.of(id(), "b", Severity.ERROR, team.id()).fact("team", facts.name(team.id()))
                .fact("problem", aggregate
                        ? stand + ", and " + TeamWords.with(mode.find().orElseThrow()) + " team has no standby members"
                        : stand + ", and a team has one standby member at most")
                .concerning("team", team.id());
        for (Id nic : nics) {
            finding = finding.proof(nic, "members.mode", MemberMode.STANDBY.display());
        }
        return aggregate ? finding.proof(team.id(), "teamingMode", mode.find().orElseThrow().display()) : finding;
    }

    /// A slower adapter beside a faster one is a spare that nobody would want to be active.
    private static Answer<Boolean> isSlower(Facts facts, Team team, Id standby) {
        Optional<PhysicalNic> spare = facts.topology().find(standby, PhysicalNic.class);
        Optional<PhysicalNic> active = team.members().stream().filter(member -> !member.nic().equals(standby))
                .flatMap(member -> facts.topology().find(member.nic(), PhysicalNic.class).stream()).findFirst();
        if (spare.isEmpty() || active.isEmpty()) {
            return Answer.sure(false);
        }
        Effective effective = facts.topology().effective();
        return effective.linkSpeed(spare.get()).with(effective.linkSpeed(active.get()),
                (one, other) -> one.compareTo(other) < 0);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        if (!finding.variant().equals("a")) {
            return List.of(new Proposal(facts.topology())
                    .set(team, "members", team.members().stream().map(member -> TeamMember.of(member.nic())).toList())
                    .as("Make all members of " + facts.name(team.id()) + " active"));
        }
        Map<Id, Mbps> speedByNic = new LinkedHashMap<>();
        facts.topology().uplinks().activeNics(team).orElse(List.of()).forEach(nic -> facts.topology().effective()
                .linkSpeed(nic).find().ifPresent(speed -> speedByNic.put(nic.id(), speed)));
        Mbps best = speedByNic.values().stream().max(Mbps::compareTo).orElseThrow();
        List<Id> slow = speedByNic.entrySet().stream().filter(each -> each.getValue().compareTo(best) < 0)
                .map(Map.Entry::getKey).toList();
        return List.of(TeamRemedies.takeOut(facts, team, slow));
    }
}
