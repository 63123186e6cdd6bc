package io.plumbline.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.diagram.Point;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Place;
import io.plumbline.model.Shape;
import io.plumbline.ui.outline.Containment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DuplicateTest {
    private static final Design DESIGN = Sketch.b0OnOneSwitch().design();
    private static final Host ORIGINAL = DESIGN.all(Host.class).findFirst().orElseThrow();

    @Test
    void aHostIsCopiedWithAllThatLiesInIt() {
        Duplicate copy = Duplicate.of(DESIGN, List.of(ORIGINAL.id()), Map.of(ORIGINAL.id(), new Point(16, 32)))
                .orElseThrow();
        Design after = copy.edit().applyTo(DESIGN);
        Id made = copy.selection().getFirst();
        assertEquals(inside(DESIGN, ORIGINAL.id()), inside(after, made));
        assertEquals(Optional.of(Place.at(40, 56)),
                Optional.ofNullable(places(after).get(made)));
        assertTrue(copy.edit().label().startsWith("Duplicate host "), copy.edit().label());
    }

    @Test
    void theCopyRefersToItselfAndNotToTheOriginal() {
        Duplicate copy = Duplicate.of(DESIGN, List.of(ORIGINAL.id()), Map.of()).orElseThrow();
        Design after = copy.edit().applyTo(DESIGN);
        Id made = copy.selection().getFirst();
        var inside = elements(after, made);
        for (Element each : inside) {
            Shape.of(each.getClass()).references(each, (property, id) -> {
                boolean ofOriginal = elements(after, ORIGINAL.id()).stream().anyMatch(one -> one.id().equals(id));
                assertEquals(false, ofOriginal, each.id() + " refers by " + property.name() + " to " + id);
            });
        }
        assertTrue(inside.size() > 3);
    }

    @Test
    void theNameGoesOnAndEverythingElseStays() {
        Duplicate copy = Duplicate.of(DESIGN, List.of(ORIGINAL.id()), Map.of()).orElseThrow();
        Host made = copy.edit().applyTo(DESIGN).element(copy.selection().getFirst(), Host.class);
        assertEquals(Element.with(Element.with(ORIGINAL, "id", made.id()), "name", made.name()), made);
        assertEquals(true, DESIGN.all(Host.class).noneMatch(host -> host.name().equals(made.name())));
    }

    @Test
    void cablesThatLeaveTheSelectionStayWhereTheyAre() {
        Duplicate copy = Duplicate.of(DESIGN, List.of(ORIGINAL.id()), Map.of()).orElseThrow();
        Design after = copy.edit().applyTo(DESIGN);
        assertEquals(DESIGN.all(Cable.class).count(), after.all(Cable.class).count());
    }

    @Test
    void everythingCopiedTogetherKeepsItsCables() {
        List<Id> all = DESIGN.all().filter(each -> each.kind() == Kind.HOST || each.kind() == Kind.SWITCH)
                .map(Element::id).toList();
        Design after = Duplicate.of(DESIGN, all, Map.of()).orElseThrow().edit().applyTo(DESIGN);
        assertEquals(2 * DESIGN.all(Cable.class).count(), after.all(Cable.class).count());
    }

    @Test
    void aCableAloneCannotBeCopied() {
        Id cable = DESIGN.all(Cable.class).findFirst().orElseThrow().id();
        assertEquals(Optional.empty(), Duplicate.of(DESIGN, List.of(cable), Map.of()));
    }

    private static Map<Id, Place> places(Design design) {
        return design.layout().view().placeById();
    }

    private static Map<Kind, Integer> inside(Design design, Id around) {
        var counts = new TreeMap<Kind, Integer>();
        elements(design, around).forEach(each -> counts.merge(each.kind(), 1, Integer::sum));
        return counts;
    }

    private static List<Element> elements(Design design, Id host) {
        return design.all().filter(each -> Containment.host(design, each.id())
                .equals(Optional.of(host))).toList();
    }
}
