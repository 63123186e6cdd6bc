package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// A way around boxes for cables that cannot simply come down: the shortest of those with the fewest bends, along lines
/// that run beside the boxes.
final class Detour {
    private static final double BEND = 40;
    private static final double BESIDE = 20;
    private static final double AROUND = 300;
    private static final int MOST_BOXES = 40;

    private final Obstacles obstacles;
    private final double[] xs;
    private final double[] ys;

    private Detour(Obstacles obstacles, TreeSet<Double> xs, TreeSet<Double> ys) {
        this.obstacles = obstacles;
        this.xs = xs.stream().mapToDouble(Double::doubleValue).toArray();
        this.ys = ys.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private record Step(int x, int y, boolean upright, double cost, Step before) {}

    /// The corners from `from` to `to`, both included; empty where there is no free way.
    static List<Point> find(Point from, Point to, Obstacles obstacles) {
        Bounds area = Bounds.between(from, to).grownBy(AROUND);
        List<Bounds> near = obstacles.inRows(area.y(), area.bottom())
                .filter(box -> box.x() < area.right() && box.right() > area.x())
                .sorted((a, b) -> Double.compare(distance(a, from, to), distance(b, from, to))).limit(MOST_BOXES)
                .toList();
        var xs = new TreeSet<>(List.of(from.x(), to.x()));
        var ys = new TreeSet<>(List.of(from.y(), to.y()));
        for (Bounds box : near) {
            Collections.addAll(xs, box.x() - BESIDE, box.right() + BESIDE);
            Collections.addAll(ys, box.y() - BESIDE, box.bottom() + BESIDE);
        }
        return new Detour(obstacles, xs, ys).search(from, to);
    }

    private static double distance(Bounds box, Point from, Point to) {
        return Math.min(box.centre().distanceTo(from), box.centre().distanceTo(to));
    }

    private List<Point> search(Point from, Point to) {
        int goalX = java.util.Arrays.binarySearch(xs, to.x());
        int goalY = java.util.Arrays.binarySearch(ys, to.y());
        var best = new double[2][xs.length][ys.length];
        for (double[][] plane : best) {
            for (double[] column : plane) {
                java.util.Arrays.fill(column, Double.POSITIVE_INFINITY);
            }
        }
        var open = new PriorityQueue<Step>((a, b) -> Double.compare(a.cost() + rest(a, to), b.cost() + rest(b, to)));
        int startX = java.util.Arrays.binarySearch(xs, from.x());
        int startY = java.util.Arrays.binarySearch(ys, from.y());
        open.add(new Step(startX, startY, true, 0, null));
        while (!open.isEmpty()) {
            Step step = open.poll();
            int plane = step.upright() ? 0 : 1;
            if (step.x() == goalX && step.y() == goalY) {
                return corners(step);
            }
            if (step.cost() >= best[plane][step.x()][step.y()]) {
                continue;
            }
            best[plane][step.x()][step.y()] = step.cost();
            reach(open, step, step.x() - 1, step.y());
            reach(open, step, step.x() + 1, step.y());
            reach(open, step, step.x(), step.y() - 1);
            reach(open, step, step.x(), step.y() + 1);
        }
        return List.of();
    }

    private double rest(Step step, Point to) {
        return Math.abs(xs[step.x()] - to.x()) + Math.abs(ys[step.y()] - to.y());
    }

    private void reach(PriorityQueue<Step> open, Step from, int x, int y) {
        if (x < 0 || y < 0 || x >= xs.length || y >= ys.length) {
            return;
        }
        boolean upright = x == from.x();
        boolean free = upright ? obstacles.isUprightFree(xs[x], ys[from.y()], ys[y])
                : obstacles.isLevelFree(ys[y], xs[from.x()], xs[x]);
        if (free) {
            double length = Math.abs(xs[x] - xs[from.x()]) + Math.abs(ys[y] - ys[from.y()]);
            double bend = upright == from.upright() ? 0 : BEND;
            open.add(new Step(x, y, upright, from.cost() + length + bend, from));
        }
    }

    private List<Point> corners(Step last) {
        var points = new ArrayList<Point>();
        for (Step step = last; step != null; step = step.before()) {
            points.add(new Point(xs[step.x()], ys[step.y()]));
        }
        Collections.reverse(points);
        return Routing.simplified(points);
    }
}
