package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A Hyper-V failover cluster.
///
/// Attributes, defaults and units are explained in the resource `failoverCluster.md`.
public record FailoverCluster(
        Id id,
        @Inline About about,
        Attribute<OsVersion> osLevel,
        Attribute<List<IpInterface>> ipAddresses,
        @Refers(Kind.CLUSTER_NETWORK) Attribute<List<Id>> lmNetworks,
        Attribute<Integer> maxParallelMigrations,
        Attribute<Boolean> setSmbBandwidthLimit,
        Attribute<Integer> smbBandwidthLimitFactor,
        Attribute<Boolean> enforcedAntiAffinity,
        Attribute<Millis> sameSubnetDelayMs,
        Attribute<Integer> sameSubnetThreshold,
        Attribute<Integer> crossSubnetThreshold,
        Attribute<Boolean> cauEnabled,
        Attribute<Boolean> drainOnShutdown,
        boolean plannedDrain,
        Attribute<List<AffinityRule>> affinityRules) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static FailoverCluster of(Id id, String name) {
        return Shape.of(FailoverCluster.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.FAILOVER_CLUSTER;
    }
}
