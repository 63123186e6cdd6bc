package io.plumbline.model;

import java.time.LocalDate;
import java.util.Map;

/// A remark that somebody answers for.
public record SignedNote(
        Attribute<String> text,
        Attribute<String> author,
        Attribute<LocalDate> date) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static SignedNote unset() {
        return Shape.of(SignedNote.class).of(Map.of());
    }
}
