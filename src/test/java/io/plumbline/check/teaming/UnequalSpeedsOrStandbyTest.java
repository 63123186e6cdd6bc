package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class UnequalSpeedsOrStandbyTest implements RuleContract {

    private static Sketch team(String mode, String... nics) {
        Sketch sketch = Sketch.empty("Team").host("H1", "2012R2").device("S1").ports("S1", nics.length);
        String[] ports = new String[nics.length];
        for (int i = 0; i < nics.length; i++) {
            ports[i] = "S1/" + (i + 1);
            sketch = sketch.nic("H1", nics[i]).cable("H1/" + nics[i], ports[i]);
        }
        return (mode.equals("lacp") ? sketch.lag("Po1", ports) : sketch).lbfo("H1", "Team1", mode, nics);
    }

    private static Sketch pair() {
        return team("switchIndependent", "NIC1", "NIC2");
    }

    private static final String TAIL = "), and the distribution does not look at the speed: what lands on the slow one "
            + "is slow. Use members of one speed.";

    @Override
    public Rule rule() {
        return new UnequalSpeedsOrStandby();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("10 and 1 Gbps", pair().set("H1/NIC2", "linkSpeedMbps", 1000).design(),
                        "warning: H1/Team1 spreads its traffic over members of different speed (10 Gbps at H1/NIC1 and "
                                + "1 Gbps at H1/NIC2" + TAIL),
                flags("three members in a LAG, one slower",
                        team("lacp", "NIC1", "NIC2", "NIC3").set("H1/NIC2", "linkSpeedMbps", 1000).design(),
                        "warning: H1/Team1 spreads its traffic over members of different speed (10 Gbps at H1/NIC1 and "
                                + "H1/NIC3 and 1 Gbps at H1/NIC2" + TAIL),
                flags("two standby members",
                        team("switchIndependent", "NIC1", "NIC2", "NIC3").standby("H1/Team1", "H1/NIC2")
                                .standby("H1/Team1", "H1/NIC3").design(),
                        "error: In H1/Team1, H1/NIC2 and H1/NIC3 stand by, and a team has one standby member at most. "
                                + "Make all members active."),
                flags("a standby member in an LACP team",
                        team("lacp", "NIC1", "NIC2").standby("H1/Team1", "H1/NIC2").design(),
                        "error: In H1/Team1, H1/NIC2 stands by, and an LACP team has no standby members. "
                                + "Make all members active."),
                flags("one of two stands by", pair().standby("H1/Team1", "H1/NIC2").design(),
                        "advice: H1/NIC2 of H1/Team1 only stands by: two active members survive the same failures with "
                                + "twice the bandwidth. Make both active."),
                accepts("two alike", pair().design()),
                accepts("a slower one stands by",
                        pair().set("H1/NIC2", "linkSpeedMbps", 1000).standby("H1/Team1", "H1/NIC2").design()),
                accepts("a slower one stands by beside two faster ones",
                        team("switchIndependent", "NIC1", "NIC2", "NIC3").set("H1/NIC3", "linkSpeedMbps", 1000)
                                .standby("H1/Team1", "H1/NIC3").design()),
                accepts("adapters are being exchanged",
                        pair().set("H1/NIC2", "linkSpeedMbps", 25000).set("H1/Team1", "flags", List.of("transitional"))
                                .design()),
                accepts("SET is the subject of another rule",
                        pair().set("H1/NIC2", "linkSpeedMbps", 1000).set("H1/Team1", "technology", "set").design()),
                cannotTell("a speed is not known",
                        pair().set("H1/NIC2", "linkSpeedMbps", Attribute.unknown()).design(),
                        "Cannot evaluate: needs linkSpeedMbps of H1/NIC2."),
                cannotTell("the mode is not known",
                        pair().standby("H1/Team1", "H1/NIC2").set("H1/Team1", "teamingMode", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1."));
    }
}
