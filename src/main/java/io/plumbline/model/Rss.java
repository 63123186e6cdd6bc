package io.plumbline.model;

import java.util.Map;

/// Receive side scaling of an adapter.
public record Rss(
        Attribute<Boolean> capable,
        Attribute<Boolean> enabled,
        Attribute<Integer> queues) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Rss unset() {
        return Shape.of(Rss.class).of(Map.of());
    }
}
