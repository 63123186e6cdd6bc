package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The boxes that cables lead around, looked up by the columns and the rows they stand in.
final class Obstacles {
    /// What a cable keeps from the side of a box.
    static final double SIDE = 8;
    private static final double BUCKET = 512;

    private final List<Bounds> boxes;
    private final Map<Integer, List<Bounds>> byColumn = new HashMap<>();
    private final Map<Integer, List<Bounds>> byRow = new HashMap<>();

    Obstacles(List<Bounds> boxes) {
        this.boxes = List.copyOf(boxes);
        for (Bounds box : boxes) {
            for (int c = bucket(box.x() - SIDE); c <= bucket(box.right() + SIDE); c++) {
                byColumn.computeIfAbsent(c, _ -> new ArrayList<>()).add(box);
            }
            for (int r = bucket(box.y() - SIDE); r <= bucket(box.bottom() + SIDE); r++) {
                byRow.computeIfAbsent(r, _ -> new ArrayList<>()).add(box);
            }
        }
    }

    private static int bucket(double at) {
        return (int) Math.floor(at / BUCKET);
    }

    /// The top of the first box below a point, infinity where there is none.
    double firstBelow(double x, double y) {
        double first = Double.POSITIVE_INFINITY;
        for (Bounds box : column(x)) {
            if (box.y() >= y - 0.5 && isBeside(box, x)) {
                first = Math.min(first, box.y());
            }
        }
        return first;
    }

    /// The lower edge of the last box above a point, minus infinity where there is none.
    double lastAbove(double x, double y) {
        double last = Double.NEGATIVE_INFINITY;
        for (Bounds box : column(x)) {
            if (box.bottom() <= y + 0.5 && isBeside(box, x)) {
                last = Math.max(last, box.bottom());
            }
        }
        return last;
    }

    boolean isUprightFree(double x, double y1, double y2) {
        double top = Math.min(y1, y2);
        double bottom = Math.max(y1, y2);
        for (Bounds box : column(x)) {
            if (box.y() < bottom - 0.5 && box.bottom() > top + 0.5 && isBeside(box, x)) {
                return false;
            }
        }
        return true;
    }

    boolean isLevelFree(double y, double x1, double x2) {
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        for (Bounds box : byRow.getOrDefault(bucket(y), List.of())) {
            if (box.y() - SIDE < y && box.bottom() + SIDE > y && box.x() < right - 0.5 && box.right() > left + 0.5) {
                return false;
            }
        }
        return true;
    }

    /// How low a level line between two columns may lie, from `least` on, before it meets a box.
    double lowestFree(double least, double most, double x1, double x2) {
        double left = Math.min(x1, x2);
        double right = Math.max(x1, x2);
        double free = most;
        for (int r = bucket(least); r <= bucket(most); r++) {
            for (Bounds box : byRow.getOrDefault(r, List.of())) {
                if (box.y() < most && box.bottom() > least && box.x() < right && box.right() > left) {
                    free = Math.min(free, box.y() - SIDE);
                }
            }
        }
        return Math.max(least, free);
    }

    /// All boxes that reach into a strip from `top` to `bottom`.
    Stream<Bounds> inRows(double top, double bottom) {
        if (bottom <= top) {
            return Stream.empty();
        }
        Predicate<Bounds> reachesIn = box -> box.y() < bottom && box.bottom() > top;
        return boxes.stream().filter(reachesIn);
    }

    private List<Bounds> column(double x) {
        return byColumn.getOrDefault(bucket(x), List.of());
    }

    private static boolean isBeside(Bounds box, double x) {
        return box.x() - SIDE < x && box.right() + SIDE > x;
    }
}
