package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class UnicastNlbTeamOnOneSwitchTest implements RuleContract {

    private static String teamOf(String host, String kind, String place, String nodes) {
        return "error: Both cabled members of " + host + "/Team1 (" + kind + ") end on " + place
                + ", and the team carries" + spaced(nodes)
                + " of WEB, which runs in unicast mode: unicast behind a team needs "
                + "two switches that are not one stack. Change WEB to IGMP multicast, or move one member to another "
                + "switch.";
    }

    private static String spaced(String nodes) {
        return nodes.startsWith(",") ? nodes : " " + nodes;
    }

    private static final String LBFO = "LBFO, switch independent";
    private static final String N1_FIRST = "N1 and, after a live migration, N2";
    private static final String N2_FIRST = "N2 and, after a live migration, N1";

    /// Members on two switches that form a stack.
    private static Sketch stacked() {
        return Sketch.unicastOverTwoSwitches().stack("Stack", "A", "B");
    }

    /// Members on the two peers of an MLAG pair, as on two ordinary switches.
    private static Sketch peers() {
        return Sketch.unicastOverTwoSwitches().lag("Peer", "A/3").mlag("VLT", "A", "B", "Peer");
    }

    private static Sketch set() {
        return Sketch.unicastOnOneSwitch().set("H1/Team1", "technology", "set").set("H2/Team1", "technology", "set")
                .set("H1/vSwitch1", "uplink", "H1/Team1").set("H2/vSwitch1", "uplink", "H2/Team1")
                .set("H1/Team1", "teamingMode", Attribute.unset()).set("H2/Team1", "teamingMode", Attribute.unset());
    }

    @Override
    public Rule rule() {
        return new UnicastNlbTeamOnOneSwitch();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("all members on one switch: one finding per team", Sketch.unicastOnOneSwitch().design(),
                        teamOf("H1", LBFO, "A", N1_FIRST), teamOf("H2", LBFO, "A", N2_FIRST)),
                flags("SET on one switch", set().design(),
                        teamOf("H1", "SET", "A", N1_FIRST), teamOf("H2", "SET", "A", N2_FIRST)),
                flags("a stack is one switch", stacked().design(),
                        teamOf("H1", LBFO, "the stack Stack (units A and B)", N1_FIRST),
                        teamOf("H2", LBFO, "the stack Stack (units A and B)", N2_FIRST)),
                flags("one host is enough, and one on which no node is today",
                        Sketch.unicastOverTwoSwitches().ports("A", 5).without("H2/NIC2-B/2").cable("H2/NIC2", "A/5")
                                .set("N2", "host", "H1").design(),
                        teamOf("H2", LBFO, "A", ", after a live migration, N1 and N2")),
                flags("three members on one switch",
                        Sketch.unicastOverTwoSwitches().set("N1", "clusteredRole", false)
                                .set("N2", "clusteredRole", false).nic("H1", "NIC3").ports("A", 6)
                                .without("H1/NIC2-B/1").cable("H1/NIC2", "A/5").cable("H1/NIC3", "A/6")
                                .lbfo("H1", "Team1", "switchIndependent", "NIC1", "NIC2", "NIC3").design(),
                        teamOf("H1", LBFO, "A", "N1").replace("Both cabled", "All 3 cabled")),
                flags("where nothing can be pruned, multicast with static entries is better",
                        Sketch.unicastOnOneSwitch().set("A", "pinsIpMulticastMac", false)
                                .set("N1", "clusteredRole", false).set("N2", "clusteredRole", false)
                                .set("H2/Team1", "teamingMode", "lacp").design(),
                        teamOf("H1", LBFO, "A", "N1").replace("to IGMP multicast",
                                "to multicast with a static MAC entry on every hypervisor port")),
                accepts("members on two switches that are not stacked", Sketch.unicastOverTwoSwitches().design()),
                accepts("a team with one member, cabled",
                        Sketch.unicastOnOneSwitch().lbfo("H1", "Team1", "switchIndependent", "NIC1")
                                .lbfo("H2", "Team1", "switchIndependent", "NIC1").design()),
                accepts("a second member without a cable is unfinished",
                        Sketch.unicastOnOneSwitch().without("H1/NIC2-A/2", "H2/NIC2-A/4").design()),
                accepts("IGMP multicast", Sketch.unicastOnOneSwitch().mode("igmpMulticast").design()),
                accepts("multicast", Sketch.unicastOnOneSwitch().mode("multicast").design()),
                accepts("LACP teams are NLB001", Sketch.b0().mode("unicast").design()),
                accepts("no team", Sketch.unicastWithoutTeams().design()),
                cannotTell("MLAG peers as two ordinary switches are not covered by the documents", peers().design(),
                        "Not covered by the source documents, test it: H1/Team1 carries N1 and, after a live "
                                + "migration, N2 of WEB in unicast mode and ends on A and B, the peers of MLAG pair "
                                + "VLT, as on two ordinary switches.",
                        "Not covered by the source documents, test it: H2/Team1 carries N2 and, after a live "
                                + "migration, N1 of WEB in unicast mode and ends on A and B, the peers of MLAG pair "
                                + "VLT, as on two ordinary switches."),
                accepts("MLAG peers, but the ports are in LAGs: that is TEAM006",
                        peers().lag("PoA1", "A/1").lag("PoA2", "A/2").design()),
                cannotTell("the mode of the cluster is not known",
                        Sketch.unicastOnOneSwitch().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                cannotTell("the switches may be stacked",
                        Sketch.unicastOverTwoSwitches().set("A", "stack", Attribute.unknown())
                                .set("B", "stack", Attribute.unknown()).design(),
                        "Cannot evaluate: needs stack of A.", "Cannot evaluate: needs stack of B."),
                accepts("one may be in a stack, the other surely is in none",
                        Sketch.unicastOverTwoSwitches().set("A", "stack", Attribute.unknown()).design()),
                cannotTell("the teaming modes are not known",
                        Sketch.unicastOnOneSwitch().set("H1/Team1", "teamingMode", Attribute.unknown())
                                .set("H2/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1.",
                        "Cannot evaluate: needs teamingMode of H2/Team1."));
    }
}
