package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Gives every level run of the cables a height, so that no two lie on each other and cables of one direction never
/// cross.
///
/// Among runs that go right, the one that starts farthest right lies on top; among those that go left, the one that
/// starts farthest left. Runs that do not overlap share a height.
final class Tracks {
    static final double PITCH = 12;
    private static final double[] PITCHES = {PITCH, 8, 6, 4, 2};

    /// How far apart two runs on one height have to stay.
    private static final double APART = 12;

    private final Run[] runs;
    private final double[] heights;

    private Tracks(List<Run> runs) {
        this.runs = runs.toArray(Run[]::new);
        this.heights = new double[runs.size()];
    }

    /// A level run from where its cable comes down to where it goes on down, which may lie between two heights.
    record Run(double fromX, double toX, double least, double most) {
        /// A bus as long as all these runs, between the heights that all of them allow.
        static Run along(List<Run> runs) {
            double left = runs.stream().mapToDouble(Run::left).min().orElseThrow();
            double right = runs.stream().mapToDouble(Run::right).max().orElseThrow();
            boolean toRight = runs.stream().mapToDouble(run -> run.toX() - run.fromX()).sum() > 0;
            return new Run(toRight ? left : right, toRight ? right : left,
                    runs.stream().mapToDouble(Run::least).max().orElseThrow(),
                    runs.stream().mapToDouble(Run::most).min().orElseThrow());
        }

        double left() {
            return Math.min(fromX, toX);
        }

        double right() {
            return Math.max(fromX, toX);
        }

        boolean goesRight() {
            return toX > fromX;
        }

        private boolean overlaps(Run other) {
            return left() < other.right() + APART && right() + APART > other.left();
        }

        private boolean sharesHeights(Run other) {
            return least <= other.most && most >= other.least;
        }
    }

    /// The heights, in the order of the runs.
    static double[] heights(List<Run> runs) {
        return new Tracks(runs).place();
    }

    private double[] place() {
        for (int[] group : groups()) {
            for (double pitch : PITCHES) {
                if (fits(group, pitch)) {
                    break;
                }
            }
        }
        return heights;
    }

    private boolean fits(int[] group, double pitch) {
        boolean all = true;
        var taken = new double[group.length];
        for (int k = 0; k < group.length; k++) {
            Run run = runs[group[k]];
            double least = run.least();
            int count = 0;
            for (int j = 0; j < k; j++) {
                Run other = runs[group[j]];
                if (other.overlaps(run)) {
                    double height = heights[group[j]];
                    taken[count++] = height;
                    if (other.goesRight() == run.goesRight()) {
                        least = Math.max(least, height + pitch);
                    }
                }
            }
            double height = firstFree(taken, count, least, pitch);
            if (height > run.most() + 0.01) {
                all = false;
                height = Math.max(run.least(), run.most());
            }
            heights[group[k]] = height;
        }
        return all;
    }

    private static double firstFree(double[] taken, int count, double least, double pitch) {
        Arrays.sort(taken, 0, count);
        double height = least;
        for (int i = 0; i < count; i++) {
            if (taken[i] > height - pitch + 0.01 && taken[i] < height + pitch - 0.01) {
                height = taken[i] + pitch;
            }
        }
        return height;
    }

    /// Runs that can get in each other's way, in the order in which they are placed.
    private List<int[]> groups() {
        int[] byLeft = sorted((a, b) -> Double.compare(runs[a].left(), runs[b].left()));
        var parent = new int[runs.length];
        Arrays.setAll(parent, i -> i);
        var active = new int[runs.length];
        int count = 0;
        for (int i : byLeft) {
            int kept = 0;
            for (int k = 0; k < count; k++) {
                int other = active[k];
                if (runs[other].right() + APART >= runs[i].left()) {
                    active[kept++] = other;
                    if (runs[other].sharesHeights(runs[i])) {
                        parent[root(parent, other)] = root(parent, i);
                    }
                }
            }
            active[kept++] = i;
            count = kept;
        }
        var groups = new LinkedHashMap<Integer, List<Integer>>();
        for (int i : sorted(this::inPlacingOrder)) {
            groups.computeIfAbsent(root(parent, i), _ -> new ArrayList<>()).add(i);
        }
        return groups.values().stream().map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    private int[] sorted(java.util.Comparator<Integer> order) {
        return IntStream.range(0, runs.length).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    private int inPlacingOrder(int a, int b) {
        if (runs[a].goesRight() != runs[b].goesRight()) {
            return runs[a].goesRight() ? -1 : 1;
        }
        return runs[a].goesRight() ? Double.compare(runs[b].fromX(), runs[a].fromX())
                : Double.compare(runs[a].fromX(), runs[b].fromX());
    }

    private static int root(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        for (int at = i; parent[at] != root;) {
            int next = parent[at];
            parent[at] = root;
            at = next;
        }
        return root;
    }
}
