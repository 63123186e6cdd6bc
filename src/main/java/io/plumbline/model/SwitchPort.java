package io.plumbline.model;

import java.util.Map;

/// A port of a physical switch.
///
/// Attributes, defaults and units are explained in the resource `switchPort.md`.
public record SwitchPort(
        Id id,
        @Inline About about,
        @Called("switch") @Refers(Kind.SWITCH) Id onSwitch,
        Attribute<Mbps> speedMbps,
        Attribute<Duplex> duplex,
        Attribute<Boolean> adminUp,
        PortSecurity portSecurity,
        Attribute<Boolean> ipSourceGuard,
        Attribute<Boolean> dot1x,
        Attribute<Boolean> arpTrusted,
        Attribute<Boolean> securityTrusted,
        @Inline PortConfiguration configuration) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static SwitchPort of(Id id, String name, Id onSwitch) {
        return Shape.of(SwitchPort.class).of(Map.of("id", id, "name", name, "switch", onSwitch));
    }

    @Override
    public Kind kind() {
        return Kind.SWITCH_PORT;
    }
}
