package io.plumbline.check.switching;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;
import java.util.Map;

class AddressSecurityOnHostPortTest implements RuleContract {

    private static final String TEAM = "the switch-independent team H1/Team1 and nodes of WEB";

    private static Sketch hosts() {
        return Sketch.unicastOverTwoSwitches();
    }

    private static Sketch secured(int most) {
        return hosts().set("A/1", "portSecurity.enabled", true).set("A/1", "portSecurity.maxMacs", most);
    }

    @Override
    public Rule rule() {
        return new AddressSecurityOnHostPort();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: ARP inspection in the VLAN",
                        Sketch.oneSwitch("unicast").set("S", "arpInspection", Map.of(10, true))
                                .set("S/2", "arpTrusted", true).set("S/3", "securityTrusted", true).design(),
                        "warning: Port 1 of S inspects ARP, and nodes of WEB behind it rightly answers for one address with "
                                + "several MACs: replies are dropped. Trust the port, and enforce addresses on the virtual "
                                + "switch."),
                flags("b: source guard", hosts().set("A/1", "ipSourceGuard", true).design(),
                        "warning: Port 1 of A guards source addresses, and " + TEAM
                                + " behind it rightly sends one address "
                                + "from several MACs: frames are dropped. Trust the port, and enforce addresses on the "
                                + "virtual switch."),
                flags("c: port security with room for all", secured(20).design(),
                        "warning: Port 1 of A runs port security, and " + TEAM
                                + " behind it makes MACs come, go and move. "
                                + "Turn it off there, and enforce addresses on the virtual switch."),
                flags("d: 802.1X", hosts().set("A/1", "dot1x", true).design(),
                        "warning: Port 1 of A demands 802.1X, and " + TEAM
                                + " behind it sends from MACs that never log on. "
                                + "Trust the port."),
                flags("e: a limit of two for three MACs", secured(2).design(),
                        "error: Port 1 of A runs port security that lets 2 MACs pass, and there are 3 behind it: it will "
                                + "drop frames or shut the port. Turn it off there, or raise the limit."),
                flags("e: the limit that it comes with",
                        Sketch.b0().set("S1/1", "portSecurity.enabled", true).design(),
                        "error: Port 1 of S1 runs port security that lets 1 MAC pass, and there are 2 behind it: it will "
                                + "drop frames or shut the port. Turn it off there, or raise the limit."),
                flags("e: sticky MACs of a VM that moves",
                        secured(20).set("A/1", "portSecurity.sticky", true).design(),
                        "error: Port 1 of A runs port security that keeps learned MACs for good, and N1 can move to another "
                                + "host: it will drop frames or shut the port. Turn it off there, or raise the limit."),
                accepts("nothing of the kind", hosts().design()),
                accepts("DHCP snooping with trusted ports",
                        hosts().set("A", "dhcpSnooping", Map.of(10, true)).set("A/1", "arpTrusted", true).design()),
                accepts("ARP inspection, the ports trusted",
                        hosts().set("A", "arpInspection", Map.of(10, true)).set("A/1", "arpTrusted", true)
                                .set("A/2", "arpTrusted", true).design()),
                accepts("everything on, the port trusted", secured(1).set("A/1", "dot1x", true)
                        .set("A/1", "ipSourceGuard", true).set("A/1", "securityTrusted", true).design()),
                accepts("ARP inspection in another VLAN",
                        Sketch.oneSwitch("unicast").set("S", "arpInspection", Map.of(20, true)).design()),
                accepts("port security at the printer",
                        hosts().set("A/4", "portSecurity.enabled", true).design()),
                accepts("port security at a single NIC without NLB", Sketch.oneSwitch("unicast")
                        .set("S/6", "portSecurity.enabled", true).design()),
                cannotTell("nobody knows whether it guards", hosts().set("A/1", "ipSourceGuard", Attribute.unknown())
                        .design(), "Cannot evaluate: needs ipSourceGuard of port 1 of A."),
                cannotTell("the VLANs with inspection are not known",
                        Sketch.oneSwitch("unicast").set("S", "arpInspection", Attribute.unknown()).design(),
                        "Cannot evaluate: needs arpInspection of S."));
    }
}
