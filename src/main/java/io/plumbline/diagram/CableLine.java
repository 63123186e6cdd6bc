package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/// A cable on its way: as thick as it is fast, on a lane in the colour of the network that it alone carries, and with a
/// gap in whatever it crosses.
final class CableLine {
    /// Whether a cable has a way of its own or shares a bus with all others between the same two elements.
    enum Bundling {
        ALONE, ON_A_BUS
    }

    private static final double BEND = 8;
    private static final double CASING = 5;
    private static final double LANE = 12;
    private static final double COMPACT_LANE = 8;
    private static final double COMPACT = 0.75;
    private static final double BUNDLE = 1.25;

    private final Id id;
    private final List<Id> between;
    private final List<Point> points;
    private final double width;
    private final Optional<Token> lane;
    private final Bundling bundling;
    private final Bounds bounds;
    private final AtomicReferenceArray<List<Shape>> lanes = new AtomicReferenceArray<>(Level.values().length);
    private final AtomicReferenceArray<List<Shape>> casings = new AtomicReferenceArray<>(Level.values().length);
    private final AtomicReferenceArray<List<Shape>> wires = new AtomicReferenceArray<>(Level.values().length);

    /// @param between the two movable elements that it connects, in the order of the points
    CableLine(Id id, List<Id> between, List<Point> points, double width, Optional<Token> lane, Bundling bundling) {
        this.id = id;
        this.between = List.copyOf(between);
        this.points = List.copyOf(points);
        this.width = width;
        this.lane = lane;
        this.bundling = bundling;
        this.bounds = new Shape.Wire(points, 0, Stroke.NONE).bounds().grownBy(LANE);
    }

    Id id() {
        return id;
    }

    List<Id> between() {
        return between;
    }

    /// The same cable on another way.
    CableLine along(List<Point> other) {
        return new CableLine(id, between, other, width, lane, bundling);
    }

    List<Point> points() {
        return points;
    }

    Bounds bounds() {
        return bounds;
    }

    Optional<Token> lane() {
        return lane;
    }

    /// The band under the cable.
    List<Shape> lane(Level level) {
        return cached(lanes, level, () -> level == Level.OVERVIEW || lane.isEmpty() ? List.of()
                : List.of(wire(level, Ink.of(lane.get(), Fade.LANE), level == Level.FULL ? LANE : COMPACT_LANE)));
    }

    boolean isInBundle() {
        return bundling == Bundling.ON_A_BUS;
    }

    /// The gap that the cable leaves in what it crosses.
    List<Shape> casing(Level level) {
        return cached(casings, level, () -> level == Level.OVERVIEW ? List.of() : casingAt(level));
    }

    private List<Shape> casingAt(Level level) {
        double casing = width(level) + (level == Level.FULL ? CASING : CASING / 2);
        var shapes = new ArrayList<Shape>();
        shapes.add(wire(level, Ink.of(Token.CASING), casing));
        lane.ifPresent(known -> shapes.add(wire(level, Ink.of(known, Fade.LANE_CORE), casing)));
        return List.copyOf(shapes);
    }

    /// The cable itself; farther away it has the colour of its network.
    List<Shape> wire(Level level) {
        return cached(wires, level, () -> List.of(wire(level,
                Ink.of(level == Level.OVERVIEW ? lane.orElse(Token.CABLE) : Token.CABLE), width(level))));
    }

    /// The cable in another colour, as a finding or a gesture wants it.
    List<Shape> lit(Level level, Token token) {
        return List.of(wire(level, Ink.of(token, Fade.GLOW), width(level) + 8), wire(level, Ink.of(token),
                width(level)));
    }

    private double width(Level level) {
        return switch (level) {
            case FULL -> width;
            case COMPACT -> Math.max(1, width * COMPACT);
            case OVERVIEW -> BUNDLE;
        };
    }

    private Shape wire(Level level, Ink ink, double line) {
        return new Shape.Wire(points, level == Level.FULL ? BEND : 0, new Stroke(ink, line, Dash.SOLID));
    }

    private static List<Shape> cached(AtomicReferenceArray<List<Shape>> known, Level level,
            Supplier<List<Shape>> drawn) {
        List<Shape> shapes = known.get(level.ordinal());
        if (shapes == null) {
            shapes = drawn.get();
            known.set(level.ordinal(), shapes);
        }
        return shapes;
    }

    /// How far a point is from the cable.
    double distance(Point point) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            double x = Math.max(Math.min(a.x(), b.x()), Math.min(Math.max(a.x(), b.x()), point.x()));
            double y = Math.max(Math.min(a.y(), b.y()), Math.min(Math.max(a.y(), b.y()), point.y()));
            least = Math.min(least, point.distanceTo(new Point(x, y)));
        }
        return least;
    }

    boolean touches(Bounds area) {
        for (int i = 0; i + 1 < points.size(); i++) {
            if (Bounds.between(points.get(i), points.get(i + 1)).grownBy(0.5).overlaps(area)) {
                return true;
            }
        }
        return false;
    }

    /// Where a badge sits: the middle of the longest straight part.
    Point middle() {
        Point best = points.getFirst();
        double longest = -1;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            if (a.distanceTo(b) > longest) {
                longest = a.distanceTo(b);
                best = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
            }
        }
        return best;
    }
}
