package io.plumbline.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Viewport;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final Bounds WHOLE = new Bounds(0, 0, 2000, 1000);
    private static final Viewport VIEW = new Viewport(0, 0, 1, 1056, 646);

    @RepeatedTest(50)
    void thePointUnderThePointerStaysWhereItIs(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        Viewport view = VIEW;
        for (int i = 0; i < 20; i++) {
            double x = random.nextDouble(VIEW.width());
            double y = random.nextDouble(VIEW.height());
            Point held = view.toDrawing(x, y);
            view = Views.zoomedBy(view, random.nextDouble(-6, 6), x, y, WHOLE);
            Point now = view.toScreen(held);
            assertEquals(x, now.x(), 1e-6);
            assertEquals(y, now.y(), 1e-6);
        }
    }

    @Test
    void zoomRunsFromTenPerCentOrTheWholeToFourHundred() {
        assertEquals(4, Views.zoomedBy(VIEW, 1000, 10, 10, WHOLE).zoom());
        assertEquals(0.1, Views.zoomedBy(VIEW, -1000, 10, 10, WHOLE).zoom());
        Bounds hall = new Bounds(0, 0, 100_000, 50_000);
        double farthest = Views.zoomedBy(VIEW, -1000, 10, 10, hall).zoom();
        assertTrue(farthest < 0.1 && farthest > 0.005, "the whole may always be seen: " + farthest);
    }

    @Test
    void whatIsSeenAlreadyMovesNothing() {
        assertSame(VIEW, Views.showing(VIEW, new Bounds(100, 100, 50, 50)));
    }

    @Test
    void whatIsNotSeenComesToTheMiddle() {
        Viewport moved = Views.showing(VIEW, new Bounds(3000, 100, 50, 50));
        assertEquals(new Point(3025, 125), moved.area().centre());
        assertEquals(1, moved.zoom());
    }

    @Test
    void theFittedWholeMovesUpFromUnderTheMinimapWhereThereIsRoom() {
        Bounds wide = new Bounds(0, 0, 1000, 500);
        Viewport centred = Views.fitting(VIEW, wide);
        Viewport fitted = Views.fittingAll(VIEW, wide, 176, 117);
        assertEquals(646 - 117, Views.toScreen(fitted, wide).bottom(), 1e-9);
        assertEquals(centred.zoom(), fitted.zoom());
        Bounds tall = new Bounds(0, 0, 1000, 590);
        assertEquals(24, Views.toScreen(Views.fittingAll(VIEW, tall, 176, 117), tall).y(), 1e-9);
        Bounds narrow = new Bounds(0, 0, 600, 590);
        assertEquals(Views.fitting(VIEW, narrow), Views.fittingAll(VIEW, narrow, 176, 117));
    }

    @Test
    void fittingNeverMagnifies() {
        assertEquals(1, Views.fitting(VIEW, new Bounds(0, 0, 10, 10)).zoom());
        Viewport fitted = Views.fitting(VIEW, WHOLE);
        assertTrue(fitted.area().contains(WHOLE));
    }
}
