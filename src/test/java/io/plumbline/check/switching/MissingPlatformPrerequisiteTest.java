package io.plumbline.check.switching;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.SwitchModel;
import java.util.List;

class MissingPlatformPrerequisiteTest implements RuleContract {

    private static final String SHARED = "02-BF-AC-1F-03-E8";

    /// S routes VLAN 10 itself; router R is gone.
    private static Sketch routing(String mode) {
        return Sketch.oneSwitch(mode).without("R").gateway("S", 10, "172.31.3.1/24");
    }

    private static Sketch os9(String mode) {
        return routing(mode).set("S", "platform.os", "os9");
    }

    private static Sketch nexus(String mode) {
        return routing(mode).with(Element.with(SwitchModel.of(new Id("n9k"), "Cisco Nexus 9000"), "os", "nxos"))
                .set("S", "model", "n9k");
    }

    private static Sketch arp(Sketch sketch) {
        return sketch.staticArp("S/VLAN10", "172.31.3.232", SHARED);
    }

    private static Sketch entry(Sketch sketch) {
        return sketch.staticMac("S", 10, SHARED, "S/1", "S/2", "S/3");
    }

    private static String lacks(String missing) {
        return "error: S (Nexus 9000) routes VLAN 10 and lacks " + missing + " for " + SHARED
                + " of WEB, without which it "
                + "serves one node in unicast mode. Add both entries.";
    }

    private static String old(String release) {
        return "error: S (Nexus 9000, NX-OS " + release
                + ") routes VLAN 10 for WEB, which runs in multicast mode: routed "
                + "multicast-mode NLB works from NX-OS 9.2(1) on. Upgrade, or let another device route the VLAN.";
    }

    private static Sketch release(String release) {
        return nexus("multicast").set("S", "platform.release", release);
    }

    @Override
    public Rule rule() {
        return new MissingPlatformPrerequisite();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: OS9 without VLAN flooding", os9("unicast").design(),
                        "error: S (Dell OS9) routes VLAN 10 without ip vlan-flooding: it sends routed requests for WEB in "
                                + "unicast mode to the one port it has learned. Add ip vlan-flooding."),
                flags("b: Nexus 9000 with neither entry", nexus("unicast").design(),
                        lacks("a static ARP and a static MAC entry")),
                flags("b: Nexus 9000 without the MAC entry", arp(nexus("unicast")).design(),
                        lacks("a static MAC entry")),
                flags("b: Nexus 9000 without the ARP entry", entry(nexus("unicast")).design(),
                        lacks("a static ARP entry")),
                flags("c: an old release", release("7.0(3)I7(6)").design(), old("7.0(3)I7(6)")),
                flags("c: just too old", release("9.1(2)").design(), old("9.1(2)")),
                flags("d: UCS", Sketch.oneSwitch("unicast").set("S", "platform.os", "UCS Manager").design(),
                        "warning: S is a UCS fabric interconnect, which in end-host mode does not flood unknown unicast: WEB "
                                + "in VLAN 10 needs that in unicast mode. Use IGMP multicast or multicast mode."),
                accepts("OS9 with VLAN flooding", os9("unicast").set("S", "vlanFlooding", true).design()),
                accepts("OS9 in multicast mode", os9("multicast").design()),
                accepts("OS9 as a pure layer-2 switch",
                        Sketch.oneSwitch("unicast").set("S", "platform.os", "os9").design()),
                accepts("Nexus 9000 with both entries", entry(arp(nexus("unicast"))).design()),
                accepts("Nexus 9000 in IGMP mode", nexus("igmpMulticast").design()),
                accepts("a new release", release("9.2(1)").design()),
                accepts("a newer one", release("10.3(4a)").design()),
                accepts("another platform", routing("unicast").set("S", "platform.os", "ios").design()),
                accepts("UCS in IGMP mode", Sketch.oneSwitch("igmpMulticast").set("S", "platform.os", "UCS Manager")
                        .design()),
                cannotTell("an unknown platform", routing("unicast").design(),
                        "Cannot evaluate: needs platform.os of S."),
                cannotTell("NX-OS on an unknown model", routing("unicast").set("S", "platform.os", "nxos").design(),
                        "Cannot evaluate: needs model of S."),
                cannotTell("an unknown release", nexus("multicast").design(),
                        "Cannot evaluate: needs platform.release of S."),
                cannotTell("VLAN flooding is not known",
                        os9("unicast").set("S", "vlanFlooding", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanFlooding of S."));
    }
}
