package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Report;
import io.plumbline.check.ToDo;
import io.plumbline.diagram.Sign;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.text.Called;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A row of the table of findings.
///
/// @param key         the same before and after an edit as long as it is the same finding, so that the selection stays
/// @param root        the same even when other elements are concerned: rule, variant and the element with the fault
/// @param elementName the element with the fault
/// @param elementNames the same with how many more
/// @param elements    the elements it speaks of, the one with the fault first
/// @param subject     what it is about, for the card
record Line(String key, String root, Sign sign, String rule, String text, String elementName, String elementNames,
        List<Id> elements, Subject subject) {

    /// What a row is about.
    sealed interface Subject {
        record OfFinding(Finding finding) implements Subject {}

        record OfRisk(Report.Accepted accepted) implements Subject {}

        /// An accepted risk of which no finding is left.
        record OfUnneeded(AcceptedRisk risk) implements Subject {}

        record OfToDo(ToDo toDo) implements Subject {}

        record OfGap(NotChecked gap) implements Subject {}

        record OfDefect(Report.Defect defect) implements Subject {}

        /// A finding that a quick fix has just cured.
        record OfFixed(Finding finding) implements Subject {}

        /// Not a row of its own, but the title above some.
        record OfGroup(String title, int count, boolean folded) implements Subject {}
    }

    /// All rows of a report: errors, warnings, advice, to-dos, then what was accepted and what was not checked.
    static List<Line> of(Report report, LocalDate today) {
        Design design = report.design();
        var lines = new ArrayList<Line>();
        for (Finding finding : report.findings()) {
            lines.add(line(finding, Marks.sign(finding.severity()), finding.message(), design,
                    new Subject.OfFinding(finding)));
        }
        for (ToDo toDo : report.toDos()) {
            lines.add(line("to-do " + toDo.element() + toDo.text(), Sign.TO_DO, "To do", toDo.text(),
                    Called.in(design, toDo.element()), List.of(toDo.element()), new Subject.OfToDo(toDo)));
        }
        for (Report.Accepted accepted : report.accepted()) {
            String text = (isDue(accepted, today) ? "Review again: " : "") + accepted.finding().message();
            lines.add(line(accepted.finding(), Sign.ACCEPTED, text, design, new Subject.OfRisk(accepted)));
        }
        for (AcceptedRisk risk : report.unneeded()) {
            lines.add(line("unneeded " + risk.id(), Sign.PASSED, risk.ruleId(),
                    "No longer needed: " + risk.reason(), Called.in(design, risk.elements().getFirst()),
                    risk.elements(), new Subject.OfUnneeded(risk)));
        }
        for (NotChecked gap : report.notChecked()) {
            lines.add(line("gap " + gap.rule() + gap.primary() + gap.reason(), Sign.TO_DO, gap.rule(),
                    gap.reason(), Called.in(design, gap.primary()), List.of(gap.primary()), new Subject.OfGap(gap)));
        }
        for (Report.Defect defect : report.defects()) {
            lines.add(line("defect " + defect.rule(), Sign.TO_DO, defect.rule(),
                    "This rule could not be evaluated: " + defect.reason(), "", List.of(),
                    new Subject.OfDefect(defect)));
        }
        return lines;
    }

    /// Whether somebody has to look at an accepted risk again: its facts changed, or its day has come.
    static boolean isDue(Report.Accepted accepted, LocalDate today) {
        return accepted.stale() || accepted.risk().until().find().filter(today::isAfter).isPresent();
    }

    /// The title above rows; it wears their worst sign.
    static Line heading(String title, List<Line> members, boolean folded) {
        return line("group " + title, members.getFirst().sign(), "", title, "", List.of(),
                new Subject.OfGroup(title, members.size(), folded));
    }

    /// A row as it is shown for a moment after it was cured.
    Line fixed(Finding finding) {
        return new Line("fixed " + key, "fixed " + root, Sign.PASSED, rule, "Fixed just now: " + text, elementName,
                elementNames, elements, new Subject.OfFixed(finding));
    }

    private static Line line(Finding finding, Sign sign, String text, Design design, Subject subject) {
        List<Id> elements = List.copyOf(finding.elements());
        String name = Called.in(design, finding.primary());
        String more = elements.size() > 1 ? " and " + (elements.size() - 1) + " more" : "";
        String root = finding.rule() + finding.variant() + " " + finding.primary();
        return new Line(root + elements, root, sign, finding.rule(), text, name, name + more, elements, subject);
    }

    private static Line line(String key, Sign sign, String rule, String text, String element, List<Id> elements,
            Subject subject) {
        return new Line(key, key, sign, rule, text, element, element, elements, subject);
    }

    /// The finding whose evidence it shows: one that stands, or that somebody accepted.
    Optional<Finding> finding() {
        return switch (subject) {
            case Subject.OfFinding(Finding finding) -> Optional.of(finding);
            case Subject.OfRisk(Report.Accepted accepted) -> Optional.of(accepted.finding());
            case Subject.OfUnneeded _,Subject.OfToDo _,Subject.OfGap _,Subject.OfDefect _,Subject.OfFixed _,Subject.OfGroup _ ->
                    Optional.empty();
        };
    }

    boolean isHeading() {
        return subject instanceof Subject.OfGroup;
    }

    /// What sort of row it is: "Errors", "To do".
    String sort() {
        return switch (subject) {
            case Subject.OfFinding(Finding finding) -> switch (finding.severity()) {
                case ERROR -> "Errors";
                case WARNING -> "Warnings";
                case ADVICE -> "Advice";
            };
            case Subject.OfRisk _,Subject.OfUnneeded _ -> "Accepted risks";
            case Subject.OfToDo _ -> "To do";
            case Subject.OfGap _,Subject.OfDefect _ -> "Not checked";
            case Subject.OfFixed _ -> "Fixed";
            case Subject.OfGroup _ -> "";
        };
    }

    boolean isFoundBy(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return (rule + " " + text + " " + elementNames).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
