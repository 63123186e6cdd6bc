package io.plumbline.check.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plumbline.Sketch;
import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnforcedAntiAffinityTooTightTest implements RuleContract {

    /// Hosts with one clustered VM each, all of one class.
    private static Sketch farm(int hosts, int vms) {
        Sketch sketch = Sketch.empty("Farm").cluster("HVC1").set("HVC1", "enforcedAntiAffinity", true);
        for (int i = 1; i <= hosts; i++) {
            sketch = sketch.node("HV" + i, "2022");
        }
        for (int i = 1; i <= vms; i++) {
            sketch = sketch.vm("WEB" + i, "HV" + ((i - 1) % hosts + 1)).set("WEB" + i, "antiAffinityClasses",
                    List.of("WEB"));
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new EnforcedAntiAffinityTooTight();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("two members on two hosts", farm(2, 2).design(),
                        "error: HVC1 enforces anti-affinity, and WEB has 2 members (WEB1 and WEB2); of 2 hosts 1 "
                                + "remains while one is away, so a VM stays off. Leave the enforcement off, or add hosts."),
                RuleContract.flags("three members on three hosts, and a class that fits",
                        farm(3, 3).vm("SQL1", "HV1").vm("SQL2", "HV2").set("SQL1", "antiAffinityClasses",
                                List.of("SQL")).set("SQL2", "antiAffinityClasses", List.of("SQL")).design(),
                        "error: HVC1 enforces anti-affinity, and WEB has 3 members (WEB1, WEB2 and WEB3); of 3 hosts 2 "
                                + "remain while one is away, so a VM stays off. Leave the enforcement off, or add hosts."),
                RuleContract.accepts("enforcement off", farm(2, 2).set("HVC1", "enforcedAntiAffinity", false).design()),
                RuleContract.accepts("off by default",
                        farm(2, 2).set("HVC1", "enforcedAntiAffinity", Attribute.unset()).design()),
                RuleContract.accepts("members equal hosts less one", farm(3, 2).design()),
                RuleContract.accepts("a VM that is no clustered role does not count",
                        farm(2, 2).set("WEB2", "clusteredRole", false).design()),
                RuleContract.accepts("a class of one", farm(2, 1).design()),
                RuleContract.cannotTell("whether it is enforced is not known",
                        farm(2, 2).set("HVC1", "enforcedAntiAffinity", Attribute.unknown()).design(),
                        "Cannot evaluate: needs enforcedAntiAffinity of HVC1."),
                RuleContract.cannotTell("the classes of one VM are not known",
                        farm(2, 2).set("WEB2", "antiAffinityClasses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs antiAffinityClasses of WEB2."));
    }

    @Test
    void nothingIsOfferedWhileMovingTheNodesTogetherMisconfiguresThem() {
        Facts facts = Facts.of(Sketch.b0().mode("unicast").set("HVC1", "enforcedAntiAffinity", true).design());
        Finding finding = (Finding) rule().check(facts).findFirst().orElseThrow();
        assertEquals(List.of(), rule().remedies(facts, finding));
        Facts cured = Facts.of(Sketch.b0().set("HVC1", "enforcedAntiAffinity", true).design());
        assertFalse(rule().remedies(cured, (Finding) rule().check(cured).findFirst().orElseThrow()).isEmpty());
    }
}
