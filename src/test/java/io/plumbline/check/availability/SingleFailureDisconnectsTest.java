package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class SingleFailureDisconnectsTest implements RuleContract {

    /// Both twins of both hosts on one switch, and a third network over another one.
    private static Sketch twinsOnOneSwitch() {
        return management(Sketch.twins("equal").ports("SW-A", 4).without("HV1/B-SW-B/1", "HV2/B-SW-B/2")
                .cable("HV1/B", "SW-A/3").cable("HV2/B", "SW-A/4"));
    }

    private static Sketch management(Sketch sketch) {
        Sketch more = sketch.network("Mgmt", "10.0.0.0/24").device("SW-M").ports("SW-M", 2);
        for (int h = 1; h <= 2; h++) {
            more = more.nic("HV" + h, "Mgmt").address("HV" + h + "/Mgmt", "10.0.0." + h).cable("HV" + h + "/Mgmt",
                    "SW-M/" + h);
        }
        return more;
    }

    /// Two nodes at each of two sites, one bundled link between the sites.
    private static Sketch sites() {
        Sketch sketch = Sketch.empty("Sites").cluster("HVC1").network("A", "10.10.1.0/24")
                .network("B", "10.10.2.0/24").device("EAST").device("WEST").ports("EAST", 6).ports("WEST", 6)
                .cable("EAST/5", "WEST/5").cable("EAST/6", "WEST/6").lag("PoE", "EAST/5", "EAST/6")
                .lag("PoW", "WEST/5", "WEST/6").trunk("PoE", "all").trunk("PoW", "all");
        for (int h = 1; h <= 4; h++) {
            String host = "HV" + h;
            String site = h <= 2 ? "EAST" : "WEST";
            int port = (h - 1) % 2 * 2 + 1;
            sketch = sketch.node(host, "2019").nic(host, "A").nic(host, "B").address(host + "/A", "10.10.1." + h)
                    .address(host + "/B", "10.10.2." + h).cable(host + "/A", site + "/" + port)
                    .cable(host + "/B", site + "/" + (port + 1)).set(site + "/" + port, "accessVlan", 101)
                    .set(site + "/" + (port + 1), "accessVlan", 102);
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new SingleFailureDisconnects();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("both twins on one card", Sketch.twins("equal").set("HV1/B", "card", "1").design(),
                        "warning: If card 1 of HV1 fails, A and B fail together: that is every cluster network between "
                                + "HV1 and HV2. Lead a network over a NIC on another card."),
                RuleContract.flags("the only link between two sites", sites().design(),
                        "warning: If PoE of EAST fails, A and B fail together: that is every cluster network between "
                                + "HV1 and HV2 on one side and HV3 and HV4 on the other. Lead a network over another "
                                + "link.",
                        "warning: If EAST fails, A and B fail together: that is every cluster network between HV1 and "
                                + "HV2. Lead a network over another switch.",
                        "warning: If WEST fails, A and B fail together: that is every cluster network between HV3 and "
                                + "HV4. Lead a network over another switch."),
                RuleContract.flags("both migration networks on one switch, management on another",
                        twinsOnOneSwitch().design(),
                        "advice: If SW-A fails, A and B fail together: that is everything that carries live migrations "
                                + "between HV1 and HV2. Lead a network over another switch."),
                RuleContract.flags("both migration networks on one card of one of three nodes",
                        management(Sketch.twins("equal")).ports("SW-A", 3).ports("SW-B", 3).ports("SW-M", 3)
                                .node("HV3", "2012R2").nic("HV3", "A").nic("HV3", "B").nic("HV3", "Mgmt")
                                .address("HV3/A", "10.10.1.3").address("HV3/B", "10.10.2.3")
                                .address("HV3/Mgmt", "10.0.0.3").cable("HV3/A", "SW-A/3").cable("HV3/B", "SW-B/3")
                                .cable("HV3/Mgmt", "SW-M/3").set("HV3/A", "card", "7").set("HV3/B", "card", "7")
                                .design(),
                        "advice: If card 7 of HV3 fails, A and B fail together: that is everything that carries live "
                                + "migrations between HV3 and each of HV1 and HV2. Lead a network over a NIC on another "
                                + "card."),
                RuleContract.flags("one unit of a stack carries both",
                        Sketch.twins("equal").stack("Stack", "U1", "U2").ports("U1", 4).ports("U2", 2)
                                .without("SW-A", "SW-B").cable("HV1/A", "U1/1").cable("HV1/B", "U1/2")
                                .cable("HV2/A", "U1/3").cable("HV2/B", "U1/4").design(),
                        "warning: If unit U1 of Stack fails, A and B fail together: that is every cluster network "
                                + "between HV1 and HV2. Move a cable to another unit."),
                RuleContract.flags("one network over one NIC each: the smallest parts",
                        Sketch.twins("equal").without("B", "HV1/B", "HV2/B").design(),
                        "warning: If HV1/A fails, A fails: that is every cluster network between HV1 and HV2. Lead a "
                                + "network over another NIC.",
                        "warning: If HV2/A fails, A fails: that is every cluster network between HV1 and HV2. Lead a "
                                + "network over another NIC."),
                RuleContract.accepts("twins over two switches and two cards", Sketch.twins("equal").design()),
                RuleContract.accepts("two units of a stack: the stack is judged by HA004",
                        Sketch.twins("equal").stack("Stack", "U").set("SW-A", "stack", "Stack").set("SW-B", "stack",
                                "Stack").design()),
                RuleContract.accepts("a team over two joined switches", Sketch.hiddenUntilFailover().design()),
                RuleContract.accepts("one migration network is selected: nothing was redundant",
                        management(Sketch.twins("equal")).set("HVC1", "lmNetworks", List.of("A")).design()),
                RuleContract.accepts("both migration networks fail, but SMB cannot run on one of them anyway",
                        twinsOnOneSwitch().set("HV2/B", "ip.bindings.msServer", false)
                                .set("HV1/B", "ip.bindings.msServer", false).design()),
                RuleContract.accepts("nobody noted the cards",
                        Sketch.twins("equal").set("HV1/A", "card", Attribute.unset()).set("HV1/B", "card",
                                Attribute.unset()).design()),
                RuleContract.cannotTell("a third network may help",
                        Sketch.twins("equal").set("HV1/B", "card", "1").network("C", "10.10.3.0/24")
                                .device("SW-C").ports("SW-C", 2).nic("HV1", "C").nic("HV2", "C")
                                .address("HV1/C", "10.10.3.1").address("HV2/C", "10.10.3.2").cable("HV1/C", "SW-C/1")
                                .cable("HV2/C", "SW-C/2").set("SW-C/1", "accessVlan", Attribute.unknown())
                                .set("HVC1", "lmNetworks", List.of("A")).design(),
                        "Cannot evaluate: needs accessVlan of port 1 of SW-C."));
    }
}
