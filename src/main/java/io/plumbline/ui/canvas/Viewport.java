package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Point;

/// Which part of the drawing is on the screen, and how large.
///
/// @param zoom   pixels on the screen per pixel of the drawing
/// @param x      where the left edge of the screen lies on the drawing
/// @param y      where its upper edge lies
/// @param width  of the screen, in its own pixels
/// @param height of the screen, in its own pixels
public record Viewport(double zoom, double x, double y, double width, double height) {
    public static final double MOST_ZOOM = 4;
    private static final double LEAST_ZOOM = 0.1;
    private static final double STEP = 1.1;
    private static final double MARGIN = 24;

    static Viewport of(double width, double height) {
        return new Viewport(1, 0, 0, width, height);
    }

    Point toDrawing(double screenX, double screenY) {
        return new Point(x + screenX / zoom, y + screenY / zoom);
    }

    public Point toScreen(Point point) {
        return new Point((point.x() - x) * zoom, (point.y() - y) * zoom);
    }

    public Bounds toScreen(Bounds bounds) {
        return new Bounds((bounds.x() - x) * zoom, (bounds.y() - y) * zoom, bounds.width() * zoom,
                bounds.height() * zoom);
    }

    /// The part of the drawing that is seen.
    public Bounds seen() {
        return new Bounds(x, y, width / zoom, height / zoom);
    }

    Viewport resized(double newWidth, double newHeight) {
        return new Viewport(zoom, x, y, newWidth, newHeight);
    }

    /// Moved so that the drawing follows a pointer that went this far on the screen.
    Viewport dragged(double dx, double dy) {
        return new Viewport(zoom, x - dx / zoom, y - dy / zoom, width, height);
    }

    /// Zoomed by some steps, the point under the pointer staying where it is. `whole` is the extent of the drawing: it
    /// may always be seen as a whole.
    Viewport zoomedBy(double steps, double screenX, double screenY, Bounds whole) {
        return zoomedTo(zoom * Math.pow(STEP, steps), screenX, screenY, whole);
    }

    Viewport zoomedTo(double factor, double screenX, double screenY, Bounds whole) {
        double least = Math.min(LEAST_ZOOM, fitting(whole));
        double to = Math.clamp(factor, least, MOST_ZOOM);
        Point held = toDrawing(screenX, screenY);
        return new Viewport(to, held.x() - screenX / to, held.y() - screenY / to, width, height);
    }

    /// All of `bounds` in the middle of the screen, at 100 % at most.
    Viewport fit(Bounds bounds) {
        double to = Math.min(1, fitting(bounds));
        return new Viewport(to, 0, 0, width, height).centred(bounds.centre());
    }

    Viewport centred(Point point) {
        return new Viewport(zoom, point.x() - width / zoom / 2, point.y() - height / zoom / 2, width, height);
    }

    /// Moved just so far that `bounds` is seen, and not at all when it is.
    Viewport showing(Bounds bounds) {
        Bounds inner = seen().grownBy(-MARGIN / zoom);
        return inner.contains(bounds) ? this : centred(bounds.centre());
    }

    private double fitting(Bounds bounds) {
        double wide = Math.max(1, width - 2 * MARGIN) / Math.max(1, bounds.width());
        double high = Math.max(1, height - 2 * MARGIN) / Math.max(1, bounds.height());
        return Math.clamp(Math.min(wide, high), 0.001, MOST_ZOOM);
    }
}
