package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.model.Team;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/// SR-IOV or RDMA that is asked for where an LBFO team, or a virtual switch before 2016, stands in between: both go past
/// the host's network stack, in which such a team does its work.
public record OffloadBehindLbfo() implements Rule {

    @Override
    public String id() {
        return "TEAM008";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualSwitch.class, this::sriov), Subject.each(PhysicalNic.class, this::rdma));
    }

    // SR-IOV

    private Stream<Outcome> sriov(Facts facts, VirtualSwitch each) {
        Answer<Optional<Team>> team = facts.topology().uplinks().team(each);
        if (team.surely(known -> known.filter(OffloadBehindLbfo::isLbfo).isEmpty())) {
            return Stream.empty();
        }
        Answer<Boolean> on = facts.topology().effective().iovEnabled(each);
        List<Answer<Boolean>> wanted = new ArrayList<>(List.of(on));
        List<VirtualNic> demanding = new ArrayList<>();
        for (VirtualNic nic : over(facts, each)) {
            Answer<Boolean> demands = demandsSriov(facts.topology().effective(), nic);
            wanted.add(demands);
            if (demands.is(true)) {
                demanding.add(nic);
            }
        }
        Answer<Boolean> verdict = Answer.anyOf(wanted);
        if (verdict.is(false)) {
            return Stream.empty();
        }
        if (!team.isSure() || !verdict.isSure()) {
            return facts.cannotTell(id(), each.id(), team.with(verdict, (_, _) -> true));
        }
        return Stream.of(sriov(facts, each, team.find().orElseThrow().orElseThrow(), on.is(true), demanding));
    }

    private static boolean isLbfo(Team team) {
        return team.technology() == TeamTechnology.LBFO;
    }

    private static List<VirtualNic> over(Facts facts, VirtualSwitch each) {
        List<VirtualNic> nics = new ArrayList<>();
        for (Vm vm : facts.topology().vms(each.host())) {
            for (VirtualNic nic : facts.topology().virtualNics(vm.id())) {
                // Few adapters ask for SR-IOV; where they are plugged in matters for those alone.
                if (!nic.iovRequired().isUnset() && facts.topology().uplinks().virtualSwitch(nic)
                        .surely(found -> found.filter(own -> own.id().equals(each.id())).isPresent())) {
                    nics.add(nic);
                }
            }
        }
        return nics;
    }

    private static Answer<Boolean> demandsSriov(Effective effective, VirtualNic nic) {
        return Answer.allOf(List.of(effective.iovRequired(nic),
                effective.iovWeight(nic).then(weight -> Answer.sure(weight > 0))));
    }

    private Finding sriov(Facts facts, VirtualSwitch each, Team team, boolean on, List<VirtualNic> demanding) {
        List<Id> nics = demanding.stream().map(VirtualNic::id).toList();
        String who = facts.names().list(nics) + (nics.size() == 1 ? " requires SR-IOV" : " require SR-IOV");
        Answer<OsVersion> version =
                facts.topology().effective().osVersion(facts.topology().element(each.host(), Host.class));
        Finding finding = Finding.of(id(), "a", Severity.ERROR, each.id())
                .fact("what", on ? "SR-IOV is on at " + facts.name(each.id())
                        : who + " on " + facts.name(each.id()))
                .fact("team", facts.name(team.id()))
                .fact("change", version.surely(known -> known.compareTo(OsVersion.WINDOWS_2016) >= 0)
                        ? "Rebuild the team as SET"
                        : "Give up SR-IOV there, or give the VM an adapter on each of two virtual switches without "
                                + "a team and team them inside the VM")
                .proof(each.id(), "uplink", facts.name(team.id())).concerning("team", team.id());
        if (on) {
            finding = finding.proof(each.id(), "iovEnabled", "true");
        }
        for (Id nic : nics) {
            finding = finding.proof(nic, "iovRequired", "true");
        }
        return finding.proof(team.id(), "technology", "LBFO");
    }

    // RDMA

    private Stream<Outcome> rdma(Facts facts, PhysicalNic nic) {
        Answer<Boolean> enabled = facts.topology().effective().rdmaEnabled(nic);
        Answer<SortedSet<Purpose>> purposes = facts.topology().effective().purposes(nic);
        if (enabled.is(false) || purposes.surely(known -> !known.contains(Purpose.SMB_STORAGE))) {
            return Stream.empty();
        }
        Optional<Team> team = facts.topology().uplinks().lbfoTeam(nic);
        List<VirtualSwitch> switches = facts.topology().virtualSwitchesOn(nic.id());
        if (team.isEmpty() && switches.isEmpty()) {
            return Stream.empty();
        }
        Answer<OsVersion> version =
                facts.topology().effective().osVersion(facts.topology().element(nic.host(), Host.class));
        Answer<Boolean> lost = team.isPresent() ? Answer.sure(true)
                : version.then(known -> Answer.sure(known.compareTo(OsVersion.WINDOWS_2016) < 0));
        Answer<Boolean> verdict = Answer.allOf(List.of(enabled, lost,
                purposes.then(known -> Answer.sure(known.contains(Purpose.SMB_STORAGE)))));
        if (!verdict.is(true)) {
            return facts.cannotTell(id(), nic.id(), verdict);
        }
        return Stream.of(rdma(facts, nic, team, switches, version));
    }

    private Finding rdma(Facts facts, PhysicalNic nic, Optional<Team> team, List<VirtualSwitch> switches,
            Answer<OsVersion> version) {
        Finding finding = Finding.of(id(), "b", Severity.ERROR, nic.id()).fact("nic", facts.name(nic.id()))
                .proof(nic.id(), "rdma.enabled", "true").proof(nic.id(), "purposes", Purpose.SMB_STORAGE.display())
                .concerning("nic", nic.id());
        if (team.isPresent()) {
            return finding.fact("where", "it is a member of the LBFO team " + facts.name(team.get().id()))
                    .fact("change", "Take it out of the team: SMB Multichannel gives it redundancy")
                    .proof(team.get().id(), "technology", "LBFO").concerning("team", team.get().id());
        }
        VirtualSwitch over = switches.getFirst();
        String os = version.find().orElseThrow().display();
        return finding.fact("where", "it is bound to " + facts.name(over.id()) + " on " + os)
                .fact("change", "Keep it free of the virtual switch, or go to SET on Windows Server 2016 or later")
                .proof(over.id(), "uplink", facts.name(nic.id())).proof(nic.host(), "osVersion", os);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<Remedy> remedies = new ArrayList<>();
        for (Id id : finding.concerns("team")) {
            Team team = facts.topology().element(id, Team.class);
            if (finding.variant().equals("b") && team.members().size() > 1) {
                remedies.add(TeamRemedies.takeOut(facts, team, List.of(finding.primary())));
            }
            TeamRemedies.asSet(facts, team).ifPresent(remedies::add);
        }
        return remedies;
    }
}
