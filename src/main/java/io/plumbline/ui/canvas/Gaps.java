package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far something stands from its nearest neighbours.
final class Gaps {
    private Gaps() {}

    /// A distance on the drawing.
    ///
    /// @param middle where its figure is written
    record Gap(Point middle, double length) {}

    /// The gaps to the nearest neighbours at the left and right, and above and below, as far as they face it.
    static List<Gap> of(Bounds moved, List<Bounds> others) {
        var gaps = new ArrayList<Gap>();
        nearest(others.stream().filter(other -> faces(moved.y(), moved.bottom(), other.y(), other.bottom()))
                .flatMap(other -> across(moved, other).stream()).toList()).ifPresent(gaps::add);
        nearest(others.stream().filter(other -> faces(moved.x(), moved.right(), other.x(), other.right()))
                .flatMap(other -> down(moved, other).stream()).toList()).ifPresent(gaps::add);
        return gaps;
    }

    private static Optional<Gap> nearest(List<Gap> gaps) {
        return gaps.stream().min(Comparator.comparingDouble(Gap::length)).filter(gap -> gap.length() < 400);
    }

    private static boolean faces(double from, double to, double otherFrom, double otherTo) {
        return from < otherTo && otherFrom < to;
    }

    private static Optional<Gap> across(Bounds moved, Bounds other) {
        double y = (Math.max(moved.y(), other.y()) + Math.min(moved.bottom(), other.bottom())) / 2;
        if (other.right() <= moved.x()) {
            return Optional.of(new Gap(new Point((other.right() + moved.x()) / 2, y), moved.x() - other.right()));
        }
        return other.x() >= moved.right()
                ? Optional.of(new Gap(new Point((other.x() + moved.right()) / 2, y), other.x() - moved.right()))
                : Optional.empty();
    }

    private static Optional<Gap> down(Bounds moved, Bounds other) {
        double x = (Math.max(moved.x(), other.x()) + Math.min(moved.right(), other.right())) / 2;
        if (other.bottom() <= moved.y()) {
            return Optional.of(new Gap(new Point(x, (other.bottom() + moved.y()) / 2), moved.y() - other.bottom()));
        }
        return other.y() >= moved.bottom()
                ? Optional.of(new Gap(new Point(x, (other.y() + moved.bottom()) / 2), other.y() - moved.bottom()))
                : Optional.empty();
    }
}
