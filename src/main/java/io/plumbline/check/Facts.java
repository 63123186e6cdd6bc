package io.plumbline.check;

import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.Collection;
import java.util.stream.Stream;

/// What rules look at: the design and what follows from it. Built once per change.
public record Facts(Design design, Topology topology, Names names) {

    public static Facts of(Design design) {
        return new Facts(design, Topology.of(design), Names.of(design));
    }

    /// The name of an element as messages print it.
    public String name(Id id) {
        return names.of(id);
    }

    /// What a rule says about an element when these values decide and nobody knows them: one line for each.
    public Stream<Outcome> cannotTell(String rule, Id primary, Collection<Missing> needs) {
        return needs.stream().map(
                missing -> NotChecked.needs(rule, primary, missing.attribute(), names.of(missing.element())));
    }

    /// The same for an answer; nothing when it is sure.
    public Stream<Outcome> cannotTell(String rule, Id primary, Answer<?> answer) {
        return cannotTell(rule, primary, answer.needs());
    }
}
