package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// The design as a whole.
///
/// Attributes, defaults and units are explained in the resource `project.md`.
public record Project(
        Id id,
        @Inline About about,
        Attribute<String> customer,
        Attribute<String> author,
        Attribute<String> ruleProfile,
        List<RuleSetting> ruleSettings) implements Element {

    public Project {
        ruleSettings = List.copyOf(ruleSettings);
    }

    /// With what it cannot be without; every other attribute unset.
    public static Project of(Id id, String name) {
        return Shape.of(Project.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.PROJECT;
    }
}
