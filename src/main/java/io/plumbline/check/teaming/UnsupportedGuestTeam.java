package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanMode;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A team inside a VM that is not two virtual NICs on two external virtual switches, switch independent, by address hash.
public record UnsupportedGuestTeam() implements Rule {

    @Override
    public String id() {
        return "TEAM010";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        if (!facts.topology().is(team.owner(), Vm.class) || team.technology() != TeamTechnology.LBFO
                || team.members().isEmpty()) {
            return Stream.empty();
        }
        Faults faults = new Faults();
        settings(facts, team, faults);
        switches(facts, team, faults);
        permission(facts, team, faults);
        vlans(facts, team, faults);
        if (faults.isEmpty()) {
            underNlb(facts, team, faults);
            return faults.outcome(facts, start(facts, team, Severity.ADVICE));
        }
        return faults.outcome(facts, start(facts, team, Severity.ERROR));
    }

    private Finding start(Facts facts, Team team, Severity severity) {
        return Finding.of(id(), severity, team.id()).fact("team", facts.name(team.id())).concerning("team", team.id());
    }

    private static List<VirtualNic> nics(Facts facts, Team team) {
        return team.members().stream().flatMap(member -> facts.topology().find(member.nic(), VirtualNic.class).stream())
                .toList();
    }

    private static void settings(Facts facts, Team team, Faults faults) {
        Effective effective = facts.topology().effective();
        if (team.members().size() != 2) {
            faults.add("it has " + Names.count(team.members().size(), "member", "members"), "use two members")
                    .proof(team.id(), "members", team.members().size());
        }
        Answer<TeamingMode> mode = effective.teamingMode(team);
        faults.needs(mode);
        if (mode.surely(known -> known != TeamingMode.SWITCH_INDEPENDENT)) {
            String name = mode.find().orElseThrow().display();
            faults.add("its teaming mode is " + (name.equals("LACP") ? name : name.toLowerCase(Locale.ROOT)),
                    "set it to switch independent").proof(team.id(), "teamingMode", name);
        }
        Answer<LoadBalancing> algorithm = effective.lbAlgorithm(team);
        faults.needs(algorithm);
        if (algorithm.surely(known -> !AddressHashUnderVirtualSwitch.isAddressHash(known))) {
            String name = algorithm.find().orElseThrow().display();
            faults.add("its distribution is \"" + name + "\"", "set it to Address hash").proof(team.id(), "lbAlgorithm",
                    name);
        }
    }

    private static void switches(Facts facts, Team team, Faults faults) {
        Map<VirtualSwitch, List<Id>> nicsBySwitch = new LinkedHashMap<>();
        for (VirtualNic nic : nics(facts, team)) {
            Answer<Optional<VirtualSwitch>> under = facts.topology().uplinks().virtualSwitch(nic);
            faults.needs(under);
            under.orElse(Optional.empty()).ifPresent(
                    each -> nicsBySwitch.computeIfAbsent(each, _ -> new ArrayList<>()).add(nic.id()));
        }
        nicsBySwitch.forEach((each, nics) -> {
            Answer<VirtualSwitchType> type = facts.topology().effective().type(each);
            faults.needs(type);
            if (type.surely(known -> known != VirtualSwitchType.EXTERNAL)) {
                faults.add(facts.names().list(nics) + (nics.size() == 1 ? " is" : " are") + " on "
                        + facts.name(each.id()) + ", which is "
                        + type.find().orElseThrow().display().toLowerCase(Locale.ROOT),
                        "use two external virtual switches").proof(each.id(), "type",
                                type.find().orElseThrow().display());
            }
            if (nics.size() > 1) {
                faults.add(facts.names().list(nics) + " are both on " + facts.name(each.id()),
                        "use two external virtual switches");
                nics.forEach(nic -> faults.proof(nic, "vSwitch", facts.name(each.id())));
            }
        });
    }

    private static void permission(Facts facts, Team team, Faults faults) {
        List<Id> refused = new ArrayList<>();
        for (VirtualNic nic : nics(facts, team)) {
            Answer<Boolean> allowed = facts.topology().effective().allowTeaming(nic);
            faults.needs(allowed);
            if (allowed.is(false)) {
                refused.add(nic.id());
            }
        }
        if (!refused.isEmpty()) {
            faults.add("teaming is not allowed at " + facts.names().list(refused), "allow it there");
            refused.forEach(nic -> faults.proof(nic, "allowTeaming", "off"));
        }
    }

    private static void vlans(Facts facts, Team team, Faults faults) {
        for (TeamInterface each : facts.topology().interfaces(team.id())) {
            Answer<VlanId> vlan = facts.topology().effective().vlanId(each);
            faults.needs(vlan);
            if (vlan.surely(known -> !known.isNone())) {
                faults.add("VLAN " + vlan.find().orElseThrow() + " is set inside the VM, on " + facts.name(each.id()),
                        "set the VLAN at the virtual NICs").proof(each.id(), "vlanId", vlan.find().orElseThrow());
            }
        }
    }

