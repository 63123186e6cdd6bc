package io.plumbline.model;

import java.util.Map;
import java.util.SortedSet;

/// A Hyper-V host.
///
/// Attributes, defaults and units are explained in the resource `host.md`.
public record Host(
        Id id,
        @Inline About about,
        @Refers(Kind.FAILOVER_CLUSTER) Attribute<Id> failoverCluster,
        Attribute<OsVersion> osVersion,
        Attribute<SortedSet<HostFeature>> features,
        Attribute<Integer> memoryGB,
        Attribute<Integer> physicalCores,
        Attribute<Boolean> hyperThreading,
        Attribute<Mac> macPoolMin,
        Attribute<Mac> macPoolMax,
        Attribute<MacPoolSource> macPoolSource,
        LiveMigration lm,
        Smb smb,
        Firewall firewall,
        Dcb dcb) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Host of(Id id, String name) {
        return Shape.of(Host.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.HOST;
    }
}
