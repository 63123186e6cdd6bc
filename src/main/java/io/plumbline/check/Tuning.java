package io.plumbline.check;

import io.plumbline.model.Design;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a design makes of the rules: which are switched off, which count for more or less.
///
/// What is said about one variant goes before what is said about the whole rule; of two settings for the same the first
/// holds.
final class Tuning {
    private final List<RuleSetting> settings;
    private final int[] counts;

    Tuning(Design design) {
        settings = design.project().ruleSettings();
        counts = new int[settings.size()];
    }

    /// The finding as the design wants it; empty when its rule is switched off.
    Optional<Finding> apply(Finding finding) {
        int at = find(finding);
        if (at < 0) {
            return Optional.of(finding);
        }
        counts[at]++;
        return switch (settings.get(at).level()) {
            case OFF -> Optional.empty();
            case ADVICE -> Optional.of(finding.withSeverity(Severity.ADVICE));
            case WARNING -> Optional.of(finding.withSeverity(Severity.WARNING));
            case ERROR -> Optional.of(finding.withSeverity(Severity.ERROR));
        };
    }

    /// Whether a whole rule is switched off, so that nobody needs to know what it could not check.
    boolean isOff(String rule) {
        return settings.stream().filter(each -> each.rule().equals(rule) && each.variant().orElse("").isEmpty())
                .findFirst().filter(each -> each.level() == RuleLevel.OFF).isPresent();
    }

    private int find(Finding finding) {
        int whole = -1;
        for (int i = 0; i < settings.size(); i++) {
            RuleSetting each = settings.get(i);
            String variant = each.variant().orElse("");
            if (each.rule().equals(finding.rule())) {
                if (!variant.isEmpty() && variant.equals(finding.variant())) {
                    return i;
                }
                if (variant.isEmpty() && whole < 0) {
                    whole = i;
                }
            }
        }
        return whole;
    }

    /// The settings with the number of findings that each concerned.
    List<Report.Tuned> tuned() {
        List<Report.Tuned> tuned = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            tuned.add(new Report.Tuned(settings.get(i), counts[i]));
        }
        return List.copyOf(tuned);
    }
}
