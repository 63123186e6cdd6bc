package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Approved;
import io.plumbline.SampleTopologies;
import io.plumbline.Sketch;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Place;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {
    static Stream<Named<Design>> designs() {
        return Stream.of(Named.of("Contoso", Contoso.design()), Named.of("B0", Sketch.b0().design()),
                Named.of("converged", Oddities.converged()), Named.of("unfinished", Oddities.unfinished()),
                Named.of("20 hosts", Campus.design(20)));
    }

    // --- sizes and places of the visual design

    @ParameterizedTest
    @CsvSource({
            "HV01, 28, 76, 472, 220", "HV01/NIC1, 40, 256, 104, 40", "HV01/NIC2, 152, 256, 104, 40",
            "HV01/NIC3, 272, 256, 104, 40", "HV01/NIC4, 384, 256, 104, 40", "HV01/VM-Team, 40, 220, 216, 24",
            "HV01/vSwitch-VM, 40, 184, 216, 24", "WEB1, 40, 128, 72, 40", "SQL1, 120, 128, 72, 40",
            "HV01/Mgmt, 200, 128, 56, 40", "CSV1+LM2, 278, 156, 92, 80", "SW-A, 28, 440, 472, 72",
            "SW-A/0, 80, 434, 24, 20", "SW-A/4, 208, 434, 24, 20", "SW-B/1, 620, 434, 24, 20",
            "SW-A/48, 479, 478, 30, 20", "SW-A/Po1, 72, 412, 40, 16", "Po2, 136, 412, 72, 16",
            "WEB-NLB, 420, 30, 216, 36", "HVC-PROD, 12, 20, 1032, 296", "CORE-R1, 464, 566, 168, 40",
            "LB-1, 28, 562, 144, 44", "LB-2, 28, 562, 144, 44", "note, 676, 556, 168, 60"})
    void everyElementIsAsLargeAndStandsAsInTheFirstPicture(String id, double x, double y, double width,
            double height) {
        assertEquals(new Bounds(x, y, width, height),
                Picture.of(Contoso.design()).boundsOf(new Id(id)).orElseThrow());
    }

    @Test
    void switchesAreNoWiderThanSmallHostsNeedAndStillSayTheirMtu() {
        Design jumbo = SampleTopologies.ALL.get("jumbo-mixed-switches").get();
        Picture picture = Picture.of(jumbo);
        jumbo.all(Switch.class).forEach(unit -> {
            assertEquals(272, picture.boundsOf(unit.id()).orElseThrow().width(), unit.name());
            assertTrue(svg(picture).contains(unit.name()), unit.name());
        });
        assertTrue(svg(picture).contains(">MTU 12000<"));
        assertTrue(svg(picture).contains(">MTU 9216<"));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void boxesStandOnTheGridOfFour(Design design) {
        Picture picture = Picture.of(design);
        picture.composition().blocks().values().stream().map(Block::bounds).forEach(box -> {
            for (double at : new double[]{box.x(), box.width(), box.height()}) {
                assertEquals(0, at % 4, 1e-9, () -> box.toString());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("designs")
    void whatNobodyPlacedStandsApart(Design design) {
        List<Block> blocks = new ArrayList<>(Picture.of(design).composition().blocks().values());
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                Block a = blocks.get(i);
                Block b = blocks.get(j);
                assertTrue(!a.bounds().overlaps(b.bounds()), () -> a.id() + " lies on " + b.id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3", "4", "5", "8", "16", "20", "21", "40", "60", "100", "200"})
    void aLargeDesignIsNeitherARibbonNorATower(int hosts) {
        Bounds all = Picture.of(Campus.design(hosts)).bounds();
        double aspect = all.width() / all.height();
        assertTrue(aspect >= 0.5 && aspect <= 2, hosts + " hosts: " + aspect);
    }

    @Test
    void switchesWithoutHostsStandInTheOrderOfTheirNames() {
        Design pair = Design.empty("Imported").with(Switch.of(new Id("a"), "Rack1_TOR2"),
                Switch.of(new Id("b"), "Rack1_TOR"), SwitchPort.of(new Id("a/1"), "1", new Id("a")),
                SwitchPort.of(new Id("b/1"), "1", new Id("b")),
                Cable.of(new Id("c"), "", new Id("a/1"), new Id("b/1")));
        Picture picture = Picture.of(pair);
        assertTrue(picture.boxOf(new Id("b")).orElseThrow().right() < picture.boxOf(new Id("a")).orElseThrow().x());
    }

    @Test
    void theOutlinesOfTwoNlbMembersSideBySideDoNotTouch() {
        Design two = Design.empty("Two members").with(Host.of(new Id("host"), "HV1"),
                Vm.of(new Id("a"), "WEB1", new Id("host")), Vm.of(new Id("b"), "APP1", new Id("host")),
                VirtualNic.of(new Id("a/nic"), "LAN", new Id("a")), VirtualNic.of(new Id("b/nic"), "LAN", new Id("b")),
                Element.with(NlbCluster.of(new Id("web"), "WEB"), "nodes", List.of(NlbNode.of(new Id("a/nic")))),
                Element.with(NlbCluster.of(new Id("app"), "APP"), "nodes", List.of(NlbNode.of(new Id("b/nic")))));
        Picture picture = Picture.of(two);
        List<Bounds> outlines =
                picture.scenery(Level.FULL).memberships().stream().map(Scenery.Outline::bounds).toList();
        assertTrue(outlines.size() > 1);
        for (int i = 0; i < outlines.size(); i++) {
            for (Bounds other : outlines.subList(i + 1, outlines.size())) {
                assertTrue(!outlines.get(i).grownBy(2).overlaps(other), outlines.get(i) + " touches " + other);
            }
        }
    }

    @Test
    void addingAnElementMovesNoneThatHasAPlace() {
        Design placed = Picture.of(Contoso.unplaced()).placed();
        Map<Id, Point> before = Picture.of(placed).places();
        Map<Id, Point> after = Picture.of(placed.with(Host.of(new Id("new"), "HV03"))).places();
        before.forEach((id, point) -> assertEquals(point, after.get(id)));
        Bounds box = Picture.of(placed.with(Host.of(new Id("new"), "HV03"))).boxOf(new Id("new")).orElseThrow();
        assertTrue(before.keySet().stream().map(id -> Picture.of(placed).boxOf(id).orElseThrow())
                .noneMatch(box::overlaps), box.toString());
    }

    @Test
    void aDesignWithAllItsPlacesLooksTheSameAndStays() {
        Design design = Contoso.unplaced();
        Picture picture = Picture.of(design);
        assertEquals(svg(picture), svg(Picture.of(picture.placed())));
        assertSame(picture.placed().elementById(), design.elementById());
        Design placed = picture.placed();
        assertSame(placed, Picture.of(placed).placed());
    }

    // --- nothing covers what is to be read

    @Test
    void theSignsOfSomeElementsArePaintedWithoutTheirGlow() {
        Picture picture = Picture.of(Contoso.design(), Contoso.marks());
        var shapesById = new HashMap<Id, List<Shape>>();
        Brush brush = new Brush() {
            @Override
            public void figure(Id id, List<Shape> shapes, double dx, double dy) {
                throw new AssertionError(id + " is no sign");
            }

            @Override
            public void pin(Id id, List<Shape> shapes, Point at) {
                shapesById.put(id, shapes);
            }
        };
        Id team = new Id("HV01/VM-Team");
        picture.paintSigns(Level.FULL, team::equals, brush);
        assertEquals(Set.of(team), shapesById.keySet());
        assertTrue(shapesById.get(team).size() > 1);
        assertTrue(shapesById.get(team).stream().noneMatch(shape -> shape instanceof Shape.Disc disc
                && disc.fill().fade() == Fade.HALO), "it would lie over itself");
    }

    /// Letters are drawn in whole pixels and never smaller than ten, so between 75 % and 100 % they shrink less than
    /// their boxes.
    @ParameterizedTest
    @ValueSource(doubles = {0.76, 0.85, 0.93, 0.98, 1})
    void whatHasABoxOfItsOwnIsReadInFullAtEveryZoomThatShowsEverything(double zoom) {
        List<String> expected = List.of("Failover cluster, 2 nodes", "Live migration: SMB, 1 of 2 networks",
                "LM in: these IPs", "LM in: any network", "Unicast", "VIP 172.31.3.232", "20 Gb/s", "VM-Team",
                "LACP, Dynamic", "MTU 12000", "Not stacked");
        List<String> shown = Drawn.of(Picture.of(Contoso.design()), Level.FULL).stream()
                .filter(drawn -> drawn.shape() instanceof Shape.Text).map(drawn -> (Shape.Text) drawn.shape())
                .map(text -> text.shownAt(Math.max(10, Math.rint(text.size() * zoom)), zoom)).toList();
        assertEquals(expected, expected.stream().filter(shown::contains).toList());
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noTextIsCutByAnotherElement(Design design) {
        List<Drawn> drawn = Drawn.of(Picture.of(design), Level.FULL);
        int texts = 0;
        for (int i = 0; i < drawn.size(); i++) {
            if (drawn.get(i).shape() instanceof Shape.Text text && !text.shown().isEmpty()) {
                texts++;
                Bounds read = text.bounds();
                for (Drawn over : drawn.subList(i + 1, drawn.size())) {
                    boolean covers = over.figure() != drawn.get(i).figure() && over.shape() instanceof Shape.Box box
                            && !box.fill().isNone() && box.bounds().overlaps(read);
                    assertTrue(!covers, () -> "\"" + text.shown() + "\" lies under " + over);
                }
            }
        }
        assertTrue(texts > 10, "only " + texts + " texts");
    }

    @ParameterizedTest
    @MethodSource("designs")
    void noTextReachesOutOfTheDrawing(Design design) {
        Picture picture = Picture.of(design);
        for (Level level : Level.values()) {
            // Farther away the names on frames are drawn larger.
            Bounds all = picture.bounds().grownBy(level == Level.FULL ? 8 : 40);
            for (Drawn drawn : Drawn.of(picture, level)) {
                assertTrue(all.contains(drawn.shape().bounds().grownBy(-2)), () -> level + " " + drawn);
            }
        }
    }

    @Test
    void longNamesAreShortenedWhereTheyStand() {
        String longName = "A name that somebody copied out of a spreadsheet, with everything in it";
        Sketch sketch = Sketch.b0();
        for (String id : List.of("H1", "H1/NIC1", "H1/Team1", "H1/vSwitch1", "N1", "S1", "S1/1", "Po1", "WEB", "HVC1",
                "Stack", "Clients")) {
            sketch = sketch.set(id, "name", longName);
        }
        Design design = sketch.design();
        noTextIsCutByAnotherElement(design);
        noTextReachesOutOfTheDrawing(design);
        List<String> shown = Drawn.of(Picture.of(design), Level.FULL).stream()
                .filter(drawn -> drawn.id().equals(new Id("N1")) && drawn.shape() instanceof Shape.Text)
                .map(drawn -> ((Shape.Text) drawn.shape()).shown()).toList();
        assertEquals(List.of("A name that some…", "VLAN 10"), shown);
    }

    // --- levels of detail

    @ParameterizedTest
    @MethodSource("designs")
    void fewerShapesAreDrawnTheFartherAway(Design design) {
        Picture picture = Picture.of(design);
        int full = Drawn.of(picture, Level.FULL).size();
        int compact = Drawn.of(picture, Level.COMPACT).size();
        int overview = Drawn.of(picture, Level.OVERVIEW).size();
        assertTrue(full > compact && compact > overview && overview > 0, full + ", " + compact + ", " + overview);
    }

    @Test
    void theOverviewDrawsOneLineForAllCablesOfANetworkBetweenTwoDevices() {
        Picture picture = Picture.of(Contoso.design());
        assertEquals(11, wires(picture, Level.COMPACT));
        // HV02's NIC1 and NIC2 both lead to SW-A and carry no network of their own.
        assertEquals(10, wires(picture, Level.OVERVIEW));
    }

    private static long wires(Picture picture, Level level) {
        return Drawn.of(picture, level).stream().filter(drawn -> drawn.layer() == Layer.CABLE)
                .filter(drawn -> drawn.shape() instanceof Shape.Wire).map(Drawn::id).distinct().count();
    }

    @Test
    void theOverviewCountsWhatIsWrongInAHost() {
        Picture picture = Picture.of(Contoso.design(), Contoso.marks());
        List<String> texts = Drawn.of(picture, Level.OVERVIEW).stream().filter(drawn -> drawn.layer() == Layer.BADGE
                && drawn.id().equals(new Id("HV02")) && drawn.shape() instanceof Shape.Text)
                .map(drawn -> ((Shape.Text) drawn.shape()).text()).toList();
        // Two errors of the team, the warning of the host, the advice for the adapter.
        assertEquals(List.of("4"), texts);
    }

    @ParameterizedTest
    @CsvSource({"FULL, 0.75, FULL", "FULL, 0.71, FULL", "FULL, 0.69, COMPACT", "COMPACT, 0.79, COMPACT",
            "COMPACT, 0.81, FULL", "COMPACT, 0.31, COMPACT", "COMPACT, 0.29, OVERVIEW", "OVERVIEW, 0.39, OVERVIEW",
            "OVERVIEW, 0.41, COMPACT", "OVERVIEW, 4, FULL", "FULL, 0.1, OVERVIEW"})
    void aLevelStaysALittleBeyondItsLimits(Level before, double zoom, Level after) {
        assertEquals(after, before.then(zoom));
    }

    // --- what is hit

    @ParameterizedTest
    @CsvSource({
            "92, 270, HV01/NIC1 HV01", "92, 301, HV01/NIC1 HV01/NIC1-SW-A/0", "76, 140, WEB1 HV01",
            "76, 171, WEB1/NLB HV01", "150, 196, HV01/vSwitch-VM HV01", "150, 230, HV01/VM-Team HV01",
            "300, 180, CSV1+LM2 HV01", "60, 90, HV01", "92, 438, SW-A/0 HV01/NIC1-SW-A/0",
            "92, 420, SW-A/Po1 HV01/NIC1-SW-A/0", "250, 500, SW-A", "12, 200, HVC-PROD", "80, 20, HVC-PROD",
            "264, 441, SW-A/5 SW-A", "250, 376, HV02/NIC3-SW-A/4", "528, 488, trunk", "700, 600, note",
            "800, 420, ''"})
    void theDeepestElementIsHitFirst(double x, double y, String expected) {
        List<String> hits = Picture.of(Contoso.design()).at(new Point(x, y), 1).stream().map(Id::text).toList();
        assertEquals(expected, String.join(" ", hits));
    }

    @Test
    void smallPartsAreHitInTwentyFourPixelsOfTheScreen() {
        Picture picture = Picture.of(Contoso.design());
        Point besidePort = new Point(284, 430);
        assertEquals(List.of(), picture.at(besidePort, 1));
        Point besideTab = new Point(76, 179);
        assertEquals(new Id("WEB1/NLB"), picture.at(besideTab, 1).getFirst());
    }

    @Test
    void aMarqueeTakesWhatItEnclosesOrWhatItTouches() {
        Picture picture = Picture.of(Contoso.design());
        var area = new Bounds(0, 60, 560, 260);
        assertEquals(Set.of(new Id("HV01")), picture.enclosedBy(area));
        assertTrue(picture.touching(area).containsAll(Set.of(new Id("HV01"), new Id("HV02"), new Id("WEB-NLB"),
                new Id("HV01/NIC1-SW-A/0"))));
        assertTrue(!picture.touching(area).contains(new Id("SW-A")));
    }

    @ParameterizedTest
    @CsvSource({"HV01/NIC1, HV01", "WEB1/NLB, HV01", "SW-A/20, SW-A", "Po2, SW-A", "HV01, HV01", "note, note",
            "LB-2, LB-1", "CORE-R1/VLAN10, CORE-R1"})
    void aPartMovesWithItsWhole(String part, String whole) {
        assertEquals(new Id(whole), Picture.of(Contoso.design()).movedWith(new Id(part)).orElseThrow());
    }

    @Test
    void aFoldOpensToItsPorts() {
        Picture picture = Picture.of(Contoso.design());
        Id chip = picture.at(new Point(264, 441), 1).getFirst();
        assertEquals(new Id("SW-A"), picture.foldOf(chip).orElseThrow());
        assertTrue(picture.foldOf(new Id("SW-A/0")).isEmpty());
        Picture open = picture.unfolded(Set.of(new Id("SW-A")));
        assertTrue(open.socketOf(new Id("SW-A/20")).isPresent());
        assertTrue(open.foldOf(chip).isEmpty());
    }

    @Test
    void theNearestSocketIsFound() {
        Picture picture = Picture.of(Contoso.design());
        assertEquals(new Id("SW-A/1"), picture.socketNear(new Point(130, 425), 24).orElseThrow());
        assertTrue(picture.socketNear(new Point(130, 380), 24).isEmpty());
    }

    // --- what is said about elements

    @ParameterizedTest
    @EnumSource
    void aMarkIsDrawnAtTheElementItIsAbout(Sign sign) {
        Picture picture = Picture.of(Contoso.design(), Map.of(new Id("HV01/NIC2"), Mark.of(sign, 3)));
        List<Drawn> badge = Drawn.of(picture, Level.FULL).stream().filter(drawn -> drawn.layer() == Layer.BADGE)
                .toList();
        assertTrue(badge.stream().allMatch(drawn -> drawn.id().equals(new Id("HV01/NIC2"))));
        assertTrue(badge.stream().anyMatch(drawn -> drawn.shape() instanceof Shape.Text text
                && text.text().equals("3")));
        boolean outlined = Drawn.of(picture, Level.FULL).stream().anyMatch(drawn -> drawn.layer() == Layer.OUTLINE
                && drawn.id().equals(new Id("HV01/NIC2")));
        assertEquals(sign == Sign.ERROR || sign == Sign.WARNING, outlined);
    }

    @Test
    void marksOnWhatIsNotDrawnAreLeftOut() {
        Picture plain = Picture.of(Contoso.design());
        Picture marked = Picture.of(Contoso.design(), Map.of(new Id("VLAN10"), Mark.of(Sign.ERROR, 1),
                new Id("nobody"), Mark.of(Sign.ERROR, 1)));
        assertEquals(svg(plain), svg(marked));
    }

    @Test
    void anEchoNeverCarriesACountAndIsNotDrawnFartherAway() {
        Picture picture = Picture.of(Contoso.design(), Map.of(new Id("HV01/NIC4"), Mark.echo(Sign.ERROR)));
        assertTrue(Drawn.of(picture, Level.FULL).stream().anyMatch(drawn -> drawn.layer() == Layer.BADGE));
        assertTrue(Drawn.of(picture, Level.COMPACT).stream().noneMatch(drawn -> drawn.layer() == Layer.BADGE));
    }

    @Test
    void marksOnOneElementBecomeOne() {
        assertEquals(Mark.of(Sign.ERROR, 3), Mark.of(Sign.WARNING, 1).and(Mark.of(Sign.ERROR, 2)));
        assertEquals(Mark.of(Sign.ADVICE, 1), Mark.echo(Sign.ERROR).and(Mark.of(Sign.ADVICE, 1)));
        assertEquals(Mark.echo(Sign.WARNING), Mark.echo(Sign.ADVICE).and(Mark.echo(Sign.WARNING)));
    }

    // --- later pictures

    @RepeatedTest(12)
    void aLaterPictureEqualsOneMadeFromNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Design design = repetition.getCurrentRepetition() % 2 == 0 ? Contoso.design() : Campus.design(6);
        Picture picture = Picture.of(design);
        for (int step = 0; step < 12; step++) {
            design = changed(design, random, step);
            Map<Id, Mark> marks = step % 3 == 0 ? Map.of() : marks(design, random);
            picture = picture.then(design, marks);
            assertEquals(svg(Picture.of(design, marks)), svg(picture), "step " + step);
        }
    }

    private static Design changed(Design design, Random random, int step) {
        List<Element> all = design.all().toList();
        Element any = all.get(random.nextInt(all.size()));
        return switch (random.nextInt(5)) {
            case 0 -> {
                List<Id> movable = List.copyOf(Picture.of(design).places().keySet());
                Map<Id, Place> places = new HashMap<>();
                for (int i = 0; i < 3; i++) {
                    places.put(movable.get(random.nextInt(movable.size())),
                            Place.at(random.nextInt(200) * 8, random.nextInt(100) * 8));
                }
                yield design.withLayout(design.layout().withPlaces(places));
            }
            case 1 -> design.without(Set.of(any.id()));
            case 2 -> design.with(Host.of(new Id("host-" + step), "New " + step));
            case 3 -> {
                List<Cable> cables = design.all(Cable.class).toList();
                yield cables.isEmpty() ? design : design.without(Set.of(cables.getFirst().id()));
            }
            default -> design.with(Element.with(any, "name", any.name() + step));
        };
    }

    private static Map<Id, Mark> marks(Design design, Random random) {
        List<Element> all = design.all().toList();
        var marks = new HashMap<Id, Mark>();
        for (int i = 0; i < 5; i++) {
            marks.put(all.get(random.nextInt(all.size())).id(),
                    Mark.of(Sign.values()[random.nextInt(Sign.values().length)], 1 + random.nextInt(12)));
        }
        return marks;
    }

    @Test
    void whatHasNotChangedIsNotDrawnAgain() {
        Design design = Contoso.design();
        Picture before = Picture.of(design);
        Design moved = design.withLayout(design.layout().withPlaces(Map.of(new Id("HV01"), Place.at(60, 92))));
        Picture after = before.then(moved, Map.of());
        for (String host : List.of("HV01", "HV02")) {
            assertSame(drawing(before, host), drawing(after, host));
        }
        Picture renamed = after.then(moved.with(Element.with(moved.element(new Id("HV01/NIC1")), "name", "Renamed")),
                Map.of());
        assertNotEquals(drawing(after, "HV01"), drawing(renamed, "HV01"));
        assertSame(drawing(after, "HV02"), drawing(renamed, "HV02"));
        assertSame(after, after.then(moved, Map.of()));
    }

    private static Drawing drawing(Picture picture, String id) {
        return picture.composition().blocks().get(new Id(id)).drawing();
    }

    @Test
    void whatAGestureHasLiftedIsPaintedElsewhere() {
        Picture picture = Picture.of(Contoso.design(), Contoso.marks());
        var base = new ArrayList<Id>();
        picture.paint(Level.FULL, picture.bounds(), Set.of(new Id("HV01")), collecting(base));
        assertTrue(base.stream().noneMatch(id -> id.text().startsWith("HV01") || id.text().equals("WEB1")),
                base.toString());
        assertTrue(base.contains(new Id("HV02")));
        var lifted = new ArrayList<Id>();
        picture.paintLifted(Level.FULL, Set.of(new Id("HV01")), 40, 16, collecting(lifted));
        assertTrue(lifted.containsAll(List.of(new Id("HV01"), new Id("WEB1"), new Id("HV01/NIC1-SW-A/0"))));
        assertTrue(!lifted.contains(new Id("HV02")) && !lifted.contains(new Id("SW-A")));
    }

    private static Brush collecting(List<Id> ids) {
        return new Brush() {
            @Override
            public void figure(Id id, List<Shape> shapes, double dx, double dy) {
                ids.add(id);
            }

            @Override
            public void pin(Id id, List<Shape> shapes, Point at) {
                ids.add(id);
            }
        };
    }

    // --- approved pictures

    @ParameterizedTest
    @ValueSource(strings = {"contoso", "b0", "converged", "unfinished"})
    void theDrawingIsAsApproved(String name) {
        Picture picture = switch (name) {
            case "contoso" -> Picture.of(Contoso.design(), Contoso.marks());
            case "b0" -> Picture.of(Sketch.b0().design());
            case "converged" -> Picture.of(Oddities.converged());
            default -> Picture.of(Oddities.unfinished());
        };
        Approved.check("diagram/" + name + ".svg", svg(picture));
    }

    private static String svg(Picture picture) {
        return Svg.write(picture, Theme.LIGHT);
    }
}
