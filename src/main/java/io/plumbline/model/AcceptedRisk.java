package io.plumbline.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A finding that somebody accepted.
///
/// Attributes, defaults and units are explained in the resource `acceptedRisk.md`.
public record AcceptedRisk(
        Id id,
        @Inline About about,
        String ruleId,
        Attribute<String> variant,
        @Refers(value = {
        }, atLeast = 1) List<Id> elements,
        Attribute<String> factsHash,
        String reason,
        String author,
        Attribute<String> owner,
        Attribute<LocalDate> date,
        Attribute<LocalDate> until) implements Element {

    public AcceptedRisk {
        elements = List.copyOf(elements);
    }

    /// With what it cannot be without; every other attribute unset.
    public static AcceptedRisk of(Id id, String name) {
        return Shape.of(AcceptedRisk.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.ACCEPTED_RISK;
    }
}
