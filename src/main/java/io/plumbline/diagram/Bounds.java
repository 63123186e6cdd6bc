package io.plumbline.diagram;

/// An upright rectangle on the drawing, in pixels at 100 %.
public record Bounds(double x, double y, double width, double height) {
    public static Bounds between(Point a, Point b) {
        return new Bounds(Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()),
                Math.abs(a.y() - b.y()));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public Point centre() {
        return new Point(centreX(), centreY());
    }

    public Bounds plus(double dx, double dy) {
        return new Bounds(x + dx, y + dy, width, height);
    }

    public Bounds grownBy(double margin) {
        return new Bounds(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public Bounds union(Bounds other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Bounds(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    public boolean contains(Bounds other) {
        return other.x >= x && other.right() <= right() && other.y >= y && other.bottom() <= bottom();
    }

    /// Whether the two share more than an edge.
    public boolean overlaps(Bounds other) {
        return other.x < right() && other.right() > x && other.y < bottom() && other.bottom() > y;
    }
}
