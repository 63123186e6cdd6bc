package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Remedy;
import io.plumbline.edit.Put;
import io.plumbline.edit.Remove;
import io.plumbline.model.Backend;
import io.plumbline.model.ClientZone;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Kind;
import io.plumbline.model.LoadBalancerVip;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Shape;
import io.plumbline.topology.NlbReconfiguration;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two load balancers that take over the virtual addresses of an NLB cluster, and the node addresses as their servers.
final class LoadBalancerPair {

    private LoadBalancerPair() {}

    /// Empty where an address of a node or the VIP is missing, so that the pair would serve nobody.
    static Optional<Remedy> replacing(Facts facts, NlbCluster cluster) {
        List<IpAddress> servers = cluster.nodes().orElse(List.of()).stream().map(NlbNode::dip)
                .flatMap(dip -> dip.find().stream()).toList();
        Optional<List<IpAddress>> vips = facts.topology().balancing().vips(cluster).find();
        if (servers.isEmpty() || servers.size() < cluster.nodes().orElse(List.of()).size() || vips.isEmpty()) {
            return Optional.empty();
        }
        Id first = free(facts.topology(), cluster, "a");
        Id second = free(facts.topology(), cluster, "b");
        List<LoadBalancerVip> published = vips.get().stream().map(vip -> Shape.of(LoadBalancerVip.class)
                .of(Map.of("address", vip, "services", cluster.services()))).toList();
        List<Backend> backends =
                servers.stream().map(server -> Shape.of(Backend.class).of(Map.of("address", server))).toList();
        String stem = "LB-" + (cluster.name().isBlank() ? cluster.id().text() : cluster.name());
        List<Element> pair = new ArrayList<>();
        for (Id id : List.of(first, second)) {
            boolean leads = id.equals(first);
            Element balancer = HardwareLoadBalancer.of(id, stem + (leads ? "-1" : "-2"));
            balancer = Element.with(balancer, "haPeer", leads ? second : first);
            balancer = Element.with(balancer, "vips", published);
            pair.add(Element.with(balancer, "backends", backends));
        }
        List<Element> changed = new ArrayList<>();
        for (ClientZone zone : facts.topology().all(ClientZone.class)) {
            List<Id> reaches = zone.reaches().orElse(List.of());
            if (reaches.contains(cluster.id())) {
                List<Id> after = new ArrayList<>(reaches);
                after.remove(cluster.id());
                after.addAll(List.of(first, second));
                changed.add(Element.with(zone, "reaches", after));
            }
        }
        NlbReconfiguration.of(facts.topology(), cluster).ifPresent(each -> changed.addAll(each.gone()));
        String name = facts.name(cluster.id());
        // The cluster goes last: what refers to it loses that in the same step.
        return Optional.of(Remedy.of("Insert a pair of load balancers in place of " + name + " and move its VIPs",
                Put.add(pair), new Put("Clear entries of " + name, changed),
                new Remove("Remove " + name, Set.of(cluster.id()))));
    }

    private static Id free(Topology topology, NlbCluster cluster, String end) {
        String stem = Kind.HARDWARE_LOAD_BALANCER.word() + "-" + cluster.id() + "-" + end;
        // An id has at most so many characters.
        String fitting = stem.substring(Math.max(0, stem.length() - Id.MOST_CHARACTERS + 8));
        Id id = new Id(fitting);
        for (int number = 2; topology.find(id).isPresent(); number++) {
            id = new Id(fitting + number);
        }
        return id;
    }
}
