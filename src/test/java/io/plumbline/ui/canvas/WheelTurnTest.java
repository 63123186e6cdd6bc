package io.plumbline.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WheelTurnTest {
    @ParameterizedTest(name = "a delta of {0} with a multiplier of {1} is {2} notches")
    @CsvSource({"40, 40, 1", "-40, 40, -1", "120, 40, 3", "10, 40, 0.25", "1, 1, 1", "-1, 1, -1", "3, 1, 3",
            "40, 0, 1", "-80, 0, -2", "1, 0, 1", "-1, 0, -1", "0.25, 0, 0.25", "0, 40, 0", "32, 32, 1"})
    void bothFormsOfANotchAreTheSame(double delta, double multiplier, double notches) {
        assertEquals(notches, WheelTurn.notches(delta, multiplier), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "1, 1", "40, 0", "1, 0"})
    void aNotchScrollsTheSameWayHoweverItIsReported(double delta, double multiplier) {
        assertEquals(60, WheelTurn.pixels(delta, multiplier), 1e-9);
    }
}
