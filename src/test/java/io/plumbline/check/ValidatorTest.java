package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.Sketch;
import io.plumbline.bench.Estate;
import io.plumbline.edit.Edit;
import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Flag;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Note;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Whatever is edited, the report equals the one of a full run. The number of a repetition is its seed.
class ValidatorTest {
    private static final int EDITS = 20;
    private static final List<Sketch> DRAWN = List.of(Sketch.b0(), Sketch.b0().mode("unicast"),
            Sketch.b0OnOneSwitch().mode("multicast"), Sketch.unicastOverTwoSwitches(), Sketch.unicastOnOneSwitch(),
            Sketch.oneSwitch("igmpMulticast").staticGroup("S", 10, "239.255.3.232", "S/1"),
            Sketch.oneSwitch("multicast").staticMac("S", 10, "03-BF-AC-1F-03-E9", "S/1"),
            Sketch.twoSwitches("igmpMulticast"), Sketch.twins("equal"), Sketch.jumboFault(9614));

    @RepeatedTest(100)
    void afterEditsOfADrawnDesignTheReportEqualsAFullRun(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        holds(random, DRAWN.get(random.nextInt(DRAWN.size())).design());
    }

    @RepeatedTest(50)
    void afterEditsOfASenselessDesignOfAllKindsTheReportEqualsAFullRun(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        holds(random, RandomDesign.of(random, 2));
    }

    @RepeatedTest(5)
    void afterEditsOfARackTheReportEqualsAFullRun(RepetitionInfo repetition) {
        holds(new Random(repetition.getCurrentRepetition()), Estate.of(21));
    }

    private static void holds(Random random, Design drawn) {
        Validator validator = new Validator();
        validator.check(drawn);
        List<Design> designs = new ArrayList<>(List.of(drawn));
        for (int i = 0; i < EDITS; i++) {
            Design last = designs.getLast();
            Edit edit = RandomDesign.edit(random, last);
            Design next = switch (random.nextInt(8)) {
                // Undo, by one step or several.
                case 0 -> designs.get(random.nextInt(designs.size()));
                case 1, 2, 3 -> withOtherValue(random, last);
                default -> edit.applyTo(last);
            };
            designs.add(next);
            assertEquals(text(Report.of(next)), text(validator.check(next)), () -> "after edit " + edit.label());
        }
    }

    /// A value that changes no relation: what is judged bit by bit.
    private static Design withOtherValue(Random random, Design design) {
        List<Element> elements = design.all().toList();
        Element element = elements.get(random.nextInt(elements.size()));
        List<Property> attributes =
                Shape.of(element.getClass()).properties().stream().filter(Property::attribute).toList();
        if (attributes.isEmpty()) {
            return design;
        }
        Property attribute = attributes.get(random.nextInt(attributes.size()));
        return design.with(Element.with(element, attribute.name(),
                random.nextBoolean() ? Attribute.unknown() : Attribute.unset()));
    }

    @Test
    void anEditOfAValueIsSeenWhereItMatters() {
        Design design = Sketch.jumboFault(9614).design();
        Validator validator = new Validator();
        assertTrue(has(validator.check(design), "MTU001"));
        Design mended = design.with(design.all(PhysicalNic.class)
                .map(nic -> Element.with(nic, "jumboPacket", 1514)).toList());
        assertTrue(validator.isNear(mended));
        assertFalse(has(validator.check(mended), "MTU001"));
        assertTrue(has(validator.check(design), "MTU001"));
    }

    @Test
    void aNewNameIsInEveryMessage() {
        Design design = Sketch.jumboFault(9614).design();
        Validator validator = new Validator();
        Finding finding = validator.check(design).findings().stream().filter(each -> each.rule().equals("MTU001"))
                .findFirst().orElseThrow();
        Element named = design.find(finding.primary(), PhysicalNic.class)
                .map(nic -> (Element) design.element(nic.host(), Host.class)).orElse(design.element(finding.primary()));
        Design renamed = design.with(Element.with(named, "name", "Renamed"));
        assertTrue(validator.isNear(renamed));
        assertTrue(validator.check(renamed).findings().stream().anyMatch(each -> each.message().contains("Renamed")));
    }

