package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Affinity;
import io.plumbline.model.Backend;
import io.plumbline.model.ClientZone;
import io.plumbline.model.Element;
import io.plumbline.model.FilterMode;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.LoadBalancerInterface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PortRule;
import io.plumbline.model.Shape;
import io.plumbline.model.Translation;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Clients that all come with one source address, to a cluster that decides by source address: one node does all the work.
public record OneSourceForAllClients() implements Rule {

    private static final int NETWORK_BITS = 24;

    /// What all clients look like to the cluster.
    ///
    /// @param sources   the addresses they come with, each named once
    /// @param hiddenBy  the load balancers, proxies and client zones that hide theirs
    /// @param direct    whether some clients come with their own addresses
    private record Crowd(SequencedSet<String> sources, List<Id> hiddenBy, boolean direct) {}

    @Override
    public String id() {
        return "NLB015";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        List<NlbNode> nodes = topology.effective().nodes(cluster).orElse(List.of());
        if (nodes.size() < 2 || topology.all(ClientZone.class).isEmpty()
                && topology.all(HardwareLoadBalancer.class).isEmpty()) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        Crowd crowd = crowd(topology, cluster, needs);
        if (crowd.direct() || crowd.hiddenBy().isEmpty() && needs.isEmpty()) {
            return Stream.empty();
        }
        Answer<Optional<Affinity>> affinity = affinity(topology.effective(), cluster, nodes);
        if (affinity.is(Optional.empty())) {
            return Stream.empty();
        }
        needs.addAll(affinity.needs());
        if (!needs.isEmpty()) {
            return facts.cannotTell(id(), cluster.id(), needs);
        }
        Affinity widest = affinity.find().orElseThrow().orElseThrow();
        long groups =
                widest == Affinity.NETWORK ? crowd.sources().stream().map(OneSourceForAllClients::network).distinct()
                        .count() : crowd.sources().size();
        return groups >= nodes.size() ? Stream.empty()
                : Stream.of(finding(facts, cluster, crowd, widest, groups, nodes.size()));
    }

    /// The /24 of an address; what is no IPv4 address stands for itself.
    private static String network(String source) {
        int last = source.lastIndexOf('.');
        return last < 0 ? source : source.substring(0, last) + ".0/" + NETWORK_BITS;
    }

    /// The affinity by which clients stay with a node; the wider one where rules differ; empty where no rule has any.
    private static Answer<Optional<Affinity>> affinity(Effective effective, NlbCluster cluster, List<NlbNode> nodes) {
        return effective.portRules(cluster, nodes.getFirst()).then(rules -> {
            List<Answer<Affinity>> all = new ArrayList<>();
            for (PortRule rule : rules) {
                all.add(effective.filterMode(cluster, rule).then(filter -> filter == FilterMode.MULTIPLE
                        ? effective.affinity(cluster, rule)
                        : Answer.sure(Affinity.NONE)));
            }
            return Answer.all(all).map(found -> found.contains(Affinity.NETWORK) ? Optional.of(Affinity.NETWORK)
                    : found.contains(Affinity.SINGLE) ? Optional.of(Affinity.SINGLE) : Optional.empty());
        });
    }

    // Who comes

    private static Crowd crowd(Topology topology, NlbCluster cluster, SortedSet<Missing> needs) {
        SequencedSet<String> sources = new LinkedHashSet<>();
        List<Id> hiddenBy = new ArrayList<>();
        List<HardwareLoadBalancer> front = front(topology, cluster, needs);
        boolean direct = false;
        for (HardwareLoadBalancer balancer : front) {
            Answer<Boolean> hides = topology.effective().sourceNat(balancer);
            needs.addAll(hides.needs());
            direct |= hides.is(false);
            if (hides.is(true)) {
                hiddenBy.add(balancer.id());
                sources.add(source(topology, cluster, balancer));
            }
        }
        for (ClientZone zone : topology.all(ClientZone.class)) {
            boolean meant = zone.reaches().orElse(List.of()).contains(cluster.id());
            // Where a load balancer stands in front, clients of which nothing else is said come through it.
            if (!meant && (!zone.reaches().orElse(List.of()).isEmpty() || !front.isEmpty())) {
                continue;
            }
            if (zone.reaches().isUnknown()) {
                needs.add(new Missing(zone.id(), "reaches"));
                continue;
            }
            switch (zone.translatedBy().find().map(Translation::addresses).flatMap(addresses -> addresses.find())
                    .orElse(List.of())) {
                case List<IpAddress> shown when !shown.isEmpty() -> {
                    hiddenBy.add(zone.id());
                    shown.forEach(address -> sources.add(address.toString()));
                }
                default -> {
                    if (zone.translatedBy().isUnknown()) {
                        needs.add(new Missing(zone.id(), "translatedBy"));
                    } else if (zone.translatedBy().isKnown()) {
                        needs.add(new Missing(zone.id(), "translatedBy.addresses"));
                    } else {
                        direct = true;
                    }
                }
            }
        }
        return new Crowd(sources, hiddenBy, direct);
    }

