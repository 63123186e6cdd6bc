package io.plumbline.ui.canvas;

import io.plumbline.diagram.Point;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/// The drawing follows the pointer.
final class Panning implements Gesture {
    private final DesignCanvas canvas;
    private double x;
    private double y;

    Panning(DesignCanvas canvas, MouseEvent event) {
        this.canvas = canvas;
        x = event.getX();
        y = event.getY();
    }

    @Override
    public Next pressed(Point at, MouseEvent event) {
        return Next.ON;
    }

    @Override
    public Next moved(Point at, MouseEvent event) {
        canvas.show(canvas.viewport().panned(event.getX() - x, event.getY() - y));
        x = event.getX();
        y = event.getY();
        return Next.ON;
    }

    @Override
    public Next released(Point at, MouseEvent event) {
        return Next.OVER;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CLOSED_HAND;
    }
}
