package io.plumbline.model;

import java.util.Map;

/// Port security of a switch port.
public record PortSecurity(
        Attribute<Boolean> enabled,
        Attribute<Integer> maxMacs,
        Attribute<Boolean> sticky) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static PortSecurity unset() {
        return Shape.of(PortSecurity.class).of(Map.of());
    }
}
