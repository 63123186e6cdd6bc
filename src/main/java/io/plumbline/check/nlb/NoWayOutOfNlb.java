package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Backend;
import io.plumbline.model.Flag;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.LoadBalancerVip;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Service;
import io.plumbline.model.Transport;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An NLB cluster without a successor: no pair of load balancers publishes its services, and nobody plans its end.
public record NoWayOutOfNlb() implements Rule {

    @Override
    public String id() {
        return "NLB020";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        if (cluster.retirementPlanned()
                || facts.topology().effective().flags(cluster).contains(Flag.TRAINING)) {
            return Stream.empty();
        }
        Answer<Boolean> replaced = isReplaced(facts.topology(), cluster);
        return replaced.is(false) ? Stream.of(finding(facts, cluster)) : facts.cannotTell(id(), cluster.id(), replaced);
    }

    private Finding finding(Facts facts, NlbCluster cluster) {
        return Finding.of(id(), Severity.ADVICE, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .proof(cluster.id(), "retirementPlanned", "false").concerning("nlbCluster", cluster.id());
    }

    // The successor

    private static Answer<Boolean> isReplaced(Topology topology, NlbCluster cluster) {
        List<Answer<Boolean>> any = new ArrayList<>();
        for (HardwareLoadBalancer balancer : topology.all(HardwareLoadBalancer.class)) {
            any.add(Answer.allOf(List.of(isPaired(topology, balancer), servesNodes(topology, cluster, balancer),
                    publishes(topology, cluster, balancer))));
        }
        return Answer.anyOf(any);
    }

    private static Answer<Boolean> isPaired(Topology topology, HardwareLoadBalancer balancer) {
        boolean named = topology.all(HardwareLoadBalancer.class).stream()
                .anyMatch(other -> !other.id().equals(balancer.id()) && other.haPeer().is(balancer.id()));
        return named ? Answer.sure(true)
                : topology.effective().haPeer(balancer).then(peer -> Answer.sure(peer.isPresent()));
    }

    private static Answer<Boolean> servesNodes(Topology topology, NlbCluster cluster, HardwareLoadBalancer balancer) {
        return topology.effective().nodes(cluster).then(nodes -> Answer
                .of(balancer.backends(), balancer.id(), "backends", List.<Backend>of())
                .then(servers -> Answer.sure(!nodes.isEmpty()
                        && nodes.stream().allMatch(node -> servers.stream().anyMatch(each -> leadsTo(each, node))))));
    }

    private static boolean leadsTo(Backend server, NlbNode node) {
        return server.vNic().is(node.member())
                || server.address().find().filter(address -> node.dip().is(address)).isPresent();
    }

    /// Whether a load balancer publishes what the cluster does, as far as anybody wrote that down.
    private static Answer<Boolean> publishes(Topology topology, NlbCluster cluster, HardwareLoadBalancer balancer) {
        return topology.effective().services(cluster).then(wanted -> Answer
                .of(balancer.vips(), balancer.id(), "vips", List.<LoadBalancerVip>of()).then(vips -> Answer.sure(
                        !vips.isEmpty() && wanted.stream().allMatch(service -> vips.stream()
                                .anyMatch(vip -> vip.services().orElse(List.of()).isEmpty()
                                        || vip.services().orElse(List.of()).stream()
                                                .anyMatch(each -> covers(each, service)))))));
    }

    private static boolean covers(Service offered, Service wanted) {
        Transport its = offered.protocol().orElse(Transport.TCP);
        return offered.port().equals(wanted.port())
                && (its == Transport.BOTH || its == wanted.protocol().orElse(Transport.TCP));
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
        List<Remedy> remedies = new ArrayList<>();
        LoadBalancerPair.replacing(facts, cluster).ifPresent(remedies::add);
        remedies.add(Remedy.of("Mark " + facts.name(cluster.id()) + " for retirement",
                Put.set(List.of(cluster), "retirementPlanned", true, "planned retirement")));
        return remedies;
    }
}
