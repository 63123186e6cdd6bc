package io.plumbline.check.teaming;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proof;
import io.plumbline.check.Severity;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Several things that are wrong with one team: one finding, which names them all and the change for each.
final class Faults {
    private final List<String> problems = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final SortedSet<Missing> needs = new TreeSet<>();

    /// @param problem behind "but": "its teaming mode is LACP"
    /// @param change  what helps: "set it to switch independent"
    Faults add(String problem, String change) {
        problems.add(problem);
        if (!changes.contains(change)) {
            changes.add(change);
        }
        return this;
    }

    Faults proof(Id element, String attribute, Object value) {
        proofs.add(new Proof(element, attribute, value.toString()));
        return this;
    }

    /// What would have to be known to be sure of a further fault.
    void needs(Answer<?> answer) {
        needs.addAll(answer.needs());
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /// The finding; without a fault what is not known.
    Stream<Outcome> outcome(Facts facts, Finding start) {
        if (problems.isEmpty()) {
            return facts.cannotTell(start.rule(), start.primary(), needs);
        }
        Finding finding = start.fact("problems", Names.join(problems)).fact("changes", sentence(Names.join(changes)));
        for (Proof proof : proofs) {
            finding = finding.proof(proof.element(), proof.attribute(), proof.value());
        }
        return Stream.of(finding);
    }

    Stream<Outcome> outcome(Facts facts, String rule, Severity severity, Id team) {
        return outcome(facts, Finding.of(rule, severity, team).fact("team", facts.name(team))
                .concerning("team", team));
    }

    static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
