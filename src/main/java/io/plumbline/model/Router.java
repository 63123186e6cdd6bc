package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A router.
///
/// Attributes, defaults and units are explained in the resource `router.md`.
public record Router(
        Id id,
        @Inline About about,
        Attribute<List<String>> ports,
        @Refers(Kind.ROUTER) Attribute<Id> haPeer) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Router of(Id id, String name) {
        return Shape.of(Router.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.ROUTER;
    }
}
