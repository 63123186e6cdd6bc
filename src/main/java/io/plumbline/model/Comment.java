package io.plumbline.model;

import java.time.LocalDate;
import java.util.Map;

/// A remark in a review, anchored at an element.
///
/// Attributes, defaults and units are explained in the resource `comment.md`.
public record Comment(
        Id id,
        @Inline About about,
        @Refers({
        }) Attribute<Id> anchor,
        String text,
        String author,
        Attribute<LocalDate> date,
        boolean resolved) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Comment of(Id id, String name) {
        return Shape.of(Comment.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.COMMENT;
    }
}
