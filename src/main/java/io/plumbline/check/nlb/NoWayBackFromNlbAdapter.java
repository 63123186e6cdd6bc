package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A node whose default gateway is on another adapter than NLB: since Windows Server 2008 a reply for the VIP may not leave
/// there, and the NLB adapter has no way to routed clients.
public record NoWayBackFromNlbAdapter() implements Rule {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19|20)\\d\\d(?!\\d)");
    private static final int STRONG_HOST_MODEL = 2008;

    @Override
    public String id() {
        return "NLB013";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualNic.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, VirtualNic nic) {
        Topology topology = facts.topology();
        List<NlbCluster> clusters = topology.nlbClusters(nic.id());
        Optional<Vm> vm = clusters.isEmpty() ? Optional.empty() : topology.find(nic.owner(), Vm.class);
        if (vm.isEmpty()) {
            return Stream.empty();
        }
        Effective effective = topology.effective();
        List<VirtualNic> others = topology.virtualNics(vm.get().id()).stream()
                .filter(each -> !each.id().equals(nic.id()) && topology.nlbClusters(each.id()).isEmpty()).toList();
        List<Answer<Boolean>> all = new ArrayList<>();
        all.add(Answer.anyOf(others.stream().map(each -> hasGateway(effective, each)).toList()));
        all.add(Answer.not(hasGateway(effective, nic)));
        all.add(Answer.not(effective.forwarding(nic)));
        all.add(Answer.not(Answer.allOf(List.of(effective.weakHostSend(nic), effective.weakHostReceive(nic)))));
        Answer<Boolean> stuck = Answer.allOf(all);
        if (stuck.is(false)) {
            return Stream.empty();
        }
        Answer<Boolean> broken = Answer.allOf(List.of(stuck,
                Answer.anyOf(clusters.stream().map(effective::routedClients).toList()), isStrong(vm.get())));
        return broken.is(true) ? Stream.of(finding(facts, nic, vm.get(), clusters, others))
                : facts.cannotTell(id(), nic.id(), broken);
    }

    private static Answer<Boolean> hasGateway(Effective effective, VirtualNic nic) {
        return effective.defaultGateway(nic.id(), nic.ip()).then(gateway -> Answer.sure(gateway.isPresent()));
    }

    /// Whether the guest is Windows Server 2008 or newer, as far as a year stands in what somebody wrote.
    private static Answer<Boolean> isStrong(Vm vm) {
        return Answer.stated(vm.guestOs(), vm.id(), "guestOs").then(os -> {
            Matcher year = YEAR.matcher(os);
            return year.find() ? Answer.sure(Integer.parseInt(year.group()) >= STRONG_HOST_MODEL)
                    : Answer.needs(vm.id(), "guestOs");
        });
    }

    private Finding finding(Facts facts, VirtualNic nic, Vm vm, List<NlbCluster> clusters, List<VirtualNic> others) {
        List<VirtualNic> exits = others.stream()
                .filter(each -> hasGateway(facts.topology().effective(), each).is(true)).toList();
        List<Id> ids = clusters.stream().map(NlbCluster::id).toList();
        Finding finding = Finding.of(id(), Severity.WARNING, nic.id()).fact("nic", facts.name(nic.id()))
                .fact("clusters", facts.names().list(ids))
                .fact("other", facts.names().list(exits.stream().map(VirtualNic::id).toList()))
                .proof(nic.id(), "ip.defaultGateway", "none").proof(nic.id(), "forwarding", "disabled")
                .concerning("vNic", nic.id());
        for (VirtualNic exit : exits) {
            finding = finding.proof(exit.id(), "ip.defaultGateway",
                    exit.ip().defaultGateway().find().map(Object::toString).orElse(""));
        }
        finding = finding.proof(vm.id(), "guestOs", vm.guestOs().orElse(""));
        for (Id cluster : ids) {
            finding = finding.proof(cluster, "routedClients", "true").concerning("nlbCluster", cluster);
        }
        return finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return List.of(Remedy.of("Enable forwarding on " + facts.name(finding.primary()), Put.set(
                List.of(facts.topology().element(finding.primary(), VirtualNic.class)), "forwarding", true,
                "forwarding")));
    }
}
