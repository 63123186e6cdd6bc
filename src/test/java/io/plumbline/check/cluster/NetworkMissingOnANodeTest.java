package io.plumbline.check.cluster;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class NetworkMissingOnANodeTest implements RuleContract {

    /// The twins with a third node that has a NIC for A, and one more NIC.
    private static Sketch third() {
        return Sketch.twins("equal").node("HV3", "2012R2").nic("HV3", "A").nic("HV3", "Spare")
                .address("HV3/A", "10.10.1.3").ports("SW-A", 3).ports("SW-B", 3).cable("HV3/A", "SW-A/3")
                .cable("HV3/Spare", "SW-B/3");
    }

    /// The mapped adapters over SET, the second one missing on HV2.
    private static Sketch virtual() {
        return Sketch.setMigration().without("HV2/vB").set("vB", "purposes", List.of("csv"))
                .set("HV1/vB", "rdmaEnabled", false);
    }

    private static Sketch backup() {
        return third().set("HVC1", "lmNetworks", List.of("A")).set("B", "purposes", List.of("backup")).set("B", "role",
                "0");
    }

    @Override
    public Rule rule() {
        return new NetworkMissingOnANode();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the node that came later", third().design(),
                        "error: B does not reach every node of HVC1: HV3 has no endpoint on it. Add an endpoint with the "
                                + "same name, VLAN, MTU and bindings as on the other nodes."),
                RuleContract.flags("a management adapter was forgotten", virtual().design(),
                        "error: vB does not reach every node of HVC1: HV2 has no endpoint on it. Add an endpoint with "
                                + "the same name, VLAN, MTU and bindings as on the other nodes."),
                RuleContract.flags("a link is down", Sketch.twins("equal").set("HV2/B", "linkUp", false).design(),
                        "error: B does not reach every node of HVC1: HV2/B has no link. Bring the link up."),
                RuleContract.flags("missing here, down there",
                        third().set("HV2/B", "linkUp", false).design(),
                        "error: B does not reach every node of HVC1: HV3 has no endpoint on it and HV2/B has no link. "
                                + "Add an endpoint with the same name, VLAN, MTU and bindings as on the other nodes. "
                                + "Bring the link up."),
                RuleContract.accepts("every node is on every network", Sketch.twins("equal").design()),
                RuleContract.accepts("a backup network is asymmetric on purpose", backup().design()),
                RuleContract.accepts("a node that was just placed",
                        Sketch.twins("equal").node("HV3", "2012R2").design()),
                RuleContract.accepts("the address is not typed yet", third().nic("HV3", "B").design()),
                RuleContract.accepts("a NIC without a cable is unfinished",
                        Sketch.twins("equal").without("HV2/B-SW-B/2").design()),
                RuleContract.accepts("nobody is on the network yet",
                        Sketch.twins("equal").without("HV1/B", "HV2/B").design()),
                RuleContract.cannotTell("an address of the node is not known",
                        third().set("HV3/Spare", "ip.addresses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.addresses of HV3/Spare."),
                RuleContract.cannotTell("what the network is for is not known",
                        backup().set("B", "purposes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs purposes of B."));
    }
}
