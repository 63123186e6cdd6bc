package io.plumbline.ui;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Cursor;
import javafx.scene.layout.Region;

/// The edge of a panel, by which it is made larger or smaller.
final class Edge extends Region {
    private double last;

    /// @param moved is told by how many pixels the edge was dragged, to the right or downwards
    Edge(Orientation orientation, DoubleConsumer moved) {
        getStyleClass().add("edge");
        boolean upright = orientation == Orientation.VERTICAL;
        setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        if (upright) {
            setMinWidth(5);
            setMaxWidth(5);
        } else {
            setMinHeight(5);
            setMaxHeight(5);
        }
        setOnMousePressed(event -> last = upright ? event.getScreenX() : event.getScreenY());
        setOnMouseDragged(event -> {
            double now = upright ? event.getScreenX() : event.getScreenY();
            moved.accept(now - last);
            last = now;
        });
    }
}
