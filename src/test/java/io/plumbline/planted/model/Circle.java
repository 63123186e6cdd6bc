package io.plumbline.planted.model;

import java.awt.Color;
import javafx.geometry.Point2D;

/// Knows the window, and is no record.
class Circle {
    private int radius;

    Point2D centre(Color ignored) {
        return new Point2D(radius++, 0);
    }
}
