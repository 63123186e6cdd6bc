package io.plumbline.file;

import io.plumbline.file.Plan.Slot;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.Part;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.SortedMap;

/// A record that is being filled, attribute by attribute, and made once.
final class Draft {
    private final Plan plan;
    private final Object[] components;
    private final Object[][] inlined;
    private int missing;

    Draft(Plan plan) {
        this.plan = plan;
        components = plan.shape().blanks().toArray();
        inlined = new Object[components.length][];
        missing = plan.required();
    }

    Plan plan() {
        return plan;
    }

    /// Whether it has all that it cannot be without.
    boolean isWhole() {
        return missing == 0;
    }

    /// The id of an element, or null when there is none yet.
    Id id() {
        return components[plan.slot("id").component()] instanceof Id id ? id : null;
    }

    /// Sets an attribute to a value of its type, or to unknown; at most once each.
    void put(Slot slot, Object value) {
        missing -= slot.property().required() ? 1 : 0;
        Object held = slot.property().attribute() && !(value instanceof Attribute<?>) ? Attribute.of(value) : value;
        if (slot.inside() < 0) {
            components[slot.component()] = held;
        } else {
            inner(slot.component())[slot.inside()] = held;
        }
    }

    /// Keeps the fields of an element that this version does not know.
    void keep(SortedMap<String, String> unknownFields) {
        if (!unknownFields.isEmpty()) {
            inner(plan.slot("name").component())[plan.unknownFields()] = unknownFields;
        }
    }

    /// @throws IllegalArgumentException with a message for people, when the record refuses its values
    Part make() {
        for (int i = 0; i < components.length; i++) {
            if (inlined[i] != null) {
                components[i] = make(plan.inner()[i].shape().constructor(), inlined[i]);
            }
        }
        return (Part) make(plan.shape().constructor(), components);
    }

    private Object[] inner(int component) {
        if (inlined[component] == null) {
            inlined[component] = plan.inner()[component].shape().blanks().toArray();
        }
        return inlined[component];
    }

    private static Object make(Constructor<?> constructor, Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
