package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Type;
import io.plumbline.topology.Names;
import io.plumbline.ui.inspector.Explanations.Explanation;
import io.plumbline.ui.text.Called;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// One attribute as a form edits it.
///
/// @param path   its name in files, with dots into nested settings and the number of a list's entry
/// @param page   the same as its kind's page has it: `[]` instead of a number
/// @param held   what it holds in every selected element; plain values count as known
/// @param need   whether it may be unset or unknown
/// @param around the elements it belongs to
/// @param commit receives what a person wants it to hold
record Slot(String path, String page, Type type, List<Attribute<?>> held, Need need, Around around,
        Consumer<Attribute<?>> commit) {

    enum Need {
        OPTIONAL, REQUIRED
    }

    /// The design, the elements whose attribute is edited, the page of their kind, and the models that may be chosen.
    record Around(Design design, List<Element> elements, Explanations explanations, Models models) {}

    Explanation words() {
        return around.explanations().of(page);
    }

    boolean isMixed() {
        return held.stream().distinct().count() > 1;
    }

    /// What all selected elements have in common, unless they differ.
    Optional<Attribute<?>> common() {
        return isMixed() ? Optional.empty() : Optional.of(held.getFirst());
    }

    /// The known value that all selected elements have in common.
    Optional<Object> value() {
        return common().flatMap(Attribute::find);
    }

    boolean isOptional() {
        return need == Need.OPTIONAL;
    }

    /// Whether somebody stated something here, so that there is something to reset.
    boolean isStated() {
        return isOptional() && held.stream().anyMatch(each -> !each.isUnset());
    }

    /// The value as people read it; elements are called by their names.
    String shown(Object value) {
        return switch (value) {
            case Id id -> around.models().find(id).filter(_ -> around.design().find(id).isEmpty()).map(Element::name)
                    .orElseGet(() -> Called.in(around.design(), id));
            case Collection<?> items -> items.stream().map(this::shown).collect(Collectors.joining(", "));
            default -> Notation.show(value);
        };
    }

    /// What a field shows while it has no value of its own.
    String prompt() {
        if (isMixed()) {
            return "Mixed: " + Names.join(held.stream().distinct().limit(2).map(this::inWords).toList());
        }
        return switch (held.getFirst()) {
            case Attribute.Unknown<?> _ -> "Not known";
            case Attribute.Unset<?> _ -> unset();
            case Attribute.Known<?> _ -> "";
        };
    }

    /// What holds when nobody says anything.
    String unset() {
        return words().hasStandard() ? "Default: " + Notation.standard(type, words().standard()) : "Not set";
    }

    private String inWords(Attribute<?> attribute) {
        return switch (attribute) {
            case Attribute.Known<?>(Object value) -> shown(value);
            case Attribute.Unknown<?> _ -> "not known";
            case Attribute.Unset<?> _ ->
                    words().hasStandard() ? Notation.standard(type, words().standard()) : "not set";
        };
    }
}
