package io.plumbline.model;

import java.util.List;

/// What many designs make of the rules: which are switched off, which count for more or less, and why.
///
/// @param name        as the design names it, such as "Lab or training"
/// @param description one sentence for choosing
public record RuleProfile(String name, String description, List<RuleSetting> settings) {

    public RuleProfile {
        settings = List.copyOf(settings);
    }

    /// What a design makes of the rules now, to be kept for others.
    public static RuleProfile of(Project project) {
        return new RuleProfile(project.ruleProfile().orElse(""), "", project.ruleSettings());
    }

    /// The design as a whole with this profile in the place of all its own settings.
    public Project in(Project project) {
        return Element.with(Element.with(project, "ruleProfile", name.isBlank() ? Attribute.unset()
                : Attribute.of(name)), "ruleSettings", settings);
    }
}
