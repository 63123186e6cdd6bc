package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.edit.Accept;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Flag;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Project;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleSetting;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of the outcomes of rules: severity, order, acceptance, and what a rule's own fault leaves standing.
class ReportTest {

    private record Says(String id, String title, Severity severity) implements Rule {
        @Override
        public List<Subject<?>> subjects() {
            return List.of(Subject.each(Host.class, (_, host) -> Stream.of(
                    Finding.of("LM001", "", severity, host.id()).proof(host.id(), "lm.anyNetwork", "any")
                            .fact("what", title))));
        }
    }

    private static Design jumbo() {
        return Sketch.jumboFault(9614).design();
    }

    private static Finding first(Report report, String rule) {
        return report.findings().stream().filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
    }

    @Test
    void findingsAreSortedBySeverityThenRuleThenElement() {
        Report report = Report.of(Sketch.unicastOnOneSwitch().design());
        assertTrue(report.findings().size() > 2, "enough to sort");
        List<Finding> sorted = report.findings().stream().sorted(Comparator.comparing(Finding::severity)
                .thenComparing(Finding::rule).thenComparing(Finding::variant).thenComparing(Finding::primary)).toList();
        assertEquals(sorted.stream().map(Finding::primary).toList(),
                report.findings().stream().map(Finding::primary).toList());
    }

    @Test
    void aFlagOfTheDesignLowersWarningsAndLeavesErrors() {
        Design design = Sketch.unicastOnOneSwitch().design();
        Report plain = Report.of(design);
        assertTrue(plain.count(Severity.WARNING) > 0 && plain.count(Severity.ERROR) > 0, "both to be seen");
        Report flagged = Report.of(design.with(
                Element.with(design.project(), "flags", new TreeSet<>(List.of(Flag.TRANSITIONAL)))));
        assertEquals(plain.count(Severity.ERROR), flagged.count(Severity.ERROR));
        assertEquals(0, flagged.count(Severity.WARNING));
        assertEquals(plain.count(Severity.WARNING) + plain.count(Severity.ADVICE), flagged.count(Severity.ADVICE));
    }

    @Test
    void aFlagOfAnElementLowersItsWarningsOnly() {
        Design design = Sketch.unicastOnOneSwitch().design();
        Report plain = Report.of(design);
        Finding warning = plain.findings().stream().filter(each -> each.severity() == Severity.WARNING).findFirst()
                .orElseThrow();
        Report flagged = Report.of(design.with(Element.with(design.element(warning.primary()), "flags",
                new TreeSet<>(List.of(Flag.PLANNED)))));
        for (Finding each : flagged.findings()) {
            assertFalse(each.primary().equals(warning.primary()) && each.severity() == Severity.WARNING,
                    each.message());
        }
        assertEquals(plain.findings().size(), flagged.findings().size());
    }

    @Test
    void anAcceptedRiskIsCountedApartUntilItsFactsChange() {
        Design design = jumbo();
        Finding finding = first(Report.of(design), "MTU001");
        Design accepted = accept(design, finding);
        Report report = Report.of(accepted);
        assertEquals(1, report.accepted().size());
        assertEquals(finding.message(), report.accepted().getFirst().finding().message());
        assertFalse(report.accepted().getFirst().stale());
        assertFalse(report.findings().stream().anyMatch(each -> each.equals(finding)));

        Design larger = accepted.with(accepted.all(PhysicalNic.class).filter(nic -> nic.jumboPacket().isKnown())
                .map(nic -> Element.with(nic, "jumboPacket", 9714)).toList());
        List<Report.Accepted> later = Report.of(larger).accepted();
        assertEquals(1, later.size());
        assertTrue(later.getFirst().stale(), "the figures are others now");
    }

    @Test
    void anAcceptedRiskSurvivesARenaming() {
        Design design = jumbo();
        Design accepted = accept(design, first(Report.of(design), "MTU001"));
        Design noted =
                accepted.with(accepted.all(Host.class).map(host -> Element.with(host, "note", "row 3")).toList());
        assertEquals(1, Report.of(noted).accepted().size());
        assertFalse(Report.of(noted).accepted().getFirst().stale());
    }

    private static Design accept(Design design, Finding finding) {
        AcceptedRisk risk = AcceptedRisk.of(new Id("risk1"), "");
        risk = Element.with(risk, "ruleId", finding.rule());
        risk = Element.with(risk, "elements", new ArrayList<>(finding.elements()));
        risk = Element.with(risk, "reason", "the switches are replaced in March");
        risk = Element.with(risk, "author", "M. Weber");
        risk = Element.with(risk, "factsHash", Fingerprints.in(design).of(finding));
        return new Accept(risk).applyTo(design);
    }

