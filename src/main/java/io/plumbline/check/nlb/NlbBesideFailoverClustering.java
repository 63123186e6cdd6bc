package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.GuestFeature;
import io.plumbline.model.Host;
import io.plumbline.model.HostFeature;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A machine that is a node of an NLB cluster and of a failover cluster in the same operating system.
public record NlbBesideFailoverClustering() implements Rule {

    @Override
    public String id() {
        return "NLB016";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<List<NlbNode>> nodes = facts.topology().effective().nodes(cluster);
        return Stream.concat(facts.cannotTell(id(), cluster.id(), nodes),
                nodes.orElse(List.of()).stream().flatMap(node -> judge(facts, cluster, node)).distinct());
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster, NlbNode node) {
        Topology topology = facts.topology();
        Optional<Vm> vm = topology.balancing().vm(node);
        if (vm.isPresent()) {
            return judge(facts, cluster, Finding.of(id(), Severity.ERROR, vm.get().id()).proof(vm.get().id(),
                    "guestFeatures", GuestFeature.FAILOVER_CLUSTERING.display()),
                    topology.effective()
                            .guestFeatures(vm.get())
                            .then(features -> Answer.sure(features.contains(GuestFeature.FAILOVER_CLUSTERING))));
        }
        Optional<Host> host = topology.balancing().host(node);
        return host.stream().flatMap(each -> judge(facts, cluster, Finding.of(id(), Severity.ERROR, each.id())
                .proof(each.id(), "features", HostFeature.FAILOVER_CLUSTERING.display()),
                Answer.anyOf(List.of(
                        topology.effective().features(each)
                                .then(features -> Answer.sure(features.contains(HostFeature.FAILOVER_CLUSTERING))),
                        topology.effective().failoverCluster(each)
                                .then(found -> Answer.sure(found.isPresent()))))));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster, Finding finding, Answer<Boolean> clustered) {
        return clustered.is(true)
                ? Stream.of(finding.fact("machine", facts.name(finding.primary()))
                        .fact("cluster", facts.name(cluster.id()))
                        .proof(cluster.id(), "nodes", facts.name(finding.primary()))
                        .concerning("nlbCluster", cluster.id()))
                : facts.cannotTell(id(), finding.primary(), clustered);
    }
}
