package io.plumbline.model;

import java.util.Map;

/// A note on the diagram, printed in the runbook.
///
/// Attributes, defaults and units are explained in the resource `note.md`.
public record Note(
        Id id,
        @Inline About about,
        String text,
        Attribute<Integer> width,
        Attribute<Integer> height) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Note of(Id id, String name) {
        return Shape.of(Note.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.NOTE;
    }
}
