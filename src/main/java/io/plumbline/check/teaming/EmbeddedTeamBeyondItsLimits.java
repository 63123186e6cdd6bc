package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.GuestFeature;
import io.plumbline.model.Host;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.MemberMode;
import io.plumbline.model.OsVersion;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/// A SET team drawn with habits of LBFO (a mode, an algorithm, a standby member, a team interface), or where there is no
/// SET: on 2012, in a VM, under an internal switch.
public record EmbeddedTeamBeyondItsLimits() implements Rule {

    @Override
    public String id() {
        return "TEAM001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        if (team.technology() != TeamTechnology.SET) {
            return Stream.empty();
        }
        Faults faults = new Faults();
        if (!standsWhereThereIsNone(facts, team, faults)) {
            habits(facts, team, faults);
            underOtherSwitches(facts, team, faults);
            interfaces(facts, team, faults);
        }
        return faults.outcome(facts, id(), Severity.ERROR, team.id());
    }

    /// Where SET does not exist, its settings do not matter.
    private static boolean standsWhereThereIsNone(Facts facts, Team team, Faults faults) {
        Optional<Vm> vm = facts.topology().find(team.owner(), Vm.class);
        if (vm.isPresent()) {
            Answer<SortedSet<GuestFeature>> features = facts.topology().effective().guestFeatures(vm.get());
            faults.needs(features);
            if (features.surely(known -> !known.contains(GuestFeature.NESTED_HYPER_V))) {
                faults.add("it lies inside " + facts.name(team.owner()) + ", a VM without Hyper-V of its own",
                        "team the virtual NICs of " + facts.name(team.owner()) + " with LBFO")
                        .proof(team.owner(), "guestFeatures", "no nested Hyper-V");
                return true;
            }
            return false;
        }
        Host host = facts.topology().element(team.owner(), Host.class);
        Answer<OsVersion> version = facts.topology().effective().osVersion(host);
        faults.needs(version);
        if (version.surely(known -> known.compareTo(OsVersion.WINDOWS_2016) < 0)) {
            String name = version.find().orElseThrow().display();
            faults.add(facts.name(host.id()) + " runs " + name + ", and SET came with Windows Server 2016",
                    "build an LBFO team there").proof(host.id(), "osVersion", name);
            return true;
        }
        return false;
    }

    private static void habits(Facts facts, Team team, Faults faults) {
        Effective effective = facts.topology().effective();
        Answer<TeamingMode> mode = effective.teamingMode(team);
        faults.needs(mode);
        if (mode.surely(known -> known != TeamingMode.SWITCH_INDEPENDENT)) {
            String name = mode.find().orElseThrow().display();
            faults.add("its teaming mode is " + (name.equals("LACP") ? name : name.toLowerCase(Locale.ROOT)),
                    "set it to switch independent").proof(team.id(), "teamingMode", name);
        }
        // Both defaults are ones that SET knows, so that only a stated algorithm can be wrong.
        if (!team.lbAlgorithm().isUnset()) {
            Answer<LoadBalancing> algorithm = effective.lbAlgorithm(team);
            faults.needs(algorithm);
            if (algorithm.surely(EmbeddedTeamBeyondItsLimits::isForeign)) {
                String name = algorithm.find().orElseThrow().display();
                faults.add("its distribution is \"" + name + "\"", "set it to Hyper-V port").proof(team.id(),
                        "lbAlgorithm", name);
            }
        }
        for (TeamMember member : team.members()) {
            Answer<MemberMode> role = effective.mode(team, member);
            faults.needs(role);
            if (role.is(MemberMode.STANDBY)) {
                String nic = facts.name(member.nic());
                faults.add(nic + " stands by", "make " + nic + " active").proof(member.nic(), "members.mode",
                        MemberMode.STANDBY.display());
            }
        }
    }

    private static boolean isForeign(LoadBalancing algorithm) {
        return algorithm != LoadBalancing.HYPER_V_PORT && algorithm != LoadBalancing.DYNAMIC;
    }

    private static void underOtherSwitches(Facts facts, Team team, Faults faults) {
        for (VirtualSwitch each : facts.topology().uplinks().virtualSwitchesOver(team)) {
            Answer<VirtualSwitchType> type = facts.topology().effective().type(each);
            faults.needs(type);
            if (type.surely(known -> known != VirtualSwitchType.EXTERNAL)) {
                String name = type.find().orElseThrow().display().toLowerCase(Locale.ROOT);
                faults.add("the virtual switch over it, " + facts.name(each.id()) + ", is " + name,
                        "make " + facts.name(each.id()) + " external").proof(each.id(), "type", name);
            }
        }
    }

    private static void interfaces(Facts facts, Team team, Faults faults) {
        for (TeamInterface each : facts.topology().interfaces(team.id())) {
            String name = facts.name(each.id());
            faults.add("the team interface " + name + " is drawn on it",
                    "put a virtual NIC of the management OS in place of " + name).proof(each.id(), "team",
                            facts.name(team.id()));
        }
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        Faults beyondSettings = new Faults();
        standsWhereThereIsNone(facts, team, beyondSettings);
        underOtherSwitches(facts, team, beyondSettings);
        interfaces(facts, team, beyondSettings);
        if (!beyondSettings.isEmpty()) {
            return List.of();
        }
        Effective effective = facts.topology().effective();
        Proposal proposal = new Proposal(facts.topology());
        List<String> settings = new ArrayList<>();
        if (!effective.teamingMode(team).is(TeamingMode.SWITCH_INDEPENDENT)) {
            proposal.set(team, "teamingMode", TeamingMode.SWITCH_INDEPENDENT);
            settings.add("switch independent");
        }
        if (team.lbAlgorithm().find().filter(EmbeddedTeamBeyondItsLimits::isForeign).isPresent()) {
            proposal.set(team, "lbAlgorithm", LoadBalancing.HYPER_V_PORT);
            settings.add("Hyper-V port");
        }
        if (team.members().stream().anyMatch(member -> effective.mode(team, member).is(MemberMode.STANDBY))) {
            proposal.set(team, "members",
                    team.members().stream().map(member -> TeamMember.of(member.nic())).toList());
            settings.add("all members active");
        }
        return List.of(proposal.as("Set " + facts.name(team.id()) + " to " + String.join(", ", settings)));
    }
}
