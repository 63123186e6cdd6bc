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
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Unicast nodes whose application talks from node to node, with nothing but the NLB adapter to do it over: all of them
/// have one MAC, so such a frame never leaves the node.
public record SingleAdapterUnicastNodes() implements Rule {

    @Override
    public String id() {
        return "NLB012";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        Answer<Boolean> needed = topology.effective().interNodeTraffic(cluster);
        if (needed.is(false) || topology.effective().unicastInterHostComm(cluster).is(true)) {
            return Stream.empty();
        }
        List<NlbNode> nodes = topology.effective().nodes(cluster).orElse(List.of());
        Answer<Boolean> cutOff = Answer.allOf(List.of(needed,
                topology.effective().mode(cluster).then(mode -> Answer.sure(mode == NlbMode.UNICAST)),
                Answer.not(topology.effective().unicastInterHostComm(cluster)),
                topology.effective().nodes(cluster).then(all -> Answer.sure(all.size() > 1)),
                Answer.not(haveAnotherWay(topology, nodes))));
        return cutOff.is(true) ? Stream.of(finding(facts, cluster, nodes))
                : facts.cannotTell(id(), cluster.id(), cutOff);
    }

    /// Two nodes with an address beside NLB can reach each other there.
    private static Answer<Boolean> haveAnotherWay(Topology topology, List<NlbNode> nodes) {
        List<Answer<Boolean>> others = nodes.stream().map(node -> hasAnotherAddress(topology, node)).toList();
        if (others.stream().filter(each -> each.is(true)).count() > 1) {
            return Answer.sure(true);
        }
        long possible = others.stream().filter(each -> !each.is(false)).count();
        return possible < 2 ? Answer.sure(false)
                : Answer.needs(others.stream().flatMap(each -> each.needs().stream()).toList());
    }

    private static Answer<Boolean> hasAnotherAddress(Topology topology, NlbNode node) {
        Optional<Vm> vm = topology.balancing().vm(node);
        List<Answer<Boolean>> any = new ArrayList<>();
        if (vm.isPresent()) {
            List<Id> own = topology.balancing().virtualNics(node).stream().map(VirtualNic::id).toList();
            for (VirtualNic nic : topology.virtualNics(vm.get().id())) {
                if (!own.contains(nic.id()) && topology.nlbClusters(nic.id()).isEmpty()) {
                    any.add(topology.effective().addresses(nic.id(), nic.ip())
                            .then(addresses -> Answer.sure(!addresses.isEmpty())));
                }
            }
        } else {
            topology.balancing().host(node).ifPresent(host -> {
                for (Endpoint endpoint : topology.endpoints().of(host.id())) {
                    if (!endpoint.id().equals(node.member()) && topology.nlbClusters(endpoint.id()).isEmpty()) {
                        any.add(topology.effective().addresses(endpoint.id(), endpoint.ip())
                                .then(addresses -> Answer.sure(!addresses.isEmpty())));
                    }
                }
            });
        }
        return Answer.anyOf(any);
    }

    private Finding finding(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        String mac = facts.topology().balancing().clusterMac(cluster).find().map(each -> each + ", the one MAC of all")
                .orElse("one MAC for all");
        Finding finding = Finding.of(id(), Severity.WARNING, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .fact("nodes", Names.few(nodes.stream().map(node -> NlbWords.node(facts, node)).distinct().toList(), 4))
                .fact("mac", mac).proof(cluster.id(), "mode", NlbMode.UNICAST.display())
                .proof(cluster.id(), "interNodeTraffic", "true").proof(cluster.id(), "unicastInterHostComm", "false")
                .concerning("nlbCluster", cluster.id());
        for (NlbNode node : nodes) {
            finding = finding.proof(node.member(), "other adapters", "none with an address that a peer reaches");
        }
        return finding;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
        return List.of(Remedy.of("Enable unicast inter-host communication of " + facts.name(cluster.id()),
                Put.set(List.of(cluster), "unicastInterHostComm", true, "unicast inter-host communication")));
    }
}
