package io.plumbline.diagram;

import java.util.List;

/// What a painter can draw. Everything on the canvas, in an SVG and in a PNG is made of these five and nothing else, so
/// the three pictures are the same picture.
public sealed interface Shape {

    Bounds bounds();

    Shape plus(double dx, double dy);

    /// Which corners of a box are round.
    enum Corners {
        ALL, TOP, BOTTOM
    }

    record Box(Bounds bounds, double radius, Corners corners, Ink fill, Stroke stroke) implements Shape {
        @Override
        public Box plus(double dx, double dy) {
            return new Box(bounds.plus(dx, dy), radius, corners, fill, stroke);
        }
    }

    record Disc(Point centre, double radius, Ink fill, Stroke stroke) implements Shape {
        @Override
        public Bounds bounds() {
            return new Bounds(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
        }

        @Override
        public Disc plus(double dx, double dy) {
            return new Disc(centre.plus(dx, dy), radius, fill, stroke);
        }
    }

    /// A line through two or more points, upright and level as a rule; its bends are rounded where there is room.
    record Wire(List<Point> points, double bend, Stroke stroke) implements Shape {
        public Wire {
            points = List.copyOf(points);
        }

        @Override
        public Bounds bounds() {
            Bounds bounds = Bounds.between(points.getFirst(), points.getLast());
            for (Point point : points) {
                bounds = bounds.union(new Bounds(point.x(), point.y(), 0, 0));
            }
            return bounds.grownBy(stroke.width() / 2);
        }

        @Override
        public Wire plus(double dx, double dy) {
            return new Wire(points.stream().map(point -> point.plus(dx, dy)).toList(), bend, stroke);
        }
    }

    /// An outline given as path data, such as an icon or a severity shape. The line width is not scaled.
    record Trace(PathData path, Point origin, double scale, Ink fill, Stroke stroke) implements Shape {
        @Override
        public Bounds bounds() {
            Bounds own = path.bounds();
            return new Bounds(origin.x() + own.x() * scale, origin.y() + own.y() * scale, own.width() * scale,
                    own.height() * scale).grownBy(stroke.width() / 2);
        }

        @Override
        public Trace plus(double dx, double dy) {
            return new Trace(path, origin.plus(dx, dy), scale, fill, stroke);
        }
    }

    enum Anchor {
        START, MIDDLE, END
    }

    /// One line of text, `at` being the anchor on its base line. `max` is the room there is for it; what does not fit is
    /// shortened with an ellipsis by the painter, which alone knows the zoom.
    record Text(String text, Point at, Face face, double size, Anchor anchor, double max, Ink ink)
            implements Shape {

        /// Where the text ends up at 100 %.
        @Override
        public Bounds bounds() {
            double width = Math.min(face.width(text, size), max);
            double left = switch (anchor) {
                case START -> at.x();
                case MIDDLE -> at.x() - width / 2;
                case END -> at.x() - width;
            };
            return new Bounds(left, at.y() - size * 0.76, width, size);
        }

        @Override
        public Text plus(double dx, double dy) {
            return new Text(text, at.plus(dx, dy), face, size, anchor, max, ink);
        }

        /// The text as it is read at 100 %.
        public String shown() {
            return face.fit(text, size, max);
        }
    }
}
