package io.plumbline.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.RandomDesign;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private final Host host = Host.of(new Id("h1"), "HV1");
    private final PhysicalNic nic = PhysicalNic.of(new Id("n1"), "NIC1", host.id());
    private final Design design = Design.empty("Two").with(host, nic);

    @Test
    void aDesignDoesNotDifferFromItself() {
        assertEquals(List.of(), Difference.between(design, design));
        assertEquals(List.of(), Difference.between(design, Design.empty("Two").with(host, nic)));
    }

    @Test
    void anAttributeIsNamedWithBothValues() {
        PhysicalNic other = Element.with(Element.with(nic, "jumboPacket", 9014), "rdma.enabled", true);
        assertEquals(List.of(
                new Difference.Changed(other, "jumboPacket", Attribute.unset(), Attribute.of(other.jumboPacket().find()
                        .orElseThrow())),
                new Difference.Changed(other, "rdma.enabled", Attribute.unset(), Attribute.of(true))),
                Difference.between(design, design.with(other)).stream().sorted((a, b) -> path(a).compareTo(path(b)))
                        .toList());
    }

    private static String path(Difference difference) {
        return difference instanceof Difference.Changed changed ? changed.path() : "";
    }

    @Test
    void whatIsNewComesFirstAndWhatIsGoneLast() {
        Host second = Host.of(new Id("h2"), "HV2");
        Design after = design.with(second, Element.with(host, "name", "HV01")).without(List.of(nic.id()));
        assertEquals(List.of("Added", "Changed", "Removed"), Difference.between(design, after).stream()
                .map(each -> each.getClass().getSimpleName()).toList());
    }

    /// The number of a repetition is its seed.
    @RepeatedTest(40)
    void theDifferencesAreAllThatLiesBetweenTwoDesigns(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Design before = RandomDesign.of(random, 2);
        Design after = before;
        for (int i = 0; i < 5; i++) {
            after = RandomDesign.edit(random, after).applyTo(after);
        }
        Design patched = before;
        for (Difference difference : Difference.between(before, after)) {
            patched = switch (difference) {
                case Difference.Added(Element element) -> patched.with(element);
                case Difference.Removed(Element element) -> patched.without(List.of(element.id()));
                case Difference.Changed(Element element, String path, Object _, Object now) ->
                        patched.find(element.id())
                                .isPresent() ? with(patched, element, path, now) : patched;
            };
        }
        assertEquals(after.all().toList(), patched.all().toList());
    }

    private static Design with(Design design, Element element, String path, Object value) {
        Element now = design.element(element.id());
        return design.with((Element) Shape.of(now.getClass()).with(now, path, value));
    }
}
