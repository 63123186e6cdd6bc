package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GeometryTest {

    // --- the view

    @ParameterizedTest
    @CsvSource({"1, 2, 100, 50", "0.5, 0.55, 799, 3", "4, 0.1, 0, 0", "0.3, 3.7, 640, 480"})
    void zoomingKeepsThePointUnderThePointer(double before, double after, double x, double y) {
        var view = new Viewport(-120.5, 33, before, 800, 600);
        Point under = view.toDrawing(x, y);
        Point now = view.zoomed(after, x, y).toScreen(under);
        assertEquals(x, now.x(), 1e-6);
        assertEquals(y, now.y(), 1e-6);
    }

    @Test
    void fittingShowsEverythingAndNeverEnlarges() {
        var large = new Bounds(-500, 20, 4000, 1000);
        assertTrue(Viewport.fitting(large, 800, 600, 24).area().contains(large));
        assertEquals(1, Viewport.fitting(new Bounds(0, 0, 100, 100), 800, 600, 24).zoom());
        assertEquals(new Point(50, 50), Viewport.fitting(new Bounds(0, 0, 100, 100), 800, 600, 24).area().centre());
    }

    @Test
    void panningByPixelsMovesTheDrawingByPixels() {
        var view = new Viewport(0, 0, 0.5, 800, 600);
        assertEquals(new Point(30, 40), view.panned(30, 40).toScreen(new Point(0, 0)));
    }

    @Test
    void aViewOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Viewport(0, 0, 0, 800, 600));
        assertThrows(IllegalArgumentException.class, () -> new Viewport(Double.NaN, 0, 1, 800, 600));
    }

    // --- the grid

    @RepeatedTest(20)
    void theGridFindsWhatLookingAtEverythingFinds(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var boxes = new ArrayList<Bounds>();
        for (int i = 0; i < random.nextInt(300); i++) {
            boxes.add(box(random, 600));
        }
        var grid = new Grid(boxes);
        for (int i = 0; i < 20; i++) {
            Bounds view = box(random, 2000);
            int[] expected = IntStream.range(0, boxes.size()).filter(n -> boxes.get(n).overlaps(view)).toArray();
            assertArrayEquals(expected, IntStream.of(grid.in(view)).filter(n -> boxes.get(n).overlaps(view)).toArray());
        }
    }

    private static Bounds box(Random random, int most) {
        return new Bounds(random.nextInt(4000) - 2000, random.nextInt(4000) - 2000, 1 + random.nextInt(most),
                1 + random.nextInt(most));
    }

    // --- tracks

    @Test
    void runsOfOneDirectionAreStackedSoThatTheyDoNotCross() {
        assertHeights(List.of(right(100, 500), right(200, 600), right(300, 700)), 24, 12, 0);
        assertHeights(List.of(left(500, 100), left(600, 200), left(700, 300)), 0, 12, 24);
    }

    @Test
    void runsThatDoNotMeetShareATrack() {
        assertHeights(List.of(right(0, 100), right(200, 300), left(500, 400)), 0, 0, 0);
        assertHeights(List.of(right(0, 100), right(106, 300)), 12, 0);
    }

    @Test
    void tracksMoveTogetherWhereThereIsLittleRoom() {
        double[] heights = Tracks.heights(List.of(new Tracks.Run(0, 400, 0, 20), new Tracks.Run(10, 410, 0, 20),
                new Tracks.Run(20, 420, 0, 20), new Tracks.Run(30, 430, 0, 20)));
        assertArrayEquals(new double[]{18, 12, 6, 0}, heights);
    }

    private static Tracks.Run right(double from, double to) {
        return new Tracks.Run(from, to, 0, 1000);
    }

    private static Tracks.Run left(double from, double to) {
        return new Tracks.Run(from, to, 0, 1000);
    }

    private static void assertHeights(List<Tracks.Run> runs, double... expected) {
        assertArrayEquals(expected, Tracks.heights(runs));
    }

    // --- outlines

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            M1 2L3 4               | M1 2 L3 4
            M1 2 3 4 5 6           | M1 2 L3 4 L5 6
            m1 2 l3 4 h5 v-6 z     | M1 2 L4 6 L9 6 L9 0 Z
            M0 0H10V10Z L5 5       | M0 0 L10 0 L10 10 Z L5 5
            M0 0Q3 3 6 0           | M0 0 C2 2 4 2 6 0
            M.5-.5L1.5.5           | M0.5 -0.5 L1.5 0.5
            """)
    void pathDataIsReadIntoStraightAndCubicPieces(String svg, String expected) {
        assertEquals(expected, pieces(PathData.of(svg)));
    }

    @Test
    void anArcStaysOnItsCircle() {
        var ends = new ArrayList<Point>();
        PathData.of("M-1 0A1 1 0 0 1 1 0A1 1 0 0 1 -1 0Z").draw(new Pen(ends));
        assertEquals(5, ends.size());
        ends.forEach(end -> assertEquals(1, Math.hypot(end.x(), end.y()), 1e-9));
        assertEquals(new Bounds(-1, -1, 2, 2), rounded(PathData.of("M-1 0A1 1 0 0 1 1 0A1 1 0 0 1 -1 0Z").bounds()));
    }

    private static Bounds rounded(Bounds bounds) {
        return new Bounds(Math.rint(bounds.x()), Math.rint(bounds.y()), Math.rint(bounds.width()),
                Math.rint(bounds.height()));
    }

    @Test
    void whatIsNoPathIsRefused() {
        assertThrows(RuntimeException.class, () -> PathData.of("M0 0 S1 1 2 2"));
    }

    private record Pen(List<Point> ends) implements PathData.Pen {
        @Override
        public void moveTo(double x, double y) {
            ends.add(new Point(x, y));
        }

        @Override
        public void lineTo(double x, double y) {
            ends.add(new Point(x, y));
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            ends.add(new Point(x, y));
        }

        @Override
        public void close() {}
    }

    private static String pieces(PathData path) {
        var pieces = new ArrayList<String>();
        path.draw(new PathData.Pen() {
            @Override
            public void moveTo(double x, double y) {
                pieces.add("M" + Xml.number(x) + " " + Xml.number(y));
            }

            @Override
            public void lineTo(double x, double y) {
                pieces.add("L" + Xml.number(x) + " " + Xml.number(y));
            }

            @Override
            public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
                pieces.add("C" + Xml.number(x1) + " " + Xml.number(y1) + " " + Xml.number(x2) + " " + Xml.number(y2)
                        + " " + Xml.number(x) + " " + Xml.number(y));
            }

            @Override
            public void close() {
                pieces.add("Z");
            }
        });
        return String.join(" ", pieces);
    }

    // --- signs

    @ParameterizedTest
    @EnumSource
    void aSignIsAboutAsLargeAsItsHalfSizeSays(Sign sign) {
        Bounds all = sign.at(new Point(100, 200), 9, Token.PANEL).stream().map(Shape::bounds).reduce(Bounds::union)
                .orElseThrow();
        assertEquals(100, all.centreX(), 0.5);
        assertEquals(200, all.centreY(), 2);
        assertTrue(all.width() > 13 && all.width() < 23, all.toString());
    }

    // --- words

    @ParameterizedTest
    @CsvSource({"NIC2, NIC10, -1", "nic2, NIC2, 1", "NIC02, NIC2, -1", "a, b, -1", "Te 0/9, Te 0/10, -1",
            "Te 1/0/1, Te 0/10, 1", "x, x1, -1", "'', a, -1", "12345678901234567890, 12345678901234567891, -1"})
    void namesAreSortedAsPeopleExpect(String a, String b, int order) {
        assertEquals(order, Integer.signum(ByName.compare(a, b)));
        assertEquals(-order, Integer.signum(ByName.compare(b, a)));
    }

    @ParameterizedTest
    @CsvSource({"100, 100M", "1000, 1G", "2500, 2.5G", "10000, 10G", "100000, 100G"})
    void speedsAreWrittenShortly(int mbps, String text) {
        assertEquals(text, Speeds.shortly(mbps));
    }

    @ParameterizedTest
    @CsvSource({"100, 1.5", "1000, 1.5", "10000, 2", "25000, 2.5", "40000, 3", "100000, 3.5", "400000, 3.5"})
    void fasterCablesAreThicker(int mbps, double width) {
        assertEquals(width, Speeds.cableWidth(mbps));
    }

    @Test
    void aLongTextIsBrokenAtSpaces() {
        List<String> lines =
                Paragraph.lines("No stackable switch pair before the 2015 budget\n\nAsk again", Face.REGULAR,
                        11, 148);
        assertEquals(List.of("No stackable switch pair", "before the 2015 budget", "", "Ask again"), lines);
        assertTrue(Paragraph.lines("x".repeat(500), Face.REGULAR, 11, 148).stream()
                .allMatch(line -> Face.REGULAR.width(line, 11) <= 148));
        assertEquals(List.of(), Paragraph.lines(" \n ", Face.REGULAR, 11, 148));
    }
}
