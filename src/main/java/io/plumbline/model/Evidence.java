package io.plumbline.model;

import java.time.LocalDate;
import java.util.Map;

/// The result of a test on the real network.
///
/// Attributes, defaults and units are explained in the resource `evidence.md`.
public record Evidence(
        Id id,
        @Inline About about,
        @Refers({
                Kind.PHYSICAL_NIC, Kind.TEAM_INTERFACE, Kind.V_NIC}) Id a,
        @Refers({Kind.PHYSICAL_NIC, Kind.TEAM_INTERFACE, Kind.V_NIC}) Id b,
        @Refers(Kind.CLUSTER_NETWORK) Attribute<Id> clusterNetwork,
        Attribute<Bytes> sizeBytes,
        Attribute<Boolean> ok,
        Attribute<LocalDate> date) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Evidence of(Id id, String name, Id a, Id b) {
        return Shape.of(Evidence.class).of(Map.of("id", id, "name", name, "a", a, "b", b));
    }

    @Override
    public Kind kind() {
        return Kind.EVIDENCE;
    }
}
