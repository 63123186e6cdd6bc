package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.Sketch;
import io.plumbline.file.DesignFile;
import io.plumbline.model.Design;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// After a quick fix the rule is silent about the element, and no new error exists.
class RemediesTest {
    private static final List<Sketch> DRAWN = List.of(Sketch.b0().mode("unicast"),
            Sketch.b0OnOneSwitch().mode("multicast"), Sketch.unicastOverTwoSwitches(), Sketch.unicastOnOneSwitch(),
            Sketch.oneSwitch("multicast").staticMac("S", 10, "03-BF-AC-1F-03-E9", "S/1"),
            Sketch.twoSwitches("igmpMulticast"), Sketch.twins("equal"), Sketch.jumboFault(9614));

    private static Map<String, Design> designs() throws Exception {
        Map<String, Design> designs = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(Path.of("sample-topologies"))) {
            for (Path path : paths.filter(each -> each.toString().endsWith(".plumb")).sorted().toList()) {
                designs.put(path.getFileName().toString(), DesignFile.read(path));
            }
        }
        for (int i = 0; i < DRAWN.size(); i++) {
            designs.put("sketch " + i, DRAWN.get(i).design());
        }
        assertTrue(designs.size() > 10, "designs were found");
        return designs;
    }

    /// On designs that people draw a rule offers nothing that would not cure.
    @TestFactory
    Stream<DynamicTest> whatRulesOfferCures() throws Exception {
        return designs().entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
            Report report = Report.of(each.getValue());
            Facts facts = Facts.of(each.getValue());
            for (Finding finding : report.findings()) {
                Rule rule = Rules.ALL.stream().filter(one -> one.id().equals(finding.rule())).findFirst().orElseThrow();
                List<String> offered = rule.remedies(facts, finding).stream().map(Remedy::label).toList();
                List<String> good = Remedies.of(report, finding).stream().map(Remedy::label).toList();
                assertEquals(offered, good, () -> finding.rule() + ": " + finding.message());
                assertEquals(offered.size(), Set.copyOf(offered).size(), () -> "two fixes of one name: " + offered);
            }
        }));
    }

    @RepeatedTest(30)
    void whatIsOfferedCuresInAnyDesign(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Design design = DRAWN.get(random.nextInt(DRAWN.size())).design();
        for (int i = random.nextInt(8); i > 0; i--) {
            design = RandomDesign.edit(random, design).applyTo(design);
        }
        Report report = Report.of(design);
        Set<String> errors = errors(report);
        for (Finding finding : report.findings()) {
            for (Remedy remedy : Remedies.of(report, finding)) {
                Report after = Report.of(remedy.edit().applyTo(design));
                assertEquals(List.of(), after.findings().stream().filter(left -> left.rule().equals(finding.rule())
                        && left.variant().equals(finding.variant()) && left.primary().equals(finding.primary()))
                        .toList());
                Set<String> more = new TreeSet<>(errors(after));
                more.removeAll(errors);
                assertEquals(Set.of(), more, remedy.label());
            }
        }
    }

    private static Set<String> errors(Report report) {
        return Stream.concat(report.findings().stream(), report.withheld().stream())
                .filter(each -> each.severity() == Severity.ERROR)
                .map(each -> each.rule() + each.variant() + " " + each.primary()).collect(Collectors.toSet());
    }

    @Test
    void oneStepCuresAllFindingsOfARule() {
        Design design = Sketch.jumboFault(9614).design();
        Report report = Report.of(design);
        List<Finding> own = report.findings().stream().filter(each -> each.rule().equals("MTU001")).toList();
        assertEquals(2, own.size());
        Remedies.Cure cure = Remedies.all(report, own, "Fix 2 findings of MTU001").orElseThrow();
        assertEquals(own, cure.cured());
        assertEquals("Fix 2 findings of MTU001", cure.edit().label());
        Design cured = cure.edit().applyTo(design);
        assertEquals(List.of(), Report.of(cured).findings().stream().filter(each -> each.rule().equals("MTU001"))
                .toList());
    }

    @Test
    void ofAllFindingsOnlyTheChosenOnesAreCured() {
        Design design = Sketch.jumboFault(9614).design();
        Report report = Report.of(design);
        List<Finding> own = report.findings().stream().filter(each -> each.rule().equals("MTU001")).toList();
        Remedies.Cure cure = Remedies.all(report, own.subList(0, 1), "Fix one").orElseThrow();
        List<Finding> left = new ArrayList<>(Report.of(cure.edit().applyTo(design)).findings());
        left.removeIf(each -> !each.rule().equals("MTU001"));
        assertEquals(List.of(own.get(1).primary()), left.stream().map(Finding::primary).toList());
    }
}
