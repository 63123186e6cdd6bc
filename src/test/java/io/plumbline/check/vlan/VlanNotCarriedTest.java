package io.plumbline.check.vlan;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class VlanNotCarriedTest implements RuleContract {

    /// Two nodes with SET over two joined switches; a clustered VM in VLAN 20 on HV1.
    private static Sketch vms() {
        Sketch sketch = Sketch.empty("VMs").cluster("HVC1").vlan(20).device("A").device("B").ports("A", 4).ports("B", 4)
                .cable("A/3", "B/3").trunk("A/3", "20,101").trunk("B/3", "20,101");
        for (int h = 1; h <= 2; h++) {
            String host = "HV" + h;
            sketch = sketch.node(host, "2019").nic(host, "N1").nic(host, "N2").embedded(host, "SET1", "N1", "N2")
                    .vSwitch(host, "vSwitch1", host + "/SET1").cable(host + "/N1", "A/" + h)
                    .cable(host + "/N2", "B/" + h).trunk("A/" + h, "20,101").trunk("B/" + h, "20,101");
        }
        return sketch.vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").accessVlan("VM1/LAN", 20);
    }

    /// The same with a migration adapter on each host.
    private static Sketch migration() {
        return vms().without("VM1").network("LM", "10.10.1.0/24").vNic("HV1", "LM", "vSwitch1")
                .vNic("HV2", "LM", "vSwitch1").accessVlan("HV1/LM", 101).accessVlan("HV2/LM", 101)
                .address("HV1/LM", "10.10.1.1").address("HV2/LM", "10.10.1.2");
    }

    /// Adapters mapped to one member each, in a VLAN that only the switch of that member knows.
    private static Sketch mapped() {
        return Sketch.setMigration().accessVlan("HV1/vA", 101).accessVlan("HV2/vA", 101).accessVlan("HV1/vB", 102)
                .accessVlan("HV2/vB", 102).trunk("SW-A/1", "101").trunk("SW-A/2", "101").trunk("SW-B/1", "102")
                .trunk("SW-B/2", "102").trunk("SW-A/3", "10").trunk("SW-B/3", "10");
    }

    @Override
    public Rule rule() {
        return new VlanNotCarried();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("a host that the VM can move to", vms().trunk("B/2", "101").design(),
                        "error: Port 2 of B in front of HV2 does not carry VLAN 20, which VM1/LAN needs there: it allows "
                                + "101. Allow VLAN 20 there."),
                RuleContract.flags("an access port under a tagged adapter", vms().set("A/1", "mode", "access").design(),
                        "error: Port 1 of A in front of HV1 does not carry VLAN 20, which VM1/LAN needs there: it is an "
                                + "access port of VLAN 1. Make it a trunk that allows VLAN 20."),
                RuleContract.flags("a LAG is one finding",
                        Sketch.b0().trunk("Po2", "20").design(),
                        "error: Po2 of Stack in front of H2 does not carry VLAN 10, which N1/NLB and N2/NLB need there: "
                                + "it allows 20. Allow VLAN 10 there."),
                RuleContract.flags("an untagged VM that lands in another VLAN",
                        vms().set("VM1/LAN", "vlanMode", "untagged").set("VM1/LAN", "vlanId", 0)
                                .set("A/1", "nativeVlan", 5).set("B/1", "nativeVlan", 5).set("A/2", "nativeVlan", 5)
                                .trunk("A/3", "5,20").trunk("B/3", "5,20").design(),
                        "error: Port 2 of B in front of HV2 does not carry VLAN 5, which VM1/LAN needs there: its "
                                + "untagged frames are in VLAN 1. Put its untagged frames into VLAN 5."),
                RuleContract.flags("a tagged NIC", Sketch.twins("slower").tagged().trunk("SW-B/2", "101").design(),
                        "error: Port 2 of SW-B in front of HV2 does not carry VLAN 102, which HV2/B needs there: it "
                                + "allows 101. Allow VLAN 102 there."),
                RuleContract.flags("the link between two switches lacks the migration VLAN",
                        migration().trunk("A/3", "20").trunk("B/3", "20").design(),
                        "error: HV1/LM and HV2/LM need VLAN 101 on A and on B, and nothing carries it between them: port "
                                + "3 of A and port 3 of B do not carry it. Allow VLAN 101 there."),
                RuleContract.flags("one end of the only link lacks it", migration().trunk("B/3", "20").design(),
                        "error: HV1/LM and HV2/LM need VLAN 101 on A and on B, and nothing carries it between them: port "
                                + "3 of B does not carry it. Allow VLAN 101 there."),
                RuleContract.flags("no link at all", migration().without("A/3-B/3").design(),
                        "error: HV1/LM and HV2/LM need VLAN 101 on A and on B, and nothing carries it between them: no "
                                + "link joins them. Join the switches with a link that carries VLAN 101."),
                RuleContract.flags("nodes of one NLB cluster on both sides of the link",
                        Sketch.unicastOverTwoSwitches().trunk("A/3", "20").trunk("B/3", "20").design(),
                        "error: N1/NLB and N2/NLB need VLAN 10 on A and on B, and nothing carries it between them: port "
                                + "3 of A and port 3 of B do not carry it. Allow VLAN 10 there."),
                RuleContract.flags("the link beside it does not take over",
                        migration().cable("A/4", "B/4").trunk("A/4", "20,30").trunk("B/4", "20,30")
                                .vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").accessVlan("VM1/LAN", 20).design(),
                        "warning: The link from port 4 of A to port 4 of B does not carry VLAN 101, so it cannot take "
                                + "over when the link beside it (port 3 of A) fails. Allow VLAN 101 on both ends."),
                RuleContract.flags("one end of a second link lacks it",
                        migration().cable("A/4", "B/4").trunk("A/4", "101").trunk("B/4", "20").design(),
                        "warning: Port 4 of B does not allow VLAN 101, while port 4 of A at the other end of the link "
                                + "does and hosts behind both ends use it. Allow VLAN 101 on port 4 of B."),
                RuleContract.accepts("every port and the link carry it", vms().design()),
                RuleContract.accepts("every port and the link carry the migration VLAN", migration().design()),
                RuleContract.accepts("a host that is no possible owner",
                        vms().trunk("B/2", "101").set("VM1", "possibleOwners", List.of("HV1")).design()),
                RuleContract.accepts("a host without a virtual switch of that name",
                        vms().trunk("B/2", "101").set("HV2/vSwitch1", "name", "Other").design()),
                RuleContract.accepts("a VM that is no clustered role stays where it is",
                        vms().trunk("B/2", "101").set("VM1", "clusteredRole", false).design()),
                RuleContract.accepts("an access port of the VLAN for a NIC without a tag",
                        Sketch.twins("equal").set("SW-A/1", "accessVlan", 101).set("SW-A/2", "accessVlan", 101)
                                .design()),
                RuleContract.accepts("different VLANs on the two switches, each for adapters mapped to that side",
                        mapped().design()),
                RuleContract.accepts("a pruned VLAN that nobody uses", vms().trunk("A/3", "20").trunk("B/3", "20")
                        .design()),
                RuleContract.accepts("VMs behind switches that no drawn link joins", vms().without("A/3-B/3").design()),
                RuleContract.accepts("two links that split the VLANs",
                        migration().trunk("A/3", "101").trunk("B/3", "101").cable("A/4", "B/4").trunk("A/4", "20")
                                .trunk("B/4", "20").design()),
                RuleContract.accepts("a second link that is shut",
                        migration().cable("A/4", "B/4").trunk("A/4", "20").trunk("B/4", "20")
                                .set("A/4", "adminUp", false).design()),
                RuleContract.accepts("a trunk for a virtual firewall",
                        vms().set("VM1/LAN", "vlanMode", "trunk").set("VM1/LAN", "allowedVlanIds", "1-4094").design()),
                RuleContract.cannotTell("the list of a port is not known",
                        vms().set("B/2", "allowedVlans", Attribute.unknown()).design(),
                        "Cannot evaluate: needs allowedVlans of port 2 of B."),
                RuleContract.cannotTell("the list of the link is not known",
                        migration().set("B/3", "allowedVlans", Attribute.unknown()).design(),
                        "Cannot evaluate: needs allowedVlans of port 3 of B."));
    }
}
