package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.NlbNode;
import java.util.List;

class UnicastNlbOnSwitchDependentTeamTest implements RuleContract {

    /// The message for the team of one host; the VMs of the base example move freely between the two.
    private static String teamOf(String host, String kind, String nodes) {
        return "error: " + host + "/Team1 is " + kind + " team and carries" + spaced(nodes)
                + " of WEB, which runs in unicast "
                + "mode: to the switch the team is one logical port, and 02-BF-AC-1F-03-E8, the one MAC of all nodes, "
                + "jumps between such ports. Change WEB to IGMP multicast.";
    }

    private static String spaced(String nodes) {
        return nodes.startsWith(",") ? nodes : " " + nodes;
    }

    private static final String H1 = teamOf("H1", "an LACP", "N1 and, after a live migration, N2");
    private static final String H2 = teamOf("H2", "an LACP", "N2 and, after a live migration, N1");

    private static Sketch unicast() {
        return Sketch.b0().mode("unicast");
    }

    /// An NLB cluster of two physical servers whose NLB adapter is the interface of an LACP team.
    private static Sketch physical() {
        return Sketch.b0().host("P1", "2012R2").nic("P1", "NIC1").nic("P1", "NIC2").ports("S1", 6)
                .cable("P1/NIC1", "S1/4").cable("P1/NIC2", "S1/5").lag("Po5", "S1/4", "S1/5").trunk("Po5", "10")
                .lbfo("P1", "TeamP", "static", "NIC1", "NIC2").set("P1/TeamP/TeamP", "vlanId", 10)
                .set("WEB", "mode", "unicast").set("WEB", "nodes",
                        List.of(Sketch.part(NlbNode.class, "member", "P1/TeamP/TeamP")));
    }

    /// N1 has a team in the guest, over two virtual NICs on the virtual switch above the LACP team.
    private static Sketch guestTeam() {
        return unicast().vNic("N1", "A", "vSwitch1").vNic("N1", "B", "vSwitch1").lbfo("N1", "GuestTeam",
                "switchIndependent", "A", "B").set("WEB", "nodes",
                        List.of(Sketch.part(NlbNode.class, "member", "N1/GuestTeam/GuestTeam")));
    }

    @Override
    public Rule rule() {
        return new UnicastNlbOnSwitchDependentTeam();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("the base example in unicast: one finding per team", unicast().design(), H1, H2),
                flags("nothing said about the mode: unicast is the default",
                        Sketch.b0().set("WEB", "mode", Attribute.unset()).design(), H1, H2),
                flags("a static team", unicast().set("H1/Team1", "teamingMode", "static")
                        .set("H2/Team1", "teamingMode", "switchIndependent").design(),
                        teamOf("H1", "a static", "N1 and, after a live migration, N2")),
                flags("nodes that stay where they are",
                        unicast().set("N1", "clusteredRole", false).set("N2", "clusteredRole", false).design(),
                        teamOf("H1", "an LACP", "N1"), teamOf("H2", "an LACP", "N2")),
                flags("a host that no node is on today, but may be tomorrow",
                        unicast().set("N2", "host", "H1").design(),
                        teamOf("H1", "an LACP", "N1 and N2"),
                        teamOf("H2", "an LACP", ", after a live migration, N1 and N2")),
                flags("possible owners limit where a node can be",
                        unicast().set("N1", "possibleOwners", List.of("H1")).design(),
                        teamOf("H1", "an LACP", "N1 and, after a live migration, N2"),
                        teamOf("H2", "an LACP", "N2")),
                flags("one stack, or LAGs on one switch: all the same", Sketch.b0OnOneSwitch().mode("unicast").design(),
                        H1, H2),
                flags("a switch that looks up multicast by IP cannot prune IGMP",
                        unicast().set("Stack", "mcastLookup", "ip").set("N1", "clusteredRole", false)
                                .set("N2", "clusteredRole", false).set("H2/Team1", "teamingMode", "switchIndependent")
                                .design(),
                        teamOf("H1", "an LACP", "N1").replace("to IGMP multicast",
                                "to multicast with a static MAC entry on every hypervisor port")),
                flags("an IPv6 VIP, whose MAC nobody can derive",
                        unicast().set("WEB", "primaryVip", "2001:db8::232").design(),
                        H1.replace("02-BF-AC-1F-03-E8, the one MAC of all nodes,", "the one MAC of all nodes"),
                        H2.replace("02-BF-AC-1F-03-E8, the one MAC of all nodes,", "the one MAC of all nodes")),
                flags("physical servers with NLB on the team itself", physical().design(),
                        "error: P1/TeamP is a static team and carries P1 of WEB, which runs in unicast mode: to the "
                                + "switch the team is one logical port, and 02-BF-AC-1F-03-E8, the one MAC of all "
                                + "nodes, jumps between such ports. Change WEB to IGMP multicast."),
                flags("a team in the guest does not hide the team of the host", guestTeam().design(),
                        teamOf("H1", "an LACP", "N1"), teamOf("H2", "an LACP", ", after a live migration, N1")),
                accepts("the same teams in IGMP multicast mode", Sketch.b0().design()),
                accepts("the same teams in multicast mode", Sketch.b0().mode("multicast").design()),
                accepts("one NIC without a team", Sketch.unicastWithoutTeams().design()),
                accepts("switch-independent teams over two switches", Sketch.unicastOverTwoSwitches().design()),
                accepts("SET over two switches", Sketch.unicastOverTwoSwitches().set("H1/Team1", "technology", "set")
                        .set("H2/Team1", "technology", "set").design()),
                accepts("switch-independent teams on one switch are NLB002", Sketch.unicastOnOneSwitch().design()),
                accepts("LACP teams that carry adapters of no NLB cluster", unicast().without("WEB").design()),
                accepts("an NLB cluster without nodes yet", unicast().set("WEB", "nodes", List.of()).design()),
                cannotTell("the mode is not known", Sketch.b0().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                cannotTell("the nodes are not known", unicast().set("WEB", "nodes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs nodes of WEB."),
                cannotTell("the teaming modes are not known",
                        unicast().set("H1/Team1", "teamingMode", Attribute.unknown())
                                .set("H2/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1.",
                        "Cannot evaluate: needs teamingMode of H2/Team1."),
                cannotTell("nobody knows where else a node may run, or what is under its virtual switch",
                        Sketch.unicastOverTwoSwitches().set("N1", "possibleOwners", Attribute.unknown())
                                .set("H2/vSwitch1", "uplink", Attribute.unknown()).design(),
                        "Cannot evaluate: needs possibleOwners of N1.",
                        "Cannot evaluate: needs uplink of H2/vSwitch1."),
                new Case("one team is proven whatever the other is",
                        unicast().set("H2/Team1", "teamingMode", Attribute.unknown()).design(), List.of(H1),
                        List.of("Cannot evaluate: needs teamingMode of H2/Team1.")));
    }
}
