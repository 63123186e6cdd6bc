package io.plumbline.diagram;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Numbered boxes on a uniform grid: what lies in a part of the drawing, without looking at the rest.
final class Grid {
    private static final double LEAST_CELL = 256;
    private static final int MOST_CELLS = 1 << 16;

    private final List<Bounds> boxes;
    private final Bounds area;
    private final double cell;
    private final int columns;
    private final int rows;
    private final int[][] cells;

    Grid(List<Bounds> boxes) {
        this.boxes = List.copyOf(boxes);
        this.area = boxes.stream().reduce(Bounds::union).orElse(new Bounds(0, 0, 1, 1));
        this.cell = Math.max(LEAST_CELL, Math.sqrt(area.width() * area.height() / MOST_CELLS));
        this.columns = Math.clamp((long) Math.ceil(area.width() / cell), 1, MOST_CELLS);
        this.rows = Math.clamp((long) Math.ceil(area.height() / cell), 1, MOST_CELLS / columns + 1);
        var counts = new int[columns * rows];
        for (Bounds box : boxes) {
            forEachCell(box, index -> counts[index]++);
        }
        cells = new int[columns * rows][];
        Arrays.setAll(cells, index -> new int[counts[index]]);
        Arrays.fill(counts, 0);
        for (int i = 0; i < boxes.size(); i++) {
            int number = i;
            forEachCell(boxes.get(i), index -> cells[index][counts[index]++] = number);
        }
    }

    Bounds area() {
        return area;
    }

    /// The numbers of the boxes that reach into a view, in order.
    int[] in(Bounds view) {
        if (view.contains(area)) {
            var all = new int[boxes.size()];
            Arrays.setAll(all, i -> i);
            return all;
        }
        var found = new BitSet(boxes.size());
        if (view.overlaps(area)) {
            forEachCell(view, index -> {
                for (int number : cells[index]) {
                    if (boxes.get(number).overlaps(view)) {
                        found.set(number);
                    }
                }
            });
        }
        return found.stream().toArray();
    }

    private void forEachCell(Bounds box, java.util.function.IntConsumer visit) {
        int left = column(box.x());
        int right = column(box.right());
        int top = row(box.y());
        int bottom = row(box.bottom());
        for (int r = top; r <= bottom; r++) {
            for (int c = left; c <= right; c++) {
                visit.accept(r * columns + c);
            }
        }
    }

    private int column(double x) {
        return Math.clamp((long) Math.floor((x - area.x()) / cell), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((long) Math.floor((y - area.y()) / cell), 0, rows - 1);
    }
}
