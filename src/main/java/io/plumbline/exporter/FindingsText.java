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
        lines.add(printable(file.name()) + ": " + counts(report));
        for (Finding finding : report.findings()) {
            lines.add("  " + finding.severity().word() + " " + finding.rule()
                    + (finding.variant().isEmpty() ? "" : " " + finding.variant()) + ": "
                    + printable(finding.message()));
            finding.because().forEach(sentence -> lines.add("    " + printable(sentence)));
        }
        report.accepted().forEach(each -> lines.add("  accepted " + each.finding().rule() + ": "
                + printable(each.finding().message()) + " (" + printable(each.risk().reason()) + ", "
                + printable(each.risk().author()) + (each.stale() ? "; values changed since, review" : "") + ")"));
        report.toDos().forEach(toDo -> lines.add("  to do: " + printable(toDo.text())));
        report.notChecked().forEach(gap -> lines.add("  not checked " + gap.rule() + ": " + printable(gap.reason())));
        report.defects().forEach(defect -> lines.add("  rule " + defect.rule() + " could not be evaluated: "
                + printable(defect.reason())));
    }

    private static String counts(Report report) {
        return Names.count(report.count(Severity.ERROR), "error", "errors") + ", "
                + Names.count(report.count(Severity.WARNING), "warning", "warnings") + ", "
                + report.count(Severity.ADVICE) + " advice, " + report.toDos().size() + " to do, "
                + report.notChecked().size() + " not checked, " + report.accepted().size() + " accepted";
    }

    /// A name could hold control characters that steer a terminal; they are shown as question marks.
    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return out.toString();
    }
}
