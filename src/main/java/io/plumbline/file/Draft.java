package io.plumbline.file;

import io.plumbline.model.About;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.Part;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.SortedMap;

/// A record that is being filled, attribute by attribute, and made once: much faster than a record per attribute.
final class Draft {
    /// The component of [About] that holds what this version does not know.
    private static final int UNKNOWN_FIELDS = Shape.of(About.class).blanks().size() - 1;

    private final Shape<?> shape;
    private final Object[] components;
    private final Object[][] inlined;
    private int missing;

    Draft(Shape<?> shape) {
        this.shape = shape;
        components = shape.blanks().toArray();
        inlined = new Object[components.length][];
        for (Property property : shape.properties()) {
            missing += property.required() ? 1 : 0;
        }
    }

    Shape<?> shape() {
        return shape;
    }

    /// Whether it has all that it cannot be without.
    boolean isWhole() {
        return missing == 0;
    }

    /// The id of an element, or null when there is none yet.
    Id id() {
        return components[shape.propertyByName().get("id").component()] instanceof Id id ? id : null;
    }

    /// Sets an attribute to a value of its type, or to unknown; at most once each.
    void put(Property property, Object value) {
        missing -= property.required() ? 1 : 0;
        Object held = property.attribute() && !(value instanceof Attribute<?>) ? Attribute.of(value) : value;
        if (property.inner() < 0) {
            components[property.component()] = held;
        } else {
            Shape<?> inner = Shape.of(((Part) components[property.component()]).getClass());
            inner(property.component())[inner.properties().get(property.inner()).component()] = held;
        }
    }

    /// Keeps the fields of an element that this version does not know.
    void keep(SortedMap<String, String> unknownFields) {
        inner(shape.propertyByName().get("name").component())[UNKNOWN_FIELDS] = unknownFields;
    }

    /// @throws IllegalArgumentException with a message for people, when the record refuses its values
    Part make() {
        for (int i = 0; i < components.length; i++) {
            if (inlined[i] != null) {
                components[i] = make(Shape.of(((Part) components[i]).getClass()).constructor(), inlined[i]);
            }
        }
        return (Part) make(shape.constructor(), components);
    }

    private Object[] inner(int component) {
        if (inlined[component] == null) {
            inlined[component] = Shape.of(((Part) components[component]).getClass()).blanks().toArray();
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
