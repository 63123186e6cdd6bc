package io.plumbline.file;

import io.plumbline.model.About;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import java.util.HashMap;
import java.util.Map;

/// How a record is filled, worked out once for each class: reading a large file fills a hundred thousand of them.
///
/// @param slotByName the attributes, by their names in files
/// @param inner      the plans of the inlined parts, by component; null where there is none
/// @param required   how many attributes the record cannot be without
record Plan(Shape<?> shape, Map<String, Slot> slotByName, Plan[] inner, int required) {
    private static final ClassValue<Plan> PLANS = new ClassValue<>() {
        @Override
        protected Plan computeValue(Class<?> type) {
            return of(Shape.of(type.asSubclass(Part.class)));
        }
    };

    /// One attribute.
    ///
    /// @param index     its place among the attributes
    /// @param component the component of the record that holds it, or holds the inlined part that does
    /// @param inside    its component in that part, or -1
    /// @param key       its segment in a [FieldPath]
    record Slot(Property property, int index, int component, int inside, String key) {}

    static Plan of(Class<? extends Part> type) {
        return PLANS.get(type);
    }

    private static Plan of(Shape<?> shape) {
        Plan[] inner = new Plan[shape.blanks().size()];
        Map<String, Slot> slotByName = new HashMap<>();
        int required = 0;
        for (Property property : shape.properties()) {
            int component = property.component();
            int inside = -1;
            if (property.inner() >= 0) {
                inner[component] = of(((Part) shape.blanks().get(component)).getClass());
                inside = inner[component].shape.properties().get(property.inner()).component();
            }
            required += property.required() ? 1 : 0;
            // The parser interns names, so that most are found at the first look.
            slotByName.put(property.name().intern(), new Slot(property, slotByName.size(), component, inside,
                    FieldPath.segment(property.name())));
        }
        return new Plan(shape, slotByName, inner, required);
    }

    Slot slot(String name) {
        return slotByName.get(name);
    }

    /// The component that holds what this version does not know, in the part that is [About] an element.
    int unknownFields() {
        return inner[slot("name").component()].shape.blanks().size() - 1;
    }
}
