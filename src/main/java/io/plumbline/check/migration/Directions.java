package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Segment;
import java.util.ArrayList;
import java.util.List;

/// The live migrations between the nodes of a cluster, sorted by what decides about them.
///
/// Nodes that are alike in everything a prediction reads form a group, so that a large cluster of equal nodes needs one
/// prediction and not one for every pair.
record Directions(List<Direction> all) {

    /// @param from    nodes that are alike
    /// @param to      nodes that are alike; the same nodes where a group migrates within itself
    record Direction(List<Host> from, List<Host> to) {

        /// A migration that stands for all of them.
        Host source() {
            return from.getFirst();
        }

        Host target() {
            return from == to ? to.get(1) : to.getFirst();
        }
    }

    static Directions in(Facts facts, FailoverCluster cluster) {
        List<List<Host>> groups = facts.topology().endpoints().alike(cluster);
        List<Direction> all = new ArrayList<>();
        for (List<Host> from : groups) {
            for (List<Host> to : groups) {
                if (from != to || from.size() > 1) {
                    all.add(new Direction(from, to));
                }
            }
        }
        return new Directions(all);
    }

    /// The endpoints of these nodes on a network.
    static List<Endpoint> endpoints(Facts facts, List<Id> nodes, Segment network) {
        List<Endpoint> found = new ArrayList<>();
        for (Id node : nodes) {
            facts.topology().endpoints().of(node).stream().filter(endpoint -> facts.topology().endpoints()
                    .segment(endpoint).surely(segment -> segment.filter(network::isSame).isPresent()))
                    .forEach(found::add);
        }
        return found;
    }
}
