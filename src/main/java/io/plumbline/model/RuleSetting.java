package io.plumbline.model;

import java.util.Map;

/// What a design makes of one rule, or of one variant of it, and why.
public record RuleSetting(
        String rule,
        Attribute<String> variant,
        RuleLevel level,
        String reason) implements Part {

    public static RuleSetting of(String rule, RuleLevel level, String reason) {
        return Shape.of(RuleSetting.class).of(Map.of("rule", rule, "level", level, "reason", reason));
    }
}
