package io.plumbline.ui.palette;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import io.plumbline.ui.outline.Containment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where something is to be placed.
///
/// @param under     the element under the pointer
/// @param selection what is selected, for what is placed over several elements
/// @param model     the model out of the catalogue that a switch or NIC gets
/// @param at        the upper left corner it gets; elements without a drawing of their own need none
public record Site(Design design, Optional<Id> under, List<Id> selection, Optional<Element> model,
        Optional<Place> at) {

    public static Site of(Design design, Optional<Id> under, List<Id> selection, Optional<Place> at) {
        return new Site(design, under, selection, Optional.empty(), at);
    }

    public Site with(Optional<Element> wanted) {
        return new Site(design, under, selection, wanted, at);
    }

    /// The model, when the design has no copy of it yet.
    List<Element> newModel() {
        return model.filter(each -> design.find(each.id()).isEmpty()).stream().toList();
    }

    /// What is selected of a kind of element.
    <E extends Element> List<E> selected(Class<E> type) {
        return selection.stream().flatMap(id -> design.find(id, type).stream()).toList();
    }

    /// The element of a kind that is meant: under the pointer, around what is there, or selected, in this order.
    <E extends Element> Optional<E> meant(Class<E> type) {
        return Stream.concat(under.stream(), selection.reversed().stream())
                .flatMap(id -> upwards(id).flatMap(each -> design.find(each, type).stream())).findFirst();
    }

    /// The only element of a kind, when there is just one.
    <E extends Element> Optional<E> only(Class<E> type) {
        List<E> all = design.all(type).limit(2).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// The element itself and all that it lies in; for a cable both of its ends come after it.
    private Stream<Id> upwards(Id id) {
        Stream<Id> ends = design.find(id, Cable.class).stream()
                .flatMap(cable -> Stream.of(cable.endA(), cable.endB()).flatMap(this::upwards));
        Stream<Id> chain = Stream.iterate(Optional.of(id), Optional::isPresent,
                each -> each.flatMap(design::find).flatMap(element -> Containment.container(design, element)))
                .limit(8).map(Optional::get);
        return Stream.concat(chain, ends);
    }
}
