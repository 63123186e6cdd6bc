package io.plumbline.model;

import java.util.Map;

/// A text on the diagram.
///
/// Attributes, defaults and units are explained in the resource `textLabel.md`.
public record TextLabel(
        Id id,
        @Inline About about,
        String text) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static TextLabel of(Id id, String name) {
        return Shape.of(TextLabel.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.TEXT_LABEL;
    }
}
