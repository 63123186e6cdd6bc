package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.GuestFeature;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// An NLB adapter of a VM that must not use the cluster's MAC; and the reverse, an adapter that may use any MAC without a
/// reason.
public record MacSpoofingOffOnNlbAdapter() implements Rule {

    @Override
    public String id() {
        return "NLB004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(VirtualNic.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, VirtualNic nic) {
        Optional<Vm> vm = facts.topology().find(nic.owner(), Vm.class);
        if (vm.isEmpty()) {
            return Stream.empty();
        }
        List<NlbCluster> clusters = facts.topology().nlbClusters(nic.id());
        return clusters.isEmpty() ? leastPrivilege(facts, vm.get(), nic) : judge(facts, nic, clusters);
    }

    private Stream<Outcome> judge(Facts facts, VirtualNic nic, List<NlbCluster> clusters) {
        Answer<Boolean> on = facts.topology().effective().macSpoofing(nic);
        if (on.is(true)) {
            return Stream.empty();
        }
        // Unicast is the worst of several clusters on one adapter.
        Answer<Boolean> unicast = Answer.anyOf(clusters.stream().map(cluster -> facts.topology().effective()
                .mode(cluster).then(mode -> Answer.sure(mode == NlbMode.UNICAST))).toList());
        Answer<Finding> finding = on.with(unicast, (_, worst) -> finding(facts, nic, clusters, worst));
        return finding.isSure() ? Stream.of(finding.find().orElseThrow())
                : facts.cannotTell(id(), nic.id(), finding);
    }

    private Finding finding(Facts facts, VirtualNic nic, List<NlbCluster> clusters, boolean unicast) {
        List<NlbCluster> judged = clusters.stream()
                .filter(cluster -> facts.topology().effective().mode(cluster).is(NlbMode.UNICAST) == unicast).toList();
        NlbMode mode = facts.topology().effective().mode(judged.getFirst()).find().orElseThrow();
        String mac = facts.topology().balancing().clusterMac(judged.getFirst()).find().map(Object::toString)
                .orElse("the MAC of the cluster");
        Finding finding = Finding.of(id(), unicast ? Severity.ERROR : Severity.ADVICE, nic.id())
                .fact("nic", facts.name(nic.id()))
                .fact("cluster", Names.join(judged.stream().map(cluster -> facts.name(cluster.id())).toList()))
                .fact("mode", NlbWords.mode(mode))
                .fact("consequence", unicast
                        ? "the guest has to use " + mac + ", and the virtual switch refuses a MAC that it did not "
                                + "assign"
                        : "there the adapter keeps its own MAC, so this is no fault, but the proven recipe turns "
                                + "spoofing on for exactly these adapters")
                .proof(nic.id(), "macSpoofing", "off").concerning("vNic", nic.id());
        for (NlbCluster cluster : judged) {
            finding = finding.proof(cluster.id(), "mode", mode.display()).concerning("nlbCluster", cluster.id());
        }
        return finding;
    }

    // The mirror image

    private Stream<Outcome> leastPrivilege(Facts facts, Vm vm, VirtualNic nic) {
        Topology topology = facts.topology();
        if (topology.effective().macSpoofing(nic).is(false)) {
            return Stream.empty();
        }
        Answer<Boolean> needless = Answer.allOf(List.of(topology.effective().macSpoofing(nic),
                Answer.sure(topology.teamsOf(nic.id()).isEmpty()),
                topology.effective().guestFeatures(vm).then(features -> Answer.sure(
                        !features.contains(GuestFeature.NESTED_HYPER_V) && !features.contains(GuestFeature.BRIDGE)
                                && !features.contains(GuestFeature.FIREWALL)
                                && (!features.contains(GuestFeature.NLB) || isDrawnNode(topology, vm)))),
                isInNoOtherCluster(topology)));
        if (needless.is(false)) {
            return Stream.empty();
        }
        return needless.isSure()
                ? Stream.of(Finding.of(id(), "mirror", Severity.ADVICE, nic.id()).fact("nic", facts.name(nic.id()))
                        .fact("vm", facts.name(vm.id())).proof(nic.id(), "macSpoofing", "on")
                        .proof(vm.id(), "guestFeatures", "none that needs it").concerning("vNic", nic.id()))
                : facts.cannotTell(id(), nic.id(), needless);
    }

    /// A guest that is marked for NLB may have its NLB adapter here as long as none is drawn.
    private static boolean isDrawnNode(Topology topology, Vm vm) {
        return topology.virtualNics(vm.id()).stream().anyMatch(nic -> !topology.nlbClusters(nic.id()).isEmpty())
                || topology.teams(vm.id()).stream().flatMap(team -> topology.interfaces(team.id()).stream())
                        .anyMatch(each -> !topology.nlbClusters(each.id()).isEmpty());
    }

    /// A cluster whose nodes are not known may have this one.
    private static Answer<Boolean> isInNoOtherCluster(Topology topology) {
        List<Answer<Boolean>> all = new ArrayList<>();
        for (NlbCluster cluster : topology.all(NlbCluster.class)) {
            Answer<List<NlbNode>> nodes = topology.effective().nodes(cluster);
            all.add(nodes.then(_ -> Answer.sure(true)));
        }
        return Answer.allOf(all);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        boolean on = !finding.variant().equals("mirror");
        return List.of(Remedy.of((on ? "Enable" : "Disable") + " MAC spoofing on " + facts.name(finding.primary()),
                Put.set(List.of(facts.topology().element(finding.primary(), VirtualNic.class)), "macSpoofing", on,
                        "MAC spoofing")));
    }
}
