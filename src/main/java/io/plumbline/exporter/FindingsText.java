package io.plumbline.exporter;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;

/// Writes what the rules say as text for a terminal.
public final class FindingsText {

    private FindingsText() {}

    public static String write(List<CheckedFile> files) {
        List<String> lines = new ArrayList<>();
        for (CheckedFile file : files) {
            add(lines, file);
        }
        return String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }

    private static void add(List<String> lines, CheckedFile file) {
        Report report = file.report();
        lines.add(Printable.line(file.name()) + ": " + counts(report));
        for (Finding finding : report.findings()) {
            lines.add("  " + finding.severity().word() + " " + finding.rule()
                    + (finding.variant().isEmpty() ? "" : " " + finding.variant()) + ": "
                    + Printable.line(finding.message()));
            finding.because().forEach(sentence -> lines.add("    " + Printable.line(sentence)));
        }
        report.accepted().forEach(each -> lines.add("  accepted " + each.finding().rule() + ": "
                + Printable.line(each.finding().message()) + " (" + Printable.line(each.risk().reason()) + ", "
                + Printable.line(each.risk().author()) + (each.stale() ? "; values changed since, review" : "") + ")"));
        report.unneeded()
                .forEach(risk -> lines.add("  no longer needed: the accepted risk about " + risk.ruleId() + " ("
                        + Printable.line(risk.reason()) + ", " + Printable.line(risk.author()) + ")"));
        report.tuned().forEach(each -> lines.add("  tuned " + each.setting().rule()
                + each.setting().variant().find().map(variant -> " " + Printable.line(variant)).orElse("") + ": "
                + each.setting().level().word() + " (" + Names.count(each.findings(), "finding", "findings") + "; "
                + Printable.line(each.setting().reason()) + ")"));
        report.toDos().forEach(toDo -> lines.add("  to do: " + Printable.line(toDo.text())));
        report.notChecked()
                .forEach(gap -> lines.add("  not checked " + gap.rule() + ": " + Printable.line(gap.reason())));
        report.defects().forEach(defect -> lines.add("  rule " + defect.rule() + " could not be evaluated: "
                + Printable.line(defect.reason())));
    }

    private static String counts(Report report) {
        return Names.count(report.count(Severity.ERROR), "error", "errors") + ", "
                + Names.count(report.count(Severity.WARNING), "warning", "warnings") + ", "
                + report.count(Severity.ADVICE) + " advice, " + report.toDos().size() + " to do, "
                + report.notChecked().size() + " not checked, " + report.accepted().size() + " accepted";
    }
}
