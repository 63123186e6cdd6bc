package io.plumbline.check;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Several;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The quick fixes of a design's findings. Each one is tried before it is offered: afterwards its rule is silent about the
/// element, and no new error exists.
public final class Remedies {

    /// What tells a finding from others, whatever its text.
    private record Identity(String rule, String variant, Id primary) {
        static Identity of(Finding finding) {
            return new Identity(finding.rule(), finding.variant(), finding.primary());
        }
    }

    private Remedies() {}

    /// What cures a finding of this report, the best first.
    public static List<Remedy> of(Report report, Finding finding) {
        Facts facts = Facts.of(report.design());
        Set<Identity> errors = errors(report);
        List<Remedy> good = new ArrayList<>();
        for (Remedy remedy : rule(finding).remedies(facts, finding)) {
            if (after(report.design(), errors, finding, remedy).isPresent()) {
                good.add(remedy);
            }
        }
        return good;
    }

    /// One step that cures as many of these findings as can be: each by its best remedy, after those before it.
    ///
    /// @return the step, and which findings it cures
    public static Optional<Cure> all(Report report, Collection<Finding> findings, String label) {
        Report now = report;
        List<Edit> edits = new ArrayList<>();
        List<Finding> cured = new ArrayList<>();
        for (Finding finding : findings) {
            Identity wanted = Identity.of(finding);
            Optional<Finding> still = all(now).filter(each -> Identity.of(each).equals(wanted)).findFirst();
            if (still.isEmpty()) {
                cured.add(finding);
                continue;
            }
            Set<Identity> errors = errors(now);
            for (Remedy remedy : rule(finding).remedies(Facts.of(now.design()), still.get())) {
                Optional<Report> after = after(now.design(), errors, still.get(), remedy);
                if (after.isPresent()) {
                    edits.add(remedy.edit());
                    cured.add(finding);
                    now = after.get();
                    break;
                }
            }
        }
        return edits.isEmpty() ? Optional.empty() : Optional.of(new Cure(new Several(label, edits), cured));
    }

    /// @param edit   one step of the history
    /// @param cured  the findings that are gone afterwards
    public record Cure(Edit edit, List<Finding> cured) {
        public Cure {
            cured = List.copyOf(cured);
        }
    }

    /// The report after a remedy, when it cures.
    private static Optional<Report> after(Design design, Set<Identity> errors, Finding finding, Remedy remedy) {
        if (remedy.edit().obstacle(design).isPresent()) {
            return Optional.empty();
        }
        Report after = Report.of(remedy.edit().applyTo(design));
        Set<Identity> left = all(after).map(Identity::of).collect(Collectors.toCollection(HashSet::new));
        boolean cured = !left.contains(Identity.of(finding));
        return cured && errors.containsAll(errors(after)) ? Optional.of(after) : Optional.empty();
    }

    private static Set<Identity> errors(Report report) {
        return all(report).filter(each -> each.severity() == Severity.ERROR).map(Identity::of)
                .collect(Collectors.toSet());
    }

    /// Findings that stand, are accepted, or are explained by others.
    private static Stream<Finding> all(Report report) {
        return Stream.of(report.findings().stream(), report.withheld().stream(),
                report.accepted().stream().map(Report.Accepted::finding)).flatMap(each -> each);
    }

    private static Rule rule(Finding finding) {
        return Rules.ALL.stream().filter(each -> each.id().equals(finding.rule())).findFirst().orElseThrow();
    }
}
