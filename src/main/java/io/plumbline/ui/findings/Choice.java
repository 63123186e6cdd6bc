package io.plumbline.ui.findings;

import io.plumbline.check.Severity;
import io.plumbline.diagram.Sign;
import io.plumbline.ui.findings.Line.Subject;
import java.util.Locale;
import java.util.Optional;

/// Which rows are listed.
enum Choice {
    ALL("All"), ERRORS(""), WARNINGS(""), ADVICE(""), TO_DO("To do"), ACCEPTED("Accepted"), NOT_CHECKED("Not checked");

    private final String display;

    Choice(String display) {
        this.display = display;
    }

    String display() {
        return display;
    }

    Optional<Sign> sign() {
        return switch (this) {
            case ERRORS -> Optional.of(Sign.ERROR);
            case WARNINGS -> Optional.of(Sign.WARNING);
            case ADVICE -> Optional.of(Sign.ADVICE);
            case TO_DO -> Optional.of(Sign.TO_DO);
            case ACCEPTED -> Optional.of(Sign.ACCEPTED);
            case ALL, NOT_CHECKED -> Optional.empty();
        };
    }

    String cssId() {
        return "filter-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a row belongs to it. What was accepted or could not be checked is no finding, so "all" leaves it out.
    boolean has(Line line) {
        return switch (line.subject()) {
            case Subject.OfFinding(var finding) -> this == ALL || this == of(finding.severity());
            case Subject.OfToDo _ -> this == ALL || this == TO_DO;
            case Subject.OfRisk _,Subject.OfUnneeded _ -> this == ACCEPTED;
            case Subject.OfGap _,Subject.OfDefect _ -> this == NOT_CHECKED;
            case Subject.OfFixed _ -> true;
            case Subject.OfGroup _ -> false;
        };
    }

    private static Choice of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERRORS;
            case WARNING -> WARNINGS;
            case ADVICE -> ADVICE;
        };
    }
}
