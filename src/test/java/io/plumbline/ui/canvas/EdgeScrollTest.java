package io.plumbline.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeScrollTest {
    @ParameterizedTest(name = "at {0} of 400 the drawing goes {1}")
    @CsvSource({"200, 0", "24, 0", "376, 0", "14, 5", "386, -5", "-100, 18", "500, -18"})
    void theFurtherOutTheFaster(double at, double speed) {
        assertEquals(speed, EdgeScroll.speed(at, 400));
    }
}
