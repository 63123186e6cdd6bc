package io.plumbline.ui.start;

import io.plumbline.check.Report;
import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Brush;
import io.plumbline.diagram.Ink;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.canvas.CanvasPainter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.Canvas;

/// A design so small that only its shapes can be told: no text would be readable. Its findings are marked, as long as
/// the marks leave something of it to be seen.
final class Thumbnail extends Canvas {
    private static final double MARGIN = 16;
    private static final int MOST_SIGNS = 12;

    Thumbnail(Design design, Report report, double width, double height, ObjectProperty<Theme> theme) {
        super(width, height);
        Picture picture = Picture.of(design, Marks.of(report));
        Bounds all = picture.bounds();
        var marked = new HashSet<Id>();
        List<Shape> shapes = shapes(picture, marked);
        var painter = new CanvasPainter(getGraphicsContext2D(), theme.get());
        theme.subscribe(now -> {
            painter.setTheme(now);
            Viewport view = Viewport.fitting(all, width, height, MARGIN);
            painter.paint(Picture.of(Design.empty("")), view, Level.OVERVIEW, Set.of());
            painter.paint(shapes, view, Level.OVERVIEW);
            painter.paintSigns(picture, view, Level.OVERVIEW, _ -> marked.size() <= MOST_SIGNS);
        });
    }

    private static List<Shape> shapes(Picture picture, Set<Id> marked) {
        var shapes = new ArrayList<Shape>();
        picture.paint(Level.OVERVIEW, new Brush() {
            @Override
            public void figure(Id id, List<Shape> drawn, double dx, double dy) {
                drawn.stream().filter(shape -> !isForText(shape)).map(shape -> shape.plus(dx, dy))
                        .forEach(shapes::add);
            }

            @Override
            public void pin(Id id, List<Shape> drawn, Point at) {
                marked.add(id);
            }
        });
        return shapes;
    }

    /// A text, or the label that would carry it.
    private static boolean isForText(Shape shape) {
        return shape instanceof Shape.Text
                || shape instanceof Shape.Box box && box.fill().equals(Ink.of(Token.PANEL));
    }
}
