package io.plumbline.model;

import java.util.Map;

/// Switches that act as one: one control plane.
///
/// Attributes, defaults and units are explained in the resource `switchStack.md`.
public record SwitchStack(
        Id id,
        @Inline About about,
        @Inline SwitchConfiguration configuration) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static SwitchStack of(Id id, String name) {
        return Shape.of(SwitchStack.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.SWITCH_STACK;
    }
}
