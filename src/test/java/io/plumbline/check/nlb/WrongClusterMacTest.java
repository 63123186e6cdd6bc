package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Mac;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import java.util.List;

class WrongClusterMacTest implements RuleContract {

    private static String arp(String mac, String decoded, String mode, String right) {
        return "error: VLAN10 of Stack maps 172.31.3.232 to " + mac + ", which " + decoded + "; WEB in " + mode
                + " mode answers with " + right + ". Correct the static ARP entry.";
    }

    private static String igmp(String mac, String decoded) {
        return arp(mac, decoded, "IGMP multicast", "01-00-5E-7F-03-E8");
    }

    private static String entry(String severity, String kind, String mac, String decoded, String mode, String right,
            String consequence) {
        return severity + ": The static " + kind + " of S in VLAN 10 carries " + mac + ", which " + decoded
                + "; WEB in "
                + mode + " mode uses " + right + ". " + consequence + " Correct the entry.";
    }

    private static final String FLOODED = "The frames of WEB are flooded as if there were no entry.";
    private static final String DROPPED = "S drops unregistered multicast, so no frame of WEB arrives.";

    /// The base example with this MAC in the gateway.
    private static Sketch gateway(String mode, String mac) {
        return Sketch.b0().mode(mode).set("Stack", "staticMcastGroups", List.of())
                .staticArp("Stack/VLAN10", "172.31.3.232", mac);
    }

    /// The example of the report as it was printed: 172.31.1.232 with 03bf.bc1f.0164.
    private static Sketch report() {
        return Sketch.b0().mode("multicast").set("WEB", "primaryVip", "172.31.1.232")
                .set("Stack", "staticMcastGroups", List.of())
                .staticArp("Stack/VLAN10", "172.31.1.232", "03bf.bc1f.0164");
    }

    private static Sketch multicast() {
        return Sketch.oneSwitch("multicast");
    }

    private static Sketch igmp() {
        return Sketch.oneSwitch("igmpMulticast");
    }

    /// A second cluster in the VLAN, on adapters of its own.
    private static Sketch two(Sketch sketch, String mode, String vip) {
        return sketch.vm("A1", "HostA").vNic("A1", "NLB", "vSwitch1").accessVlan("A1/NLB", 10)
                .address("A1/NLB", "172.31.3.21").nlb("API", mode, vip, "A1/NLB");
    }

    private static Sketch group(Sketch sketch, Object... namesAndValues) {
        return sketch.set("S", "staticMcastGroups",
                List.of(Sketch.part(StaticMulticastGroup.class, namesAndValues)));
    }

    private static Sketch mac(Sketch sketch, Object... namesAndValues) {
        return sketch.set("S", "staticMacEntries", List.of(Sketch.part(StaticMacEntry.class, namesAndValues)));
    }

    private static List<Id> hosts() {
        return List.of(new Id("S/1"), new Id("S/2"), new Id("S/3"));
    }

