package io.plumbline.ui.canvas;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseEvent;

/// Scrolls while something is dragged near the edge of the canvas, the faster the further out.
final class EdgeScroll {
    private static final double EDGE = 24;
    private static final double MOST = 18;

    private final DesignCanvas canvas;
    private final Consumer<MouseEvent> dragged;
    private MouseEvent last;
    private boolean running;

    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            double dx = speed(last.getX(), canvas.getWidth());
            double dy = speed(last.getY(), canvas.getHeight());
            if (dx == 0 && dy == 0) {
                EdgeScroll.this.stop();
            } else {
                canvas.scroll(dx, dy);
                dragged.accept(last);
            }
        }
    };

    /// @param dragged is told of the drag again after every step: the pointer rests, the drawing moves below it
    EdgeScroll(DesignCanvas canvas, Consumer<MouseEvent> dragged) {
        this.canvas = canvas;
        this.dragged = dragged;
    }

    void follow(MouseEvent event) {
        last = event;
        boolean near = speed(event.getX(), canvas.getWidth()) != 0 || speed(event.getY(), canvas.getHeight()) != 0;
        if (near && !running) {
            running = true;
            timer.start();
        } else if (!near) {
            stop();
        }
    }

    void stop() {
        running = false;
        timer.stop();
    }

    /// How far the drawing goes in one frame: to the right and down when the pointer is at the left and the top.
    static double speed(double at, double size) {
        double beyond = at < EDGE ? EDGE - at : at > size - EDGE ? size - EDGE - at : 0;
        return Math.clamp(beyond / 2, -MOST, MOST);
    }
}
