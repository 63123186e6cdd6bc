package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Bend;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import io.plumbline.model.SwitchPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutingTest {
    /// Nearer than this, two parallel cables look like one.
    private static final double APART = 4;

    static Stream<Named<Design>> designs() {
        return Stream.of(Named.of("Contoso", Contoso.design()), Named.of("Contoso, not placed", Contoso.unplaced()),
                Named.of("B0", Sketch.b0().design()), Named.of("B0 on one switch", Sketch.b0OnOneSwitch().design()),
                Named.of("twins", Sketch.twins("equal").design()), Named.of("converged", Oddities.converged()),
                Named.of("unfinished", Oddities.unfinished()), Named.of("24 hosts on a switch", manyHosts()),
                Named.of("a bus", cabled(8)),
                Named.of("4 hosts", Campus.design(4)), Named.of("20 hosts", Campus.design(20)),
                Named.of("60 hosts", Campus.design(60)));
    }

    /// One switch of 48 ports, 24 hosts with two cables each.
    private static Design manyHosts() {
        Sketch sketch = Sketch.empty("Many").device("SW").ports("SW", 48);
        for (int i = 1; i <= 24; i++) {
            sketch = sketch.host("HV" + i, "2022").nic("HV" + i, "NIC1").nic("HV" + i, "NIC2")
                    .cable("HV" + i + "/NIC1", "SW/" + (2 * i - 1)).cable("HV" + i + "/NIC2", "SW/" + 2 * i);
        }
        return sketch.design();
    }

    private record Part(Id cable, Optional<List<Id>> bus, Point a, Point b) {
        boolean upright() {
            return a.x() == b.x();
        }

        double least() {
            return upright() ? Math.min(a.y(), b.y()) : Math.min(a.x(), b.x());
        }

        double most() {
            return upright() ? Math.max(a.y(), b.y()) : Math.max(a.x(), b.x());
        }

        double at() {
            return upright() ? a.x() : a.y();
        }
    }

    private static List<Part> parts(Picture picture) {
        var parts = new ArrayList<Part>();
        for (CableLine cable : picture.composition().cables()) {
            for (int i = 0; i + 1 < cable.points().size(); i++) {
                parts.add(new Part(cable.id(), cable.isInBundle() ? Optional.of(cable.between()) : Optional.empty(),
                        cable.points().get(i), cable.points().get(i + 1)));
            }
        }
        return parts;
    }

    @ParameterizedTest
    @MethodSource("designs")
    void everyCableIsLedAtRightAnglesFromSocketToSocket(Design design) {
        Picture picture = Picture.of(design);
        assertEquals(design.all(Cable.class).count(), picture.composition().cables().size());
        for (CableLine cable : picture.composition().cables()) {
            for (int i = 0; i + 1 < cable.points().size(); i++) {
                Point a = cable.points().get(i);
                Point b = cable.points().get(i + 1);
                assertTrue(a.x() == b.x() ^ a.y() == b.y(), cable.id() + " goes from " + a + " to " + b);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noTwoCablesLieOnEachOther(Design design) {
        List<Part> parts = parts(Picture.of(design));
        for (int i = 0; i < parts.size(); i++) {
            for (int j = i + 1; j < parts.size(); j++) {
                Part one = parts.get(i);
                Part two = parts.get(j);
                double shared = Math.min(one.most(), two.most()) - Math.max(one.least(), two.least());
                boolean sameBus = !one.upright() && one.bus().isPresent() && one.bus().equals(two.bus());
                boolean parallel = !sameBus && one.upright() == two.upright() && !one.cable().equals(two.cable());
                assertTrue(!parallel || Math.abs(one.at() - two.at()) >= APART || shared <= 6,
                        () -> one + " lies on " + two);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noCableCrossesABox(Design design) {
        Picture picture = Picture.of(design);
        List<Block> blocks = picture.composition().blocks().values().stream()
                .filter(block -> !(block.drawing() instanceof FrameCard)).toList();
        for (Part part : parts(picture)) {
            for (Block block : blocks) {
                Bounds inner = block.bounds().grownBy(-10);
                assertTrue(!Bounds.between(part.a(), part.b()).grownBy(0.1).overlaps(inner),
                        () -> part + " crosses " + block.id());
            }
        }
    }

    /// Straight down, level, straight down: the cables of one channel.
    @ParameterizedTest
    @MethodSource("designs")
    void cablesOfOneDirectionCrossOnlyWhereTheirPortsAreInAnotherOrder(Design design) {
        List<CableLine> simple = Picture.of(design).composition().cables().stream()
                .filter(cable -> cable.points().size() == 4
                        && cable.points().getFirst().x() == cable.points().get(1).x())
                .toList();
        for (int i = 0; i < simple.size(); i++) {
            for (int j = i + 1; j < simple.size(); j++) {
                CableLine one = simple.get(i);
                CableLine two = simple.get(j);
                int crossings = crossings(one, two);
                assertTrue(crossings <= 1, () -> one.id() + " and " + two.id() + " cross twice");
                if (goesRight(one) == goesRight(two) && isSameOrder(one, two) && isSameChannel(one, two)) {
                    assertEquals(0, crossings, () -> one.id() + " and " + two.id());
                }
            }
        }
    }

    private static boolean isSameChannel(CableLine one, CableLine two) {
        return one.points().getFirst().y() == two.points().getFirst().y()
                && one.points().getLast().y() == two.points().getLast().y();
    }

    private static boolean goesRight(CableLine cable) {
        return cable.points().getLast().x() > cable.points().getFirst().x();
    }

    private static boolean isSameOrder(CableLine one, CableLine two) {
        return one.points().getFirst().x() < two.points().getFirst().x() == one.points().getLast().x() < two.points()
                .getLast().x();
    }

    private static int crossings(CableLine one, CableLine two) {
        int crossings = 0;
        for (int i = 0; i + 1 < one.points().size(); i++) {
            for (int j = 0; j + 1 < two.points().size(); j++) {
                var a = new Part(one.id(), Optional.empty(), one.points().get(i), one.points().get(i + 1));
                var b = new Part(two.id(), Optional.empty(), two.points().get(j), two.points().get(j + 1));
                if (a.upright() != b.upright() && a.at() > b.least() && a.at() < b.most() && b.at() > a.least()
                        && b.at() < a.most()) {
                    crossings++;
                }
            }
        }
        return crossings;
    }

    @Test
    void theTracksOfTheFirstPictureAreThoseOfTheVisualDesign() {
        var picture = Picture.of(Contoso.design());
        assertEquals(List.of(328.0, 328.0, 340.0, 352.0, 364.0, 376.0, 388.0),
                Stream.of("HV01/NIC3-SW-A/1", "HV01/NIC4-SW-B/2", "HV01/NIC2-SW-B/1", "HV02/NIC1-SW-A/2",
                        "HV02/NIC2-SW-A/3", "HV02/NIC3-SW-A/4", "HV02/NIC4-SW-B/3")
                        .map(id -> picture.cable(new Id(id)).orElseThrow().points().get(1).y()).toList());
        assertEquals(List.of(new Point(92, 304), new Point(92, 434)),
                picture.cable(new Id("HV01/NIC1-SW-A/0")).orElseThrow().points());
    }

    @Test
    void aPortThatIsNotOnTheSwitchStripStillGetsItsCable() {
        Design design = Contoso.design();
        var picture = Picture.of(design);
        assertEquals(Socket.Side.EAST, picture.socketOf(new Id("SW-A/48")).orElseThrow().side());
        assertEquals(Socket.Side.WEST, picture.socketOf(new Id("SW-B/23")).orElseThrow().side());
        assertEquals(Socket.Side.SOUTH, picture.socketOf(new Id("SW-A/46")).orElseThrow().side());
        assertEquals(Socket.Side.NORTH, picture.socketOf(new Id("SW-A/0")).orElseThrow().side());
        assertTrue(picture.socketOf(new Id("SW-A/20")).isEmpty(), "folded");
        assertEquals(design.all(SwitchPort.class).filter(port -> port.onSwitch().equals(new Id("SW-A"))).count(),
                Picture.of(design).unfolded(Set.of(new Id("SW-A"))).composition().blocks()
                        .get(new Id("SW-A")).drawing().sockets().size());
    }

    @Test
    void fiveCablesBetweenTwoDevicesAreOneBusWithTheirNumber() {
        Picture bus = Picture.of(cabled(5));
        assertEquals(1, bus.composition().cables().stream().map(cable -> cable.points().get(1).y()).distinct().count());
        assertTrue(Drawn.of(bus, Level.FULL).stream().anyMatch(drawn -> drawn.shape() instanceof Shape.Text text
                && text.text().equals("5 links")));
        Picture cables = Picture.of(cabled(4));
        assertTrue(cables.composition().cables().stream().noneMatch(CableLine::isInBundle));
        assertTrue(Drawn.of(cables, Level.FULL).stream().noneMatch(drawn -> drawn.shape() instanceof Shape.Text text
                && text.text().endsWith("links")));
    }

    static Design cabled(int count) {
        Sketch sketch = Sketch.empty("Bus").host("HV1", "2022").device("SW").ports("SW", 12);
        for (int i = 1; i <= count; i++) {
            sketch = sketch.nic("HV1", "NIC" + i).cable("HV1/NIC" + i, "SW/" + (i + 4));
        }
        return sketch.design();
    }

    @Test
    void bendsSetByHandAreKept() {
        Id cable = new Id("HV01/NIC1-SW-A/0");
        Design design = Contoso.design();
        Design bent = design.withLayout(design.layout().withView(design.layout().view().withBends(cable,
                List.of(new Bend(60, 360), new Bend(100, 400)))));
        assertEquals(List.of(new Point(92, 304), new Point(92, 360), new Point(60, 360), new Point(60, 400),
                new Point(92, 400), new Point(92, 434)), Picture.of(bent).cable(cable).orElseThrow().points());
    }

    /// However somebody places things, every cable is drawn, at right angles.
    @RepeatedTest(20)
    void anyPlacementIsDrawn(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Design design = Contoso.unplaced();
        var places = new HashMap<Id, Place>();
        for (Id id : Picture.of(design).places().keySet()) {
            places.put(id, Place.at(random.nextInt(150) * 8, random.nextInt(150) * 8));
        }
        everyCableIsLedAtRightAnglesFromSocketToSocket(design.withLayout(design.layout().withPlaces(places)));
    }
}
