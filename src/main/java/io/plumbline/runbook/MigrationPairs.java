package io.plumbline.runbook;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.predict.MtuForecast;
import io.plumbline.predict.MtuProbe;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The pairs of hosts that migrate VMs to each other, and the way between their endpoints on each cluster network.
final class MigrationPairs {

    /// Two endpoints on one network, in one direction.
    record Way(ClusterNetwork network, Endpoint from, Endpoint to, Answer<Optional<MtuForecast>> forecast) {}

    private final Material material;

    MigrationPairs(Material material) {
        this.material = material;
    }

    /// Every pair of nodes of a cluster, each once.
    List<List<Host>> hosts() {
        List<List<Host>> pairs = new ArrayList<>();
        material.design().all(FailoverCluster.class).forEach(cluster -> {
            List<Host> nodes = material.topology().hosts(cluster.id());
            for (int i = 0; i < nodes.size(); i++) {
                for (int j = i + 1; j < nodes.size(); j++) {
                    pairs.add(List.of(nodes.get(i), nodes.get(j)));
                }
            }
        });
        return pairs;
    }

    /// Every pair of endpoints on a network that carries cluster or migration traffic, in both directions.
    List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (List<Host> pair : hosts()) {
            Optional<Id> cluster = pair.getFirst().failoverCluster().find();
            for (ClusterNetwork network : cluster.map(material.topology()::networks).orElse(List.of())) {
                List<Endpoint> here = material.topology().endpoints().on(network, pair.getFirst().id());
                List<Endpoint> there = material.topology().endpoints().on(network, pair.getLast().id());
                for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
                    ways.add(way(network, here.get(i), there.get(i)));
                    ways.add(way(network, there.get(i), here.get(i)));
                }
            }
        }
        return ways;
    }

    private Way way(ClusterNetwork network, Endpoint from, Endpoint to) {
        return new Way(network, from, to, MtuProbe.tightest(material.topology(), from, to));
    }
}
