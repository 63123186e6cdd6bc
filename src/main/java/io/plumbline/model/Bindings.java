package io.plumbline.model;

import java.util.Map;

/// Protocol bindings that SMB needs.
public record Bindings(
        Attribute<Boolean> msClient,
        Attribute<Boolean> msServer) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Bindings unset() {
        return Shape.of(Bindings.class).of(Map.of());
    }
}
