package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class TeamAcrossSeparateSwitchesTest implements RuleContract {

    /// A host with an LACP team, one member on each of two plain switches.
    private static Sketch team() {
        return Sketch.empty("Team").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").device("S1").device("S2")
                .ports("S1", 3).ports("S2", 3).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S2/1")
                .lag("Po1-S1", "S1/1").lag("Po1-S2", "S2/1").lbfo("H1", "Team1", "lacp", "NIC1", "NIC2");
    }

    private static Sketch pair() {
        return team().cable("S1/3", "S2/3").lag("Peer", "S1/3").mlag("VLT", "S1", "S2", "Peer")
                .set("Po1-S1", "mlagId", 1).set("Po1-S2", "mlagId", 1);
    }

    private static Sketch stackIsUnknown(String... switches) {
        Sketch sketch = team();
        for (String each : switches) {
            sketch = sketch.set(each, "stack", Attribute.unknown());
        }
        return sketch;
    }

    private static final String TAIL = ": an aggregate can end on one partner only. Make the team switch independent, "
            + "move its cables to one switch, or make the switches one (stack or MLAG).";

    @Override
    public Rule rule() {
        return new TeamAcrossSeparateSwitches();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("two plain switches", team().design(),
                        "error: H1/Team1 is an LACP team with members on S1 and S2, which are neither one stack nor an "
                                + "MLAG pair" + TAIL),
                flags("a static team on three plain switches",
                        team().nic("H1", "NIC3").device("S3").ports("S3", 1).cable("H1/NIC3", "S3/1")
                                .lbfo("H1", "Team1", "static", "NIC1", "NIC2", "NIC3").design(),
                        "error: H1/Team1 is a static team with members on S1, S2 and S3, which are not one logical "
                                + "switch" + TAIL),
                flags("a unit of a stack and a switch beside it",
                        team().stack("Stack", "S1").design(),
                        "error: H1/Team1 is an LACP team with members on Stack and S2, which are neither one stack nor "
                                + "an MLAG pair" + TAIL),
                flags("MLAG peers whose LAGs announce different system ids",
                        pair().set("Po1-S1", "lacpSystemId", "00-01-E8-00-00-01")
                                .set("Po1-S2", "lacpSystemId", "00-01-E8-00-00-02").design(),
                        "error: H1/Team1 is an LACP team with members on S1 and S2, which are an MLAG pair but announce "
                                + "different LACP system ids (00-01-E8-00-00-01 and 00-01-E8-00-00-02)" + TAIL),
                flags("MLAG peers with different system MACs",
                        pair().set("VLT", "systemMacs", List.of("00-01-E8-00-00-01", "00-01-E8-00-00-02")).design(),
                        "error: H1/Team1 is an LACP team with members on S1 and S2, which are an MLAG pair but announce "
                                + "different LACP system ids (00-01-E8-00-00-01 and 00-01-E8-00-00-02)" + TAIL),
                accepts("two units of one stack", team().stack("Stack", "S1", "S2").design()),
                accepts("two peers of an MLAG pair", pair().design()),
                accepts("two peers with one system id",
                        pair().set("Po1-S1", "lacpSystemId", "00-01-E8-00-00-01")
                                .set("Po1-S2", "lacpSystemId", "00-01-E8-00-00-01").design()),
                accepts("a switch-independent team: that is its purpose",
                        team().set("H1/Team1", "teamingMode", "switchIndependent").design()),
                accepts("SET over two switches", team().set("H1/Team1", "technology", "set")
                        .set("H1/Team1", "teamingMode", Attribute.unset()).design()),
                accepts("both members on one switch", Sketch.b0OnOneSwitch().design()),
                accepts("the second member has no cable yet", team().without("H1/NIC2-S2/1").design()),
                cannotTell("the mode is not known", team().set("H1/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1."),
                cannotTell("both switches may be units of one stack", stackIsUnknown("S1", "S2").design(),
                        "Cannot evaluate: needs stack of S1.", "Cannot evaluate: needs stack of S2."),
                flags("one may be in a stack, the other is in none", stackIsUnknown("S1").design(),
                        "error: H1/Team1 is an LACP team with members on S1 and S2, which are neither one stack nor an "
                                + "MLAG pair" + TAIL),
                cannotTell("one peer's system id is not known",
                        pair().set("Po1-S1", "lacpSystemId", "00-01-E8-00-00-01")
                                .set("Po1-S2", "lacpSystemId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lacpSystemId of Po1-S2 of S2."));
    }
}
