package io.plumbline.ui.canvas;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.diagram.Mark;
import io.plumbline.diagram.Sign;
import io.plumbline.model.Id;
import io.plumbline.ui.text.Signs;
import java.util.HashMap;
import java.util.Map;

/// What a report says about each element of the drawing: a badge at the cause, echoes at the others.
final class Marks {
    private Marks() {}

    static Map<Id, Mark> of(Report report) {
        var marks = new HashMap<Id, Mark>();
        for (Finding finding : report.findings()) {
            Sign sign = Signs.of(finding.severity());
            for (Id id : finding.elements()) {
                marks.merge(id, id.equals(finding.primary()) ? Mark.of(sign, 1) : Mark.echo(sign), Mark::and);
            }
        }
        report.toDos().forEach(toDo -> marks.putIfAbsent(toDo.element(), Mark.of(Sign.TO_DO, 1)));
        report.accepted().forEach(accepted -> marks.putIfAbsent(accepted.finding().primary(),
                Mark.of(Sign.ACCEPTED, 1)));
        return marks;
    }
}
