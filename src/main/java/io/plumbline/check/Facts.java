package io.plumbline.check;

import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.Collection;
import java.util.stream.Stream;

/// What rules look at: what follows from the design, and how its elements are called.
public record Facts(Topology topology, Names names) {

    public static Facts of(Design design) {
        return of(Topology.of(design));
    }

    static Facts of(Topology topology) {
        return new Facts(topology, Names.of(topology));
    }

    /// The name of an element as messages print it.
    public String name(Id id) {
        return names.of(id);
    }

    /// What a rule says about an element when these values decide and nobody knows them: one line for each.
    public Stream<Outcome> cannotTell(String rule, Id primary, Collection<Missing> needs) {
        return needs.stream().map(
                missing -> NotChecked.needs(rule, primary, missing, names.of(missing.element())));
    }

    /// The same for an answer; nothing when it is sure.
    public Stream<Outcome> cannotTell(String rule, Id primary, Answer<?> answer) {
        return cannotTell(rule, primary, answer.needs());
    }
}
