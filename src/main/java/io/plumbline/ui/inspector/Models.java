package io.plumbline.ui.inspector;

import io.plumbline.catalog.Catalog;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The models of the catalogue, which are chosen like elements of the design and copied into it then.
record Models(Supplier<Catalog> catalog) {

    Optional<Element> find(Id id) {
        return catalog.get().find(id);
    }

    /// The models that a reference allows and that the design has no copy of.
    List<Element> notIn(Design design, Type.Reference reference) {
        return reference.kinds().isEmpty() ? List.of() : catalog.get().modelById().values().stream()
                .filter(model -> reference.allows(model.kind()) && design.find(model.id()).isEmpty())
                .sorted(Comparator.comparing(Element::name)).toList();
    }

    /// The edit with copies of the models that it refers to.
    Put withModels(Design design, Put put, Object value) {
        Optional<Element> missing = value instanceof Attribute.Known<?>(Object known)
                && known instanceof Id id && design.find(id).isEmpty() ? find(id) : Optional.empty();
        if (missing.isEmpty()) {
            return put;
        }
        var elements = new ArrayList<>(put.elements());
        elements.add(missing.get());
        return new Put(put.label(), elements);
    }
}