    /// Correctly built, but NLB in unicast mode plays its own trick with MAC addresses on top.
    private static void underNlb(Facts facts, Team team, Faults faults) {
        Set<NlbCluster> clusters = new LinkedHashSet<>();
        facts.topology().interfaces(team.id()).forEach(
                each -> clusters.addAll(facts.topology().nlbClusters(each.id())));
        team.members().forEach(member -> clusters.addAll(facts.topology().nlbClusters(member.nic())));
        for (NlbCluster cluster : clusters) {
            Answer<NlbMode> mode = facts.topology().effective().mode(cluster);
            faults.needs(mode);
            if (mode.is(NlbMode.UNICAST)) {
                faults.add(facts.name(cluster.id())
                        + " in unicast mode stands on it, and both of them change MAC addresses",
                        "give the NLB node a single virtual NIC, or change " + facts.name(cluster.id())
                                + " to IGMP multicast")
                        .proof(cluster.id(), "mode", NlbMode.UNICAST.display());
            }
        }
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        List<VirtualNic> nics = nics(facts, team);
        if (finding.severity() != Severity.ERROR || nics.size() != 2 || team.members().size() != 2) {
            return List.of();
        }
        Effective effective = facts.topology().effective();
        Proposal proposal = new Proposal(facts.topology());
        List<String> steps = new ArrayList<>();
        if (!effective.teamingMode(team).is(TeamingMode.SWITCH_INDEPENDENT)) {
            proposal.set(team, "teamingMode", TeamingMode.SWITCH_INDEPENDENT);
            steps.add("set " + facts.name(team.id()) + " to switch independent");
        }
        if (!effective.lbAlgorithm(team).surely(AddressHashUnderVirtualSwitch::isAddressHash)) {
            proposal.set(team, "lbAlgorithm", LoadBalancing.TRANSPORT_PORTS);
            steps.add("set " + facts.name(team.id()) + " to Address hash");
        }
        boolean done = spread(facts, nics, proposal, steps) && lift(facts, team, nics, proposal, steps);
        if (nics.stream().anyMatch(nic -> !effective.allowTeaming(nic).is(true))) {
            nics.forEach(nic -> proposal.set(nic, "allowTeaming", true));
            steps.add("allow teaming on both virtual NICs");
        }
        return done ? List.of(proposal.as(Faults.sentence(Names.join(steps)))) : List.of();
    }

    /// Puts the two adapters on two external virtual switches of the host.
    private static boolean spread(Facts facts, List<VirtualNic> nics, Proposal proposal, List<String> steps) {
        List<VirtualSwitch> external = facts.topology().find(nics.getFirst().owner(), Vm.class)
                .flatMap(vm -> facts.topology().find(vm.host(), Host.class))
                .map(host -> facts.topology().virtualSwitches(host.id())).orElse(List.of()).stream()
                .filter(each -> facts.topology().effective().type(each).is(VirtualSwitchType.EXTERNAL)).toList();
        Set<VirtualSwitch> taken = new LinkedHashSet<>();
        List<VirtualNic> homeless = new ArrayList<>();
        for (VirtualNic nic : nics) {
            Optional<VirtualSwitch> under =
                    facts.topology().uplinks().virtualSwitch(nic).orElse(Optional.empty());
            if (under.isEmpty()) {
                continue;
            }
            if (!external.contains(under.get()) || !taken.add(under.get())) {
                homeless.add(nic);
            }
        }
        for (VirtualNic nic : homeless) {
            Optional<VirtualSwitch> free = external.stream().filter(each -> !taken.contains(each)).findFirst();
            if (free.isEmpty()) {
                return false;
            }
            taken.add(free.get());
            proposal.set(nic, "vSwitch", free.get().name().isBlank() ? free.get().id().text() : free.get().name());
            steps.add("move " + facts.name(nic.id()) + " to " + facts.name(free.get().id()));
        }
        return true;
    }

    /// Lifts a VLAN from the team interface to the virtual NICs.
    private static boolean lift(Facts facts, Team team, List<VirtualNic> nics, Proposal proposal,
            List<String> steps) {
        List<TeamInterface> interfaces = facts.topology().interfaces(team.id());
        List<TeamInterface> tagged = interfaces.stream()
                .filter(each -> !facts.topology().effective().vlanId(each).is(VlanId.NONE)).toList();
        if (tagged.isEmpty()) {
            return true;
        }
        if (interfaces.size() > 1 || nics.stream()
                .anyMatch(nic -> !facts.topology().effective().vlanMode(nic).is(VlanMode.UNTAGGED))) {
            return false;
        }
        VlanId vlan = tagged.getFirst().vlanId().find().orElse(VlanId.NONE);
        proposal.set(tagged.getFirst(), "vlanId", Attribute.unset());
        nics.forEach(nic -> proposal.set(nic, "vlanMode", VlanMode.ACCESS).set(nic, "vlanId", vlan));
        steps.add("set VLAN " + vlan + " at both virtual NICs");
        return !vlan.isNone();
    }
}
