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

class DroppedNlbTrafficTest implements RuleContract {

    private static final String MAC = "03-BF-AC-1F-03-E8";

    private static String filtered(String ports, String port) {
        return "error: S drops unregistered multicast of VLAN 10 at " + ports + ", and nothing registers " + MAC
                + " of WEB there: in multicast mode no switch can learn it. Enter " + MAC
                + " as a static MAC entry for all "
                + "its hosts, or let unregistered multicast pass at " + port + ".";
    }

    private static String blocked(String device, String ports, String port) {
        return "error: " + device + " blocks unknown unicast at " + ports
                + ", and 02-BF-AC-1F-03-E8 of WEB in VLAN 10 is "
                + "unknown on purpose: the nodes there get no frame. Lift the block at " + port + ".";
    }

    private static Sketch multicast() {
        return Sketch.oneSwitch("multicast");
    }

    private static Sketch filtering() {
        return multicast().set("S", "unregisteredMulticast.default", "filter");
    }

    private static Sketch unicast() {
        return Sketch.oneSwitch("unicast");
    }

    @Override
    public Rule rule() {
        return new DroppedNlbTraffic();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: unregistered multicast filtered (M4)", filtering().design(),
                        filtered("ports 1, 2 and 3 of S", "those ports")),
                flags("a: in this VLAN alone",
                        multicast().set("S", "unregisteredMulticast.perVlan", Map.of(10, "filter")).design(),
                        filtered("ports 1, 2 and 3 of S", "those ports")),
                flags("a: blocked at one node", multicast().set("S/2", "blockUnknownMulticast", true).design(),
                        filtered("port 2 of S", "that port")),
                flags("a: an entry that lacks a port", filtering().staticMac("S", 10, MAC, "S/1", "S/2").design(),
                        filtered("port 3 of S", "that port")),
                flags("b: unknown unicast blocked at a node (U4)",
                        unicast().set("S/2", "blockUnknownUnicast", true).design(),
                        blocked("S", "port 2 of S", "that port")),
                flags("b: at the LAG of a host", Sketch.b0().mode("unicast").set("Po1", "blockUnknownUnicast", true)
                        .design(), blocked("Stack", "Po1 of Stack", "that port")),
                flags("b: at the trunk between two switches",
                        Sketch.unicastOverTwoSwitches().set("A/3", "blockUnknownUnicast", true).design(),
                        blocked("A", "port 3 of A", "that port")),
                flags("c: nothing keeps the group registered",
                        Sketch.oneSwitch("igmpMulticast").set("S", "igmpSnooping.default", false)
                                .set("S", "unregisteredMulticast.default", "filter").design(),
                        "error: S drops unregistered multicast of VLAN 10 at ports 1, 2 and 3 of S, and nothing keeps "
                                + "01-00-5E-7F-03-E8 of WEB registered."),
                accepts("unregistered multicast forwarded", multicast().design()),
                accepts("the printer is protected", multicast().set("S/5", "blockUnknownMulticast", true).design()),
                accepts("the printer is protected from unknown unicast",
                        unicast().set("S/5", "blockUnknownUnicast", true).design()),
                accepts("a static entry for every host",
                        filtering().staticMac("S", 10, MAC, "S/1", "S/2", "S/3").design()),
                accepts("filtering does not work while bridge multicast filtering is off",
                        filtering().set("S", "bridgeMulticastFiltering", false).design()),
                accepts("the base example", Sketch.b0().design()),
                accepts("IGMP: registered, however strict the switch is",
                        Sketch.b0().set("Stack", "unregisteredMulticast.default", "filter").design()),
                accepts("unknown multicast blocked under unicast",
                        unicast().set("S/2", "blockUnknownMulticast", true).design()),
                cannotTell("nobody knows what happens to unregistered multicast",
                        multicast().set("S", "unregisteredMulticast.default", Attribute.unknown()).design(),
                        "Cannot evaluate: needs unregisteredMulticast.default of S."),
                cannotTell("the entries of the switch are not known",
                        filtering().set("S", "staticMacEntries", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMacEntries of S."),
                cannotTell("the mode is not known", filtering().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                accepts("the mode is not known, but nothing is stopped",
                        multicast().set("WEB", "mode", Attribute.unknown()).design()));
    }
}
