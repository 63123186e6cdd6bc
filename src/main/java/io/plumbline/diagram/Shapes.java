package io.plumbline.diagram;

import java.util.List;

/// Short words for the shapes that the drawings are made of.
final class Shapes {
    private Shapes() {}

    static Shape.Box box(double x, double y, double width, double height, double radius, Token fill, Token line) {
        return box(new Bounds(x, y, width, height), radius, Ink.of(fill), Stroke.hairline(line));
    }

    static Shape.Box filled(double x, double y, double width, double height, double radius, Token fill) {
        return box(new Bounds(x, y, width, height), radius, Ink.of(fill), Stroke.NONE);
    }

    static Shape.Box box(Bounds bounds, double radius, Ink fill, Stroke stroke) {
        return new Shape.Box(bounds, radius, Shape.Corners.ALL, fill, stroke);
    }

    static Shape.Box cap(double x, double y, double width, double height, double radius, Shape.Corners corners,
            Token fill) {
        return new Shape.Box(new Bounds(x, y, width, height), radius, corners, Ink.of(fill), Stroke.NONE);
    }

    static Shape.Wire line(double x1, double y1, double x2, double y2, Stroke stroke) {
        return new Shape.Wire(List.of(new Point(x1, y1), new Point(x2, y2)), 0, stroke);
    }

    static Shape.Text text(String text, double x, double y, Face face, double size, double max, Token token) {
        return new Shape.Text(text, new Point(x, y), face, size, Shape.Anchor.START, max, Ink.of(token));
    }

    static Shape.Text centred(String text, double x, double y, Face face, double size, double max, Token token) {
        return new Shape.Text(text, new Point(x, y), face, size, Shape.Anchor.MIDDLE, max, Ink.of(token));
    }

    static Shape.Text ending(String text, double x, double y, Face face, double size, double max, Token token) {
        return new Shape.Text(text, new Point(x, y), face, size, Shape.Anchor.END, max, Ink.of(token));
    }

    static List<Shape> icon(String name, double x, double y, double size, Token token) {
        return Icon.of(name).at(new Point(x, y), size, 1.4, Ink.of(token));
    }

    /// The next multiple of four: the grid of all positions and sizes.
    static double ceil4(double length) {
        return Math.ceil(length / 4 - 1e-9) * 4;
    }
}
