package io.plumbline.check.cluster;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class DependentClusterNetworksTest implements RuleContract {

    /// Two nodes with a team of two NICs, one on each of two switches that are joined, and these tagged adapters over it.
    private static Sketch teamed(String... networks) {
        Sketch sketch = Sketch.empty("Team").cluster("HVC1").device("S").device("T").ports("S", 3).ports("T", 3)
                .cable("S/3", "T/3").trunk("S/3", "all").trunk("T/3", "all");
        for (int i = 0; i < networks.length; i++) {
            sketch = sketch.network(networks[i], "10.10." + i + ".0/24");
        }
        for (int h = 1; h <= 2; h++) {
            String host = "HV" + h;
            sketch = sketch.node(host, "2019").nic(host, "N1").nic(host, "N2").embedded(host, "SET1", "N1", "N2")
                    .vSwitch(host, "vSwitch1", host + "/SET1").cable(host + "/N1", "S/" + h)
                    .cable(host + "/N2", "T/" + h).trunk("S/" + h, "all").trunk("T/" + h, "all");
            for (int i = 0; i < networks.length; i++) {
                sketch = sketch.vNic(host, networks[i], "vSwitch1").accessVlan(host + "/" + networks[i], 100 + i)
                        .address(host + "/" + networks[i], "10.10." + i + "." + h);
            }
        }
        return sketch;
    }

    /// The twins of both hosts on one switch.
    private static Sketch onOneSwitch() {
        return Sketch.twins("equal").ports("SW-A", 4).without("HV1/B-SW-B/1", "HV2/B-SW-B/2")
                .cable("HV1/B", "SW-A/3").cable("HV2/B", "SW-A/4");
    }

    /// Both networks as VLANs over one NIC per host.
    private static Sketch overOneNic() {
        return teamed("A", "B").without("HV1/N2", "HV2/N2");
    }

    private static Sketch alone() {
        return Sketch.twins("equal").without("B", "HV1/B", "HV2/B");
    }

    @Override
    public Rule rule() {
        return new DependentClusterNetworks();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("one network over one NIC each", alone().design(),
                        "warning: A is the only cluster network between HV1 and HV2, and the loss of SW-A, HV1/A and "
                                + "HV2/A takes it away, each by itself. Enable a second network on other NICs and "
                                + "switches."),
                RuleContract.flags("one network over a team and two switches", teamed("LM").design(),
                        "advice: LM is the only cluster network between HV1 and HV2; no single failure takes it away, "
                                + "but one network is all there is. Enable a second network on other NICs and switches."),
                RuleContract.flags("the team of one host is plugged into one switch",
                        teamed("LM").without("HV2/N2-T/2").ports("S", 4).cable("HV2/N2", "S/4").trunk("S/4", "all")
                                .design(),
                        "warning: LM is the only cluster network between HV1 and HV2, and the loss of S takes it away. "
                                + "Enable a second network on other NICs and switches."),
                RuleContract.flags("a second network that the cluster leaves alone",
                        Sketch.twins("equal").set("B", "role", "0").design(),
                        "warning: A is the only cluster network between HV1 and HV2, and the loss of SW-A, HV1/A and "
                                + "HV2/A takes it away, each by itself. Enable a second network on other NICs and "
                                + "switches."),
                RuleContract.flags("twins on one switch", onOneSwitch().design(),
                        "warning: A and B are not independent between HV1 and HV2: the loss of SW-A takes both. Lead one "
                                + "of them over other NICs and switches."),
                RuleContract.flags("two VLANs on one NIC", overOneNic().design(),
                        "warning: A and B are not independent between HV1 and HV2: the loss of S, HV1/N1 and HV2/N1 "
                                + "takes both, each by itself. Lead one of them over other NICs and switches."),
                RuleContract.flags("two VLANs over one redundant team", teamed("SMB1", "SMB2").design(),
                        "advice: SMB1 and SMB2 run over the same NICs between HV1 and HV2; no single failure takes them "
                                + "away, but they are one network with two names. Give one of them NICs of its own."),
                RuleContract.flags("two units of one stack",
                        Sketch.twins("equal").stack("Stack", "U").set("SW-A", "stack", "Stack").set("SW-B", "stack",
                                "Stack").design(),
                        "warning: A and B are not independent between HV1 and HV2: the loss of Stack takes both. Lead "
                                + "one of them over other NICs and switches."),
                RuleContract.accepts("twins over a switch each", Sketch.twins("equal").design()),
                RuleContract.accepts("adapters mapped to a NIC each", Sketch.setMigration().design()),
                RuleContract.accepts("twins and a third network over both switches",
                        Sketch.twins("equal").network("Mgmt", "10.0.0.0/24").design()),
                RuleContract.accepts("no cluster network is drawn", Sketch.b0().design()),
                RuleContract.accepts("nothing is cabled yet",
                        Sketch.twins("equal").without("HV1/A-SW-A/1", "HV2/A-SW-A/2", "HV1/B-SW-B/1", "HV2/B-SW-B/2")
                                .design()),
                RuleContract.accepts("twins joined by cables from host to host",
                        Sketch.twins("equal").without("SW-A", "SW-B").cable("HV1/A", "HV2/A").cable("HV1/B", "HV2/B")
                                .design()),
                RuleContract.cannotTell("the role of the second network is not known",
                        Sketch.twins("equal").set("B", "role", Attribute.unknown()).design(),
                        "Cannot evaluate: needs role of B."),
                RuleContract.cannotTell("the VLAN of a port is not known",
                        Sketch.twins("equal").set("SW-B/1", "accessVlan", Attribute.unknown()).design(),
                        "Cannot evaluate: needs accessVlan of port 1 of SW-B."));
    }
}
