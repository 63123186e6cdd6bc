package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Vm;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbLoad;
import io.plumbline.topology.Topology;
import java.util.List;
import java.util.Optional;

/// How nodes and modes are called in messages.
final class NlbWords {

    private NlbWords() {}

    /// The VM or the host of a node.
    static String node(Facts facts, NlbNode node) {
        return facts.topology().balancing().vm(node).map(vm -> facts.name(vm.id()))
                .or(() -> facts.topology().balancing().host(node).map(host -> facts.name(host.id())))
                .orElseGet(() -> facts.name(node.member()));
    }

    /// The VM or the host that a node is.
    static Optional<Id> machine(Topology topology, NlbNode node) {
        return topology.balancing().vm(node).map(Vm::id).or(() -> topology.balancing().host(node).map(Host::id));
    }

    /// "carries N1", "carries N1 and, after a live migration, N2".
    static String carries(Facts facts, NlbLoad load) {
        String now = Names.join(names(facts, load.now()));
        String later = Names.join(names(facts, load.later()));
        if (later.isEmpty()) {
            return "carries " + now;
        }
        return "carries" + (now.isEmpty() ? "" : " " + now + " and") + ", after a live migration, " + later;
    }

    private static List<String> names(Facts facts, List<NlbNode> nodes) {
        return nodes.stream().map(node -> node(facts, node)).distinct().toList();
    }

    static String mode(NlbMode mode) {
        return switch (mode) {
            case UNICAST -> "unicast";
            case MULTICAST -> "multicast";
            case IGMP_MULTICAST -> "IGMP multicast";
        };
    }

    /// The mode to change to.
    static String better(Facts facts, NlbCluster cluster) {
        return cannotPrune(facts, cluster) ? "multicast with a static MAC entry on every hypervisor port"
                : "IGMP multicast";
    }

    /// A switch that looks up multicast by IP address, or takes no static MAC of that range, cannot prune IGMP multicast.
    static boolean cannotPrune(Facts facts, NlbCluster cluster) {
        Optional<NlbDomain> domain = facts.topology().balancing().domain(cluster).find().flatMap(found -> found);
        return domain.stream().flatMap(each -> each.switches().stream())
                .anyMatch(device -> facts.topology().switches().mcastLookup(device).is(MulticastLookup.IP)
                        || facts.topology().switches().pinsIpMulticastMac(device).is(false));
    }
}
