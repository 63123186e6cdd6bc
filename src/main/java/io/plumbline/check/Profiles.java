package io.plumbline.check;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Design;
import io.plumbline.model.RuleProfile;
import io.plumbline.model.RuleSetting;
import java.util.List;
import java.util.Optional;

/// Rule profiles beside the rules there are.
public final class Profiles {
    private Profiles() {}

    /// The first rule or variant of a profile that does not exist, in a sentence.
    public static Optional<String> unknown(RuleProfile profile) {
        for (RuleSetting setting : profile.settings()) {
            if (Rules.ALL.stream().noneMatch(rule -> rule.id().equals(setting.rule()))) {
                return Optional.of("The profile \"" + profile.name() + "\" names the rule \"" + setting.rule()
                        + "\", which this version does not have. \"plumbline rules\" lists the rules.");
            }
            String variant = setting.variant().orElse("");
            if (!variant.isEmpty() && !RulePage.of(setting.rule()).patterns().containsKey(variant)) {
                return Optional.of("The profile \"" + profile.name() + "\" names variant \"" + variant + "\" of "
                        + setting.rule() + ", which it does not have.");
            }
        }
        return Optional.empty();
    }

    /// One step that lets a profile hold in a design, in the place of all its own settings.
    public static Edit apply(RuleProfile profile, Design design) {
        return new Put("Apply rule profile " + (profile.name().isBlank() ? "without a name" : profile.name()),
                List.of(profile.in(design.project())));
    }

    /// The name of the profile of a design, and whether its settings are still those of the profile of that name.
    public static String name(Design design, List<RuleProfile> known) {
        String name = design.project().ruleProfile().orElse("");
        List<RuleSetting> settings = design.project().ruleSettings();
        if (name.isBlank()) {
            return settings.isEmpty() ? "" : "Own rules";
        }
        boolean changed = known.stream().filter(each -> each.name().equals(name)).findFirst()
                .filter(each -> !each.settings().equals(settings)).isPresent();
        return changed ? name + ", changed" : name;
    }
}
