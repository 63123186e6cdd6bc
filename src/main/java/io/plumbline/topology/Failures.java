package io.plumbline.topology;

import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;

/// What single failures take from the nodes of clusters.
public final class Failures {
    private final Topology topology;
    private final Memo<Id, ClusterFailures> byCluster;

    Failures(Topology topology) {
        this.topology = topology;
        byCluster = new Memo<>(topology.index());
    }

    /// How the nodes of a cluster are joined, and what takes that away.
    public ClusterFailures of(FailoverCluster cluster) {
        return byCluster.get(cluster.id(), _ -> new FailureSearch(topology, cluster).search());
    }
}
