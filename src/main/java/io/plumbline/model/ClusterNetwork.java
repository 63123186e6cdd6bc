package io.plumbline.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/// A network as the failover cluster sees it.
///
/// Attributes, defaults and units are explained in the resource `clusterNetwork.md`.
public record ClusterNetwork(
        Id id,
        @Inline About about,
        @Refers(Kind.FAILOVER_CLUSTER) Attribute<Id> cluster,
        Attribute<IpPrefix> prefix,
        @Refers(Kind.VLAN) Attribute<Id> vlan,
        Attribute<NetworkRole> role,
        Attribute<Boolean> autoMetric,
        Attribute<Integer> metric,
        Attribute<SortedSet<Purpose>> purposes,
        Attribute<SortedMap<Purpose, Integer>> purposeRank,
        Attribute<String> addressSpaceId) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static ClusterNetwork of(Id id, String name) {
        return Shape.of(ClusterNetwork.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.CLUSTER_NETWORK;
    }
}
