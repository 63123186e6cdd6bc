package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import java.util.List;

class NeedlessNlbFloodingTest implements RuleContract {

    private static String floods(String ports) {
        return "warning: WEB runs in unicast mode, so every request is flooded through VLAN 10 to " + ports
                + ". Change WEB to IGMP multicast, or give it a VLAN of its own.";
    }

    private static final String PRINTER = floods("1 port that serves no node: port 5 of S");
    private static final String ADVICE = "advice: WEB runs in multicast mode, which no switch can prune, although ";

    private static Sketch unicast() {
        return Sketch.oneSwitch("unicast");
    }

    private static Sketch multicast() {
        return Sketch.oneSwitch("multicast");
    }

    /// More machines in VLAN 10: a server with two bundled cables and one on a trunk.
    private static Sketch crowded() {
        return unicast().ports("S", 9).host("SRV1", "2019").nic("SRV1", "A").nic("SRV1", "B").cable("SRV1/A", "S/7")
                .cable("SRV1/B", "S/8").lag("Po7", "S/7", "S/8").trunk("Po7", "10,20")
                .host("SRV2", "2019").nic("SRV2", "A").cable("SRV2/A", "S/9").trunk("S/9", "all")
                .set("S/6", "accessVlan", 10);
    }

    /// The nodes hang on a hub, the hub on one port of the switch; the printer is on the switch.
    private static Sketch behindHub() {
        Sketch sketch = unicast().device("Hub").set("Hub", "isHub", true).ports("Hub", 4)
                .without("HostA/NIC1-S/1", "HostB/NIC1-S/2", "HostC/NIC1-S/3").cable("Hub/4", "S/1")
                .set("WEB", "maskSourceMac", false);
        for (int i = 1; i <= 4; i++) {
            sketch = sketch.trunk("Hub/" + i, "10");
        }
        return sketch.cable("HostA/NIC1", "Hub/1").cable("HostB/NIC1", "Hub/2").cable("HostC/NIC1", "Hub/3");
    }

    @Override
    public Rule rule() {
        return new NeedlessNlbFlooding();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a printer beside unicast nodes (U1)", unicast().design(), PRINTER),
                flags("several bystanders, a LAG counting once", crowded().design(),
                        floods("4 ports that serve no node: port 5 of S, port 6 of S, Po7 of S and 1 more")),
                flags("bystanders on another switch of the VLAN", Sketch.unicastOverTwoSwitches().ports("B", 5)
                        .host("SRV1", "2019").nic("SRV1", "A").cable("SRV1/A", "B/5").set("B/5", "accessVlan", 10)
                        .design(), floods("2 ports that serve no node: port 4 of A and port 5 of B")),
                flags("a static entry helps only on its own switch",
                        Sketch.unicastOverTwoSwitches().staticMac("B", 10, "02-BF-AC-1F-03-E8", "B/1").design(),
                        floods("1 port that serves no node: port 4 of A")),
                flags("where IGMP cannot be pruned, multicast with static entries is better",
                        unicast().set("S", "mcastLookup", "ip").design(),
                        PRINTER.replace("to IGMP multicast",
                                "to multicast with a static MAC entry on every hypervisor port")),
                flags("multicast where the switch could prune IGMP (M1)", multicast().design(),
                        ADVICE + "S in VLAN 10 can snoop IGMP and looks up multicast by MAC. "
                                + "Change WEB to IGMP multicast."),
                flags("multicast over two such switches", Sketch.twoSwitches("multicast").design(),
                        ADVICE + "S1 and S2 in VLAN 10 can all snoop IGMP and look up multicast by MAC. "
                                + "Change WEB to IGMP multicast."),
                flags("static MAC entries that leave out a hypervisor port",
                        multicast().staticMac("S", 10, "03-BF-AC-1F-03-E8", "S/1", "S/2").design(),
                        ADVICE + "S in VLAN 10 can snoop IGMP and looks up multicast by MAC. "
                                + "Change WEB to IGMP multicast."),
                accepts("a VLAN of its own (U2)", unicast().set("S/5", "accessVlan", 20).design()),
                accepts("unknown unicast blocked at the printer (U3)",
                        unicast().set("S/5", "blockUnknownUnicast", true).design()),
                accepts("a static entry for the cluster on the switch (U7)",
                        unicast().staticMac("S", 10, "02-BF-AC-1F-03-E8", "S/1", "S/2").design()),
                accepts("a hub that hangs off one switch port (U8)", behindHub().design()),
                accepts("the printer's port has no cable", unicast().without("PRINT1/LAN-S/5").design()),
                accepts("the printer's port is shut", unicast().set("S/5", "adminUp", false).design()),
                accepts("the printer's link is down", unicast().set("PRINT1/LAN", "linkUp", false).design()),
                accepts("a router and a load balancer bring the frames in",
                        unicast().without("PRINT1").with(HardwareLoadBalancer.of(new Id("LB1"), "LB1"))
                                .cable("LB1", "S/5").design()),
                accepts("static MAC entries on all hypervisor ports (M2)",
                        multicast().staticMac("S", 10, "03-BF-AC-1F-03-E8", "S/1", "S/2", "S/3").design()),
                accepts("a switch that looks up by IP", multicast().set("S", "mcastLookup", "ip").design()),
                accepts("one of two switches cannot snoop",
                        Sketch.twoSwitches("multicast").set("S2", "igmpSnoopingCapable", false).design()),
                accepts("IGMP multicast", Sketch.oneSwitch("igmpMulticast").design()),
                accepts("nodes without cables", unicast().without("S").design()),
                cannotTell("the mode is not known", unicast().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                accepts("the mode is not known, but no mode floods anybody here",
                        unicast().set("S/5", "accessVlan", 20).set("S", "mcastLookup", "ip")
                                .set("WEB", "mode", Attribute.unknown()).design()),
                cannotTell("whether the printer's port carries the VLAN",
                        unicast().set("S/5", "accessVlan", Attribute.unknown()).design(),
                        "Cannot evaluate: needs accessVlan of port 5 of S."),
                cannotTell("a port may lead to a node nobody knows of",
                        unicast().set("N1", "possibleOwners", Attribute.unknown()).design(),
                        "Cannot evaluate: needs possibleOwners of N1."),
                cannotTell("a switch whose lookup is in no document",
                        multicast().set("S", "mcastLookup", Attribute.unset()).design(),
                        "Cannot evaluate: needs mcastLookup of S."));
    }
}
