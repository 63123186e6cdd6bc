package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.TeamInterface;
import java.util.List;

class VlanBelowVirtualSwitchTest implements RuleContract {

    private static Sketch lbfo() {
        return Sketch.empty("LBFO").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2").nic("H1", "NIC3")
                .lbfo("H1", "Team1", "switchIndependent", "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/Team1/Team1")
                .vm("N1", "H1").vNic("N1", "LAN", "vSwitch1").vNic("N1", "DMZ", "vSwitch1").accessVlan("N1/DMZ", 20);
    }

    private static Sketch second(Sketch sketch, int vlan) {
        return sketch.with(TeamInterface.of(new Id("H1/Team1/Second"), "Second", new Id("H1/Team1")))
                .set("H1/Team1/Second", "vlanId", vlan).set("H1/Team1/Second", "primary", false);
    }

    private static Sketch set() {
        return lbfo().without("H1/Team1").set("H1", "osVersion", "2019").embedded("H1", "SET1", "NIC1", "NIC2")
                .set("H1/vSwitch1", "uplink", "H1/SET1");
    }

    private static final String BIND = ": frames of every other VLAN are dropped below the virtual switch. Bind it to "
            + "the default interface of the team, without a VLAN, and set VLANs at the virtual NICs.";

    @Override
    public Rule rule() {
        return new VlanBelowVirtualSwitch();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a VLAN on the bound interface", lbfo().set("H1/Team1/Team1", "vlanId", 10).design(),
                        "error: H1/vSwitch1 is bound to H1/Team1, which carries VLAN 10 alone" + BIND),
                flags("bound to an additional interface",
                        second(lbfo(), 10).set("H1/vSwitch1", "uplink", "H1/Team1/Second").design(),
                        "error: H1/vSwitch1 is bound to H1/Second, which carries VLAN 10 alone" + BIND),
                flags("bound to an additional interface without a VLAN",
                        lbfo().set("H1/Team1/Team1", "primary", false).design(),
                        "error: H1/vSwitch1 is bound to H1/Team1, which is not the default interface of H1/Team1"
                                + BIND),
                flags("two virtual switches on one team",
                        second(lbfo(), 10).vSwitch("H1", "vSwitch2", "H1/Team1/Second").design(),
                        "error: H1/vSwitch2 is bound to H1/Second, which carries VLAN 10 alone" + BIND),
                flags("both members filter",
                        lbfo().set("H1/NIC1", "vlanId", 10).set("H1/NIC2", "vlanId", 10).design(),
                        "error: H1/NIC1 of H1/Team1 filters VLAN 10 in its driver: the team gets no other VLAN from it. "
                                + "Clear the VLAN ID of the adapter, and set the VLAN at the virtual NICs.",
                        "error: H1/NIC2 of H1/Team1 filters VLAN 10 in its driver: the team gets no other VLAN from it. "
                                + "Clear the VLAN ID of the adapter, and set the VLAN at the virtual NICs."),
                flags("a member of a team without a virtual switch",
                        lbfo().without("H1/vSwitch1").set("H1/NIC1", "vlanId", 10).design(),
                        "error: H1/NIC1 of H1/Team1 filters VLAN 10 in its driver: the team gets no other VLAN from it. "
                                + "Clear the VLAN ID of the adapter, and set the VLAN at the team interface."),
                flags("a member of a SET team", set().set("H1/NIC2", "vlanId", 10).design(),
                        "error: H1/NIC2 of H1/SET1 filters VLAN 10 in its driver: the team gets no other VLAN from it. "
                                + "Clear the VLAN ID of the adapter, and set the VLAN at the virtual NICs."),
                flags("a further interface", second(lbfo(), 30).design(),
                        "error: H1/Team1 carries H1/vSwitch1 and has further interfaces (H1/Second): once a team carries "
                                + "a virtual switch, only the switch may sort VLANs. Put virtual NICs of the management "
                                + "OS in their place."),
                flags("a further interface with an address",
                        second(lbfo(), 30).address("H1/Team1/Second", "10.0.30.1").design(),
                        "error: H1/Team1 carries H1/vSwitch1 and has further interfaces (H1/Second): once a team carries "
                                + "a virtual switch, only the switch may sort VLANs. Put virtual NICs of the management "
                                + "OS in their place."),
                flags("a single adapter under the virtual switch",
                        lbfo().without("H1/Team1").set("H1/vSwitch1", "uplink", "H1/NIC1").set("H1/NIC1", "vlanId", 10)
                                .design(),
                        "error: H1/NIC1 under H1/vSwitch1 filters VLAN 10 in its driver: the virtual switch gets no other "
                                + "VLAN from it. Clear the VLAN ID of the adapter, and set the VLAN at the virtual "
                                + "NICs."),
                accepts("VLANs at the virtual NICs", lbfo().design()),
                accepts("several interfaces with VLANs, no virtual switch",
                        second(lbfo().without("H1/vSwitch1").set("H1/Team1/Team1", "vlanId", 20), 30).design()),
                accepts("an adapter that is an endpoint itself",
                        lbfo().set("H1/NIC3", "vlanId", 101).address("H1/NIC3", "10.10.1.1").design()),
                accepts("SET, VLANs at the virtual NICs", set().design()),
                cannotTell("the VLAN of a member is not known",
                        lbfo().set("H1/NIC1", "vlanId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanId of H1/NIC1."),
                cannotTell("the VLAN of the bound interface is not known",
                        lbfo().set("H1/Team1/Team1", "vlanId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanId of H1/Team1."));
    }
}
