package io.plumbline.check;

import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The risks that somebody accepted, each with the finding it is about.
final class Acceptances {
    private final List<AcceptedRisk> all;
    private final Set<AcceptedRisk> unneeded;
    private final Optional<Fingerprints> fingerprints;

    Acceptances(Design design) {
        all = design.all(AcceptedRisk.class).toList();
        unneeded = new LinkedHashSet<>(all);
        fingerprints = all.isEmpty() ? Optional.empty() : Optional.of(Fingerprints.in(design));
    }

    /// The finding as accepted, if it is: with the same elements, or at least at the same element, which asks for another
    /// look.
    Optional<Report.Accepted> accept(Finding finding) {
        Optional<AcceptedRisk> risk = all.stream().filter(each -> isAbout(each, finding))
                .filter(each -> new HashSet<>(each.elements()).equals(new HashSet<>(finding.elements()))).findFirst()
                .or(() -> all.stream().filter(each -> isAbout(each, finding))
                        .filter(each -> each.elements().getFirst().equals(finding.primary())).findFirst());
        return risk.map(each -> {
            unneeded.remove(each);
            boolean same = each.elements().size() == finding.elements().size()
                    && finding.elements().containsAll(each.elements())
                    && !(each.factsHash() instanceof Attribute.Known<String>(String hash)
                            && !hash.equals(fingerprints.orElseThrow().of(finding)));
            return new Report.Accepted(finding, each, !same);
        });
    }

    /// Risks of which nothing is to be accepted any more.
    List<AcceptedRisk> unneeded() {
        return List.copyOf(unneeded);
    }

    private static boolean isAbout(AcceptedRisk risk, Finding finding) {
        return risk.ruleId().equals(finding.rule()) && risk.variant().orElse("").equals(finding.variant());
    }
}
