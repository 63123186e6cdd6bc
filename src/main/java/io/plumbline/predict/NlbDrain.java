package io.plumbline.predict;

import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// How the VMs of an NLB cluster move while the hosts of their failover cluster are drained one after the other: by
/// Cluster-Aware Updating, or by hand.
///
/// @param legs one for each host that has nodes when its turn comes, in the order of the hosts
public record NlbDrain(List<Leg> legs) {

    /// The drain of one host.
    ///
    /// @param moved   the VMs that leave it
    /// @param landing where each of them goes; a VM without a possible host is in none
    public record Leg(Id host, List<Id> moved, Map<Id, Id> landing) {
        public Leg {
            moved = List.copyOf(moved);
            landing = Map.copyOf(landing);
        }
    }

    public NlbDrain {
        legs = List.copyOf(legs);
    }

    /// The most nodes that one leg moves: from two on, they move at once.
    public int mostAtOnce() {
        return legs.stream().mapToInt(leg -> leg.moved().size()).max().orElse(0);
    }

    /// Every host in turn. A VM goes to the possible host with the fewest nodes where anti-affinity keeps them apart as far
    /// as it can, else to the one with the most, which nothing forbids. Nothing moves back by itself.
    public static Answer<NlbDrain> of(Topology topology, NlbCluster nlb, FailoverCluster cluster) {
        return topology.effective().nodes(nlb).then(nodes -> {
            SequencedSet<Vm> vms = new LinkedHashSet<>();
            nodes.stream().map((NlbNode node) -> topology.balancing().vm(node)).flatMap(Optional::stream)
                    .forEach(vms::add);
            List<Answer<Placed>> placed = vms.stream().map(vm -> place(topology, vm)).toList();
            return Answer.all(placed).map(all -> simulate(topology, cluster, all));
        });
    }

    private record Placed(Vm vm, List<Id> possible, List<String> classes) {}

    private static Answer<Placed> place(Topology topology, Vm vm) {
        return topology.balancing().possibleHosts(vm).with(topology.effective().antiAffinityClasses(vm),
                (hosts, classes) -> new Placed(vm, hosts.stream().map(Host::id).toList(), classes));
    }

    private static NlbDrain simulate(Topology topology, FailoverCluster cluster, List<Placed> all) {
        List<Id> hosts = topology.hosts(cluster.id()).stream().map(Host::id).toList();
        List<Placed> clustered = all.stream()
                .filter(each -> hosts.contains(each.vm().host()) && each.possible().size() > 1).toList();
        boolean apart = clustered.stream().map(Placed::classes)
                .reduce((some, more) -> some.stream().filter(more::contains).toList())
                .filter(shared -> !shared.isEmpty())
                .isPresent();
        Map<Id, Id> hostByVm = new LinkedHashMap<>();
        clustered.forEach(each -> hostByVm.put(each.vm().id(), each.vm().host()));
        List<Leg> legs = new ArrayList<>();
        for (Id host : hosts) {
            List<Placed> leaving =
                    clustered.stream().filter(each -> hostByVm.get(each.vm().id()).equals(host)).toList();
            if (leaving.isEmpty()) {
                continue;
            }
            Map<Id, Id> landing = new LinkedHashMap<>();
            for (Placed each : leaving) {
                Comparator<Id> crowded =
                        Comparator.comparing(target -> hostByVm.values().stream().filter(target::equals)
                                .count());
                each.possible().stream().filter(target -> !target.equals(host) && hosts.contains(target))
                        .min((apart ? crowded : crowded.reversed()).thenComparing(Comparator.naturalOrder()))
                        .ifPresent(target -> {
                            landing.put(each.vm().id(), target);
                            hostByVm.put(each.vm().id(), target);
                        });
            }
            legs.add(new Leg(host, leaving.stream().map(each -> each.vm().id()).toList(), landing));
        }
        return new NlbDrain(legs);
    }
}
