package io.plumbline.check;

import io.plumbline.edit.Edit;
import io.plumbline.model.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Remedies of a rule that says the same about one element for several reasons, such as a team that carries nodes of two
/// clusters: only what removes every reason cures.
public final class Likewise {
    /// More reasons than anybody draws.
    private static final int MOST = 32;

    private Likewise() {}

    /// The remedies of one finding, each continued for the other findings of its rule about the same element.
    ///
    /// @param of what removes one reason alone, in the same order for each of them
    /// @param by the part that tells the reasons apart in labels
    public static List<Remedy> all(Rule rule, Facts facts, Finding finding, String by,
            BiFunction<Facts, Finding, List<Remedy>> of) {
        List<Remedy> single = of.apply(facts, finding);
        if (single.isEmpty() || rule.check(facts).filter(each -> isAlike(each, finding)).limit(2).count() < 2) {
            return single;
        }
        List<Remedy> continued = new ArrayList<>();
        for (int place = 0; place < single.size(); place++) {
            continued(rule, facts.topology().design(), finding, by, of, single.get(place), place)
                    .ifPresent(continued::add);
        }
        return continued;
    }

    private static Optional<Remedy> continued(Rule rule, Design design, Finding finding, String by,
            BiFunction<Facts, Finding, List<Remedy>> of, Remedy first, int place) {
        List<Edit> edits = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Remedy next = first;
        Design now = design;
        for (int round = 0; round < MOST && next.edit().obstacle(now).isEmpty(); round++) {
            edits.add(next.edit());
            now = next.edit().applyTo(now);
            Facts facts = Facts.of(now);
            Optional<Finding> left = rule.check(facts).filter(each -> isAlike(each, finding)).map(Finding.class::cast)
                    .findFirst();
            if (left.isEmpty()) {
                String label = others.isEmpty() ? first.label()
                        : first.label() + ", likewise for " + String.join(", ", others);
                return Optional.of(Remedy.of(label, edits.toArray(Edit[]::new)));
            }
            List<Remedy> more = of.apply(facts, left.get());
            if (more.size() <= place) {
                return Optional.empty();
            }
            next = more.get(place);
            left.get().concerns(by).stream().map(facts::name).forEach(others::add);
        }
        return Optional.empty();
    }

    private static boolean isAlike(Outcome outcome, Finding finding) {
        return outcome instanceof Finding other && other.variant().equals(finding.variant())
                && other.primary().equals(finding.primary());
    }
}
