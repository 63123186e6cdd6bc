package io.plumbline.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/// The attributes of one record class, by name: the one place that reads records by reflection.
///
/// Files, the published schema, the inspector's forms and the checks of references are derived from it, so a new
/// attribute is one new record component.
///
/// @param type       the record class
/// @param properties its attributes in order, those of inlined parts among them
public record Shape<T extends Part>(Class<T> type, List<Property> properties, Map<String, Property> propertyByName,
        Constructor<T> constructor, List<Method> accessors, List<Object> blanks) {

    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return read(type.asSubclass(Part.class));
        }
    };

    /// The attributes that can lead to other elements, directly or further inside: most cannot.
    private static final ClassValue<List<Property>> REFERRING = new ClassValue<>() {
        @Override
        protected List<Property> computeValue(Class<?> type) {
            return of(type.asSubclass(Part.class)).properties().stream()
                    .filter(property -> refers(property.type())).toList();
        }
    };

    /// Stands where a record cannot be made without a value.
    private enum Missing {
        VALUE
    }

    @SuppressWarnings("unchecked")
    public static <T extends Part> Shape<T> of(Class<T> type) {
        return (Shape<T>) SHAPES.get(type);
    }

    public Optional<Property> find(String name) {
        return Optional.ofNullable(propertyByName.get(name));
    }

    /// A part with these values by name; everything else is unset or has its standard value.
    public T of(Map<String, Object> values) {
        Object[] arguments = blanks.toArray();
        values.forEach((name, value) -> put(arguments, property(name), value));
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] == Missing.VALUE) {
                throw new IllegalArgumentException(
                        type.getSimpleName() + " needs a value for \"" + accessors.get(i).getName() + "\".");
            }
        }
        return make(arguments);
    }

    /// The value of an attribute: an [Attribute], or the plain value where it cannot be unset.
    public Object get(Part part, Property property) {
        Object value = call(accessors.get(property.component()), part);
        if (property.inner() < 0) {
            return value;
        }
        Part inlined = (Part) value;
        Shape<?> inner = of(inlined.getClass());
        return inner.get(inlined, inner.properties.get(property.inner()));
    }

    public Object get(Part part, String name) {
        return get(part, property(name));
    }

    /// The part with one attribute changed; `path` may lead into nested settings (`rdma.enabled`).
    public T with(Part part, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            Object[] arguments = arguments(part);
            put(arguments, property(path), value);
            return make(arguments);
        }
        Property property = property(path.substring(0, dot));
        if (!(property.type() instanceof Type.Group(Class<? extends Part> group))) {
            throw new IllegalArgumentException("\"" + property.name() + "\" of " + type.getSimpleName()
                    + " holds " + property.type().describe() + ", no nested settings.");
        }
        Object held = get(part, property);
        Object nested = held instanceof Attribute<?> attribute ? attribute.find().orElse(null) : held;
        Shape<? extends Part> shape = of(group);
        Part before = nested == null ? shape.of(Map.of()) : (Part) nested;
        return with(part, property.name(), shape.with(before, path.substring(dot + 1), value));
    }

    /// Calls `reference` with the path and the id of every reference to another element, nested ones included.
    public void references(Part part, BiConsumer<Property, Id> reference) {
        for (Property property : REFERRING.get(type)) {
            visit(property, property.type(), value(part, property), reference);
        }
    }

    /// The part without references to elements that are gone; empty when it has no meaning without them.
    public Optional<T> without(Part part, Predicate<Id> gone) {
        Object[] arguments = null;
        for (Property property : properties) {
            Object held = value(part, property);
            if (held == null) {
                continue;
            }
            Object left = left(property.type(), held, gone);
            if (left == held) {
                continue;
            }
            boolean tooFew = left instanceof Collection<?> items && items.size() < property.atLeast();
            if (tooFew || left == null && !property.attribute()) {
                return Optional.empty();
            }
            arguments = arguments == null ? arguments(part) : arguments;
            put(arguments, property, left == null ? Attribute.unset() : left);
        }
        return Optional.of(arguments == null ? type.cast(part) : make(arguments));
    }

    private Property property(String name) {
        Property property = propertyByName.get(name);
        if (property == null) {
            throw new IllegalArgumentException(
                    type.getSimpleName() + " has no attribute \"" + name + "\"; it has " + propertyByName.keySet()
                            + ".");
        }
        return property;
    }

    /// The plain value, or null when there is none.
    private Object value(Part part, Property property) {
        Object held = get(part, property);
        return held instanceof Attribute<?> attribute ? attribute.find().orElse(null) : held;
    }

    private Object[] arguments(Part part) {
        Object[] arguments = new Object[accessors.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = call(accessors.get(i), part);
        }
        return arguments;
    }

    private void put(Object[] arguments, Property property, Object value) {
        Object wanted = value;
        if (property.attribute()) {
            wanted = switch (value) {
                case Attribute.Known<?>(Object known) -> Attribute.of(property.type().coerce(known));
                case Attribute<?> other -> other;
                default -> Attribute.of(property.type().coerce(value));
            };
        } else {
            wanted = property.type().coerce(value);
        }
        int at = property.component();
        if (property.inner() < 0) {
            arguments[at] = wanted;
        } else {
            Part inlined = (Part) arguments[at];
            Shape<?> inner = of(inlined.getClass());
            arguments[at] = inner.with(inlined, inner.properties.get(property.inner()).name(), wanted);
        }
    }

    private T make(Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Method accessor, Part part) {
        try {
            return accessor.invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void visit(Property property, Type type, Object value, BiConsumer<Property, Id> reference) {
        switch (type) {
            case Type.Reference _ when value instanceof Id id -> reference.accept(property, id);
            case Type.ListOf(Type item) when value instanceof Collection<?> items && leads(item) ->
                    items.forEach(each -> visit(property, item, each, reference));
            case Type.SetOf(Type item) when value instanceof Collection<?> items && leads(item) ->
                    items.forEach(each -> visit(property, item, each, reference));
            case Type.MapOf(Type key, _) when value instanceof Map<?, ?> map && leads(key) ->
                    map.keySet().forEach(each -> visit(property, key, each, reference));
            case Type.Group _ when value instanceof Part part -> of(part.getClass()).references(part, (inner, id) -> {
                Property named = new Property(property.name() + "." + inner.name(), inner.type(), inner.attribute(),
                        inner.required(), inner.atLeast(), inner.component(), inner.inner());
                reference.accept(named, id);
            });
            default -> {
                // No reference in here.
            }
        }
    }

    private static boolean refers(Type type) {
        return switch (type) {
            case Type.Reference(_, boolean orName) -> !orName;
            case Type.ListOf(Type item) -> refers(item);
            case Type.SetOf(Type item) -> refers(item);
            case Type.MapOf(Type key, _) -> refers(key);
            case Type.Group(Class<? extends Part> group) -> !REFERRING.get(group).isEmpty();
            default -> false;
        };
    }

    private static boolean leads(Type type) {
        return type instanceof Type.Reference || type instanceof Type.Group;
    }

    /// What is left of a value: itself when nothing changes, null when nothing is left.
    private static Object left(Type type, Object value, Predicate<Id> gone) {
        return switch (type) {
            case Type.Reference _ when value instanceof Id id -> gone.test(id) ? null : value;
            case Type.Reference(_, boolean orName) when orName && !value.toString().isBlank() ->
                    gone.test(new Id(value.toString())) ? null : value;
            case Type.ListOf(Type item) when leads(item) -> leftOf((Collection<?>) value, item, gone);
            case Type.SetOf(Type item) when leads(item) -> leftOf((Collection<?>) value, item, gone);
            case Type.MapOf(Type key, _) when leads(key) -> {
                Map<Object, Object> kept = new LinkedHashMap<>((Map<?, ?>) value);
                yield kept.keySet().removeIf(each -> left(key, each, gone) == null) ? kept : value;
            }
            case Type.Group(Class<? extends Part> group) -> {
                Object left = of(group).without((Part) value, gone).orElse(null);
                yield left != null && left.equals(value) ? value : left;
            }
            default -> value;
        };
    }

    private static Object leftOf(Collection<?> items, Type item, Predicate<Id> gone) {
        List<Object> kept = new ArrayList<>();
        boolean changed = false;
        for (Object each : items) {
            Object left = left(item, each, gone);
            changed |= left != each;
            if (left != null) {
                kept.add(left);
            }
        }
        return changed ? kept : items;
    }

    private static <T extends Part> Shape<T> read(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record.");
        }
        List<Property> properties = new ArrayList<>();
        List<Method> accessors = new ArrayList<>();
        List<Object> blanks = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            // Everything here is public; without the question each call is faster.
            component.getAccessor().setAccessible(true);
            accessors.add(component.getAccessor());
            if (type == About.class && component.getName().equals("unknownFields")) {
                blanks.add(Collections.emptySortedMap());
                continue;
            }
            if (component.isAnnotationPresent(Inline.class)) {
                Shape<?> inner = of(component.getType().asSubclass(Part.class));
                for (int j = 0; j < inner.properties.size(); j++) {
                    Property p = inner.properties.get(j);
                    properties.add(new Property(p.name(), p.type(), p.attribute(), p.required(), p.atLeast(), i, j));
                }
                blanks.add(component.getType() == About.class ? About.of("") : inner.of(Map.of()));
                continue;
            }
            Property property = property(component, i);
            properties.add(property);
            blanks.add(blank(component, property));
        }
        Map<String, Property> byName = new LinkedHashMap<>();
        properties.forEach(property -> byName.put(property.name(), property));
        try {
            Constructor<T> constructor = type.getConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new Shape<>(type, List.copyOf(properties), Collections.unmodifiableMap(byName), constructor,
                    List.copyOf(accessors), List.copyOf(blanks));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Property property(RecordComponent component, int at) {
        Called called = component.getAnnotation(Called.class);
        Refers refers = component.getAnnotation(Refers.class);
        java.lang.reflect.Type java = component.getGenericType();
        boolean attribute = component.getType() == Attribute.class;
        if (attribute) {
            java = ((ParameterizedType) java).getActualTypeArguments()[0];
        }
        Type type = type(java, refers);
        boolean required = !attribute && (java == Id.class || java == IpAddress.class || java == Mac.class);
        return new Property(called == null ? component.getName() : called.value(), type, attribute, required,
                refers == null ? 0 : refers.atLeast(), at, -1);
    }

    private static Object blank(RecordComponent component, Property property) {
        if (property.attribute()) {
            return Attribute.unset();
        }
        Standard standard = component.getAnnotation(Standard.class);
        return switch (property.type()) {
            case Type.Text _ -> "";
            case Type.Truth _ -> false;
            case Type.Whole _ -> standard == null ? 0 : Integer.parseInt(standard.value());
            case Type.OneOf(Class<?> java) when standard != null -> Arrays.stream(java.getEnumConstants())
                    .filter(each -> ((Enum<?>) each).name().equals(standard.value())
                            || ((Word) each).word().equals(standard.value()))
                    .findFirst().orElseThrow();
            case Type.ListOf _ -> List.of();
            case Type.Group(Class<? extends Part> group) -> of(group).of(Map.of());
            default -> Missing.VALUE;
        };
    }

    private static Type type(java.lang.reflect.Type java, Refers refers) {
        if (java instanceof ParameterizedType generic) {
            java.lang.reflect.Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new Type.ListOf(type(arguments[0], refers));
            }
            if (generic.getRawType() == SortedSet.class) {
                return new Type.SetOf(type(arguments[0], refers));
            }
            if (generic.getRawType() == SortedMap.class) {
                return new Type.MapOf(type(arguments[0], refers), type(arguments[1], null));
            }
        }
        Class<?> raw = (Class<?>) java;
        if (refers != null && (raw == Id.class || raw == String.class)) {
            return new Type.Reference(Set.of(refers.value()), refers.orName());
        }
        if (raw == String.class) {
            return new Type.Text();
        } else if (raw == Boolean.class || raw == boolean.class) {
            return new Type.Truth();
        } else if (raw == int.class || raw == Integer.class) {
            return new Type.Whole(Integer.class);
        } else if (raw == Long.class) {
            return new Type.Whole(Long.class);
        } else if (raw == LocalDate.class) {
            return new Type.Day();
        } else if (Quantity.class.isAssignableFrom(raw)) {
            return new Type.Measure(raw);
        } else if (Word.class.isAssignableFrom(raw)) {
            return new Type.OneOf(raw);
        } else if (Part.class.isAssignableFrom(raw)) {
            return new Type.Group(raw.asSubclass(Part.class));
        }
        return new Type.Notation(raw);
    }
}