    @Test
    void aRuleThatFailsLeavesAllOthersStanding() {
        Design design = jumbo();
        Rule broken = new Rule() {
            @Override
            public String id() {
                return "LM002";
            }

            @Override
            public List<Subject<?>> subjects() {
                return List.of(Subject.each(Host.class, (_, host) -> {
                    throw new IllegalStateException("no " + host.id());
                }));
            }
        };
        List<Rule> rules = new ArrayList<>(Rules.ALL);
        rules.removeIf(rule -> rule.id().equals("LM002"));
        Report without = Report.of(design, rules);
        rules.add(broken);
        Report report = Report.of(design, rules);
        assertEquals(without.findings(), report.findings());
        assertEquals(List.of("LM002"), report.defects().stream().map(Report.Defect::rule).toList());
        assertTrue(report.defects().getFirst().reason().startsWith("no "), report.defects().toString());
        assertEquals(report.defects(), new Validator(rules).check(design).defects());
    }

    @Test
    void aMessageThatThePageDoesNotHaveIsAFaultOfTheRule() {
        Report report = Report.of(jumbo(), List.of(new Says("LM001", "x", Severity.WARNING)));
        assertEquals(List.of(), report.findings());
        assertEquals(List.of("LM001"), report.defects().stream().map(Report.Defect::rule).toList());
    }

    @Test
    void whatHangsOnAnUnknownValueIsListedApart() {
        Design design = jumbo();
        Design unknown = design.with(design.all(PhysicalNic.class)
                .map(nic -> Element.with(nic, "jumboPacket", Attribute.unknown())).toList());
        Report report = Report.of(unknown);
        assertTrue(
                report.notChecked().stream()
                        .anyMatch(gap -> gap.reason().startsWith("Cannot evaluate: needs jumboPacket of ")),
                report.notChecked().toString());
        assertFalse(report.findings().stream().anyMatch(each -> each.rule().equals("MTU001")));
    }

    @Test
    void whatIsUnfinishedIsNoFinding() {
        Design design = Sketch.b0().design();
        PhysicalNic nic = design.all(PhysicalNic.class).findFirst().orElseThrow();
        PhysicalNic loose = Element.with(PhysicalNic.of(new Id("loose"), "Spare", nic.host()), "jumboPacket", 1514);
        Report report = Report.of(design.with(loose));
        assertEquals(List.of("has no cable."), report.toDos().stream().filter(each -> each.element().equals(loose.id()))
                .map(each -> each.text().substring(each.text().indexOf("has"))).toList());
        assertFalse(report.findings().stream().anyMatch(each -> each.primary().equals(loose.id())));
    }

    private static Design tuned(Design design, RuleSetting... settings) {
        return design.with(Element.with(design.project(), "ruleSettings", List.of(settings)));
    }

    @Test
    void aRuleThatIsSwitchedOffSaysNothingAndIsListed() {
        Design design = jumbo();
        assertTrue(Report.of(design).findings().stream().anyMatch(each -> each.rule().equals("MTU001")));
        Report report = Report.of(tuned(design, RuleSetting.of("MTU001", RuleLevel.OFF, "measured, it works")));
        assertFalse(report.findings().stream().anyMatch(each -> each.rule().equals("MTU001")));
        assertEquals(List.of("MTU001 measured, it works 2"), report.tuned().stream()
                .map(each -> each.setting().rule() + " " + each.setting().reason() + " " + each.findings()).toList());
        assertFalse(report.withheld().stream().anyMatch(each -> each.rule().equals("MTU001")));
    }

    @Test
    void aRuleThatIsJudgedOtherwiseKeepsItsFindings() {
        Design design = jumbo();
        long before = Report.of(design).findings().stream().filter(each -> each.rule().equals("MTU001")).count();
        Report report = Report.of(tuned(design, RuleSetting.of("MTU001", RuleLevel.ADVICE, "a lab")));
        assertEquals(before, report.findings().stream()
                .filter(each -> each.rule().equals("MTU001") && each.severity() == Severity.ADVICE).count());
        assertEquals(0, Report.of(tuned(design, RuleSetting.of("LM001", RuleLevel.OFF, "x"))).tuned().getFirst()
                .findings());
    }

    @Test
    void aVariantGoesBeforeItsRule() {
        Design design = Sketch.unicastOnOneSwitch().design();
        Finding varied = Report.of(design).findings().stream().filter(each -> !each.variant().isEmpty()).findFirst()
                .orElseThrow();
        RuleSetting off = RuleSetting.of(varied.rule(), RuleLevel.OFF, "x");
        RuleSetting kept = Shape.of(RuleSetting.class).with(
                RuleSetting.of(varied.rule(), RuleLevel.ERROR, "this one matters"), "variant", varied.variant());
        Report report = Report.of(tuned(design, off, kept));
        assertTrue(report.findings().stream().anyMatch(each -> each.rule().equals(varied.rule())
                && each.variant().equals(varied.variant()) && each.severity() == Severity.ERROR));
    }

    @Test
    void theValidatorFollowsTheSettings() {
        Design design = jumbo();
        Validator validator = new Validator();
        validator.check(design);
        Design off = tuned(design, RuleSetting.of("MTU001", RuleLevel.OFF, "measured"));
        assertEquals(Report.of(off).findings(), validator.check(off).findings());
        assertEquals(Report.of(design).findings(), validator.check(design).findings());
    }
}
