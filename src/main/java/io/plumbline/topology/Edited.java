package io.plumbline.topology;

import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An element as it was before some edits and as it is after them.
record Edited(Element before, Element now) {

    /// The elements that differ between two designs. Empty when elements came or went, or when one refers to others than
    /// before.
    static Optional<List<Edited>> between(Design before, Design after) {
        if (before.size() != after.size()) {
            return Optional.empty();
        }
        List<Edited> all = new ArrayList<>();
        for (Id id : before.differences(after)) {
            Optional<Element> old = before.find(id);
            Optional<Element> now = after.find(id);
            if (old.isEmpty() || now.isEmpty() || !refersAlike(old.get(), now.get())) {
                return Optional.empty();
            }
            all.add(new Edited(old.get(), now.get()));
        }
        return Optional.of(all);
    }

    /// Whether an element refers to the same elements as before.
    static boolean refersAlike(Element one, Element other) {
        return references(one).equals(references(other));
    }

    private static List<Object> references(Element element) {
        List<Object> references = new ArrayList<>();
        Shape.of(element.getClass()).references(element,
                (property, id) -> references.add(List.of(property.name(), id)));
        return references;
    }
}
