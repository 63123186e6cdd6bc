package io.plumbline.edit;

import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One thing in which two designs differ: what a preview shows before an edit is done.
public sealed interface Difference {

    /// The element as it is afterwards, or as it was when it is gone.
    Element element();

    record Added(Element element) implements Difference {}

    record Removed(Element element) implements Difference {}

    /// One attribute has another value.
    ///
    /// @param path   the name in files, with dots into nested settings
    /// @param before an [Attribute], or a plain value where it cannot be unset
    record Changed(Element element, String path, Object before, Object after) implements Difference {}

    /// All differences: what is new, then what is changed, then what is gone, each by kind and id.
    static List<Difference> between(Design before, Design after) {
        List<Difference> added = new ArrayList<>();
        List<Difference> changed = new ArrayList<>();
        List<Difference> removed = new ArrayList<>();
        List<Id> ids = before.differences(after).stream().sorted(Comparator
                .comparing((Id id) -> after.find(id).or(() -> before.find(id)).orElseThrow().kind())
                .thenComparing(Comparator.naturalOrder())).toList();
        for (Id id : ids) {
            Optional<Element> old = before.find(id);
            Optional<Element> now = after.find(id);
            if (old.isEmpty()) {
                added.add(new Added(now.orElseThrow()));
            } else if (now.isEmpty()) {
                removed.add(new Removed(old.get()));
            } else {
                compare(now.get(), "", old.get(), now.get(), changed);
            }
        }
        added.addAll(changed);
        added.addAll(removed);
        return added;
    }

    private static void compare(Element element, String path, Part before, Part after, List<Difference> found) {
        Shape<? extends Part> shape = Shape.of(after.getClass());
        for (Property property : shape.properties()) {
            Object old = shape.get(before, property);
            Object now = shape.get(after, property);
            if (old.equals(now)) {
                continue;
            }
            String name = path + property.name();
            if (property.type() instanceof Type.Group && plain(old) instanceof Part one
                    && plain(now) instanceof Part other) {
                compare(element, name + ".", one, other, found);
            } else {
                found.add(new Changed(element, name, old, now));
            }
        }
    }

    private static Object plain(Object held) {
        return held instanceof Attribute<?> attribute ? attribute.find().orElse(null) : held;
    }
}
