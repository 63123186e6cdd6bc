package io.plumbline.check;

import io.plumbline.model.Design;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tries remedies before they are offered: what cures one fault must not bring about a worse one.
public final class Trial {

    private Trial() {}

    /// Those of the remedies after which the rule says nothing more about the element, and no error exists that was not
    /// there before.
    public static List<Remedy> sound(Facts facts, Rule rule, Finding finding, List<Remedy> remedies) {
        if (remedies.isEmpty()) {
            return remedies;
        }
        Design design = facts.topology().design();
        Set<List<Object>> before = new HashSet<>();
        errors(design).forEach(each -> before.add(identity(each)));
        return remedies.stream().filter(remedy -> remedy.edit().obstacle(design).isEmpty())
                .filter(remedy -> {
                    Design cured = remedy.edit().applyTo(design);
                    return !stillSays(rule, finding, cured)
                            && errors(cured).allMatch(each -> before.contains(identity(each)));
                })
                .toList();
    }

    private static boolean stillSays(Rule rule, Finding finding, Design design) {
        return rule.check(Facts.of(design)).filter(Finding.class::isInstance).map(Finding.class::cast)
                .anyMatch(left -> identity(left).equals(identity(finding)));
    }

    private static Stream<Finding> errors(Design design) {
        Report report = Report.of(design);
        return Stream.concat(report.findings().stream(), report.withheld().stream())
                .filter(each -> each.severity() == Severity.ERROR);
    }

    private static List<Object> identity(Finding finding) {
        return List.of(finding.rule(), finding.variant(), finding.primary());
    }
}
