package io.plumbline.check;

import io.plumbline.model.Element;
import io.plumbline.model.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Rules that judge elements of one kind: what is judged together is judged again together.
final class Examiner {

    /// Of these kinds there are few, and about each a rule reads much: rules judge them apart.
    private static final Set<Kind> BROAD =
            EnumSet.of(Kind.PROJECT, Kind.FAILOVER_CLUSTER, Kind.CLUSTER_NETWORK, Kind.NLB_CLUSTER);

    private final Kind kind;
    private final boolean unfinished;
    private final List<Judge> judges = new ArrayList<>();

    /// One subject of one rule.
    private record Judge(Rule rule, Subject<?> subject) {}

    private Examiner(Kind kind, boolean unfinished) {
        this.kind = kind;
        this.unfinished = unfinished;
    }

    /// Examiners that together ask every one of the rules, and what is unfinished.
    static List<Examiner> of(List<Rule> rules) {
        List<Judge> judges = rules.stream()
                .flatMap(rule -> rule.subjects().stream().map(subject -> new Judge(rule, subject))).toList();
        List<Examiner> examiners = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Judge> own = judges.stream().filter(judge -> judge.subject.kind() == kind.type()).toList();
            boolean unfinished = Unfinished.KINDS.contains(kind.type());
            if (BROAD.contains(kind)) {
                own.forEach(judge -> examiners.add(new Examiner(kind, false).with(List.of(judge))));
                own = List.of();
            }
            if (unfinished || !own.isEmpty()) {
                examiners.add(new Examiner(kind, unfinished).with(own));
            }
        }
        return examiners;
    }

    private Examiner with(List<Judge> more) {
        judges.addAll(more);
        return this;
    }

    Class<? extends Element> type() {
        return kind.type();
    }

    Examined examine(Facts facts, Element element) {
        List<Outcome> outcomes = new ArrayList<>(0);
        List<Report.Defect> defects = new ArrayList<>(0);
        for (Judge judge : judges) {
            try {
                Iterator<Outcome> said = judge.subject.one(facts, element).iterator();
                while (said.hasNext()) {
                    Outcome outcome = said.next();
                    if (outcome instanceof Finding finding) {
                        // A finding whose page has no such message is a fault of the rule, found here and not in the view.
                        finding.message();
                    }
                    outcomes.add(outcome);
                }
            } catch (RuntimeException e) {
                defects.add(new Report.Defect(judge.rule.id(), String.valueOf(e.getMessage())));
            }
        }
        List<ToDo> toDos = unfinished ? Unfinished.about(facts, element) : List.of();
        return outcomes.isEmpty() && defects.isEmpty() && toDos.isEmpty() ? Examined.NOTHING
                : new Examined(outcomes, toDos, defects);
    }
}
