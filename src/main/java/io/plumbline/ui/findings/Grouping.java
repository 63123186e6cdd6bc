package io.plumbline.ui.findings;

import io.plumbline.check.Rule;
import io.plumbline.check.RulePage;
import io.plumbline.check.Rules;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What rows of the list of findings are put together by.
enum Grouping {
    NONE("No groups"), SEVERITY("Group by severity"), RULE("Group by rule"), ELEMENT("Group by element"),
    SOURCE("Group by source");

    private static final Map<String, String> SOURCES = Rules.ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Rule::id,
                    rule -> source(RulePage.of(rule.id()).origin())));

    private final String display;

    Grouping(String display) {
        this.display = display;
    }

    String display() {
        return display;
    }

    String cssId() {
        return "group-" + name().toLowerCase(Locale.ROOT);
    }

    /// The heading under which a row stands.
    String of(Line line) {
        return switch (this) {
            case NONE -> "";
            case SEVERITY -> line.sort();
            case RULE -> SOURCES.containsKey(line.rule()) ? line.rule() + "  " + RulePage.of(line.rule()).title()
                    : line.rule();
            case ELEMENT -> line.elementName().isEmpty() ? "No element" : line.elementName();
            case SOURCE -> SOURCES.getOrDefault(line.rule(), "No rule");
        };
    }

    private static String source(String origin) {
        return origin.startsWith("beyond") ? "Product rules, beyond the field reports"
                : origin.startsWith("field report") ? "Field reports" : "Field reports, completed by Microsoft's pages";
    }
}
