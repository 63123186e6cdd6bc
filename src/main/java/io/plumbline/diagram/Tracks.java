package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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

    private Tracks() {}

    /// A level run from where its cable comes down to where it goes on down, which may lie between two heights.
    record Run(double fromX, double toX, double least, double most) {
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
        var heights = new double[runs.size()];
        for (List<Integer> group : groups(runs)) {
            for (double pitch : PITCHES) {
                if (fits(runs, group, pitch, heights) || pitch == PITCHES[PITCHES.length - 1]) {
                    break;
                }
            }
        }
        return heights;
    }

    /// How many heights the runs need one below the other.
    static int count(List<Run> runs) {
        double[] heights = heights(runs.stream()
                .map(run -> new Run(run.fromX(), run.toX(), 0, Double.MAX_VALUE / 4)).toList());
        return runs.isEmpty() ? 0 : (int) Math.round(Arrays.stream(heights).max().orElse(0) / PITCH) + 1;
    }

    private static boolean fits(List<Run> runs, List<Integer> group, double pitch, double[] heights) {
        var placed = new ArrayList<Integer>();
        boolean all = true;
        for (int i : group) {
            Run run = runs.get(i);
            double least = run.least();
            for (int other : placed) {
                if (runs.get(other).goesRight() == run.goesRight() && runs.get(other).overlaps(run)) {
                    least = Math.max(least, heights[other] + pitch);
                }
            }
            heights[i] = firstFree(runs, placed, heights, run, least, pitch);
            if (heights[i] > run.most() + 0.01) {
                all = false;
                heights[i] = Math.max(run.least(), run.most());
            }
            placed.add(i);
        }
        return all;
    }

    private static double firstFree(List<Run> runs, List<Integer> placed, double[] heights, Run run, double least,
            double pitch) {
        double[] taken = placed.stream().filter(other -> runs.get(other).overlaps(run))
                .mapToDouble(other -> heights[other]).sorted().toArray();
        double height = least;
        for (double other : taken) {
            if (other > height - pitch + 0.01 && other < height + pitch - 0.01) {
                height = other + pitch;
            }
        }
        return height;
    }

    /// Runs that can get in each other's way, in the order in which they are placed.
    private static List<List<Integer>> groups(List<Run> runs) {
        Integer[] byLeft = new Integer[runs.size()];
        Arrays.setAll(byLeft, i -> i);
        Arrays.sort(byLeft, Comparator.comparingDouble(i -> runs.get(i).left()));
        var parent = new int[runs.size()];
        Arrays.setAll(parent, i -> i);
        var active = new ArrayList<Integer>();
        for (int i : byLeft) {
            active.removeIf(other -> runs.get(other).right() + APART < runs.get(i).left());
            for (int other : active) {
                if (runs.get(other).sharesHeights(runs.get(i))) {
                    parent[root(parent, other)] = root(parent, i);
                }
            }
            active.add(i);
        }
        var groups = new java.util.LinkedHashMap<Integer, List<Integer>>();
        placingOrder(runs).forEach(i -> groups.computeIfAbsent(root(parent, i), _ -> new ArrayList<>()).add(i));
        return List.copyOf(groups.values());
    }

    private static List<Integer> placingOrder(List<Run> runs) {
        return java.util.stream.IntStream.range(0, runs.size()).boxed().sorted((a, b) -> {
            Run one = runs.get(a);
            Run two = runs.get(b);
            if (one.goesRight() != two.goesRight()) {
                return one.goesRight() ? -1 : 1;
            }
            return one.goesRight() ? Double.compare(two.fromX(), one.fromX())
                    : Double.compare(one.fromX(), two.fromX());
        }).toList();
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
