package io.plumbline.model;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/// What is known about one attribute of an element.
///
/// [Unset] means that nobody said anything: the documented default holds. [Unknown] means that somebody looked and does
/// not know: no default helps, and a rule that needs the value reports that it cannot evaluate.
public sealed interface Attribute<T> {

    record Known<T>(T value) implements Attribute<T> {
        public Known {
            value = frozen(Objects.requireNonNull(value));
        }

        /// Collections are copied, so that nobody can change a design from outside.
        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <T> T frozen(T value) {
            return switch (value) {
                case List list -> (T) List.copyOf(list);
                case SortedSet set -> (T) Collections.unmodifiableSortedSet(new TreeSet(set));
                case SortedMap map -> (T) Collections.unmodifiableSortedMap(new TreeMap(map));
                default -> value;
            };
        }
    }

    record Unknown<T>() implements Attribute<T> {
        private static final Unknown<?> THE_ONE = new Unknown<>();
    }

    record Unset<T>() implements Attribute<T> {
        private static final Unset<?> THE_ONE = new Unset<>();
    }

    static <T> Attribute<T> of(T value) {
        return new Known<>(value);
    }

    @SuppressWarnings("unchecked")
    static <T> Attribute<T> unknown() {
        return (Attribute<T>) Unknown.THE_ONE;
    }

    @SuppressWarnings("unchecked")
    static <T> Attribute<T> unset() {
        return (Attribute<T>) Unset.THE_ONE;
    }

    default boolean isKnown() {
        return this instanceof Known;
    }

    default boolean isUnknown() {
        return this instanceof Unknown;
    }

    default boolean isUnset() {
        return this instanceof Unset;
    }

    /// Whether the value is known and equal to this one.
    default boolean is(T value) {
        return this instanceof Known<T>(T known) && known.equals(value);
    }

    /// The stated value, if there is one.
    default Optional<T> find() {
        return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /// The stated value, else this one. Only for drawing and lists; rules must tell unknown from unset.
    default T orElse(T other) {
        return this instanceof Known<T>(T value) ? value : other;
    }

    /// This attribute with its default put in: [Unset] becomes known, [Unknown] stays unknown.
    default Attribute<T> orDefault(T standard) {
        return this instanceof Unset ? of(standard) : this;
    }

    /// As [#orDefault(Object)], where the default is itself an attribute that may be unknown.
    default Attribute<T> orDefault(Supplier<Attribute<T>> standard) {
        return this instanceof Unset ? standard.get() : this;
    }

    default <R> Attribute<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Known<T>(T value) -> of(change.apply(value));
            case Unknown<T> _ -> unknown();
            case Unset<T> _ -> unset();
        };
    }
}
