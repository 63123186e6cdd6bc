package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Design;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What every rule owes: a test class implements this and lists its cases. There is at least one design that the rule
/// flags, with the whole message, and at least one that it accepts; every subject exists; a rule that reads attributes
/// which may be unknown says so when they are.
public interface RuleContract {

    Rule rule();

    List<Case> cases();

    /// @param messages the whole messages, with severity in front ("error: ..."), sorted; `needs` what is not checked
    record Case(String name, Design design, List<String> messages, List<String> needs) {}

    static Case flags(String name, Design design, String... messages) {
        assertTrue(messages.length > 0, "A case that flags names its messages.");
        return new Case(name, design, List.of(messages), List.of());
    }

    static Case accepts(String name, Design design) {
        return new Case(name, design, List.of(), List.of());
    }

    /// The rule cannot tell, and says what it needs.
    static Case cannotTell(String name, Design design, String... reasons) {
        assertTrue(reasons.length > 0, "A case that cannot be judged names its reasons.");
        return new Case(name, design, List.of(), List.of(reasons));
    }

    @TestFactory
    default Stream<DynamicTest> saysExactlyThis() {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.name(), () -> {
            List<Outcome> outcomes = rule().check(Facts.of(each.design())).toList();
            assertEquals(String.join("\n", each.messages().stream().sorted().toList()),
                    String.join("\n", outcomes.stream().filter(Finding.class::isInstance).map(Finding.class::cast)
                            .map(finding -> finding.severity().word() + ": " + finding.message()).sorted().toList()));
            List<String> reasons = outcomes.stream().filter(NotChecked.class::isInstance).map(NotChecked.class::cast)
                    .map(NotChecked::reason).distinct().sorted().toList();
            assertEquals(String.join("\n", each.needs().stream().sorted().toList()), String.join("\n", reasons));
            for (Outcome outcome : outcomes) {
                assertEquals(rule().id(), outcome.rule());
                assertTrue(each.design().find(outcome.primary()).isPresent(), "The primary element exists.");
                if (outcome instanceof Finding finding) {
                    assertTrue(!finding.evidence().isEmpty(), "A finding has evidence.");
                    finding.elements().forEach(
                            id -> assertTrue(each.design().find(id).isPresent(), () -> id + " in evidence exists."));
                    finding.concernById().values().stream().flatMap(Set::stream).forEach(
                            id -> assertTrue(each.design().find(id).isPresent(), () -> id + " concerned exists."));
                }
            }
        }));
    }

    @Test
    default void bothFlagsAndAccepts() {
        assertTrue(cases().stream().anyMatch(each -> !each.messages().isEmpty()), "No case flags.");
        assertTrue(cases().stream().anyMatch(each -> each.messages().isEmpty() && each.needs().isEmpty()),
                "No case accepts.");
        assertEquals(cases().size(), cases().stream().map(Case::name).distinct().count(), "Names are used twice.");
    }

    /// After a remedy the rule says nothing more about the element, and no new error exists.
    @TestFactory
    default Stream<DynamicTest> curesByItsRemedies() {
        return cases().stream().flatMap(each -> findings(each.design()).flatMap(finding -> {
            Facts facts = Facts.of(each.design());
            return rule().remedies(facts, finding).stream().map(remedy -> DynamicTest
                    .dynamicTest(each.name() + ": " + remedy.label(), () -> cures(each.design(), finding, remedy)));
        }));
    }

    private void cures(Design design, Finding finding, Remedy remedy) {
        assertEquals(Optional.empty(), remedy.edit().obstacle(design));
        Design cured = remedy.edit().applyTo(design);
        assertEquals(List.of(), findings(cured)
                .filter(left -> left.variant().equals(finding.variant()) && left.primary().equals(finding.primary()))
                .map(Finding::message).toList());
        Set<List<Object>> errorsBefore = errors(design).map(RuleContract::identity).collect(Collectors.toSet());
        assertEquals(List.of(), errors(cured).filter(error -> !errorsBefore.contains(identity(error)))
                .map(Finding::message).toList(), "new errors");
    }

    private Stream<Finding> findings(Design design) {
        return rule().check(Facts.of(design)).filter(Finding.class::isInstance).map(Finding.class::cast);
    }

    private static Stream<Finding> errors(Design design) {
        Report report = Report.of(design);
        return Stream.concat(report.findings().stream(), report.withheld().stream())
                .filter(each -> each.severity() == Severity.ERROR);
    }

    private static List<Object> identity(Finding finding) {
        return List.of(finding.rule(), finding.variant(), finding.primary());
    }

    /// Every message pattern of the page is used by some case.
    @Test
    default void everyVariantOfThePageIsShown() {
        List<String> shown = cases().stream()
                .flatMap(each -> rule().check(Facts.of(each.design())))
                .filter(Finding.class::isInstance).map(outcome -> ((Finding) outcome).variant()).distinct()
                .sorted(Comparator.naturalOrder()).toList();
        String[] patterns = RulePage.of(rule().id()).patterns().keySet().toArray(String[]::new);
        Arrays.sort(patterns);
        assertEquals(List.of(patterns), shown);
    }
}
