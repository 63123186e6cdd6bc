package io.plumbline.check.cabling;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class CrossedLagCablesTest implements RuleContract {

    /// Two hosts with an LACP team each into a LAG of its own, cabled as given.
    private static Sketch hosts(String first, String second, String third, String fourth) {
        return Sketch.empty("Hosts").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").nic("H1", "NIC3")
                .host("H2", "2012R2").nic("H2", "NIC1").nic("H2", "NIC2").device("S1").ports("S1", 6)
                .cable(first, "S1/1").cable(second, "S1/2").cable(third, "S1/3").cable(fourth, "S1/4")
                .lag("Po1", "S1/1", "S1/2").lag("Po2", "S1/3", "S1/4").lbfo("H1", "Team1", "lacp", "NIC1", "NIC2")
                .lbfo("H2", "Team1", "lacp", "NIC1", "NIC2");
    }

    private static Sketch sound() {
        return hosts("H1/NIC1", "H1/NIC2", "H2/NIC1", "H2/NIC2");
    }

    /// Two switches, two cables between them.
    private static Sketch switches() {
        return Sketch.empty("Switches").device("S1").device("S2").device("S3").ports("S1", 4).ports("S2", 4)
                .ports("S3", 2).cable("S1/1", "S2/1").cable("S1/2", "S2/2").lag("Po1", "S1/1", "S1/2");
    }

    private static final String LACP = ": LACP leaves the odd link out, and the aggregate is short of it. ";
    private static final String STATIC =
            ": a static bundle uses the odd link, and a part of the frames goes to the wrong place. ";

    @Override
    public Rule rule() {
        return new CrossedLagCables();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("two cables crossed", hosts("H1/NIC1", "H2/NIC1", "H1/NIC2", "H2/NIC2").design(),
                        "error: Po1 of S1 and H1/Team1 are the two ends of one aggregate, but two cables are crossed with "
                                + "Po2 of S1: port 2 of S1 leads to H2/NIC1, and port 3 of S1 to H1/NIC2" + LACP
                                + "Swap these two cables."),
                flags("two cables of wider bundles crossed",
                        hosts("H1/NIC1", "H1/NIC2", "H2/NIC1", "H2/NIC2").nic("H2", "NIC3").cable("H2/NIC3", "S1/5")
                                .cable("H1/NIC3", "S1/6").lag("Po1", "S1/1", "S1/2", "S1/5")
                                .lag("Po2", "S1/3", "S1/4", "S1/6")
                                .lbfo("H1", "Team1", "lacp", "NIC1", "NIC2", "NIC3")
                                .lbfo("H2", "Team1", "lacp", "NIC1", "NIC2", "NIC3").design(),
                        "error: Po1 of S1 and H1/Team1 are the two ends of one aggregate, but two cables are crossed with "
                                + "Po2 of S1: port 5 of S1 leads to H2/NIC3, and port 6 of S1 to H1/NIC3" + LACP
                                + "Swap these two cables."),
                flags("a third port leads to another host",
                        sound().without("Po2").lag("Po1", "S1/1", "S1/2", "S1/3").design(),
                        "error: Po1 of S1 and H1/Team1 are the two ends of one aggregate, but port 3 of S1 leads to "
                                + "H2/NIC1, a member of H2/Team1" + LACP
                                + "Re-patch that cable, or take port 3 of S1 out of the LAG."),
                flags("a third port leads to a NIC outside the team, static",
                        sound().cable("H1/NIC3", "S1/5").lag("Po1", "S1/1", "S1/2", "S1/5")
                                .set("Po1", "protocol", "static").set("H1/Team1", "teamingMode", "static").design(),
                        "error: Po1 of S1 and H1/Team1 are the two ends of one aggregate, but port 5 of S1 leads to "
                                + "H1/NIC3, which is in no team that forms an aggregate" + STATIC
                                + "Re-patch that cable, or take port 5 of S1 out of the LAG."),
                flags("between switches, a loose port at the far end",
                        switches().cable("S1/3", "S2/3").lag("Po1", "S1/1", "S1/2", "S1/3").lag("PoX", "S2/1", "S2/2")
                                .design(),
                        "error: Po1 of S1 and PoX of S2 are the two ends of one aggregate, but port 3 of S1 leads to "
                                + "port 3 of S2, which is in no LAG" + LACP
                                + "Re-patch that cable, or take port 3 of S1 out of the LAG."),
                flags("between switches, one cable to a third switch's LAG",
                        switches().cable("S1/3", "S3/1").cable("S1/4", "S2/4")
                                .lag("Po1", "S1/1", "S1/2", "S1/3").lag("PoX", "S2/1", "S2/2").lag("PoY", "S3/1")
                                .design(),
                        "error: Po1 of S1 and PoX of S2 are the two ends of one aggregate, but port 3 of S1 leads to "
                                + "port 1 of S3, which is in PoY of S3" + LACP
                                + "Re-patch that cable, or take port 3 of S1 out of the LAG."),
                accepts("every cable where it belongs", sound().design()),
                accepts("in another order",
                        hosts("H1/NIC2", "H1/NIC1", "H2/NIC2", "H2/NIC1").design()),
                accepts("member ports without a cable",
                        sound().lag("Po1", "S1/1", "S1/2", "S1/5", "S1/6").design()),
                accepts("a LAG over a stack", Sketch.b0().design()),
                accepts("two halves of one MLAG id",
                        Sketch.empty("MLAG").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").device("S1")
                                .device("S2").ports("S1", 3).ports("S2", 3).cable("H1/NIC1", "S1/1")
                                .cable("H1/NIC2", "S2/1").cable("S1/3", "S2/3").lag("Peer", "S1/3")
                                .mlag("VLT", "S1", "S2", "Peer").lag("PoA", "S1/1").lag("PoB", "S2/1")
                                .set("PoA", "mlagId", 1).set("PoB", "mlagId", 1)
                                .lbfo("H1", "Team1", "lacp", "NIC1", "NIC2").design()),
                accepts("two LAGs towards one team are the team's fault",
                        sound().lag("Po1", "S1/1").lag("Po3", "S1/2").design()),
                accepts("a LAG under teams that form no aggregate",
                        sound().set("H1/Team1", "teamingMode", "switchIndependent")
                                .set("H2/Team1", "teamingMode", "switchIndependent")
                                .lag("Po1", "S1/1", "S1/2", "S1/3").without("Po2").design()),
                cannotTell("the mode of the team is not known",
                        sound().without("Po2").lag("Po1", "S1/1", "S1/2", "S1/3")
                                .set("H1/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1."));
    }
}
