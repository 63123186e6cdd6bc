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
import java.util.Map;

class UnregisteredNlbGroupTest implements RuleContract {

    private static final String MAC = "01-00-5E-7F-03-E8";
    private static final String FLOODED = "its frames are flooded through the VLAN";
    private static final String DROPPED = "its frames are dropped, since unregistered multicast is filtered";

    private static String noSnooping(String severity, String consequence) {
        return severity + ": S does not snoop IGMP in VLAN 10 and has no static group for " + MAC + " of WEB: "
                + consequence + ". Enter the group statically on all host uplinks, or turn snooping on with a querier "
                + "in the VLAN.";
    }

    private static String noQuerier(String severity, String name, String consequence) {
        return severity + ": Nothing keeps " + MAC + " of WEB registered on " + name + ": there is no static group and "
                + "no querier in VLAN 10, so the group ages out, and then " + consequence + ". Enable a querier in the "
                + "VLAN, or enter the group statically on all host uplinks.";
    }

    private static String notFiltering(String name, String registration) {
        return "warning: " + name + " has " + registration + " in VLAN 10 for " + MAC + " of WEB, but bridge multicast "
                + "filtering is off: the frames are flooded all the same. Turn bridge multicast filtering on.";
    }

    private static String refused(String severity, String consequence) {
        return severity + ": The only registration of " + MAC
                + " of WEB on S in VLAN 10 is a static MAC entry, and this "
                + "platform takes no static MAC that begins with 01-00-5E: " + consequence + ". Enter the group as a "
                + "static multicast group, or use multicast mode with static MAC entries.";
    }

    /// Snooping with a querier on the router's side.
    private static Sketch snooped() {
        return Sketch.oneSwitch("igmpMulticast");
    }

    private static Sketch notQueried() {
        return snooped().set("S", "querier", Attribute.unset());
    }

    private static Sketch notSnooped() {
        return snooped().set("S", "igmpSnooping.default", false);
    }

    /// A static MAC entry is all there is, and the platform does not take it.
    private static Sketch refusing() {
        return notSnooped().staticMac("S", 10, MAC, "S/1", "S/2", "S/3").set("S", "pinsIpMulticastMac", false);
    }

    private static Sketch filtering(Sketch sketch) {
        return sketch.set("S", "unregisteredMulticast.default", "filter");
    }

    /// No printer: every port of the VLAN leads to a node or the router.
    private static Sketch onlyNodes() {
        return notSnooped().set("S/5", "accessVlan", 20);
    }

