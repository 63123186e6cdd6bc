package io.plumbline.model;

import java.util.Map;

/// A physical switch.
///
/// Attributes, defaults and units are explained in the resource `switch.md`.
public record Switch(
        Id id,
        @Inline About about,
        @Refers(Kind.SWITCH_MODEL) Attribute<Id> model,
        boolean isHub,
        @Refers(Kind.SWITCH_STACK) Attribute<Id> stack,
        Attribute<Integer> stackUnit,
        Attribute<Boolean> igmpSnoopingCapable,
        @Inline SwitchConfiguration configuration) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Switch of(Id id, String name) {
        return Shape.of(Switch.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.SWITCH;
    }
}
