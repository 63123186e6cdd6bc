package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Mac;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import java.util.List;

class LeftoverNlbEntryTest implements RuleContract {

    private static final String RIGHT = "01-00-5E-7F-03-E8";

    /// B0 with one more static ARP entry on its gateway.
    private static Sketch arp(String ip, String mac, Object... more) {
        Object[] values = new Object[4 + more.length];
        System.arraycopy(new Object[]{"ip", ip, "mac", mac}, 0, values, 0, 4);
        System.arraycopy(more, 0, values, 4, more.length);
        return Sketch.b0().set("Stack/VLAN10", "staticArp", List.of(
                StaticArp.of(IpAddress.parse("172.31.3.232"), Mac.parse(RIGHT)), Sketch.part(StaticArp.class, values)));
    }

    private static String orphan(String entry) {
        return "warning: VLAN10 of Stack holds static ARP for " + entry + ". Remove it, and clear the ARP caches once.";
    }

    private static String leftover(String entry) {
        return "warning: Stack keeps " + entry
                + ", which is the MAC of no NLB cluster there. Remove it, unless it belongs to "
                + "another application: then say so.";
    }

    private static Sketch entry(Object... values) {
        return Sketch.b0().set("Stack", "staticMacEntries", List.of(Sketch.part(StaticMacEntry.class, values)));
    }

    @Override
    public Rule rule() {
        return new LeftoverNlbEntry();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: an address that nobody has", arp("172.31.3.99", "00-15-5D-00-00-01").design(),
                        orphan("172.31.3.99 (00-15-5D-00-00-01), an address that nothing in this design has")),
                flags("a: a machine with the MAC of a cluster", arp("172.31.3.50", "03-BF-AC-1F-03-32").design(),
                        orphan("172.31.3.50 (03-BF-AC-1F-03-32), an address of PRINT1/LAN, which does not answer with the "
                                + "MAC of an NLB cluster")),
                flags("b: the old mode (G3)", Sketch.b0().mode("unicast").design(),
                        leftover("the group 01-00-5E-7F-03-E8 in VLAN 10 (VIPs that end in .3.232 in IGMP multicast "
                                + "mode)")),
                flags("b: the wrong VLAN", Sketch.b0().staticGroup("Stack", 20, "239.255.3.232", "Po1").design(),
                        leftover("the group 01-00-5E-7F-03-E8 in VLAN 20 (VIPs that end in .3.232 in IGMP multicast "
                                + "mode)")),
                flags("b: a cluster that is gone", Sketch.b0().staticMac("Stack", 10, "03bf.0a01.0203", "Po1").design(),
                        leftover("03-BF-0A-01-02-03 in VLAN 10 (10.1.2.3 in multicast mode)")),
                flags("b: several on one switch",
                        Sketch.b0().staticMac("Stack", 10, "03bf.0a01.0203", "Po1")
                                .staticMac("Stack", 20, "02bf.0a01.0203", "Po1").design(),
                        "warning: Stack keeps 03-BF-0A-01-02-03 in VLAN 10 (10.1.2.3 in multicast mode) and "
                                + "02-BF-0A-01-02-03 in VLAN 20 (10.1.2.3 in unicast mode), which are MACs of no NLB "
                                + "cluster there. Remove them, unless they belong to another application: then say so."),
                flags("c: a port that leads to a printer",
                        Sketch.oneSwitch("multicast")
                                .staticMac("S", 10, "03-BF-AC-1F-03-E8", "S/1", "S/2", "S/3", "S/5")
                                .design(),
                        "warning: S sends the frames of a cluster where no node can be: 03-BF-AC-1F-03-E8 in VLAN 10 lists "
                                + "port 5 of S. Remove those ports."),
                accepts("the base example", Sketch.b0().design()),
                accepts("a: a machine that is drawn", arp("172.31.3.50", "00-15-5D-00-00-01").design()),
                accepts("a: declared as something else", arp("172.31.3.99", "00-15-5D-00-00-01", "otherApplication",
                        "iSCSI target").design()),
                accepts("a: planned", arp("172.31.3.99", "03-BF-AC-1F-03-63", "flags", List.of("planned")).design()),
                accepts("a: an address of another VLAN", arp("10.99.0.1", "00-15-5D-00-00-01").design()),
                accepts("a: the wrong MAC for a VIP is another fault (NLB010)",
                        Sketch.b0().staticArp("Stack/VLAN10", "172.31.3.232", "03-BF-AC-1F-03-E8").design()),
                accepts("b: a slip of the pen is another fault (NLB010)",
                        Sketch.oneSwitch("multicast").staticMac("S", 10, "03bf.bc1f.0364", "S/1").design()),
                accepts("b: declared as another application's", entry("mac", "01-00-5E-7F-09-09", "vlan", "VLAN10",
                        "otherApplication", "cameras").design()),
                accepts("b: a group that the VLAN is known to carry",
                        Sketch.b0().staticGroup("Stack", 10, "239.255.9.9", "Po1")
                                .set("VLAN10", "multicastGroups", List.of("239.255.9.9")).design()),
                accepts("b: planned", entry("mac", "03-BF-0A-01-02-03", "vlan", "VLAN10", "flags", List.of("planned"))
                        .design()),
                accepts("b: no MAC of NLB", entry("mac", "01-00-5E-01-02-03", "vlan", "VLAN10").design()),
                accepts("c: hosts of the cluster that run no node, gateways and links",
                        Sketch.twoSwitches("multicast")
                                .staticMac("S1", 10, "03-BF-AC-1F-03-E8", "S1/1", "S1/2", "S1/3", "S1/4", "S1/5")
                                .design()),
                cannotTell("a: an address is not known",
                        arp("172.31.3.99", "00-15-5D-00-00-01").set("PRINT1/LAN", "ip.addresses", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs ip.addresses of PRINT1/LAN."),
                cannotTell("a: the entries of the gateway are not known",
                        Sketch.b0().set("Stack/VLAN10", "staticArp", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticArp of VLAN10 of Stack."),
                cannotTell("b: the entries of the switch are not known",
                        Sketch.b0().set("Stack", "staticMacEntries", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMacEntries of Stack."),
                cannotTell("b: the VLAN of the cluster is not known",
                        Sketch.b0().set("N1/NLB", "vlanId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanId of N1/NLB."),
                cannotTell("c: the ports of an entry are not known",
                        Sketch.b0().set("Stack", "staticMcastGroups", List.of(Sketch.part(StaticMulticastGroup.class,
                                "group", "239.255.3.232", "vlan", "VLAN10", "ports", Attribute.unknown()))).design(),
                        "Cannot evaluate: needs staticMcastGroups.ports of Stack."));
    }
}
