package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.MemberMode;
import io.plumbline.model.OsVersion;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import java.util.List;
import java.util.stream.Stream;

/// A switch-independent LBFO team under a virtual switch that spreads by addresses: whatever it sends over all members, all
/// that the VMs receive arrives on one.
public record AddressHashUnderVirtualSwitch() implements Rule {

    @Override
    public String id() {
        return "TEAM009";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        Effective effective = facts.topology().effective();
        if (team.technology() != TeamTechnology.LBFO || team.members().size() < 2
                || !facts.topology().is(team.owner(), Host.class)) {
            return Stream.empty();
        }
        Answer<TeamingMode> mode = effective.teamingMode(team);
        if (mode.surely(known -> known != TeamingMode.SWITCH_INDEPENDENT)) {
            return Stream.empty();
        }
        List<VirtualSwitch> switches = facts.topology().uplinks().virtualSwitchesOver(team);
        if (switches.isEmpty()) {
            return Stream.empty();
        }
        Answer<LoadBalancing> algorithm = effective.lbAlgorithm(team);
        Answer<Boolean> verdict = Answer.allOf(List.of(
                algorithm.then(known -> Answer.sure(isAddressHash(known))),
                mode.then(known -> Answer.sure(known == TeamingMode.SWITCH_INDEPENDENT)),
                Answer.not(isPairWithStandby(effective, team))));
        if (!verdict.is(true)) {
            return facts.cannotTell(id(), team.id(), verdict);
        }
        return Stream.of(finding(facts, team, algorithm.find().orElseThrow(),
                switches.stream().map(VirtualSwitch::id).toList()));
    }

    static boolean isAddressHash(LoadBalancing algorithm) {
        return switch (algorithm) {
            case TRANSPORT_PORTS, IP_ADDRESSES, MAC_ADDRESSES -> true;
            case HYPER_V_PORT, DYNAMIC -> false;
        };
    }

    /// One active and one standby member: everything arrives on one member anyway.
    private static Answer<Boolean> isPairWithStandby(Effective effective, Team team) {
        return team.members().size() != 2 ? Answer.sure(false)
                : Answer.anyOf(team.members().stream().map(member -> effective.mode(team, member)
                        .then(mode -> Answer.sure(mode == MemberMode.STANDBY))).toList());
    }

    private Finding finding(Facts facts, Team team, LoadBalancing algorithm, List<Id> switches) {
        Finding finding = Finding.of(id(), Severity.WARNING, team.id()).fact("team", facts.name(team.id()))
                .fact("algorithm", "\"" + algorithm.display() + "\"").fact("switch", facts.names().list(switches))
                .fact("change", hasDynamic(facts, team) ? "Dynamic" : "Hyper-V port")
                .proof(team.id(), "lbAlgorithm", algorithm.display())
                .proof(team.id(), "teamingMode", TeamingMode.SWITCH_INDEPENDENT.display())
                .concerning("team", team.id());
        for (Id each : switches) {
            finding = finding.proof(each, "uplink", facts.name(team.id()));
        }
        return finding;
    }

    private static boolean hasDynamic(Facts facts, Team team) {
        return facts.topology().effective().osVersion(facts.topology().element(team.owner(), Host.class))
                .surely(version -> version != OsVersion.WINDOWS_2012);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        LoadBalancing better = hasDynamic(facts, team) ? LoadBalancing.DYNAMIC : LoadBalancing.HYPER_V_PORT;
        return List.of(new Proposal(facts.topology()).set(team, "lbAlgorithm", better)
                .as("Set " + facts.name(team.id()) + " to " + better.display()));
    }
}