    @Override
    public Rule rule() {
        return new UnregisteredNlbGroup();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: snooping off (I1)", notSnooped().design(), noSnooping("warning", FLOODED)),
                flags("a: snooping off in this VLAN alone",
                        snooped().set("S", "igmpSnooping.perVlan", Map.of(10, false)).design(),
                        noSnooping("warning", FLOODED)),
                flags("a: snooping off and unregistered multicast filtered", filtering(notSnooped()).design(),
                        noSnooping("error", DROPPED)),
                flags("a: filtered at one port of a node alone",
                        notSnooped().set("S", "unregisteredMulticast.perPort", Map.of("S/2", "filter")).design(),
                        noSnooping("error", DROPPED)),
                flags("a: unknown multicast blocked at one port of a node",
                        notSnooped().set("S/3", "blockUnknownMulticast", true).design(),
                        noSnooping("error", DROPPED)),
                flags("a: blocked at the printer alone",
                        notSnooped().set("S/5", "blockUnknownMulticast", true).design(),
                        noSnooping("warning", FLOODED)),
                flags("b: no querier and no static group (I3)", notQueried().design(),
                        noQuerier("warning", "S", FLOODED)),
                flags("b: the same where unregistered multicast is filtered", filtering(notQueried()).design(),
                        noQuerier("error", "S", DROPPED)),
                flags("b: a querier in another VLAN",
                        snooped().set("S", "querier", Map.of(20, "self")).design(),
                        noQuerier("warning", "S", FLOODED)),
                flags("b: two switches, a static group on one of them",
                        Sketch.twoSwitches("igmpMulticast").set("S1", "querier", Attribute.unset())
                                .staticGroup("S1", 10, "239.255.3.232", "S1/1", "S1/2", "S1/3", "S1/5").design(),
                        noQuerier("warning", "S2", FLOODED)),
                flags("b: a group for another cluster, or in another VLAN, registers nothing",
                        notQueried().staticGroup("S", 10, "239.255.9.9", "S/1").staticGroup("S", 20, "239.255.3.232",
                                "S/1").design(),
                        noQuerier("warning", "S", FLOODED)),
                flags("c: a switch that ignores IGMPv1", snooped().set("S", "acceptsIgmpV1", false).design(),
                        "warning: S snoops IGMP in VLAN 10 but ignores IGMPv1, the version that NLB speaks, and has no "
                                + "static group for " + MAC + " of WEB: " + FLOODED
                                + ". Let it accept IGMPv1, or enter "
                                + "the group statically on all host uplinks."),
                flags("d: a static group, but bridge multicast filtering is off (I9)",
                        snooped().staticGroup("S", 10, "239.255.3.232", "S/1", "S/2", "S/3")
                                .set("S", "bridgeMulticastFiltering", false).design(),
                        notFiltering("S", "a static group")),
                flags("d: a static MAC entry, filtering off",
                        snooped().staticMac("S", 10, MAC, "S/1", "S/2", "S/3")
                                .set("S", "bridgeMulticastFiltering", false).design(),
                        notFiltering("S", "a static MAC entry")),
                flags("d: snooping, filtering off: nothing is dropped then",
                        filtering(snooped().set("S", "bridgeMulticastFiltering", false)).design(),
                        notFiltering("S", "IGMP snooping")),
                flags("d: a model that has the setting, off as it comes out of the box",
                        snooped().with(Element.with(SwitchModel.of(new Id("m"),
                                "PowerConnect 5424"), "bridgeMulticastFilteringSetting", true)).set("S", "model", "m")
                                .set("S", "bridgeMulticastFiltering", Attribute.unset()).design(),
                        notFiltering("S", "IGMP snooping")),
                flags("e: a static MAC entry on a platform that takes none of that range", refusing().design(),
                        refused("warning", FLOODED)),
                flags("e: the same, filtered", filtering(refusing()).design(), refused("error", DROPPED)),
                flags("a hub is no switch, the switch in front of it is",
                        notSnooped().device("Hub").set("Hub", "isHub", true).ports("Hub", 1).cable("Hub/1", "S/6")
                                .set("S/6", "accessVlan", 10).set("Hub/1", "accessVlan", 10).without("PC1").design(),
                        noSnooping("warning", FLOODED)),
                flags("a single switch of nodes alone, but filtered",
                        filtering(onlyNodes()).design(), noSnooping("error", DROPPED)),
                accepts("snooping with a querier (I2)", snooped().design()),
                accepts("the switch itself queries", snooped().set("S", "querier", Map.of(10, "self")).design()),
                accepts("the recipe of the report (I6)",
                        notQueried().staticGroup("S", 10, "239.255.3.232", "S/1", "S/2", "S/3").design()),
                accepts("a static group that lacks a port is SW006",
                        notQueried().staticGroup("S", 10, "239.255.3.232", "S/1").design()),
                accepts("a static group where snooping is off",
                        notSnooped().staticGroup("S", 10, "239.255.3.232", "S/1", "S/2", "S/3").design()),
                accepts("a static MAC entry where the platform takes it",
                        notSnooped().staticMac("S", 10, MAC, "S/1", "S/2", "S/3").design()),
                accepts("IGMPv1 ignored, but the group is static",
                        snooped().set("S", "acceptsIgmpV1", false)
                                .staticGroup("S", 10, "239.255.3.232", "S/1", "S/2", "S/3").design()),
                accepts("two switches, the querier on one of them", Sketch.twoSwitches("igmpMulticast").design()),
                accepts("a single switch on which all ports are those of nodes", onlyNodes().design()),
                accepts("the base example", Sketch.b0().design()),
                accepts("multicast mode has no group", Sketch.oneSwitch("multicast").set("S", "igmpSnooping.default",
                        false).design()),
                accepts("unicast", Sketch.oneSwitch("unicast").set("S", "igmpSnooping.default", false).design()),
                accepts("another switch without the VLAN", snooped().device("S9").ports("S9", 1).cable("S9/1", "S/6")
                        .set("S9", "igmpSnooping.default", false).without("PC1").design()),
                cannotTell("nobody knows whether it snoops",
                        snooped().set("S", "igmpSnooping.default", Attribute.unknown()).design(),
                        "Cannot evaluate: needs igmpSnooping.default of S."),
                cannotTell("nobody knows who queries", snooped().set("S", "querier", Attribute.unknown()).design(),
                        "Cannot evaluate: needs querier of S."),
                cannotTell("nobody knows whether it filters",
                        snooped().set("S", "bridgeMulticastFiltering", Attribute.unknown()).design(),
                        "Cannot evaluate: needs bridgeMulticastFiltering of S."),
                cannotTell("nobody knows its static groups",
                        notQueried().set("S", "staticMcastGroups", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMcastGroups of S."),
                cannotTell("the mode is not known", notSnooped().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                accepts("the mode is not known, but any group would be kept",
                        snooped().set("WEB", "mode", Attribute.unknown()).design()),
                new Case("whether it is dropped is not known, that nothing registers it is",
                        notQueried().set("S", "unregisteredMulticast.default", Attribute.unknown()).design(),
                        List.of(noQuerier("warning", "S", FLOODED)),
                        List.of("Cannot evaluate: needs unregisteredMulticast.default of S.")));
    }
}
