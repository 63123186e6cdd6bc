package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpInterface;
import io.plumbline.model.Mac;
import io.plumbline.model.StaticArp;
import io.plumbline.topology.Names;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The worked examples of NLB, teams, LAGs and switches, with the exact findings of these families: PREDICTIONS part 2
/// (where a client frame goes), part 3 (nodes that move together) and part 6.
class WorkedNlbExamplesTest {

    private static final Set<String> FAMILIES = Set.of("NLB", "TEAM", "LAG", "SW");
    private static final Set<String> OF_OTHER_FAMILIES = Set.of("HA005", "HA006", "HA009");

    /// @param findings "severity rule element", what is withheld with "withheld" in front
    private record Row(String name, Sketch sketch, List<String> findings) {}

    private static Row row(String name, Sketch sketch, String... findings) {
        return new Row(name, sketch, List.of(findings));
    }

    /// Part 2 and 3 leave out the advice to plan the end of NLB, and what is said about availability.
    private static Stream<DynamicTest> judged(Row... rows) {
        return judged(rule -> FAMILIES.contains(family(rule)) && !rule.equals("NLB020"), rows);
    }

    private static Stream<DynamicTest> judgedInFull(Row... rows) {
        return judged(rule -> FAMILIES.contains(family(rule)) || OF_OTHER_FAMILIES.contains(rule), rows);
    }

    private static String family(String rule) {
        return rule.replaceAll("[0-9]", "");
    }

    private static Stream<DynamicTest> judged(Predicate<String> rules, Row... rows) {
        return Stream.of(rows).map(row -> DynamicTest.dynamicTest(row.name(),
                () -> assertEquals(String.join("\n", new TreeSet<>(row.findings())), found(row.sketch(), rules))));
    }

    private static String found(Sketch sketch, Predicate<String> rules) {
        Report report = Report.of(sketch.design());
        assertEquals(List.of(), report.defects());
        Names names = Names.of(sketch.design());
        return Stream.concat(
                report.findings().stream()
                        .map(each -> new Said(each, each.severity().word() + " " + line(names, each))),
                report.withheld().stream().map(each -> new Said(each, "withheld " + line(names, each))))
                .filter(said -> rules.test(said.finding().rule())).map(Said::line)
                .sorted().collect(Collectors.joining("\n"));
    }

    private record Said(Finding finding, String line) {}

    private static String line(Names names, Finding finding) {
        return finding.rule() + finding.variant() + " " + names.of(finding.primary());
    }

    // Part 6

    private static Sketch reportEntry() {
        Sketch sketch = Sketch.unicastOverTwoSwitches().mode("multicast")
                .set("WEB", "primaryVip", "172.31.1.232").address("N1/NLB", "172.31.1.11")
                .address("N2/NLB", "172.31.1.12")
                .set("A/VLAN10", "addresses", List.of(new IpInterface(IpAddress.parse("172.31.1.1"), 24)))
                .nlb("WEB", "multicast", "172.31.1.232", "N1/NLB", "N2/NLB");
        return sketch.staticArp("A/VLAN10", "172.31.1.232", "03bf.bc1f.0164")
                .staticMac("A", 10, "03bf.bc1f.0164", "A/1").snooping("A").snooping("B");
    }

    private static Sketch noRegistration(String unregistered) {
        return Sketch.b0().set("Stack", "staticMcastGroups", List.of())
                .set("Stack", "unregisteredMulticast.default", unregistered);
    }

    /// Two 2019 hosts with SET on switch ports that are still in LACP LAGs.
    private static Sketch leftoverLags() {
        return Sketch.empty("Leftover LAGs").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2").host("H2", "2019")
                .nic("H2", "NIC1").nic("H2", "NIC2").device("A").ports("A", 4).cable("H1/NIC1", "A/1")
                .cable("H1/NIC2", "A/2").cable("H2/NIC1", "A/3").cable("H2/NIC2", "A/4").lag("Po1", "A/1", "A/2")
                .lag("Po2", "A/3", "A/4").embedded("H1", "SET1", "NIC1", "NIC2")
                .embedded("H2", "SET1", "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/SET1")
                .vSwitch("H2", "vSwitch1", "H2/SET1");
    }