    @Test
    void movingJudgesNothing() {
        Design design = Sketch.b0().design();
        Validator validator = new Validator();
        Report before = validator.check(design);
        Id host = design.all(Host.class).findFirst().orElseThrow().id();
        Design moved = design.withLayout(design.layout().withPlaces(Map.of(host, new Place(8, 8, false))));
        Report after = validator.check(moved);
        assertSame(before.findings(), after.findings());
        assertSame(moved, after.design());
    }

    @Test
    void whatAnEditDoesNotConcernKeepsItsFindings() {
        Design design = Sketch.jumboFault(9614).design();
        Validator validator = new Validator();
        Report before = validator.check(design);
        Report after = validator.check(design.with(Element.with(design.project(), "customer", "Contoso")));
        assertEquals(before.findings(), after.findings());
        Host host = design.all(Host.class).findFirst().orElseThrow();
        Report later = validator.check(design.with(Element.with(host, "note", "rack 3")));
        for (int i = 0; i < before.findings().size(); i++) {
            assertEquals(before.findings().get(i), later.findings().get(i));
        }
    }

    @Test
    void aFlagLowersAWarningAtOnce() {
        Design design = Sketch.b0OnOneSwitch().design();
        Validator validator = new Validator();
        Finding warning = validator.check(design).findings().stream()
                .filter(each -> each.severity() == Severity.WARNING).findFirst().orElseThrow();
        Design flagged = design.with(Element.with(design.element(warning.primary()), "flags",
                new TreeSet<>(List.of(Flag.PLANNED))));
        assertNotSame(design, flagged);
        assertEquals(text(Report.of(flagged)), text(validator.check(flagged)));
        assertTrue(validator.check(flagged).count(Severity.WARNING) < validator.check(design).count(Severity.WARNING));
    }

    /// Forty hosts in two racks: what happens in one does not concern the other.
    @Test
    void onlyWhatAnEditCanHaveChangedIsJudgedAgain() {
        Design design = Estate.of(40);
        Validator validator = new Validator();
        validator.check(design);
        int all = validator.examined();
        Id host = design.all(Host.class).findFirst().orElseThrow().id();
        Design more = design.with(PhysicalNic.of(new Id("new"), "NIC9", host));
        Cable cable = more.all(Cable.class).findFirst().orElseThrow();
        Map<String, Design> edits = Map.of("a number", design.with(Element.with(
                design.all(SwitchPort.class).findFirst().orElseThrow(), "mtu", 9000)), "a new NIC", more,
                "no cable", more.without(List.of(cable.id())), "another switch for a virtual NIC",
                design.with(Element.with(design.all(VirtualNic.class).findFirst().orElseThrow(), "vlanId",
                        new VlanId(77))));
        edits.forEach((edit, edited) -> {
            validator.check(edited);
            assertTrue(validator.examined() < all / 5,
                    () -> edit + ": " + validator.examined() + " of " + all + " judged again");
            assertEquals(text(Report.of(edited)), text(validator.check(edited)));
        });
        validator.check(edits.get("a new NIC"));
        validator.check(edits.get("a new NIC").with(Note.of(new Id("remark"), "Remark")));
        assertEquals(0, validator.examined(), "a remark concerns no rule");
    }

    @Test
    void onlyValuesAreNear() {
        Design design = Sketch.b0().design();
        Validator validator = new Validator();
        assertFalse(validator.isNear(design), "nothing was checked yet");
        validator.check(design);
        SwitchPort port = design.all(SwitchPort.class).findFirst().orElseThrow();
        assertTrue(validator.isNear(design.with(Element.with(port, "mtu", 9000))));
        assertFalse(validator.isNear(design.without(List.of(port.id()))));
    }

    private static boolean has(Report report, String rule) {
        return report.findings().stream().anyMatch(each -> each.rule().equals(rule));
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder();
        report.findings().forEach(each -> text.append(each).append(each.message()).append('\n'));
        report.accepted().forEach(each -> text.append(each).append('\n'));
        report.withheld().forEach(each -> text.append(each).append('\n'));
        report.notChecked().forEach(each -> text.append(each).append('\n'));
        report.toDos().forEach(each -> text.append(each).append('\n'));
        report.defects().forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }
}
