package io.plumbline.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Point;
import io.plumbline.ui.canvas.Snap.Guide;
import io.plumbline.ui.canvas.Snap.Holding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapTest {
    private static final Bounds BOX = new Bounds(0, 0, 100, 40);

    @Test
    void nothingNearComesToRestOnTheGrid() {
        assertEquals(new Snap(16, -8, List.of()), Snap.of(BOX, 13, -6, List.of(), 1, Holding.GRID_AND_GUIDES));
    }

    @Test
    void aBoxOffTheGridComesBackToIt() {
        Bounds crooked = new Bounds(3, 5, 100, 40);
        assertEquals(new Snap(5, 3, List.of()), Snap.of(crooked, 6, 4, List.of(), 1, Holding.GRID_AND_GUIDES));
    }

    @Test
    void anEdgeNearAnotherEdgeComesInLineWithIt() {
        Bounds other = new Bounds(203, 400, 60, 40);
        Snap snap = Snap.of(BOX, 200, 0, List.of(other), 1, Holding.GRID_AND_GUIDES);
        assertEquals(203, snap.dx());
        assertEquals(List.of(new Guide(Guide.Way.UPRIGHT, 203, -16, 456)), snap.guides());
    }

    @Test
    void aCentreNearAnotherCentreComesInLineWithIt() {
        Bounds other = new Bounds(500, 10, 60, 24);
        Snap snap = Snap.of(BOX, 0, 4, List.of(other), 1, Holding.GRID_AND_GUIDES);
        assertEquals(2, snap.dy());
        assertEquals(List.of(new Guide(Guide.Way.LEVEL, 22, -16, 576)), snap.guides());
    }

    @Test
    void whatIsTooFarAwayDoesNotPull() {
        Bounds other = new Bounds(211, 400, 100, 40);
        assertEquals(200, Snap.of(BOX, 200, 0, List.of(other), 1, Holding.GRID_AND_GUIDES).dx());
    }

    @Test
    void farOutLinesPullFromFurtherAway() {
        Bounds other = new Bounds(211, 400, 100, 40);
        assertEquals(211, Snap.of(BOX, 200, 0, List.of(other), 0.5, Holding.GRID_AND_GUIDES).dx());
    }

    @Test
    void withoutSnappingItRestsAnywhere() {
        Bounds other = new Bounds(203, 400, 60, 40);
        assertEquals(new Snap(201, 3, List.of()), Snap.of(BOX, 201.2, 3.1, List.of(other), 1, Holding.NOTHING));
    }

    @Test
    void gapsAreToldToTheNearestOnEachSide() {
        Bounds near = new Bounds(124, 0, 50, 40);
        Bounds far = new Bounds(300, 0, 50, 40);
        Bounds below = new Bounds(20, 72, 50, 40);
        assertEquals(List.of(new Gaps.Gap(new Point(112, 20), 24), new Gaps.Gap(new Point(45, 56), 32)),
                Gaps.of(BOX, List.of(near, far, below)));
    }

    @Test
    void whatDoesNotFaceItHasNoGap() {
        assertEquals(List.of(), Gaps.of(BOX, List.of(new Bounds(124, 200, 50, 40))));
    }
}
