package io.plumbline.check.vlan;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class NativeVlansDifferTest implements RuleContract {

    /// Two switches with a trunk between them.
    private static Sketch link(Object here, Object there) {
        return Sketch.empty("Link").device("A").device("B").ports("A", 2).ports("B", 2).cable("A/1", "B/1")
                .trunk("A/1", "10,20,99").trunk("B/1", "10,20,99").set("A/1", "nativeVlan", here)
                .set("B/1", "nativeVlan", there);
    }

    private static Sketch bundled() {
        return link(99, 10).cable("A/2", "B/2").lag("PoA", "A/1", "A/2").lag("PoB", "B/1", "B/2")
                .set("A/1", "nativeVlan", Attribute.unset()).set("B/1", "nativeVlan", Attribute.unset())
                .trunk("PoA", "all").trunk("PoB", "all").set("PoA", "nativeVlan", 99).set("PoB", "nativeVlan", 10);
    }

    /// A host whose NIC is on the network Mgmt, which is meant to be VLAN 10, on a trunk.
    private static Sketch host(Object nativeVlan) {
        return Sketch.empty("Host").cluster("HVC1").vlan(10).network("Mgmt", "10.0.0.0/24")
                .set("Mgmt", "vlan", "VLAN10")
                .device("A").ports("A", 2).node("HV1", "2019").nic("HV1", "N1").address("HV1/N1", "10.0.0.1")
                .cable("HV1/N1", "A/1").trunk("A/1", "10,20").set("A/1", "nativeVlan", nativeVlan);
    }

    private static Sketch virtual(String vlanMode) {
        Sketch sketch = host(1).without("HV1/N1").nic("HV1", "N1").cable("HV1/N1", "A/1")
                .vSwitch("HV1", "vSwitch1", "HV1/N1").vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1")
                .set("VM1/LAN", "intendedVlan", "VLAN10");
        return vlanMode.equals("access") ? sketch.accessVlan("VM1/LAN", 10) : sketch;
    }

    /// A team over two ports with native VLANs 10 and this one.
    private static Sketch team(Object second) {
        return Sketch.empty("Team").device("A").device("B").ports("A", 1).ports("B", 1).host("HV1", "2019")
                .nic("HV1", "N1").nic("HV1", "N2").embedded("HV1", "SET1", "N1", "N2")
                .vSwitch("HV1", "vSwitch1", "HV1/SET1").cable("HV1/N1", "A/1").cable("HV1/N2", "B/1")
                .trunk("A/1", "all").trunk("B/1", "all").set("A/1", "nativeVlan", 10).set("B/1", "nativeVlan", second);
    }

    @Override
    public Rule rule() {
        return new NativeVlansDiffer();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the ends of a trunk", link(99, 10).design(),
                        "error: Port 1 of A puts untagged frames into VLAN 99, port 1 of B at the other end of the link "
                                + "into VLAN 10: the two VLANs run into each other there, while every tagged VLAN works. "
                                + "Set the same native VLAN at both ends, or tag it."),
                RuleContract.flags("the ends of a LAG are one finding", bundled().design(),
                        "error: PoA of A puts untagged frames into VLAN 99, PoB of B at the other end of the link into "
                                + "VLAN 10: the two VLANs run into each other there, while every tagged VLAN works. Set "
                                + "the same native VLAN at both ends, or tag it."),
                RuleContract.flags("a NIC whose network belongs to another VLAN", host(1).design(),
                        "error: HV1/N1 sends untagged frames that belong to VLAN 10, but port 1 of A puts them into VLAN "
                                + "1. Set native VLAN 10 there, or tag the adapter."),
                RuleContract.flags("a VM that is meant for another VLAN", virtual("untagged").design(),
                        "error: VM1/LAN sends untagged frames that belong to VLAN 10, but port 1 of A puts them into "
                                + "VLAN 1. Set native VLAN 10 there, or tag the adapter."),
                RuleContract.flags("the uplinks of a team, nothing untagged yet", team(20).design(),
                        "advice: HV1/SET1 has uplinks with different native VLANs: 10 on port 1 of A and 20 on port 1 of "
                                + "B. Nothing sends untagged frames there yet; whatever will, changes its VLAN with the "
                                + "member. Set the same native VLAN on all of them."),
                RuleContract.flags("the uplinks of a team with an untagged VM",
                        team(20).vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1").design(),
                        "error: HV1/SET1 has uplinks with different native VLANs: 10 on port 1 of A and 20 on port 1 of "
                                + "B. VM1/LAN sends untagged frames there, and their VLAN depends on the member they "
                                + "take. Set the same native VLAN on all of them."),
                RuleContract.flags("an untagged VM whose VLAN is known names the wrong port alone",
                        team(20).vlan(10).vm("VM1", "HV1").vNic("VM1", "LAN", "vSwitch1")
                                .set("VM1/LAN", "intendedVlan", "VLAN10").design(),
                        "error: VM1/LAN sends untagged frames that belong to VLAN 10, but port 1 of B puts them into "
                                + "VLAN 20. Set native VLAN 10 there, or tag the adapter."),
                RuleContract.accepts("the same native VLAN", link(99, 99).design()),
                RuleContract.accepts("both ends tag it",
                        link(99, 10).set("A/1", "tagNative", true).set("B/1", "tagNative", true).design()),
                RuleContract.accepts("both ends drop untagged frames",
                        link(99, 98).trunk("A/1", "10").trunk("B/1", "10").design()),
                RuleContract.accepts("access ports", link(99, 10).set("A/1", "mode", "access").set("B/1", "mode",
                        "access").design()),
                RuleContract.accepts("the native VLAN is the intended one", host(10).design()),
                RuleContract.accepts("the NIC tags its frames", host(1).set("HV1/N1", "vlanId", 10).design()),
                RuleContract.accepts("an access port", host(1).set("A/1", "mode", "access").design()),
                RuleContract.accepts("the VM tags its frames", virtual("access").design()),
                RuleContract.accepts("nobody said which VLAN is meant", host(1).set("Mgmt", "vlan", Attribute.unset())
                        .design()),
                RuleContract.accepts("uplinks that agree", team(10).design()),
                RuleContract.accepts("different VLANs on two switches without a link: tagged twins",
                        Sketch.twins("equal").tagged().design()),
                RuleContract.accepts("a cable that is shut", link(99, 10).set("A/1", "adminUp", false).design()),
                RuleContract.cannotTell("one native VLAN is not known", link(99, Attribute.unknown()).design(),
                        "Cannot evaluate: needs nativeVlan of port 1 of B."),
                RuleContract.cannotTell("the native VLAN in front of the host is not known",
                        host(Attribute.unknown()).design(), "Cannot evaluate: needs nativeVlan of port 1 of A."),
                RuleContract.cannotTell("one uplink of the team is not known", team(Attribute.unknown()).design(),
                        "Cannot evaluate: needs nativeVlan of port 1 of B."));
    }
}