    /// The load balancers that have a VIP of the cluster as a server.
    private static List<HardwareLoadBalancer> front(Topology topology, NlbCluster cluster, SortedSet<Missing> needs) {
        List<IpAddress> vips = topology.balancing().vips(cluster).orElse(List.of());
        List<HardwareLoadBalancer> front = new ArrayList<>();
        for (HardwareLoadBalancer balancer : topology.all(HardwareLoadBalancer.class)) {
            if (balancer.backends().isUnknown()) {
                needs.add(new Missing(balancer.id(), "backends"));
            }
            if (balancer.backends().orElse(List.of()).stream()
                    .anyMatch(each -> each.address().find().filter(vips::contains).isPresent())) {
                front.add(balancer);
            }
        }
        return front;
    }

    /// The address a load balancer shows to the cluster: the one it has in the subnet of the VIP; of a pair the common one.
    private static String source(Topology topology, NlbCluster cluster, HardwareLoadBalancer balancer) {
        Optional<HardwareLoadBalancer> lead = balancer.haPeer().find().filter(peer -> peer.compareTo(balancer.id()) < 0)
                .flatMap(peer -> topology.find(peer, HardwareLoadBalancer.class));
        HardwareLoadBalancer shown = lead.orElse(balancer);
        return topology.balancing().subnet(cluster).find().stream()
                .flatMap(subnet -> shown.interfaces().orElse(List.of()).stream().map(LoadBalancerInterface::address)
                        .flatMap(address -> address.find().stream())
                        .filter(address -> subnet.contains(address.address())))
                .map(address -> address.address().toString()).findFirst().orElse(shown.id().text());
    }

    private Finding finding(Facts facts, NlbCluster cluster, Crowd crowd, Affinity affinity, long groups, int nodes) {
        boolean one = groups < 2;
        Finding finding = Finding.of(id(), one ? "" : "several", one ? Severity.WARNING : Severity.ADVICE, cluster.id())
                .fact("cluster", facts.name(cluster.id())).fact("affinity", affinity.display())
                .fact("hidden", Names.few(crowd.hiddenBy().stream().map(facts::name).toList(), 3))
                .fact("what", affinity == Affinity.NETWORK ? "/24" : "source address")
                .fact("groups", Names.number((int) groups))
                .fact("nodes", Names.number(nodes)).proof(cluster.id(), "affinity", affinity.display())
                .concerning("nlbCluster", cluster.id());
        for (Id each : crowd.hiddenBy()) {
            finding = finding.proof(each, facts.topology().is(each, ClientZone.class) ? "translatedBy" : "sourceNat",
                    String.join(", ", crowd.sources()));
        }
        return finding;
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
        List<HardwareLoadBalancer> front = front(facts.topology(), cluster, new TreeSet<>());
        List<IpAddress> vips = facts.topology().balancing().vips(cluster).orElse(List.of());
        List<NlbNode> nodes = cluster.nodes().orElse(List.of());
        boolean zonesHideToo = facts.topology().all(ClientZone.class).stream()
                .anyMatch(zone -> zone.translatedBy().isKnown());
        if (front.isEmpty() || zonesHideToo || nodes.stream().anyMatch(node -> !node.dip().isKnown())) {
            return List.of();
        }
        List<Element> changed = new ArrayList<>();
        for (HardwareLoadBalancer balancer : front) {
            List<Backend> after = new ArrayList<>();
            for (Backend each : balancer.backends().orElse(List.of())) {
                if (each.address().find().filter(vips::contains).isEmpty()) {
                    after.add(each);
                } else {
                    nodes.forEach(node -> after.add(Shape.of(Backend.class).with(each, "address", node.dip())));
                }
            }
            changed.add(Element.with(balancer, "backends", after.stream().distinct().toList()));
        }
        String label = "Point " + facts.names().list(front.stream().map(HardwareLoadBalancer::id).toList())
                + " at the nodes of " + facts.name(cluster.id());
        return List.of(Remedy.of(label, new Put(label, changed)));
    }
}
