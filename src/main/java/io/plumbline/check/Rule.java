package io.plumbline.check;

import java.util.List;
import java.util.stream.Stream;

/// One rule of the catalogue: a stateless record that looks at the facts and names faults.
///
/// A rule fires only on proof from known values (the documented defaults count as known). Where an unknown value
/// decides, it reports [NotChecked]. It asks [Facts] and nothing else: what it reads there is noted.
public interface Rule {

    /// The id in the catalogue, such as `NLB001`: public and never changed.
    String id();

    /// What the rule judges, piece by piece.
    List<Subject<?>> subjects();

    /// Puts findings about different subjects together that are one: most rules have nothing to put together.
    default List<Finding> combine(List<Finding> findings) {
        return findings;
    }

    /// What would cure one of its findings, the best first; nothing where only a person can decide.
    default List<Remedy> remedies(Facts facts, Finding finding) {
        return List.of();
    }

    /// Everything the rule says about a design.
    default Stream<Outcome> check(Facts facts) {
        List<Outcome> outcomes = subjects().stream().flatMap(subject -> subject.all(facts)).toList();
        return Stream.concat(
                combine(outcomes.stream().filter(Finding.class::isInstance).map(Finding.class::cast).toList()).stream(),
                outcomes.stream().filter(NotChecked.class::isInstance));
    }
}
