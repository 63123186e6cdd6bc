package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class IndependentTeamOnBundledPortsTest implements RuleContract {

    /// A host with three NICs on one switch; ports 1 and 2 are in a LAG.
    private static Sketch bundled() {
        return Sketch.empty("Bundled").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2").nic("H1", "NIC3")
                .device("S1").ports("S1", 5).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2").cable("H1/NIC3", "S1/3")
                .lag("Po1", "S1/1", "S1/2");
    }

    private static Sketch set() {
        return bundled().embedded("H1", "SETSwitch", "NIC1", "NIC2");
    }

    private static Sketch lbfo(String mode) {
        return bundled().lbfo("H1", "Team1", mode, "NIC1", "NIC2");
    }

    private static final String LACP = ": the switch waits for LACP, which the host never speaks in this mode, and "
            + "suspends the ports. ";

    @Override
    public Rule rule() {
        return new IndependentTeamOnBundledPorts();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("SET on the ports of an LACP LAG", set().design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but ports 1 and 2 of S1 are in Po1 of S1"
                                + LACP + "Take the ports out of the LAG and configure them as identical trunks."),
                flags("a switch-independent LBFO team there", lbfo("switchIndependent").design(),
                        "error: H1/Team1 (LBFO, switch independent) does not form an aggregate, but ports 1 and 2 of S1 "
                                + "are in Po1 of S1" + LACP
                                + "Take the ports out of the LAG and configure them as identical trunks, or set the "
                                + "team to LACP."),
                flags("a static LAG", set().set("Po1", "protocol", "static").design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but ports 1 and 2 of S1 are in Po1 of "
                                + "S1: the switch returns frames on whichever cable it likes, and the team drops those "
                                + "that arrive at the wrong adapter. "
                                + "Take the ports out of the LAG and configure them as identical trunks."),
                flags("what the LAG speaks is not known", set().set("Po1", "protocol", Attribute.unknown()).design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but ports 1 and 2 of S1 are in Po1 of "
                                + "S1: the switch takes the cables for one link, which they are not. "
                                + "Take the ports out of the LAG and configure them as identical trunks."),
                flags("one member is enough",
                        bundled().embedded("H1", "SETSwitch", "NIC1", "NIC3").design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but port 1 of S1 is in Po1 of S1" + LACP
                                + "Take the port out of the LAG."),
                flags("two LAGs", bundled().lag("Po1", "S1/1").lag("Po2", "S1/2")
                        .embedded("H1", "SETSwitch", "NIC1", "NIC2").design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but port 1 of S1 is in Po1 of S1 and "
                                + "port 2 of S1 is in Po2 of S1" + LACP
                                + "Take the ports out of the LAGs and configure them as identical trunks."),
                flags("fallback alone is no excuse", set().set("Po1", "fallback", true).design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but ports 1 and 2 of S1 are in Po1 of S1"
                                + LACP + "Take the ports out of the LAG and configure them as identical trunks."),
                flags("SET never forms an aggregate, whatever mode is stated",
                        set().set("H1/SETSwitch", "teamingMode", "lacp").design(),
                        "error: H1/SETSwitch (SET) does not form an aggregate, but ports 1 and 2 of S1 are in Po1 of S1"
                                + LACP + "Take the ports out of the LAG and configure them as identical trunks."),
                accepts("an LACP team", lbfo("lacp").design()),
                accepts("a static team", lbfo("static").design()),
                accepts("SET over two switches with plain trunks; the LAG is between the switches",
                        Sketch.empty("Two").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2").device("S1")
                                .device("S2").ports("S1", 3).ports("S2", 3).cable("H1/NIC1", "S1/1")
                                .cable("H1/NIC2", "S2/1").cable("S1/2", "S2/2").cable("S1/3", "S2/3")
                                .lag("PoA", "S1/2", "S1/3").lag("PoB", "S2/2", "S2/3")
                                .embedded("H1", "SETSwitch", "NIC1", "NIC2").design()),
                accepts("while hosts are installed: LACP with fallback, flagged as transitional",
                        set().set("Po1", "fallback", true).set("Po1", "flags", List.of("transitional")).design()),
                accepts("a storage NIC in a LAG that shares nothing with the team",
                        bundled().lag("Po1", "S1/3").embedded("H1", "SETSwitch", "NIC1", "NIC2").design()),
                accepts("the worked example with LACP teams", Sketch.b0().design()),
                cannotTell("the mode of an LBFO team is not known",
                        lbfo("lacp").set("H1/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1."),
                cannotTell("a transitional LAG whose fallback is not known",
                        set().set("Po1", "fallback", Attribute.unknown()).set("Po1", "flags", List.of("transitional"))
                                .design(),
                        "Cannot evaluate: needs fallback of Po1 of S1."));
    }
}
