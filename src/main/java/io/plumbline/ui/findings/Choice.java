package io.plumbline.ui.findings;

import io.plumbline.diagram.Sign;
import java.util.Locale;
import java.util.Optional;

/// Which rows are listed.
enum Choice {
    ALL("All", Optional.empty()), ERRORS("", Optional.of(Sign.ERROR)), WARNINGS("", Optional.of(Sign.WARNING)), ADVICE(
            "", Optional.of(Sign.ADVICE)),
    TO_DO("To do", Optional.of(Sign.TO_DO)), ACCEPTED("Accepted",
            Optional.of(Sign.ACCEPTED)),
    NOT_CHECKED("Not checked", Optional.of(Sign.LESSON));

    private final String display;
    private final Optional<Sign> sign;

    Choice(String display, Optional<Sign> sign) {
        this.display = display;
        this.sign = sign;
    }

    String display() {
        return display;
    }

    Optional<Sign> sign() {
        return sign;
    }

    String cssId() {
        return "filter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a row belongs to it. What was accepted or could not be checked is no finding, so "all" leaves it out.
    boolean has(Line line) {
        return sign.map(wanted -> wanted == line.sign())
                .orElse(line.sign() != Sign.ACCEPTED && line.sign() != Sign.LESSON);
    }
}
