package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Endpoints;
import io.plumbline.topology.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            return from.equals(to) ? to.get(1) : to.getFirst();
        }
    }

    static Directions in(Facts facts, FailoverCluster cluster) {
        Map<List<Object>, List<Host>> groups = new LinkedHashMap<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            groups.computeIfAbsent(likeness(facts, host), _ -> new ArrayList<>()).add(host);
        }
        List<Direction> all = new ArrayList<>();
        for (List<Host> from : groups.values()) {
            for (List<Host> to : groups.values()) {
                if (from != to || from.size() > 1) {
                    all.add(new Direction(from, to));
                }
            }
        }
        return new Directions(all);
    }

    /// Everything about a node that a prediction reads.
    private static List<Object> likeness(Facts facts, Host host) {
        Effective effective = facts.topology().effective();
        Endpoints endpoints = facts.topology().endpoints();
        List<Object> likeness = new ArrayList<>(List.of(effective.lmOption(host), effective.lmAnyNetwork(host),
                effective.clientMultichannel(host), effective.serverMultichannel(host), host.osVersion()));
        for (Endpoint endpoint : endpoints.of(host.id())) {
            likeness.add(kind(endpoint.element()));
            likeness.add(endpoints.segment(endpoint).map(segment -> segment.map(Segment::key)));
            likeness.add(endpoints.linkUp(endpoint));
            likeness.add(effective.msClientBound(endpoint.id(), endpoint.ip()));
            likeness.add(effective.msServerBound(endpoint.id(), endpoint.ip()));
            likeness.add(endpoints.rdmaUsable(endpoint));
            likeness.add(endpoints.technology(endpoint));
            likeness.add(endpoints.rssUsable(endpoint));
            likeness.add(endpoints.speed(endpoint));
        }
        return likeness;
    }

    private static Object kind(Element endpoint) {
        return endpoint.kind();
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
