package io.plumbline.runbook;

import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.VlanId;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Balancing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// The NLB clusters, with what follows from their addresses: the MAC in each notation, the IGMP group, the ports.
final class BalancingTables {

    private final Material material;
    private final Balancing balancing;

    BalancingTables(Material material) {
        this.material = material;
        this.balancing = material.topology().balancing();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        material.table(blocks, "NLB clusters",
                List.of("Cluster", "Mode", "Primary VIP", "Additional VIPs", "VLAN", "Cluster MAC (Windows)",
                        "Cluster MAC (Cisco)", "Cluster MAC (Dell)", "IGMP group"),
                material.design().all(NlbCluster.class).map(this::cluster));
        List<List<String>> nodes = new ArrayList<>();
        material.design().all(NlbCluster.class)
                .forEach(cluster -> cluster.nodes().orElse(List.of()).forEach(node -> nodes.add(node(cluster, node))));
        material.table(blocks, "NLB nodes",
                List.of("Cluster", "Node", "Host priority", "Dedicated IP", "Possible hosts"),
                nodes.stream());
        material.table(blocks, "Switch ports a node can be behind", List.of("Cluster", "Ports and LAGs"),
                material.design().all(NlbCluster.class)
                        .map(cluster -> List.of(cluster.name(), ports(balancing.nlbPorts(cluster)))));
        return blocks;
    }

    private List<String> cluster(NlbCluster cluster) {
        var mac = balancing.clusterMac(cluster).find();
        Answer<Optional<VlanId>> vlan = balancing.vlan(cluster);
        return List.of(cluster.name(), Shown.value(cluster.mode(), material.effective().mode(cluster)),
                Shown.value(cluster.primaryVip()), Shown.value(cluster.additionalVips()),
                vlan.find().flatMap(each -> each).map(Object::toString).orElse(Shown.UNKNOWN),
                mac.map(each -> each.toWindows()).orElse(Shown.UNKNOWN),
                mac.map(each -> each.toDotted()).orElse(Shown.UNKNOWN),
                mac.map(each -> each.toColons()).orElse(Shown.UNKNOWN),
                material.effective().mode(cluster).is(NlbMode.IGMP_MULTICAST)
                        ? balancing.igmpGroup(cluster).find().flatMap(each -> each).map(Object::toString)
                                .orElse(Shown.UNKNOWN)
                        : Shown.NOTHING);
    }

    private List<String> node(NlbCluster cluster, NlbNode node) {
        return List.of(cluster.name(), material.name(node.member()), Shown.value(node.hostPriority()),
                Shown.value(node.dip()),
                balancing.possibleHosts(node).find()
                        .map(hosts -> material.names(hosts.stream().map(host -> host.id()).toList()))
                        .orElse(Shown.UNKNOWN));
    }

    private String ports(Answer<SortedSet<Id>> ports) {
        return ports.find().map(all -> all.isEmpty() ? Shown.NOTHING : material.names(all)).orElse(Shown.UNKNOWN);
    }
}
