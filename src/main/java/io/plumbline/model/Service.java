package io.plumbline.model;

import java.util.Map;

/// A published service.
public record Service(
        Attribute<Integer> port,
        Attribute<Transport> protocol) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Service unset() {
        return Shape.of(Service.class).of(Map.of());
    }
}
