package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Type;
import io.plumbline.ui.outline.Containment;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a reference may lead to. What lies in another host than the element itself is left out: no team of one host
/// has a NIC of another.
final class Candidates {
    private Candidates() {}

    static List<Element> of(Slot.Around around, Type.Reference reference) {
        Design design = around.design();
        Optional<Id> host = around.elements().stream().flatMap(each -> Containment.host(design, each.id()).stream())
                .findFirst();
        return Stream.of(Kind.values()).filter(reference::allows)
                .filter(kind -> !reference.kinds().isEmpty() || kind != Kind.PROJECT)
                .flatMap(kind -> design.all(kind).stream())
                .filter(each -> host.isEmpty() || each.kind() == Kind.HOST
                        || Containment.host(design, each.id()).map(host.get()::equals).orElse(true))
                .filter(each -> around.elements().stream().noneMatch(own -> own.id().equals(each.id())))
                .sorted(Comparator.comparing(each -> Called.in(design, each), NaturalOrder.OF_NAMES)).toList();
    }

    static List<ChoiceEditor.Choice> choices(Slot slot, Type.Reference reference) {
        var choices = new ArrayList<ChoiceEditor.Choice>();
        for (Element element : of(slot.around(), reference)) {
            Object value = reference.orName() ? element.id().text() : element.id();
            choices.add(new ChoiceEditor.Choice(Attribute.of(value), Called.in(slot.around().design(), element)));
        }
        slot.around().models().notIn(slot.around().design(), reference)
                .forEach(model -> choices.add(new ChoiceEditor.Choice(Attribute.of(model.id()), model.name())));
        // A name instead of an id is a value of its own: the switch may exist on another host only.
        slot.value().filter(String.class::isInstance)
                .filter(named -> choices.stream().noneMatch(choice -> choice.value().equals(Attribute.of(named))))
                .ifPresent(named -> choices.add(new ChoiceEditor.Choice(Attribute.of(named), named.toString())));
        return choices;
    }
}
