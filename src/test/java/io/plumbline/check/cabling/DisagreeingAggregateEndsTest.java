package io.plumbline.check.cabling;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class DisagreeingAggregateEndsTest implements RuleContract {

    /// Two switches, two cables, one LAG on each side.
    private static Sketch twoSwitches() {
        return Sketch.empty("Two switches").device("S1").device("S2").ports("S1", 4).ports("S2", 4)
                .cable("S1/1", "S2/1").cable("S1/2", "S2/2").lag("Po1", "S1/1", "S1/2").lag("Po7", "S2/1", "S2/2");
    }

    /// A pair of peers below a third switch: the two halves of one MLAG id face one LAG.
    private static Sketch pair() {
        return Sketch.empty("Pair").device("S1").device("S2").device("S3").ports("S1", 3).ports("S2", 3).ports("S3", 3)
                .cable("S1/3", "S2/3").lag("PeerA", "S1/3").lag("PeerB", "S2/3").mlag("VLT", "S1", "S2", "PeerA")
                .cable("S1/1", "S3/1").cable("S2/1", "S3/2").lag("Po1-S1", "S1/1").lag("Po1-S2", "S2/1")
                .set("Po1-S1", "mlagId", 1).set("Po1-S2", "mlagId", 1).lag("Po9", "S3/1", "S3/2");
    }

    private static Sketch team(String mode) {
        return Sketch.empty("Team").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").device("S1")
                .ports("S1", 2).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2").lag("Po1", "S1/1", "S1/2")
                .lbfo("H1", "Team1", mode, "NIC1", "NIC2");
    }

    private static final String REFUSES = ": the LACP end gets no answer and keeps its links out of the aggregate. ";

    @Override
    public Rule rule() {
        return new DisagreeingAggregateEnds();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("both ends passive",
                        twoSwitches().set("Po1", "lacpMode", "passive").set("Po7", "lacpMode", "passive").design(),
                        "error: Po1 of S1 and Po7 of S2 are both LACP passive: each waits for the other to begin, and "
                                + "the aggregate never comes up. Set LACP active on both ends."),
                flags("one end LACP, the other static", twoSwitches().set("Po7", "protocol", "static").design(),
                        "error: Po7 of S2 is static while Po1 of S1 speaks LACP" + REFUSES
                                + "Set Po7 of S2 to LACP, active."),
                flags("an LACP team on a static LAG", team("lacp").set("Po1", "protocol", "static").design(),
                        "error: Po1 of S1 is static while H1/Team1 speaks LACP" + REFUSES + "Set Po1 of S1 to LACP."),
                flags("a static team on an LACP LAG", team("static").design(),
                        "error: H1/Team1 is static while Po1 of S1 speaks LACP" + REFUSES + "Set H1/Team1 to LACP."),
                flags("the halves of one MLAG id are one end: one finding",
                        pair().set("Po9", "protocol", "static").design(),
                        "error: Po9 of S3 is static while Po1-S1 of S1 speaks LACP" + REFUSES
                                + "Set Po9 of S3 to LACP, active."),
                flags("an LACP LAG facing loose ports", twoSwitches().without("Po7").design(),
                        "error: Po1 of S1 is an aggregate, but at its far end ports 1 and 2 of S2 are in no LAG: LACP "
                                + "gets no answer and keeps the links apart or suspended. "
                                + "Put those ports into one LAG too, or dissolve Po1 of S1."),
                flags("a static LAG facing loose ports",
                        twoSwitches().without("Po7").set("Po1", "protocol", "static").design(),
                        "error: Po1 of S1 is an aggregate, but at its far end ports 1 and 2 of S2 are in no LAG: a "
                                + "broadcast that leaves on one cable comes back on another, a loop that spanning tree "
                                + "may not see. Put those ports into one LAG too, or dissolve Po1 of S1."),
                flags("one cable of an LACP LAG to a loose port",
                        twoSwitches().without("Po7", "S1/2-S2/2").design(),
                        "error: Po1 of S1 is an aggregate, but at its far end port 1 of S2 is in no LAG: LACP gets no "
                                + "answer and keeps the links apart or suspended. "
                                + "Put that port into a LAG too, or dissolve Po1 of S1."),
                flags("both halves of an MLAG facing loose ports", pair().without("Po9").design(),
                        "error: Po1-S1 of S1 and Po1-S2 of S2 are an aggregate, but at their far end ports 1 and 2 of "
                                + "S3 are in no LAG: LACP gets no answer and keeps the links apart or suspended. "
                                + "Put those ports into one LAG too, or dissolve Po1-S1 of S1 and Po1-S2 of S2."),
                accepts("active facing active", twoSwitches().design()),
                accepts("active facing passive", twoSwitches().set("Po7", "lacpMode", "passive").design()),
                accepts("static on both ends",
                        twoSwitches().set("Po1", "protocol", "static").set("Po7", "protocol", "static").design()),
                accepts("a passive LAG under a Windows LACP team",
                        team("lacp").set("Po1", "lacpMode", "passive").design()),
                accepts("different LACP timers",
                        twoSwitches().set("Po1", "lacpRate", "fast").set("Po7", "lacpRate", "slow").design()),
                accepts("a static team on a static LAG", team("static").set("Po1", "protocol", "static").design()),
                accepts("a switch-independent team is TEAM006", team("switchIndependent").design()),
                accepts("the halves of one MLAG id facing one LAG", pair().design()),
                accepts("a LAG without cables", twoSwitches().without("S2").design()),
                accepts("a static LAG of one cable is a plain link",
                        twoSwitches().without("Po7", "S1/2-S2/2").set("Po1", "protocol", "static").design()),
                accepts("a LAG towards a NIC without a team is no case of two switches",
                        team("lacp").without("H1/Team1").design()),
                cannotTell("the protocol of one end is not known",
                        twoSwitches().set("Po7", "protocol", Attribute.unknown()).design(),
                        "Cannot evaluate: needs protocol of Po7 of S2."),
                cannotTell("one end is passive, the other not known",
                        twoSwitches().set("Po1", "lacpMode", "passive").set("Po7", "lacpMode", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs lacpMode of Po7 of S2."),
                accepts("one end is active, whatever the other is",
                        twoSwitches().set("Po7", "lacpMode", Attribute.unknown()).design()),
                cannotTell("the mode of the team is not known",
                        team("lacp").set("H1/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1."));
    }
}
