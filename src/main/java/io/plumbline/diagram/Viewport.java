package io.plumbline.diagram;

/// The part of the drawing that is on show: which point of it lies in the upper left corner, how large it is drawn, and
/// how many pixels there are.
public record Viewport(double x, double y, double zoom, double width, double height) {
    public static final double LEAST_ZOOM = 0.1;
    public static final double MOST_ZOOM = 4;

    public Viewport {
        if (!(zoom > 0) || !Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("No part of a drawing: " + x + ", " + y + " at " + zoom);
        }
    }

    /// The whole of `all` with a margin, never larger than 100 %.
    public static Viewport fitting(Bounds all, double width, double height, double margin) {
        double roomX = Math.max(1, width - 2 * margin);
        double roomY = Math.max(1, height - 2 * margin);
        double zoom = Math.min(1, Math.min(roomX / Math.max(1, all.width()), roomY / Math.max(1, all.height())));
        return new Viewport(all.centreX() - width / 2 / zoom, all.centreY() - height / 2 / zoom, zoom, width, height);
    }

    /// The smallest zoom that is offered: as far out as the whole needs, at least 10 %.
    public static double leastZoom(Bounds all, double width, double height) {
        return Math.min(LEAST_ZOOM, fitting(all, width, height, 0).zoom());
    }

    public Bounds area() {
        return new Bounds(x, y, width / zoom, height / zoom);
    }

    public Point toDrawing(double screenX, double screenY) {
        return new Point(x + screenX / zoom, y + screenY / zoom);
    }

    public Point toScreen(Point point) {
        return new Point((point.x() - x) * zoom, (point.y() - y) * zoom);
    }

    /// At another zoom, with the point of the drawing that lies under the pointer staying there.
    public Viewport zoomed(double newZoom, double screenX, double screenY) {
        Point under = toDrawing(screenX, screenY);
        return new Viewport(under.x() - screenX / newZoom, under.y() - screenY / newZoom, newZoom, width, height);
    }

    /// Moved by pixels of the screen.
    public Viewport panned(double screenDx, double screenDy) {
        return new Viewport(x - screenDx / zoom, y - screenDy / zoom, zoom, width, height);
    }

    public Viewport sized(double newWidth, double newHeight) {
        return new Viewport(x, y, zoom, newWidth, newHeight);
    }

    /// With this point of the drawing in the middle.
    public Viewport centredOn(Point point) {
        return new Viewport(point.x() - width / 2 / zoom, point.y() - height / 2 / zoom, zoom, width, height);
    }
}
