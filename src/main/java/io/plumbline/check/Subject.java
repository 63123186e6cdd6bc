package io.plumbline.check;

import io.plumbline.model.Element;
import io.plumbline.model.Project;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/// The elements of one kind that a rule judges, each by itself: after an edit only those are judged again for which the
/// rule read something that the edit changed.
public record Subject<E extends Element>(Class<E> kind, BiFunction<Facts, E, Stream<Outcome>> judge) {

    public static <E extends Element> Subject<E> each(Class<E> kind, BiFunction<Facts, E, Stream<Outcome>> judge) {
        return new Subject<>(kind, judge);
    }

    /// The design as a whole, for what cannot be told element by element.
    public static Subject<Project> whole(Function<Facts, Stream<Outcome>> judge) {
        return new Subject<>(Project.class, (facts, _) -> judge.apply(facts));
    }

    Stream<Outcome> all(Facts facts) {
        return facts.topology().all(kind).stream().flatMap(element -> judge.apply(facts, element));
    }

    Stream<Outcome> one(Facts facts, Element element) {
        return judge.apply(facts, kind.cast(element));
    }
}
