package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;

/// All shapes of a picture in the order of painting, each at its place.
record Drawn(Id id, Layer layer, int figure, Shape shape) {
    static List<Drawn> of(Picture picture, Level level) {
        var drawn = new ArrayList<Drawn>();
        picture.paint(level, new Brush() {
            private Layer layer;
            private int figure;

            @Override
            public void layer(Layer next) {
                layer = next;
            }

            @Override
            public void figure(Id id, List<Shape> shapes, double dx, double dy) {
                figure++;
                shapes.forEach(shape -> drawn.add(new Drawn(id, layer, figure, shape.plus(dx, dy))));
            }

            @Override
            public void pin(Id id, List<Shape> shapes, Point at) {
                figure(id, shapes, at.x(), at.y());
            }
        });
        return drawn;
    }
}
