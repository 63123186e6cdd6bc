package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Where something that is being moved comes to rest: on the grid, or in line with what stands around it.
///
/// @param dx     how far it goes across
/// @param dy     how far it goes down
/// @param guides the lines it came to rest at
record Snap(double dx, double dy, List<Guide> guides) {
    static final double GRID = 8;
    /// How near, in pixels on the screen, something must come to a line to be drawn to it.
    private static final double REACH = 6;
    private static final double NEIGHBOURHOOD = 1600;

    /// A line through edges or centres. `at` is its x where it is upright, else its y.
    record Guide(Way way, double at, double from, double to) {
        enum Way {
            UPRIGHT, LEVEL
        }
    }

    enum Holding {
        GRID_AND_GUIDES, NOTHING
    }

    /// @param moved  where it stood before
    /// @param dx     how far the pointer went across
    /// @param dy     how far the pointer went down
    /// @param others what it can be in line with
    static Snap of(Bounds moved, double dx, double dy, List<Bounds> others, double zoom, Holding holding) {
        if (holding == Holding.NOTHING) {
            return new Snap(Math.round(dx), Math.round(dy), List.of());
        }
        Bounds wanted = moved.plus(dx, dy);
        List<Bounds> near = others.stream()
                .filter(other -> wanted.grownBy(NEIGHBOURHOOD).overlaps(other.grownBy(1))).toList();
        double across = nearest(wanted, near, List.of(Bounds::x, Bounds::centreX, Bounds::right), REACH / zoom);
        double down = nearest(wanted, near, List.of(Bounds::y, Bounds::centreY, Bounds::bottom), REACH / zoom);
        double toX = Double.isNaN(across) ? grid(wanted.x()) - moved.x() : dx + across;
        double toY = Double.isNaN(down) ? grid(wanted.y()) - moved.y() : dy + down;
        return new Snap(toX, toY, guides(moved.plus(toX, toY), near));
    }

    /// The nearest multiple of the grid.
    static double grid(double coordinate) {
        return Math.round(coordinate / GRID) * GRID;
    }

    /// How far it has to go to be in line, or not a number when nothing is near enough.
    private static double nearest(Bounds wanted, List<Bounds> others, List<ToDoubleFunction<Bounds>> lines,
            double reach) {
        double best = Double.NaN;
        for (Bounds other : others) {
            for (ToDoubleFunction<Bounds> line : lines) {
                double way = line.applyAsDouble(other) - line.applyAsDouble(wanted);
                if (Math.abs(way) <= reach && !(Math.abs(way) >= Math.abs(best))) {
                    best = way;
                }
            }
        }
        return best;
    }

    private static List<Guide> guides(Bounds moved, List<Bounds> others) {
        var guides = new ArrayList<Guide>();
        addGuides(guides, Guide.Way.UPRIGHT, moved, others, List.of(Bounds::x, Bounds::centreX, Bounds::right));
        addGuides(guides, Guide.Way.LEVEL, moved, others, List.of(Bounds::y, Bounds::centreY, Bounds::bottom));
        return List.copyOf(guides);
    }

    private static void addGuides(List<Guide> guides, Guide.Way way, Bounds moved, List<Bounds> others,
            List<ToDoubleFunction<Bounds>> lines) {
        for (ToDoubleFunction<Bounds> line : lines) {
            double at = line.applyAsDouble(moved);
            List<Bounds> inLine = others.stream().filter(other -> Math.abs(line.applyAsDouble(other) - at) < 0.01)
                    .toList();
            if (!inLine.isEmpty()) {
                Bounds all = inLine.stream().reduce(moved, Bounds::union).grownBy(GRID * 2);
                guides.add(way == Guide.Way.UPRIGHT ? new Guide(way, at, all.y(), all.bottom())
                        : new Guide(way, at, all.x(), all.right()));
            }
        }
    }
}
