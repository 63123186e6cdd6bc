package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class NlbOnVirtualisedNetworkTest implements RuleContract {

    private static String overlay(String where) {
        return "warning: WEB is an NLB cluster in an overlay network (" + where
                + "), which forwards by known addresses and "
                + "has no place for one MAC at many nodes. Use the Software Load Balancer or a pair of load balancers, or "
                + "move the nodes to a VLAN.";
    }

    private static Sketch managed() {
        return Sketch.b0().set("H1/vSwitch1", "hnvManaged", true);
    }

    @Override
    public Rule rule() {
        return new NlbOnVirtualisedNetwork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a virtual subnet", Sketch.b0().set("N1/NLB", "virtualSubnetId", 5001).design(),
                        overlay("N1/NLB is in virtual subnet 5001")),
                flags("a managed virtual switch", managed().design(),
                        overlay("N1/NLB is on H1/vSwitch1, which the Network Controller manages")),
                flags("a virtualised network", Sketch.b0().set("VLAN10", "virtualised", true).design(),
                        overlay("N1/NLB is in VLAN 10 (VLAN10), a virtualised network and N2/NLB is in VLAN 10 (VLAN10), "
                                + "a virtualised network")),
                accepts("a VLAN", Sketch.b0().design()),
                accepts("another adapter is in the overlay", Sketch.b0().vNic("N1", "TENANT", "vSwitch1")
                        .set("N1/TENANT", "virtualSubnetId", 5001).design()),
                accepts("a managed switch, but the VLAN is outside the overlay",
                        managed().set("VLAN10", "virtualised", false).design()),
                cannotTell("nobody knows who manages the switch",
                        Sketch.b0().set("H1/vSwitch1", "hnvManaged", Attribute.unknown()).design(),
                        "Cannot evaluate: needs hnvManaged of H1/vSwitch1."),
                cannotTell("the virtual subnet is not known",
                        Sketch.b0().set("N2/NLB", "virtualSubnetId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs virtualSubnetId of N2/NLB."));
    }
}
