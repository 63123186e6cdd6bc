package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Whatever a design holds, the rules answer: no rule fails, every sentence is whole, and the answer depends on nothing but
/// the design. The number of a repetition is its seed.
class AnyDesignTest {

    private static final List<Sketch> DRAWN = List.of(Sketch.b0(), Sketch.b0().mode("unicast"),
            Sketch.b0OnOneSwitch().mode("multicast"), Sketch.unicastOverTwoSwitches(), Sketch.unicastOnOneSwitch(),
            Sketch.oneSwitch("igmpMulticast").staticGroup("S", 10, "239.255.3.232", "S/1"),
            Sketch.oneSwitch("multicast").staticMac("S", 10, "03-BF-AC-1F-03-E9", "S/1"),
            Sketch.twoSwitches("igmpMulticast"), Sketch.twins("equal"), Sketch.jumboFault(9614));

    @RepeatedTest(200)
    void noRuleFailsOnADrawnDesignWithHoles(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Design design = DRAWN.get(random.nextInt(DRAWN.size())).design();
        for (int i = random.nextInt(12); i >= 0; i--) {
            design = withHole(design, random);
        }
        answers(design);
        Report.of(design).findings()
                .forEach(each -> assertFalse(each.message().contains("null"), each.message()));
    }

    @RepeatedTest(100)
    void noRuleFailsOnADrawnDesignAfterRandomEdits(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Design design = DRAWN.get(random.nextInt(DRAWN.size())).design();
        for (int i = random.nextInt(10); i >= 0; i--) {
            design = RandomDesign.edit(random, design).applyTo(design);
        }
        answers(design);
    }

    @RepeatedTest(60)
    void noRuleFailsOnASenselessDesign(RepetitionInfo repetition) {
        answers(RandomDesign.of(repetition.getCurrentRepetition()));
    }

    /// Unknown, absurd and contradicting values in any mixture: ten thousand designs, each from its seed.
    @Test
    void noRuleFailsOnTenThousandSenselessDesigns() {
        List<String> failed = IntStream.range(0, 10_000).parallel().boxed().flatMap(seed -> {
            Random random = new Random(seed);
            Design design = RandomDesign.of(random, 1 + random.nextInt(2));
            return Report.of(design).defects().stream().map(defect -> seed + ": " + defect);
        }).toList();
        assertEquals(List.of(), failed);
    }

    @RepeatedTest(30)
    void theOrderInWhichElementsWereDrawnDoesNotMatter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Design drawn = DRAWN.get(random.nextInt(DRAWN.size())).design();
        List<Element> elements = new ArrayList<>(drawn.all().toList());
        Collections.shuffle(elements, random);
        Design shuffled = Design.empty(drawn.title()).with(elements);
        assertEquals(text(Report.of(drawn)), text(Report.of(shuffled)));
    }

    private static Design withHole(Design design, Random random) {
        List<Element> elements = design.all().toList();
        Element element = elements.get(random.nextInt(elements.size()));
        if (random.nextInt(4) == 0) {
            return design.without(List.of(element.id()));
        }
        List<Property> properties =
                Shape.of(element.getClass()).properties().stream().filter(Property::attribute).toList();
        if (properties.isEmpty()) {
            return design;
        }
        Property property = properties.get(random.nextInt(properties.size()));
        return design.with(Element.with(element, property.name(),
                random.nextBoolean() ? Attribute.unknown() : Attribute.unset()));
    }

    private static void answers(Design design) {
        Report report = Report.of(design);
        assertEquals(List.of(), report.defects());
        for (Finding finding : report.findings()) {
            String message = finding.message();
            assertTrue(design.find(finding.primary()).isPresent(), message);
            finding.elements().forEach(id -> assertTrue(design.find(id).isPresent(), () -> id + ": " + message));
            assertFalse(finding.evidence().isEmpty(), message);
            assertFalse(message.contains("Optional[") || message.contains("Answer") || message.contains("{"), message);
        }
        for (NotChecked gap : report.notChecked()) {
            assertTrue(design.find(gap.primary()).isPresent(), gap.reason());
        }
        assertEquals(text(report), text(Report.of(design)));
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder();
        report.findings().forEach(each -> text.append(each).append(each.message()).append('\n'));
        report.withheld().forEach(each -> text.append(each).append('\n'));
        report.notChecked().forEach(each -> text.append(each).append('\n'));
        report.toDos().forEach(each -> text.append(each).append('\n'));
        return text.toString();
    }
}
