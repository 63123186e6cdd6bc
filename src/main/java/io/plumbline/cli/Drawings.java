package io.plumbline.cli;

import io.plumbline.check.Report;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Svg;
import io.plumbline.diagram.Theme;
import io.plumbline.runbook.Block;
import io.plumbline.runbook.Marks;

/// The drawing of a design with its findings marked.
final class Drawings {

    private Drawings() {}

    static Picture of(Report report) {
        return Picture.of(report.design(), Marks.of(report));
    }

    static Block.Picture picture(Report report) {
        return new Block.Picture("diagram.svg", "Diagram of " + report.design().title(),
                Svg.write(of(report), Theme.LIGHT));
    }
}
