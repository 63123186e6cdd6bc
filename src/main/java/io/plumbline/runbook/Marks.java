package io.plumbline.runbook;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.diagram.Mark;
import io.plumbline.diagram.Sign;
import io.plumbline.model.Id;
import java.util.HashMap;
import java.util.Map;

/// What a drawing says about its elements: the same marks in the window, in a picture and in a runbook.
public final class Marks {

    private Marks() {}

    /// A badge at the root cause of each finding, echoes at the other elements concerned.
    public static Map<Id, Mark> of(Report report) {
        Map<Id, Mark> marks = new HashMap<>();
        for (Finding finding : report.findings()) {
            Sign sign = sign(finding.severity());
            for (Id id : finding.elements()) {
                marks.merge(id, id.equals(finding.primary()) ? Mark.of(sign, 1) : Mark.echo(sign), Mark::and);
            }
        }
        report.toDos().forEach(toDo -> marks.putIfAbsent(toDo.element(), Mark.of(Sign.TO_DO, 1)));
        report.accepted().forEach(
                each -> marks.putIfAbsent(each.finding().primary(), Mark.of(Sign.ACCEPTED, 1)));
        return marks;
    }

    public static Sign sign(Severity severity) {
        return switch (severity) {
            case ERROR -> Sign.ERROR;
            case WARNING -> Sign.WARNING;
            case ADVICE -> Sign.ADVICE;
        };
    }
}
