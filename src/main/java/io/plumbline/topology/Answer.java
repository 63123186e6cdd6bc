package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// What a question to a drawing gives: an answer that follows from known values, or what would have to be known for one.
///
/// Documented defaults count as known. Answers of yes or no are combined by three-valued logic ([#allOf], [#anyOf]): a
/// sure "no" decides an "and" whatever else is unknown.
public sealed interface Answer<T> {

    record Sure<T>(T value) implements Answer<T> {
        private static final Sure<Boolean> YES = new Sure<>(true);
        private static final Sure<Boolean> NO = new Sure<>(false);
    }

    /// @param needs the values that decide and are not known; never empty
    record NotKnown<T>(SortedSet<Missing> needs) implements Answer<T> {
        public NotKnown {
            if (needs.isEmpty()) {
                throw new IllegalArgumentException("What is not known needs something.");
            }
            needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
        }
    }

    static <T> Answer<T> sure(T value) {
        return new Sure<>(value);
    }

    static Answer<Boolean> sure(boolean value) {
        return value ? Sure.YES : Sure.NO;
    }

    static <T> Answer<T> needs(Id element, String attribute) {
        return new NotKnown<>(new TreeSet<>(List.of(new Missing(element, attribute))));
    }

    static <T> Answer<T> needs(Collection<Missing> needs) {
        return new NotKnown<>(new TreeSet<>(needs));
    }

    /// A stated value; unset and unknown alike need one.
    static <T> Answer<T> stated(Attribute<T> attribute, Id element, String name) {
        return attribute instanceof Attribute.Known<T>(T value) ? sure(value) : needs(element, name);
    }

    /// A stated value, or the documented default where nothing is said.
    static <T> Answer<T> of(Attribute<T> attribute, Id element, String name, T standard) {
        return switch (attribute) {
            case Attribute.Known<T>(T value) -> sure(value);
            case Attribute.Unset<T> _ -> sure(standard);
            case Attribute.Unknown<T> _ -> needs(element, name);
        };
    }

    /// A stated value that may be absent on purpose: empty where nothing is said.
    static <T> Answer<Optional<T>> optional(Attribute<T> attribute, Id element, String name) {
        return switch (attribute) {
            case Attribute.Known<T>(T value) -> sure(Optional.of(value));
            case Attribute.Unset<T> _ -> sure(Optional.empty());
            case Attribute.Unknown<T> _ -> needs(element, name);
        };
    }

    default boolean isSure() {
        return this instanceof Sure;
    }

    /// Whether the answer is sure and equal to this value.
    default boolean is(T value) {
        return this instanceof Sure<T>(T known) && known.equals(value);
    }

    /// Whether the answer is sure and passes.
    default boolean surely(Predicate<? super T> test) {
        return this instanceof Sure<T>(T known) && test.test(known);
    }

    default Optional<T> find() {
        return this instanceof Sure<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /// The sure value, else this one. Only for drawing and lists; rules must tell what is not known.
    default T orElse(T other) {
        return this instanceof Sure<T>(T value) ? value : other;
    }

    /// What is missing; empty when the answer is sure.
    default SortedSet<Missing> needs() {
        return this instanceof NotKnown<T>(SortedSet<Missing> needs) ? needs : Collections.emptySortedSet();
    }

    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Sure<T>(T value) -> sure(change.apply(value));
            case NotKnown<T>(SortedSet<Missing> needs) -> new NotKnown<>(needs);
        };
    }

    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Sure<T>(T value) -> next.apply(value);
            case NotKnown<T>(SortedSet<Missing> needs) -> new NotKnown<>(needs);
        };
    }

    /// Both values in one; the needs of both where they are not known.
    default <U, R> Answer<R> with(Answer<U> other, BiFunction<? super T, ? super U, ? extends R> both) {
        if (this instanceof Sure<T>(T mine) && other instanceof Sure<U>(U theirs)) {
            return sure(both.apply(mine, theirs));
        }
        SortedSet<Missing> needs = new TreeSet<>(needs());
        needs.addAll(other.needs());
        return new NotKnown<>(needs);
    }

    /// All values, or everything that is missing for them.
    static <T> Answer<List<T>> all(Collection<Answer<T>> answers) {
        List<T> values = new ArrayList<>(answers.size());
        SortedSet<Missing> needs = new TreeSet<>();
        for (Answer<T> answer : answers) {
            switch (answer) {
                case Sure<T>(T value) -> values.add(value);
                case NotKnown<T>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        return needs.isEmpty() ? sure(List.copyOf(values)) : new NotKnown<>(needs);
    }

    /// Yes when every answer is yes, no as soon as one is surely no.
    static Answer<Boolean> allOf(Collection<Answer<Boolean>> answers) {
        return decided(answers, false);
    }

    /// Yes as soon as one answer is surely yes, no when every one is no.
    static Answer<Boolean> anyOf(Collection<Answer<Boolean>> answers) {
        return decided(answers, true);
    }

    static Answer<Boolean> not(Answer<Boolean> answer) {
        return answer.then(value -> sure(!value));
    }

    private static Answer<Boolean> decided(Collection<Answer<Boolean>> answers, boolean deciding) {
        SortedSet<Missing> needs = new TreeSet<>();
        for (Answer<Boolean> answer : answers) {
            if (answer.is(deciding)) {
                return sure(deciding);
            }
            needs.addAll(answer.needs());
        }
        return needs.isEmpty() ? sure(!deciding) : new NotKnown<>(needs);
    }
}
