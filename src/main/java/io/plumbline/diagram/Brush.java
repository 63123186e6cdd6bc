package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.List;

/// Receives a picture, element by element, from the bottom to the top.
public interface Brush {
    /// Shapes of one element that grow with the zoom, to be moved by `dx` and `dy`.
    void figure(Id id, List<Shape> shapes, double dx, double dy);

    /// Shapes of one element around the origin that keep their size on screen at every zoom, to be centred on a place.
    void pin(Id id, List<Shape> shapes, Point at);

    /// What follows lies on this layer.
    default void layer(Layer layer) {}

    /// Whether anything on a layer would be seen; what would not is not worked out.
    default boolean shows(Layer layer) {
        return true;
    }
}