    /// Two 2022 hosts with LBFO under their virtual switches, over two switches.
    private static Sketch lbfoOn2022() {
        Sketch sketch = Sketch.empty("LBFO on 2022").device("A").device("B").ports("A", 3).ports("B", 3).cable("A/3",
                "B/3");
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            sketch = sketch.host(host, "2022").nic(host, "NIC1").nic(host, "NIC2").cable(host + "/NIC1", "A/" + i)
                    .cable(host + "/NIC2", "B/" + i).lbfo(host, "Team1", "switchIndependent", "NIC1", "NIC2")
                    .vSwitch(host, "vSwitch1", host + "/Team1/Team1");
        }
        return sketch;
    }

    /// LBFO, switch independent, over two switches, under virtual switches of Windows Server 2022.
    private static Sketch lbfoOf2022() {
        return Sketch.unicastOverTwoSwitches().without("WEB", "N1", "N2").set("H1", "osVersion", "2022").set("H2",
                "osVersion", "2022");
    }

    private static Sketch twoLags() {
        return Sketch.empty("Two LAGs").device("A").device("B").ports("A", 2).ports("B", 2).cable("A/1", "B/1")
                .cable("A/2", "B/2").lag("PoA", "A/1", "A/2").lag("PoB", "B/1", "B/2");
    }

    @TestFactory
    Stream<DynamicTest> workedExamples() {
        return judgedInFull(row("G1 the base", Sketch.b0(), "advice NLB020 WEB"),
                row("G2 the base on one switch", Sketch.b0OnOneSwitch(), "advice NLB020 WEB"),
                row("G3 the base in unicast", Sketch.b0().mode("unicast"), "error NLB001 H1/Team1",
                        "error NLB001 H2/Team1", "error NLB010a VLAN10 of Stack", "warning NLB011b Stack",
                        "error HA005a WEB",
                        "withheld NLB003a WEB", "advice NLB020 WEB"),
                row("G4 unicast over two switches", Sketch.unicastOverTwoSwitches(), "warning NLB003a WEB",
                        "advice NLB020 WEB"),
                row("G5 unicast on one switch", Sketch.unicastOnOneSwitch(), "error NLB002 H1/Team1",
                        "error NLB002 H2/Team1", "error HA005a WEB", "withheld NLB003a WEB", "advice NLB020 WEB"),
                row("G6 unicast without teams", Sketch.unicastWithoutTeams(), "warning NLB003a WEB",
                        "warning HA009c H1/vSwitch1", "warning HA009c H2/vSwitch1",
                        "advice NLB020 WEB"),
                row("G7 the entries of the report", reportEntry(), "error NLB010a VLAN10 of A", "warning NLB010b A",
                        "error SW006 A", "warning HA005b WEB", "advice NLB003b WEB", "advice NLB020 WEB"),
                row("G9 nothing registered, forwarded", noRegistration("forward"), "warning SW003b Stack",
                        "advice NLB020 WEB"),
                row("G9 nothing registered, filtered", noRegistration("filter"), "error SW003b Stack",
                        "withheld SW004c Stack",
                        "advice NLB020 WEB"),
                row("G11 SET on LAGs", leftoverLags(), "error TEAM006 H1/SET1", "error TEAM006 H2/SET1"),
                row("G13 LBFO under virtual switches on 2022", lbfoOn2022(), "error TEAM003 H1/vSwitch1",
                        "error TEAM003 H2/vSwitch1"),
                row("G13 LBFO under a virtual switch of 2022", lbfoOf2022(), "error TEAM003 H1/vSwitch1",
                        "error TEAM003 H2/vSwitch1"),
                row("G14 both ends passive", twoLags().set("PoA", "lacpMode", "passive").set("PoB", "lacpMode",
                        "passive"), "error LAG001a PoA of A"),
                row("G14 one end static", twoLags().set("PoB", "protocol", "static"), "error LAG001b PoB of B"));
    }

    // Part 2

    private static Sketch rt1(String mode) {
        return Sketch.oneSwitch(mode);
    }

    private static Sketch noArp(String mode) {
        return rt1(mode).set("R/VLAN10", "staticArp", Attribute.unset());
    }

    /// WEB and APP in VLAN 10, whose VIPs end alike.
    private static Sketch twoClusters() {
        Sketch sketch = rt1("igmpMulticast");
        for (int i = 1; i <= 2; i++) {
            String adapter = "A" + i + "/NLB";
            sketch = sketch.vm("A" + i, i == 1 ? "HostA" : "HostB").vNic("A" + i, "NLB", "vSwitch1")
                    .accessVlan(adapter, 10).address(adapter, "10.1.3.1" + i).set(adapter, "macSpoofing", true);
        }
        return sketch.nlb("APP", "igmpMulticast", "10.1.3.232", "A1/NLB", "A2/NLB").set("R/VLAN10", "staticArp",
                List.of(StaticArp.of(IpAddress.parse("172.31.3.232"), Mac.parse("01-00-5E-7F-03-E8")),
                        StaticArp.of(IpAddress.parse("10.1.3.232"), Mac.parse("01-00-5E-7F-03-E8"))));
    }

    private static Sketch rt2(String[] first, String[] second) {
        return Sketch.twoSwitches("igmpMulticast").staticGroup("S1", 10, "239.255.3.232", first)
                .staticGroup("S2", 10, "239.255.3.232", second);
    }

    private static String[] ports(String... ports) {
        return ports;
    }

    @TestFactory
    Stream<DynamicTest> whereAClientFrameGoes() {
        String group = "239.255.3.232";
        return judged(row("U1 defaults", rt1("unicast"), "warning NLB003a WEB"),
                row("U2 a VLAN of its own", rt1("unicast").set("S/5", "accessVlan", 20)),
                row("U3 blocked at the printer", rt1("unicast").set("S/5", "blockUnknownUnicast", true)),
                row("U4 blocked at a node: it starves, the printer is flooded",
                        rt1("unicast").set("S/2", "blockUnknownUnicast", true), "error SW004b S",
                        "warning NLB003a WEB"),
                row("M4 filtered, no static entry", rt1("multicast").set("S", "unregisteredMulticast.default",
                        "filter"), "error SW004a S", "withheld NLB003b WEB"),
                row("U7 the cluster MAC pinned to the present hosts",
                        rt1("unicast").set("S", "multiPortUnicastStatic", true)
                                .staticMac("S", 10, "02-BF-AC-1F-03-E8", "S/1", "S/2"),
                        "error SW007 S"),
                row("M1 multicast", rt1("multicast"), "advice NLB003b WEB"),
                row("M2 static MAC on all hosts", rt1("multicast").staticMac("S", 10, "03-BF-AC-1F-03-E8", "S/1", "S/2",
                        "S/3")),
                row("M5 a router without static ARP", noArp("multicast"), "error NLB009 VLAN10 of R",
                        "advice NLB003b WEB"),
                row("M6 the MAC of the report in the router", rt1("multicast").address("N1/NLB", "172.31.1.11")
                        .address("N2/NLB", "172.31.1.12").nlb("WEB", "multicast", "172.31.1.232", "N1/NLB", "N2/NLB")
                        .staticArp("R/VLAN10", "172.31.1.232", "03bf.bc1f.0164"), "error NLB010a VLAN10 of R",
                        "advice NLB003b WEB"),
                row("I1 snooping off", rt1("igmpMulticast").set("S", "igmpSnooping.default", false),
                        "warning SW003a S"),
                row("I2 snooping and a querier", rt1("igmpMulticast")),
                row("I3 no querier", rt1("igmpMulticast").set("S", "querier", Attribute.unset()), "warning SW003b S"),
                row("I6 the recipe of the report", rt1("igmpMulticast").set("S", "querier", Attribute.unset())
                        .staticGroup("S", 10, group, "S/1", "S/2", "S/3")),
                row("I7 the empty host is left out", rt1("igmpMulticast").set("S", "querier", Attribute.unset())
                        .staticGroup("S", 10, group, "S/1", "S/2"), "error SW006 S"),
                row("I9 bridge multicast filtering off", rt1("igmpMulticast").staticGroup("S", 10, group, "S/1", "S/2",
                        "S/3").set("S", "bridgeMulticastFiltering", false), "warning SW003d S"),
                row("I12 two clusters with one group", twoClusters(), "error NLB008a APP"),
                row("I13 a router without static ARP", noArp("igmpMulticast"), "error NLB009 VLAN10 of R"),
                row("two switches, all ports and the trunk", rt2(ports("S1/1", "S1/2", "S1/3", "S1/5"),
                        ports("S2/1", "S2/2", "S2/3", "S2/5"))),
                row("two MLAG peers, the entry on one of them",
                        Sketch.twoSwitches("igmpMulticast").lag("T1", "S1/5").lag("T2", "S2/5").trunk("T1", "10")
                                .trunk("T2", "10").mlag("VPC", "S1", "S2", "T1").staticGroup("S1", 10, group, "S1/1",
                                        "S1/2", "S1/3", "T1")
                                .set("S1", "querier", Attribute.unset()),
                        "error LAG004d WEB", "withheld SW003b S2"),
                row("two switches, the trunk left out on the first", rt2(ports("S1/1", "S1/2", "S1/3"),
                        ports("S2/1", "S2/2", "S2/3", "S2/5")), "error SW006 S1"));
    }

    // Part 3

    private static Sketch withoutPrinter(Sketch sketch) {
        return sketch.without("PRINT1");
    }

    private static Sketch set(Sketch sketch) {
        for (String host : List.of("H1", "H2")) {
            sketch = sketch.set(host, "osVersion", "2019").set(host + "/Team1", "technology", "set")
                    .set(host + "/Team1", "teamingMode", Attribute.unset())
                    .set(host + "/vSwitch1", "uplink", host + "/Team1").without(host + "/Team1/Team1");
        }
        return sketch;
    }

    private static Sketch modeOfTeams(Sketch sketch, String mode) {
        return sketch.set("H1/Team1", "teamingMode", mode).set("H2/Team1", "teamingMode", mode);
    }

    private static Sketch staticLags(Sketch sketch) {
        return modeOfTeams(sketch, "static").set("Po1", "protocol", "static").set("Po2", "protocol", "static");
    }

    /// LACP teams over two unrelated switches, a LAG on each.
    private static Sketch unrelated(String mode) {
        return modeOfTeams(Sketch.unicastOverTwoSwitches(), "lacp").mode(mode).lag("A1", "A/1").lag("B1", "B/1")
                .lag("A2", "A/2").lag("B2", "B/2").trunk("A1", "10,20").trunk("A2", "10,20").trunk("B1", "10,20")
                .trunk("B2", "10,20");
    }

    @TestFactory
    Stream<DynamicTest> nodesThatMoveTogether() {
        Sketch lab = Sketch.b0OnOneSwitch().set("A/VLAN10", "staticArp", List.of()).set("A", "staticMcastGroups",
                List.of());
        Sketch multicast = Sketch.b0().mode("multicast").staticArp("Stack/VLAN10", "172.31.3.232", "03-BF-AC-1F-03-E8")
                .set("Stack", "staticMcastGroups", List.of());
        return judged(row("L1 no team", Sketch.unicastWithoutTeams(), "warning NLB003a WEB"),
                row("L2 two separate switches", Sketch.unicastOverTwoSwitches(), "warning NLB003a WEB"),
                row("L3 one switch", Sketch.unicastOnOneSwitch(), "error NLB002 H1/Team1", "error NLB002 H2/Team1",
                        "withheld NLB003a WEB"),
                row("L5 LACP on one switch", lab.mode("unicast"), "error NLB001 H1/Team1", "error NLB001 H2/Team1",
                        "withheld NLB003a WEB"),
                row("L6 LACP over a stack",
                        Sketch.b0().mode("unicast").set("Stack/VLAN10", "staticArp", List.of()).set("Stack",
                                "staticMcastGroups",
                                List.of()),
                        "error NLB001 H1/Team1", "error NLB001 H2/Team1", "withheld NLB003a WEB"),
                row("L8 static teams", staticLags(lab.mode("unicast")), "error NLB001 H1/Team1",
                        "error NLB001 H2/Team1", "withheld NLB003a WEB"),
                row("L9 LACP over unrelated switches, unicast", unrelated("unicast"), "error TEAM005 H1/Team1",
                        "error TEAM005 H2/Team1", "error NLB001 H1/Team1", "error NLB001 H2/Team1",
                        "withheld NLB003a WEB", "withheld TEAM004 H1/Team1", "withheld TEAM004 H2/Team1"),
                row("L10 SET over two separate switches", set(Sketch.unicastOverTwoSwitches()),
                        "warning NLB003a WEB"),
                row("L12 SET over two MLAG peers", set(withoutPrinter(Sketch.unicastOverTwoSwitches()))
                        .lag("Peer", "A/3").trunk("Peer", "10,20").lag("PeerB", "B/3").trunk("PeerB", "10,20")
                        .mlag("VLT", "A", "B", "Peer")),
                row("L13 multicast without static MAC", multicast, "advice NLB003b WEB"),
                row("L14 multicast with static MAC on all host uplinks",
                        multicast.staticMac("Stack", 10, "03-BF-AC-1F-03-E8", "Po1", "Po2")),
                row("L16 the tested recipe", Sketch.b0()),
                row("L16 looked up by IP address", Sketch.b0().set("Stack", "mcastLookup", "ip"),
                        "warning SW005 Stack"),
                row("L17 looked up by IP address", noRegistration("forward").set("Stack", "querier", Map.of(10, "self"))
                        .set("Stack", "mcastLookup", "ip"), "warning SW005 Stack"),
                row("L17 IGMP, snooping with a querier", noRegistration("forward").set("Stack", "querier",
                        Map.of(10, "self"))),
                row("L19 IGMP, snooping off", noRegistration("forward").set("Stack", "igmpSnooping.default", false),
                        "warning SW003a Stack"));
    }

    @TestFactory
    Stream<DynamicTest> mlagPeersAsTwoSwitchesAreNotedAsNotCovered() {
        Sketch sketch = set(Sketch.unicastOverTwoSwitches()).lag("Peer", "A/3").mlag("VLT", "A", "B", "Peer");
        return Stream.of("H1/Team1", "H2/Team1").map(team -> DynamicTest.dynamicTest(team,
                () -> assertTrue(Report.of(sketch.design()).notChecked().stream().anyMatch(
                        each -> each.rule().equals("NLB002") && each.primary().text().equals(team)
                                && each.reason().startsWith("Not covered by the source documents, test it: ")))));
    }
}
