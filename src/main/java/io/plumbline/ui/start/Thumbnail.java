package io.plumbline.ui.start;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Brush;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.ui.canvas.CanvasPainter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.canvas.Canvas;

/// A design so small that only its shapes can be told: no text would be readable.
final class Thumbnail extends Canvas {
    private static final double MARGIN = 12;

    Thumbnail(Design design, double width, double height, ObjectProperty<Theme> theme) {
        super(width, height);
        Picture picture = Picture.of(design);
        Bounds all = picture.bounds();
        List<Shape> shapes = shapes(picture);
        var painter = new CanvasPainter(getGraphicsContext2D(), theme.get());
        theme.subscribe(now -> {
            painter.setTheme(now);
            Viewport view = Viewport.fitting(all, width, height, MARGIN);
            painter.paint(Picture.of(Design.empty("")), view, Level.OVERVIEW, Set.of());
            painter.paint(shapes, view, Level.OVERVIEW);
        });
    }

    private static List<Shape> shapes(Picture picture) {
        var shapes = new ArrayList<Shape>();
        picture.paint(Level.OVERVIEW, new Brush() {
            @Override
            public void figure(Id id, List<Shape> drawn, double dx, double dy) {
                drawn.stream().filter(shape -> !(shape instanceof Shape.Text)).map(shape -> shape.plus(dx, dy))
                        .forEach(shapes::add);
            }

            @Override
            public void pin(Id id, List<Shape> drawn, Point at) {
                // What keeps its size would hide the rest at this one.
            }
        });
        return shapes;
    }
}
