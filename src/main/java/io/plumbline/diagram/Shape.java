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
        /// Where the line runs: a hairline keeps inside the box so that it covers whole pixels.
        public Bounds edge() {
            return isInset() ? bounds.grownBy(-0.5) : bounds;
        }

        public double edgeRadius() {
            return Math.max(0, Math.min(radius, Math.min(bounds.width(), bounds.height()) / 2)
                    - (isInset() ? 0.5 : 0));
        }

        private boolean isInset() {
            return !stroke.isNone() && stroke.isHairline();
        }

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
        /// How far from the corner, in parts of the radius, the handles of a cubic lie that looks like a quarter circle.
        private static final double ROUND = 1 - 0.5523;

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

        /// The line from end to end, its bends as quarters of a circle of radius `bend`, smaller where a run is short;
        /// `scale` is the zoom.
        public void draw(PathData.Pen pen, double scale) {
            double halfX = stroke.isHairline() && !isLevel() ? 0.5 : 0;
            double halfY = stroke.isHairline() && !isUpright() ? 0.5 : 0;
            Point first = points.getFirst();
            pen.moveTo(first.x() * scale + halfX, first.y() * scale + halfY);
            for (int i = 1; i < points.size() - 1; i++) {
                Point at = points.get(i);
                double before = at.distanceTo(points.get(i - 1));
                double after = at.distanceTo(points.get(i + 1));
                double cut = Math.min(bend, Math.min(before, after) / 2);
                double x = at.x() * scale + halfX;
                double y = at.y() * scale + halfY;
                if (cut < 0.5 || isStraight(i)) {
                    pen.lineTo(x, y);
                } else {
                    double inX = (points.get(i - 1).x() - at.x()) / before * cut * scale;
                    double inY = (points.get(i - 1).y() - at.y()) / before * cut * scale;
                    double outX = (points.get(i + 1).x() - at.x()) / after * cut * scale;
                    double outY = (points.get(i + 1).y() - at.y()) / after * cut * scale;
                    pen.lineTo(x + inX, y + inY);
                    pen.curveTo(x + inX * ROUND, y + inY * ROUND, x + outX * ROUND, y + outY * ROUND, x + outX,
                            y + outY);
                }
            }
            Point last = points.getLast();
            pen.lineTo(last.x() * scale + halfX, last.y() * scale + halfY);
        }

        private boolean isLevel() {
            return points.size() == 2 && points.getFirst().y() == points.getLast().y();
        }

        private boolean isUpright() {
            return points.size() == 2 && points.getFirst().x() == points.getLast().x();
        }

        private boolean isStraight(int i) {
            Point before = points.get(i - 1);
            Point at = points.get(i);
            Point after = points.get(i + 1);
            return before.x() == at.x() && at.x() == after.x() || before.y() == at.y() && at.y() == after.y();
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
            implements
            Shape {
        private static final int LEAST_LETTERS = 4;

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
            return shownAt(size, 1);
        }

        /// The text as it is read in letters of `pixels` at a zoom: whole where it fits, else shortened with an
        /// ellipsis, and empty where fewer than four letters would be left.
        public String shownAt(double pixels, double zoom) {
            String shown = face.fit(text, pixels, max * zoom);
            return shown.length() == text.length() || shown.length() > LEAST_LETTERS ? shown : "";
        }
    }
}
