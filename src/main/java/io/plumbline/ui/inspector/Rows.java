package io.plumbline.ui.inspector;

import io.plumbline.model.Attribute;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The slots of a part, or of the same part in several elements.
final class Rows {
    private Rows() {}

    /// What a property holds in each of the parts; one that does not exist holds nothing.
    static List<Attribute<?>> held(Property property, List<Optional<Part>> parts) {
        var held = new ArrayList<Attribute<?>>();
        for (Optional<Part> part : parts) {
            Object value = part.map(each -> Shape.of(each.getClass()).get(each, property)).orElse(Attribute.unset());
            held.add(value instanceof Attribute<?> attribute ? attribute : Attribute.of(value));
        }
        return held;
    }

    /// The slots of all properties of a part.
    ///
    /// @param prefix the path of the part, with its dot
    /// @param page   the same as the page of the kind has it
    /// @param commit receives the property and what it shall hold, ready for [Shape#with]
    static List<Slot> of(Shape<?> shape, String prefix, String page, List<Optional<Part>> parts,
            Slot.Around around, BiConsumer<Property, Object> commit) {
        var slots = new ArrayList<Slot>();
        for (Property property : shape.properties()) {
            slots.add(new Slot(prefix + property.name(), page + property.name(), property.type(),
                    held(property, parts), property.attribute() ? Slot.Need.OPTIONAL : Slot.Need.REQUIRED, around,
                    wanted -> commit.accept(property, plain(property, wanted))));
        }
        return slots;
    }

    /// The attribute where one may be unset, else its bare value.
    static Object plain(Property property, Attribute<?> wanted) {
        return property.attribute() ? wanted
                : wanted.find().map(Object.class::cast).orElseGet(() -> nothing(property.type()));
    }

    private static Object nothing(Type type) {
        return switch (type) {
            case Type.Text _ -> "";
            case Type.ListOf _ -> List.of();
            default -> throw new IllegalArgumentException("There must be " + type.describe() + " here.");
        };
    }
}
