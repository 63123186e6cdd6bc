package io.plumbline.model;

import java.util.Map;

/// A cable between two ports.
///
/// Attributes, defaults and units are explained in the resource `cable.md`.
public record Cable(
        Id id,
        @Inline About about,
        @Refers({
                Kind.SWITCH_PORT, Kind.PHYSICAL_NIC, Kind.ROUTER, Kind.HARDWARE_LOAD_BALANCER}) Id endA,
        @Refers({Kind.SWITCH_PORT, Kind.PHYSICAL_NIC, Kind.ROUTER, Kind.HARDWARE_LOAD_BALANCER}) Id endB,
        Attribute<String> portA,
        Attribute<String> portB,
        Attribute<String> label,
        Attribute<Mbps> bandwidthMbps) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Cable of(Id id, String name, Id endA, Id endB) {
        return Shape.of(Cable.class).of(Map.of("id", id, "name", name, "endA", endA, "endB", endB));
    }

    @Override
    public Kind kind() {
        return Kind.CABLE;
    }
}
