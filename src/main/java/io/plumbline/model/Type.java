package io.plumbline.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What kind of value an attribute holds. Files, forms and the published schema are all derived from it.
public sealed interface Type {

    /// Free text.
    record Text() implements Type {}

    /// True or false.
    record Truth() implements Type {}

    /// A whole number without a unit type; `java` is `Integer` or `Long`.
    record Whole(Class<?> java) implements Type {}

    /// A number with a unit: a record that implements [Quantity].
    record Measure(Class<?> java) implements Type {}

    /// One word out of a list: an enum that implements [Word].
    record OneOf(Class<?> java) implements Type {
        Object word(String text) {
            for (Word word : words()) {
                if (word.word().equals(text)) {
                    return word;
                }
            }
            throw new IllegalArgumentException("\"" + text + "\" is not " + describe() + ".");
        }

        public List<Word> words() {
            return Arrays.stream(java.getEnumConstants()).map(Word.class::cast).toList();
        }
    }

    /// A value with a notation of its own, such as a MAC address: a class with a static `parse(String)`.
    record Notation(Class<?> java) implements Type {}

    /// A day.
    record Day() implements Type {}

    /// The id of another element of one of these kinds (of any kind when empty). `orName`: any other text is a name.
    record Reference(Set<Kind> kinds, boolean orName) implements Type {
        public boolean allows(Kind kind) {
            return kinds.isEmpty() || kinds.contains(kind);
        }
    }

    record ListOf(Type item) implements Type {}

    record SetOf(Type item) implements Type {}

    record MapOf(Type key, Type value) implements Type {}

    /// A group of attributes.
    record Group(Class<? extends Part> part) implements Type {}

    /// The value as Java object, from one that a person or a test would write: a number for a quantity, a text for a
    /// notation or a word, any collection for a list or set.
    ///
    /// @throws IllegalArgumentException with a message for people when the value does not fit
    default Object coerce(Object value) {
        return switch (this) {
            case Text _ when value instanceof String -> value;
            case Truth _ when value instanceof Boolean -> value;
            case Whole(Class<?> java) when java == Integer.class && value instanceof Integer -> value;
            case Whole(Class<?> java) when java == Long.class && value instanceof Number number -> number.longValue();
            case Measure(Class<?> java) when java.isInstance(value) -> value;
            case Measure(Class<?> java) when value instanceof Integer number -> measure(java, number);
            case OneOf(Class<?> java) when java.isInstance(value) -> value;
            case OneOf one when value instanceof String || value instanceof Integer -> one.word(value.toString());
            case Notation(Class<?> java) when java.isInstance(value) -> value;
            case Notation(Class<?> java) when value instanceof String text -> parsed(java, text);
            case Day _ when value instanceof LocalDate -> value;
            case Day _ when value instanceof String text -> day(text);
            case Reference(_, boolean orName) when orName && value instanceof String -> value;
            case Reference(_, boolean orName) when orName && value instanceof Id id -> id.text();
            case Reference(_, boolean orName) when !orName && value instanceof Id -> value;
            case Reference(_, boolean orName) when !orName && value instanceof String text -> new Id(text);
            case ListOf(Type item) when value instanceof Collection<?> items ->
                    items.stream().map(item::coerce).toList();
            case SetOf(Type item) when value instanceof Collection<?> items -> sorted(item, items);
            case MapOf(Type key, Type of) when value instanceof Map<?, ?> map -> sorted(key, of, map);
            case Group(Class<? extends Part> part) when part.isInstance(value) -> value;
            default -> throw new IllegalArgumentException(
                    "Expected " + describe() + ", found " + value.getClass().getSimpleName() + " \"" + value + "\".");
        };
    }

    /// What must be written here, in words: "a whole number", "one of lacp, static".
    default String describe() {
        return switch (this) {
            case Text _ -> "a text";
            case Truth _ -> "true or false";
            case Whole _ -> "a whole number";
            case Measure _ -> "a whole number";
            case OneOf one -> "one of " + one.words().stream().map(Word::word).collect(Collectors.joining(", "));
            case Notation(Class<?> java) when java == Id.class -> "an id";
            case Notation(Class<?> java) when java == Mac.class -> "a MAC address";
            case Notation(Class<?> java) when java == VlanSet.class -> "a VLAN list";
            case Notation(Class<?> java) when java == IpPrefix.class -> "a subnet such as 10.10.1.0/24";
            case Notation(Class<?> java) when java == IpInterface.class -> "an address such as 172.31.3.1/24";
            case Notation _ -> "an IP address";
            case Day _ -> "a date such as 2014-06-01";
            case Reference(Set<Kind> kinds, _) when kinds.isEmpty() -> "the id of an element";
            case Reference(Set<Kind> kinds, boolean orName) -> "the id "
                    + (orName ? "or name " : "") + "of a "
                    + kinds.stream().sorted().map(Kind::word).collect(Collectors.joining(" or "));
            case ListOf _,SetOf _ -> "a list";
            case MapOf _,Group _ -> "an object";
        };
    }

    private static Object measure(Class<?> java, int number) {
        return construct(() -> java.getConstructor(int.class).newInstance(number));
    }

    private static Object parsed(Class<?> java, String text) {
        return construct(() -> {
            Method parse = java.getMethod("parse", String.class);
            return parse.invoke(null, text);
        });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw new IllegalArgumentException("\"" + text + "\" is no date; write it as 2014-06-01.");
        }
    }

    private static SortedSet<Object> sorted(Type item, Collection<?> items) {
        return items.stream().map(item::coerce).collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedMap<Object, Object> sorted(Type key, Type value, Map<?, ?> map) {
        SortedMap<Object, Object> sorted = new TreeMap<>();
        map.forEach((k, v) -> sorted.put(key.coerce(k), value.coerce(v)));
        return sorted;
    }

    private static Object construct(ReflectiveCall call) {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A call into a constructor or factory found by reflection.
    interface ReflectiveCall {
        Object run() throws ReflectiveOperationException;
    }
}
