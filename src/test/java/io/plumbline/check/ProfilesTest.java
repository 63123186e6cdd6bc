package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.file.DesignFile;
import io.plumbline.file.RuleProfileFile;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleProfile;
import io.plumbline.model.RuleSetting;
import io.plumbline.model.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final List<RuleProfile> BUILT_IN = RuleProfileFile.builtIn();

    private static Design jumbo() throws Exception {
        return DesignFile.read(Path.of("sample-topologies", "jumbo-mixed-switches.plumb"));
    }

    private static RuleProfile named(String name) {
        return BUILT_IN.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void profilesOfTheProgramNameRulesThatThereAre() {
        assertTrue(BUILT_IN.size() > 2);
        BUILT_IN.forEach(each -> assertEquals(Optional.empty(), Profiles.unknown(each)));
    }

    @Test
    void aRuleOrVariantThatIsNotThereIsNamed() {
        assertEquals(Optional.of("The profile \"x\" names the rule \"MTU999\", which this version does not have. "
                + "\"plumbline rules\" lists the rules."),
                Profiles.unknown(new RuleProfile("x", "", List.of(RuleSetting.of("MTU999", RuleLevel.ERROR, "")))));
        assertEquals(Optional.of("The profile \"x\" names variant \"q\" of NLB003, which it does not have."),
                Profiles.unknown(new RuleProfile("x", "", List.of(Shape.of(RuleSetting.class).of(Map.of("rule",
                        "NLB003", "variant", Attribute.of("q"), "level", RuleLevel.ERROR, "reason", ""))))));
    }

    @Test
    void inALabAvailabilityIsAdviceAndWhatIsBrokenStaysAnError() throws Exception {
        Design design = jumbo();
        Report before = Report.of(design);
        assertEquals(1, before.count(Severity.WARNING));
        Design lab = Profiles.apply(named("Lab or training"), design).applyTo(design);
        Report after = Report.of(lab);
        assertEquals(before.count(Severity.ERROR), after.count(Severity.ERROR));
        assertEquals(0, after.count(Severity.WARNING));
        assertEquals(before.count(Severity.ADVICE) + 1, after.count(Severity.ADVICE));
    }

    @Test
    void applyingIsOneNamedStepAndProductionTakesAllBack() throws Exception {
        Design design = jumbo();
        var edit = Profiles.apply(named("Lab or training"), design);
        assertEquals("Apply rule profile Lab or training", edit.label());
        Design lab = edit.applyTo(design);
        assertEquals(1, design.differences(lab).size());
        Design back = Profiles.apply(named("Production"), lab).applyTo(lab);
        assertEquals(List.of(), back.project().ruleSettings());
        assertEquals("Production", Profiles.name(back, BUILT_IN));
    }

    @Test
    void theNameTellsWhetherADesignDiffersFromItsProfile() throws Exception {
        Design design = jumbo();
        assertEquals("", Profiles.name(design, BUILT_IN));
        Design lab = Profiles.apply(named("Lab or training"), design).applyTo(design);
        assertEquals("Lab or training", Profiles.name(lab, BUILT_IN));
        Design other = lab.with(new RuleProfile("Lab or training", "", List.of()).in(lab.project()));
        assertEquals("Lab or training, changed", Profiles.name(other, BUILT_IN));
        List<RuleSetting> own = List.of(RuleSetting.of("HA001", RuleLevel.OFF, "The second switch is ordered."));
        assertEquals("Own rules", Profiles.name(design.with(new RuleProfile("", "", own).in(design.project())),
                BUILT_IN));
        assertEquals("Contoso", Profiles.name(design.with(new RuleProfile("Contoso", "", own).in(design.project())),
                BUILT_IN));
    }
}
