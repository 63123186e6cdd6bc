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
import io.plumbline.model.IpAssignment;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanMode;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A VLAN set at a team interface or an adapter below a virtual switch or in a team: what is tagged otherwise is dropped
/// there without a word.
public record VlanBelowVirtualSwitch() implements Rule {

    @Override
    public String id() {
        return "TEAM011";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::interfaces), Subject.each(PhysicalNic.class, this::filter));
    }

    // Team interfaces

    private Stream<Outcome> interfaces(Facts facts, Team team) {
        if (team.technology() != TeamTechnology.LBFO || !facts.topology().is(team.owner(), Host.class)) {
            return Stream.empty();
        }
        List<TeamInterface> bound = new ArrayList<>();
        List<TeamInterface> others = new ArrayList<>();
        for (TeamInterface each : facts.topology().interfaces(team.id())) {
            (facts.topology().virtualSwitchesOn(each.id()).isEmpty() ? others : bound).add(each);
        }
        if (bound.isEmpty()) {
            return Stream.empty();
        }
        List<Answer<Boolean>> wrong = bound.stream().map(each -> isNoDefault(facts, each)).toList();
        if (bound.size() > 1 || Answer.anyOf(wrong).is(true)) {
            return Stream.of(bound(facts, team, bound));
        }
        if (!Answer.anyOf(wrong).isSure()) {
            return facts.cannotTell(id(), team.id(), Answer.anyOf(wrong));
        }
        return others.isEmpty() ? Stream.empty() : Stream.of(further(facts, team, bound.getFirst(), others));
    }

    private static Answer<Boolean> isNoDefault(Facts facts, TeamInterface each) {
        Effective effective = facts.topology().effective();
        return Answer.anyOf(List.of(effective.vlanId(each).then(vlan -> Answer.sure(!vlan.isNone())),
                Answer.not(effective.primary(each))));
    }

    private Finding bound(Facts facts, Team team, List<TeamInterface> bound) {
        List<String> problems = new ArrayList<>();
        Finding finding = Finding.of(id(), "a", Severity.ERROR, team.id()).concerning("team", team.id())
                .concerning("host", team.owner());
        for (TeamInterface each : bound) {
            if (bound.size() == 1 || isNoDefault(facts, each).is(true)) {
                Answer<VlanId> vlan = facts.topology().effective().vlanId(each);
                boolean tagged = vlan.surely(known -> !known.isNone());
                List<Id> switches =
                        facts.topology().virtualSwitchesOn(each.id()).stream().map(VirtualSwitch::id).toList();
                problems.add(facts.names().list(switches) + " is bound to " + facts.name(each.id()) + ", "
                        + (tagged ? "which carries VLAN " + vlan.find().orElseThrow() + " alone"
                                : "which is not the default interface of " + facts.name(team.id())));
                finding = tagged ? explains(facts, finding.proof(each.id(), "vlanId", vlan.find().orElseThrow()),
                        vlan.find().orElseThrow())
                        : finding.proof(each.id(), "primary", "false");
                for (Id over : switches) {
                    finding = finding.proof(over, "uplink", facts.name(each.id()));
                }
            }
        }
        if (problems.isEmpty()) {
            List<Id> ids = bound.stream().map(TeamInterface::id).toList();
            problems.add(facts.name(team.id()) + " carries virtual switches on " + facts.names().list(ids)
                    + ", and one of these cannot be its default interface");
            for (Id each : ids) {
                finding = finding.proof(each, "team", facts.name(team.id()));
            }
        }
        return finding.fact("problem", Faults.sentence(Names.join(problems)));
    }

    private Finding further(Facts facts, Team team, TeamInterface bound, List<TeamInterface> others) {
        List<Id> ids = others.stream().map(TeamInterface::id).toList();
        List<Id> switches = facts.topology().virtualSwitchesOn(bound.id()).stream().map(VirtualSwitch::id).toList();
        Finding finding = Finding.of(id(), "c", Severity.ERROR, team.id()).fact("team", facts.name(team.id()))
                .fact("switch", facts.names().list(switches)).fact("others", facts.names().list(ids))
                .concerning("team", team.id()).concerning("host", team.owner())
                .proof(switches.getFirst(), "uplink", facts.name(bound.id()));
        for (TeamInterface each : others) {
            VlanId vlan = facts.topology().effective().vlanId(each).orElse(VlanId.NONE);
            finding = explains(facts,
                    finding.proof(each.id(), "vlanId", vlan.isNone() ? "none" : vlan.toString()), vlan);
        }
        return finding;
    }

    // Adapters

    private Stream<Outcome> filter(Facts facts, PhysicalNic nic) {
        Answer<VlanId> vlan = facts.topology().effective().vlanId(nic);
        if (vlan.is(VlanId.NONE)) {
            return Stream.empty();
        }
        List<Team> teams = facts.topology().teamsOf(nic.id());
        List<VirtualSwitch> switches = facts.topology().virtualSwitchesOn(nic.id());
        if (teams.isEmpty() && switches.isEmpty()) {
            return Stream.empty();
        }
        if (!vlan.isSure()) {
            return facts.cannotTell(id(), nic.id(), vlan);
        }
        VlanId known = vlan.find().orElseThrow();
        boolean teamed = !teams.isEmpty();
        Finding finding = Finding.of(id(), teamed ? "b" : "d", Severity.ERROR, nic.id())
                .fact("nic", facts.name(nic.id())).fact("vlan", known).proof(nic.id(), "vlanId", known)
                .concerning("nic", nic.id()).concerning("host", nic.host());
        if (teamed) {
            Team team = teams.getFirst();
            boolean switched = team.technology() == TeamTechnology.SET
                    || !facts.topology().uplinks().virtualSwitchesOver(team).isEmpty();
            finding = finding.fact("team", facts.name(team.id()))
                    .fact("where", switched ? "at the virtual NICs" : "at the team interface")
                    .proof(team.id(), "members", facts.name(nic.id())).concerning("team", team.id());
        } else {
            finding = finding.fact("switch", facts.name(switches.getFirst().id()))
                    .proof(switches.getFirst().id(), "uplink", facts.name(nic.id()));
        }
        return Stream.of(explains(facts, finding, known));
    }

    /// A VLAN that does not arrive at this host is explained by this.
    private static Finding explains(Facts facts, Finding finding, VlanId vlan) {
        Finding explaining = finding;
        if (!vlan.isNone()) {
            for (var each : facts.topology().vlans().named(vlan)) {
                explaining = explaining.concerning("vlan", each.id());
            }
        }
        return explaining;
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return switch (finding.variant()) {
            case "a" -> onDefault(facts, facts.topology().element(finding.primary(), Team.class));
            case "c" -> withoutOthers(facts, facts.topology().element(finding.primary(), Team.class));
            default -> withoutFilter(facts, facts.topology().element(finding.primary(), PhysicalNic.class));
        };
    }

    /// The virtual switch on the default interface, its VLAN on the virtual NICs.
    private List<Remedy> onDefault(Facts facts, Team team) {
        List<TeamInterface> interfaces = facts.topology().interfaces(team.id());
        List<VirtualSwitch> switches = facts.topology().uplinks().virtualSwitchesOver(team);
        if (switches.size() != 1 || interfaces.size() > 2) {
            return List.of();
        }
        VirtualSwitch over = switches.getFirst();
        TeamInterface bound = interfaces.stream().filter(each -> over.uplink().is(each.id())).findFirst().orElseThrow();
        Optional<TeamInterface> other = interfaces.stream().filter(each -> !each.equals(bound)).findFirst();
        VlanId vlan = facts.topology().effective().vlanId(bound).orElse(VlanId.NONE);
        Proposal proposal = new Proposal(facts.topology());
        int lifted = lift(facts, over, vlan, proposal);
        if (other.isEmpty()) {
            proposal.set(bound, "vlanId", Attribute.unset()).set(bound, "primary", true);
        } else if (isNoDefault(facts, other.get()).is(false) && !holdsAddress(facts, other.get())) {
            proposal.set(over, "uplink", other.get().id()).remove(bound.id());
        } else {
            return List.of();
        }
        return List.of(proposal.as("Bind " + facts.name(over.id()) + " to the default interface of "
                + facts.name(team.id()) + moved(vlan, lifted)));
    }

    private static List<Remedy> withoutOthers(Facts facts, Team team) {
        List<TeamInterface> others = facts.topology().interfaces(team.id()).stream()
                .filter(each -> facts.topology().virtualSwitchesOn(each.id()).isEmpty()).toList();
        if (others.stream().anyMatch(each -> holdsAddress(facts, each)
                || !facts.topology().nlbClusters(each.id()).isEmpty())) {
            // What has an address there needs a place to go first.
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        others.forEach(each -> proposal.remove(each.id()));
        return List.of(proposal.as("Delete " + facts.names().list(others.stream().map(TeamInterface::id).toList())));
    }

    private static boolean holdsAddress(Facts facts, TeamInterface each) {
        Answer<List<IpAssignment>> addresses = facts.topology().effective().addresses(each.id(), each.ip());
        return !addresses.surely(List::isEmpty);
    }

    /// The VLAN cleared at the adapter and at those that filter the same one beside it, and set above.
    private List<Remedy> withoutFilter(Facts facts, PhysicalNic nic) {
        VlanId vlan = nic.vlanId().find().orElseThrow();
        Optional<Team> team = facts.topology().teamsOf(nic.id()).stream().findFirst();
        List<PhysicalNic> nics = team.map(facts.topology().uplinks()::nics).orElse(List.of(nic));
        if (nics.stream().anyMatch(each -> !facts.topology().effective().vlanId(each).is(vlan)
                && !facts.topology().effective().vlanId(each).is(VlanId.NONE))) {
            return List.of();
        }
        List<VirtualSwitch> switches = team.map(facts.topology().uplinks()::virtualSwitchesOver)
                .orElseGet(() -> facts.topology().virtualSwitchesOn(nic.id()));
        Proposal proposal = new Proposal(facts.topology());
        List<Id> cleared = new ArrayList<>();
        for (PhysicalNic each : nics) {
            if (facts.topology().effective().vlanId(each).is(vlan)) {
                proposal.set(each, "vlanId", Attribute.unset());
                cleared.add(each.id());
            }
        }
        int lifted = 0;
        for (VirtualSwitch over : switches) {
            lifted += lift(facts, over, vlan, proposal);
        }
        String moved = moved(vlan, lifted);
        if (switches.isEmpty() && team.isPresent()) {
            List<TeamInterface> interfaces = facts.topology().interfaces(team.get().id());
            if (interfaces.size() == 1 && facts.topology().effective().vlanId(interfaces.getFirst()).is(VlanId.NONE)) {
                proposal.set(interfaces.getFirst(), "vlanId", vlan);
                moved = " and set it on " + facts.name(interfaces.getFirst().id());
            }
        }
        return List.of(proposal.as("Clear VLAN " + vlan + " on " + facts.names().list(cleared) + moved));
    }

    private static String moved(VlanId vlan, int lifted) {
        return lifted == 0 ? "" : ", VLAN " + vlan + " to " + Names.count(lifted, "virtual NIC", "virtual NICs");
    }

    /// Gives the untagged virtual NICs of a virtual switch the VLAN that was set below them.
    private static int lift(Facts facts, VirtualSwitch over, VlanId vlan, Proposal proposal) {
        if (vlan.isNone()) {
            return 0;
        }
        List<VirtualNic> all = new ArrayList<>(facts.topology().virtualNics(over.host()));
        for (Vm vm : facts.topology().vms(over.host())) {
            all.addAll(facts.topology().virtualNics(vm.id()));
        }
        int lifted = 0;
        for (VirtualNic nic : all) {
            boolean here = facts.topology().uplinks().virtualSwitch(nic)
                    .surely(found -> found.filter(own -> own.id().equals(over.id())).isPresent());
            if (here && facts.topology().effective().vlanMode(nic).is(VlanMode.UNTAGGED)) {
                proposal.set(nic, "vlanMode", VlanMode.ACCESS).set(nic, "vlanId", vlan);
                lifted++;
            }
        }
        return lifted;
    }
}
