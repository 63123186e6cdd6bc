package io.plumbline.model;

import java.util.Map;

/// Vendor, operating system and release of a switch.
public record Platform(
        Attribute<String> vendor,
        Attribute<String> os,
        Attribute<String> release) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Platform unset() {
        return Shape.of(Platform.class).of(Map.of());
    }
}