    @Override
    public Rule rule() {
        return new WrongClusterMac();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("the example of the report", report().design(),
                        "error: VLAN10 of Stack maps 172.31.1.232 to 03-BF-BC-1F-01-64, which belongs to 188.31.1.100; "
                                + "WEB in multicast mode answers with 03-BF-AC-1F-01-E8. Correct the static ARP entry."),
                flags("the MAC of another mode", gateway("unicast", "01-00-5E-7F-03-E8").design(),
                        arp("01-00-5E-7F-03-E8", "belongs to VIPs that end in .3.232 in IGMP multicast mode", "unicast",
                                "02-BF-AC-1F-03-E8")),
                flags("the unicast MAC in IGMP multicast mode", gateway("igmpMulticast", "02-BF-AC-1F-03-E8").design(),
                        igmp("02-BF-AC-1F-03-E8", "belongs to 172.31.3.232 in unicast mode")),
                flags("the masked sender of a node", gateway("unicast", "02-05-AC-1F-03-E8").design(),
                        arp("02-05-AC-1F-03-E8", "is the masked sender of host 5 of 172.31.3.232, never a destination",
                                "unicast", "02-BF-AC-1F-03-E8")),
                flags("a sample out of a manual", gateway("igmpMulticast", "c8c8.c8c8.c8c8").design(),
                        igmp("C8-C8-C8-C8-C8-C8", "is no MAC that NLB derives from an address")),
                flags("swapped octets", gateway("igmpMulticast", "0100.5e7f.e803").design(),
                        igmp("01-00-5E-7F-E8-03", "belongs to VIPs that end in .232.3")),
                flags("an additional VIP with the MAC that ip2mac prints for it",
                        Sketch.b0().mode("multicast").set("Stack", "staticMcastGroups", List.of())
                                .set("WEB", "additionalVips", List.of("172.31.3.233/24"))
                                .staticArp("Stack/VLAN10", "172.31.3.233", "03-BF-AC-1F-03-E9").design(),
                        "error: VLAN10 of Stack maps 172.31.3.233 to 03-BF-AC-1F-03-E9, which belongs to 172.31.3.233 "
                                + "(the MAC follows from the primary VIP alone); WEB in multicast mode answers with "
                                + "03-BF-AC-1F-03-E8. Correct the static ARP entry."),
                flags("two VIPs with one wrong MAC are one slip",
                        Sketch.b0().set("WEB", "additionalVips", List.of("172.31.3.233/24"))
                                .set("Stack/VLAN10", "staticArp", List.of(
                                        StaticArp.of(IpAddress.parse("172.31.3.232"), Mac.parse("01005E7F0364")),
                                        StaticArp.of(IpAddress.parse("172.31.3.233"), Mac.parse("01005E7F0364"))))
                                .design(),
                        igmp("01-00-5E-7F-03-64", "belongs to VIPs that end in .3.100")
                                .replace("maps 172.31.3.232", "maps 172.31.3.232 and 172.31.3.233")
                                .replace("ARP entry.", "ARP entries.")),
                flags("a MAC entry with two octets wrong: flooded",
                        multicast().staticMac("S", 10, "03bf.bc1f.0364", "S/1").design(),
                        entry("warning", "MAC entry", "03-BF-BC-1F-03-64", "belongs to 188.31.3.100", "multicast",
                                "03-BF-AC-1F-03-E8", FLOODED)),
                flags("the same where unregistered multicast is filtered: an outage",
                        multicast().staticMac("S", 10, "03bf.bc1f.0364", "S/1")
                                .set("S", "unregisteredMulticast.default", "filter").design(),
                        entry("error", "MAC entry", "03-BF-BC-1F-03-64", "belongs to 188.31.3.100", "multicast",
                                "03-BF-AC-1F-03-E8", DROPPED)),
                flags("unknown multicast blocked at one hypervisor port",
                        multicast().staticMac("S", 10, "03bf.bc1f.0364", "S/1")
                                .set("S/3", "blockUnknownMulticast", true)
                                .design(),
                        entry("error", "MAC entry", "03-BF-BC-1F-03-64", "belongs to 188.31.3.100", "multicast",
                                "03-BF-AC-1F-03-E8", DROPPED)),
                flags("a slip beside the right entry drops nothing",
                        multicast().staticMac("S", 10, "03bf.bc1f.0364", "S/1")
                                .staticMac("S", 10, "03bf.ac1f.03e8", "S/1", "S/2", "S/3")
                                .set("S", "unregisteredMulticast.default", "filter").design(),
                        entry("warning", "MAC entry", "03-BF-BC-1F-03-64", "belongs to 188.31.3.100", "multicast",
                                "03-BF-AC-1F-03-E8", FLOODED)),
                flags("a group with one octet wrong", igmp().staticGroup("S", 10, "239.255.3.231", "S/1").design(),
                        entry("warning", "multicast group", "01-00-5E-7F-03-E7", "belongs to VIPs that end in .3.231",
                                "IGMP multicast", "01-00-5E-7F-03-E8", FLOODED)),
                flags("a group with its octets swapped", igmp().staticGroup("S", 10, "239.255.232.3", "S/1").design(),
                        entry("warning", "multicast group", "01-00-5E-7F-E8-03", "belongs to VIPs that end in .232.3",
                                "IGMP multicast", "01-00-5E-7F-03-E8", FLOODED)),
                flags("far off, but made for this cluster",
                        mac(multicast(), "mac", "03-BF-0A-01-02-03", "vlan", "VLAN10", "ports", hosts(), "nlbCluster",
                                "WEB").design(),
                        entry("warning", "MAC entry", "03-BF-0A-01-02-03", "belongs to 10.1.2.3", "multicast",
                                "03-BF-AC-1F-03-E8", FLOODED)),
                flags("a unicast entry with one octet wrong",
                        Sketch.oneSwitch("unicast").staticMac("S", 10, "02-BF-AC-1F-03-E9", "S/1").design(),
                        entry("warning", "MAC entry", "02-BF-AC-1F-03-E9", "belongs to 172.31.3.233", "unicast",
                                "02-BF-AC-1F-03-E8", FLOODED)),
                flags("with several clusters nearby the nearest is meant",
                        two(multicast(), "multicast", "172.31.3.100").staticMac("S", 10, "03-BF-AC-1F-03-65", "S/1")
                                .set("N1", "possibleOwners", List.of("HostA")).design(),
                        entry("warning", "MAC entry", "03-BF-AC-1F-03-65", "belongs to 172.31.3.101", "multicast",
                                "03-BF-AC-1F-03-64", FLOODED).replace("WEB", "API")),
                accepts("the base example", Sketch.b0().design()),
                accepts("any notation of the right MAC", gateway("multicast", "03bf.ac1f.03e8").design()),
                accepts("an additional VIP with the MAC of the primary one",
                        Sketch.b0().set("WEB", "additionalVips", List.of("172.31.3.233/24"))
                                .staticArp("Stack/VLAN10", "172.31.3.233", "01-00-5E-7F-03-E8").design()),
                accepts("a declared override", gateway("igmpMulticast", "02-bf-01-02-03-04")
                        .set("WEB", "macOverride", "02-BF-01-02-03-04").design()),
                accepts("a group entered as group address", group(igmp(), "group", "239.255.3.232", "vlan", "VLAN10",
                        "ports", hosts()).design()),
                accepts("a group entered as VIP", group(igmp(), "group", "172.31.3.232", "vlan", "VLAN10",
                        "ports", hosts()).design()),
                accepts("a group entered as MAC", group(igmp(), "mac", "0100.5e7f.03e8", "vlan", "VLAN10",
                        "ports", hosts()).design()),
                accepts("a group that was typed into NLB",
                        group(igmp().set("WEB", "igmpGroupOverride", "239.255.3.231"), "group", "239.255.3.231", "vlan",
                                "VLAN10", "ports", hosts()).design()),
                accepts("the group of another application", group(igmp(), "group", "239.255.3.231", "vlan", "VLAN10",
                        "ports", hosts(), "otherApplication", "imaging").design()),
                accepts("the MAC of another cluster in the VLAN",
                        two(multicast(), "multicast", "172.31.3.100").staticMac("S", 10, "03-BF-AC-1F-03-64", "S/1")
                                .design()),
                accepts("an entry of another mode is a leftover (NLB011)",
                        multicast().staticMac("S", 10, "01-00-5E-7F-03-E9", "S/1").design()),
                accepts("an entry that resembles no cluster", multicast().staticMac("S", 10, "03-BF-0A-01-02-03", "S/1")
                        .design()),
                accepts("an entry in another VLAN",
                        multicast().staticMac("S", 20, "03-BF-AC-1F-03-E9", "S/1").design()),
                accepts("an entry in another address space is about another machine",
                        Sketch.b0().gateway("Stack", 20, "172.31.3.1/24")
                                .staticArp("Stack/VLAN20", "172.31.3.232", "00-15-5D-00-00-01")
                                .set("Stack/VLAN20", "addressSpaceId", "customer-b").design()),
                accepts("static ARP for something else",
                        Sketch.b0().staticArp("Stack/VLAN10", "172.31.3.50", "00-15-5D-00-00-01").design()),
                cannotTell("an IPv6 VIP", gateway("multicast", "03-BF-00-00-00-01")
                        .set("WEB", "primaryVip", "2001:db8::1").set("Stack/VLAN10", "staticArp", List.of(
                                StaticArp.of(IpAddress.parse("2001:db8::1"), Mac.parse("03-BF-00-00-00-01"))))
                        .design(),
                        "Cannot evaluate: needs macOverride of WEB; the MAC does not follow from an IPv6 address, "
                                + "enter the one shown by nlb.exe ip2mac."),
                cannotTell("the mode is not known", gateway("multicast", "03-BF-AC-1F-03-E8")
                        .set("WEB", "mode", Attribute.unknown()).design(), "Cannot evaluate: needs mode of WEB."),
                cannotTell("the VLAN of a suspicious entry is not known",
                        mac(multicast(), "mac", "03-BF-AC-1F-03-E9", "vlan", Attribute.unknown(), "ports", hosts())
                                .design(),
                        "Cannot evaluate: needs staticMacEntries.vlan of S."),
                cannotTell("the entries of the switch are not known",
                        multicast().set("S", "staticMacEntries", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMacEntries of S."),
                cannotTell("the static ARP of the gateway is not known",
                        Sketch.b0().set("Stack/VLAN10", "staticArp", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticArp of VLAN10 of Stack."),
                new Case("whether it is an outage is not known, that it is wrong is",
                        multicast().staticMac("S", 10, "03bf.bc1f.0364", "S/1")
                                .set("S", "unregisteredMulticast.default", Attribute.unknown()).design(),
                        List.of(entry("warning", "MAC entry", "03-BF-BC-1F-03-64", "belongs to 188.31.3.100",
                                "multicast", "03-BF-AC-1F-03-E8", FLOODED)),
                        List.of("Cannot evaluate: needs unregisteredMulticast.default of S.")));
    }
}
