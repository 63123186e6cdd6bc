package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class CrossedTwinsTest implements RuleContract {

    /// The twins of three nodes; the switches are joined.
    private static Sketch three(boolean swapped) {
        return Sketch.twins("equal").ports("SW-A", 4).ports("SW-B", 4).cable("SW-A/4", "SW-B/4")
                .node("HV3", "2012R2").nic("HV3", "A").nic("HV3", "B").address("HV3/A", "10.10.1.3")
                .address("HV3/B", "10.10.2.3").cable("HV3/A", swapped ? "SW-B/3" : "SW-A/3")
                .cable("HV3/B", swapped ? "SW-A/3" : "SW-B/3");
    }

    /// Two nodes with two NICs each in one subnet, on two switches with a link of this speed.
    private static Sketch oneSubnet(String os, Object linkSpeed) {
        Sketch sketch = Sketch.empty("One subnet").cluster("HVC1").network("SMB", "10.10.1.0/24")
                .set("SMB", "purposes", List.of("liveMigration", "csv")).device("S").device("T").ports("S", 3)
                .ports("T", 3).cable("S/3", "T/3").set("S/3", "speedMbps", linkSpeed)
                .set("T/3", "speedMbps", linkSpeed);
        for (int h = 1; h <= 2; h++) {
            String host = "HV" + h;
            sketch = sketch.node(host, os).nic(host, "N1").nic(host, "N2").address(host + "/N1", "10.10.1." + h)
                    .address(host + "/N2", "10.10.1.1" + h).cable(host + "/N1", "S/" + h)
                    .cable(host + "/N2", "T/" + h);
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new CrossedTwins();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the cables of one node are swapped", three(true).design(),
                        "warning: HV3/A of A is plugged into port 3 of SW-B and HV3/B of B into port 3 of SW-A, while on "
                                + "the other nodes A ends on SW-A and B on SW-B: both networks cross the link between "
                                + "the switches. Swap the two cables."),
                RuleContract.flags("swapped on tagged ports",
                        three(true).tagged().set("HV3/A", "vlanId", 101).set("HV3/B", "vlanId", 102)
                                .trunk("SW-A/3", "102").trunk("SW-B/3", "101").trunk("SW-A/4", "101,102")
                                .trunk("SW-B/4", "101,102").design(),
                        "warning: HV3/A of A is plugged into port 3 of SW-B and HV3/B of B into port 3 of SW-A, while on "
                                + "the other nodes A ends on SW-A and B on SW-B: both networks cross the link between "
                                + "the switches. Swap the two cables."),
                RuleContract.flags("one subnet over a narrow link", oneSubnet("2019", 10000).design(),
                        "warning: SMB is one subnet on S and T; HV1 and HV2 bring 40 Gbps to it, and the link between "
                                + "the switches passes 10 Gbps, less than half of that (20 Gbps). Give each switch a "
                                + "subnet and VLAN of its own, or widen the link."),
                RuleContract.accepts("each network on its own switch", three(false).design()),
                RuleContract.accepts("a node on a third switch",
                        three(false).without("HV3/A-SW-A/3", "HV3/B-SW-B/3").device("SW-C").ports("SW-C", 3)
                                .cable("HV3/A", "SW-C/1").cable("HV3/B", "SW-C/2").cable("SW-C/3", "SW-A/3").design()),
                RuleContract.accepts("one switch for everything",
                        three(false).without("HV1/B-SW-B/1", "HV2/B-SW-B/2", "HV3/B-SW-B/3").ports("SW-A", 8)
                                .cable("HV1/B", "SW-A/5").cable("HV2/B", "SW-A/6").cable("HV3/B", "SW-A/7").design()),
                RuleContract.accepts("swapped, but the switches are not joined: the network is split",
                        three(true).without("SW-A/4-SW-B/4").design()),
                RuleContract.accepts("networks that do not carry bulk",
                        three(true).set("HVC1", "lmNetworks", List.of("A")).design()),
                RuleContract.accepts("one subnet over a link of half the bandwidth",
                        oneSubnet("2019", 20000).design()),
                RuleContract.accepts("2012 R2 uses one NIC of the subnet", oneSubnet("2012R2", 1000).design()),
                RuleContract.accepts("adapters mapped to a NIC each", Sketch.setMigration().design()),
                RuleContract.accepts("a team over two joined switches", Sketch.hiddenUntilFailover().design()),
                RuleContract.cannotTell("the speed of the link is not known",
                        oneSubnet("2019", Attribute.unknown()).design(),
                        "Cannot evaluate: needs speedMbps of port 3 of S."),
                RuleContract.cannotTell("the version is not known",
                        oneSubnet("2019", 10000).set("HV2", "osVersion", Attribute.unknown()).design(),
                        "Cannot evaluate: needs osVersion of HV2."));
    }
}
