package io.plumbline.model;

import java.util.Map;

/// A frame around a part of the diagram.
///
/// Attributes, defaults and units are explained in the resource `frame.md`.
public record Frame(
        Id id,
        @Inline About about,
        Attribute<Integer> width,
        Attribute<Integer> height) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Frame of(Id id, String name) {
        return Shape.of(Frame.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.FRAME;
    }
}
