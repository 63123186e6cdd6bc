package io.plumbline.runbook;

import io.plumbline.model.Attribute;
import io.plumbline.model.Word;
import io.plumbline.topology.Answer;
import java.util.Collection;
import java.util.stream.Collectors;

/// How values stand in a document: a stated value as it is, a default marked as such, the unknown named as unknown.
final class Shown {

    static final String NOTHING = "–";
    static final String UNKNOWN = "not known";

    private Shown() {}

    static String value(Attribute<?> attribute) {
        return switch (attribute) {
            case Attribute.Known<?>(Object value) -> plain(value);
            case Attribute.Unknown<?> _ -> UNKNOWN;
            case Attribute.Unset<?> _ -> NOTHING;
        };
    }

    /// The value that holds: the stated one, or the default with a mark.
    ///
    /// @param effective what holds, with the default put in
    static String value(Attribute<?> stated, Answer<?> effective) {
        if (!stated.isUnset()) {
            return value(stated);
        }
        return effective.find().map(value -> plain(value) + " (default)").orElse(UNKNOWN);
    }

    static String plain(Object value) {
        return switch (value) {
            case Word word -> word.display();
            case Boolean truth -> truth ? "yes" : "no";
            case Collection<?> items when items.isEmpty() -> "none";
            case Collection<?> items -> items.stream().map(Shown::plain).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    static String orNothing(String text) {
        return text.isBlank() ? NOTHING : text;
    }
}
