package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Report;
import io.plumbline.check.ToDo;
import io.plumbline.diagram.Sign;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.text.Called;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A row of the table of findings.
///
/// @param key      the same before and after an edit as long as it is the same finding, so that the selection stays
/// @param elements the elements it speaks of, the one with the fault first
/// @param subject  what it is about, for the card
record Line(String key, Sign sign, String rule, String text, String elementNames, List<Id> elements,
        Subject subject) {

    /// What a row is about.
    sealed interface Subject {
        record OfFinding(Finding finding) implements Subject {}

        record OfRisk(Report.Accepted accepted) implements Subject {}

        record OfToDo(ToDo toDo) implements Subject {}

        record OfGap(NotChecked gap) implements Subject {}

        record OfDefect(Report.Defect defect) implements Subject {}
    }

    /// All rows of a report: errors, warnings, advice, to-dos, then what was accepted and what was not checked.
    static List<Line> of(Report report) {
        Design design = report.design();
        var lines = new ArrayList<Line>();
        for (Finding finding : report.findings()) {
            lines.add(line(finding, Marks.sign(finding.severity()), design, new Subject.OfFinding(finding)));
        }
        for (ToDo toDo : report.toDos()) {
            lines.add(new Line("to-do " + toDo.element() + toDo.text(), Sign.TO_DO, "To do", toDo.text(),
                    Called.in(design, toDo.element()), List.of(toDo.element()), new Subject.OfToDo(toDo)));
        }
        for (Report.Accepted accepted : report.accepted()) {
            lines.add(line(accepted.finding(), Sign.ACCEPTED, design, new Subject.OfRisk(accepted)));
        }
        for (NotChecked gap : report.notChecked()) {
            lines.add(new Line("gap " + gap.rule() + gap.primary() + gap.reason(), Sign.TO_DO, gap.rule(),
                    gap.reason(), Called.in(design, gap.primary()), List.of(gap.primary()), new Subject.OfGap(gap)));
        }
        for (Report.Defect defect : report.defects()) {
            lines.add(new Line("defect " + defect.rule(), Sign.TO_DO, defect.rule(),
                    "This rule could not be evaluated: " + defect.reason(), "", List.of(),
                    new Subject.OfDefect(defect)));
        }
        return lines;
    }

    private static Line line(Finding finding, Sign sign, Design design, Subject subject) {
        List<Id> elements = List.copyOf(finding.elements());
        String shown = Called.in(design, finding.primary())
                + (elements.size() > 1 ? " and " + (elements.size() - 1) + " more" : "");
        return new Line(finding.rule() + finding.variant() + elements, sign, finding.rule(), finding.message(), shown,
                elements, subject);
    }

    boolean isFoundBy(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return (rule + " " + text + " " + elementNames).toLowerCase(Locale.ROOT).contains(wanted);
    }
}
