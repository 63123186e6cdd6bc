package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.List;

/// What is drawn for one element at one place: its shapes, the box that is hit, outlined and selected, and the radius of
/// that box. An element can have several, such as a cluster network with a card in every host.
public record Figure(Id id, Layer layer, Bounds bounds, double radius, List<Shape> shapes) {
    public Figure {
        shapes = List.copyOf(shapes);
    }

    public Figure plus(double dx, double dy) {
        return new Figure(id, layer, bounds.plus(dx, dy), radius,
                shapes.stream().map(shape -> shape.plus(dx, dy)).toList());
    }
}
