package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.L3Interface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Where a client frame goes (PREDICTIONS part 2). S/1 to S/3 lead to HostA, HostB and HostC, S/4 to the router, S/5 to a
/// printer in the VLAN, S/6 to a PC outside of it.
class NlbFlowTest {

    private static final String GROUP = "239.255.3.232";
    private static final String MAC = "03-BF-AC-1F-03-E8";

    private record Row(String name, Sketch sketch, NlbFlow.History history, String expected) {}

    private static Row row(String name, Sketch sketch, String expected) {
        return new Row(name, sketch, NlbFlow.History.NONE, expected);
    }

    private static Sketch unicast() {
        return Sketch.oneSwitch("unicast");
    }

    private static Sketch multicast() {
        return Sketch.oneSwitch("multicast");
    }

    private static Sketch igmp() {
        return Sketch.oneSwitch("igmpMulticast");
    }

    private static Sketch notQueried() {
        return igmp().set("S", "querier", Attribute.unset());
    }

    private static Sketch moved(Sketch sketch) {
        return sketch.set("N2", "host", "HostC");
    }

    private static Sketch noArp(Sketch sketch) {
        return sketch.set("R/VLAN10", "staticArp", List.of());
    }

    private static NlbFlow flow(Sketch sketch, NlbFlow.History history) {
        Design design = sketch.design();
        return NlbFlow.routed(Topology.of(design), design.element(new Id("WEB"), NlbCluster.class),
                design.element(new Id("R/VLAN10"), L3Interface.class), history).find().orElseThrow().orElseThrow();
    }

    private static String words(NlbFlow flow) {
        return flow.outcome() + " out " + flow.out().stream().map(Id::text).collect(Collectors.joining(" "))
                + "; nodes "
                + names(flow.reached());
    }

    private static String names(List<NlbNode> nodes) {
        return nodes.stream().map(node -> node.member().text().substring(0, 2)).collect(Collectors.joining(" "));
    }

    @TestFactory
    Stream<DynamicTest> oneSwitch() {
        return Stream.of(
                row("U1", unicast(), "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("U2 a VLAN of its own", unicast().set("S/5", "accessVlan", 20),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("U3 blocked at the printer", unicast().set("S/5", "blockUnknownUnicast", true),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("U4 blocked at a node", unicast().set("S/2", "blockUnknownUnicast", true),
                        "STARVES out S/1 S/3 S/5; nodes N1"),
                row("U7 before the move", unicast().staticMac("S", 10, "02-BF-AC-1F-03-E8", "S/1", "S/2"),
                        "WORKS out S/1 S/2; nodes N1 N2"),
                row("U7 after the move", moved(unicast().staticMac("S", 10, "02-BF-AC-1F-03-E8", "S/1", "S/2")),
                        "STARVES out S/1 S/2; nodes N1"),
                new Row("U11 the switch has learned the MAC", unicast(),
                        new NlbFlow.History(Map.of(new Id("S"), new Id("S/1")), false), "STARVES out S/1; nodes N1"),
                row("M1", multicast(), "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("M1 snooping off", multicast().set("S", "igmpSnooping.default", false),
                        "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("M2 static MAC on all hosts", multicast().staticMac("S", 10, MAC, "S/1", "S/2", "S/3"),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("M2 after a live migration", moved(multicast().staticMac("S", 10, MAC, "S/1", "S/2", "S/3")),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("M4 unregistered multicast filtered",
                        multicast().set("S", "unregisteredMulticast.default", "filter"), "FAILS out ; nodes "),
                row("M5 a router without static ARP", noArp(multicast()), "NOT_SENT out ; nodes "),
                row("M6 the MAC of the report",
                        multicast().set("WEB", "primaryVip", "172.31.1.232")
                                .staticArp("R/VLAN10", "172.31.1.232", "03bf.bc1f.0164"),
                        "FAILS out S/1 S/2 S/3 S/5; nodes "),
                row("M6 the same, filtered", multicast().set("WEB", "primaryVip", "172.31.1.232")
                        .staticArp("R/VLAN10", "172.31.1.232", "03bf.bc1f.0164")
                        .set("S", "unregisteredMulticast.default", "filter"), "FAILS out ; nodes "),
                row("I1 snooping off", igmp().set("S", "igmpSnooping.default", false),
                        "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("I2 snooping and a querier", igmp(), "WORKS out S/1 S/2; nodes N1 N2"),
                row("I2 after a live migration", moved(igmp()), "WORKS out S/1 S/3; nodes N1 N2"),
                row("I3 no querier, joins still young", notQueried(), "WORKS out S/1 S/2; nodes N1 N2"),
                new Row("I3 no querier, joins aged out", notQueried(), new NlbFlow.History(Map.of(), true),
                        "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("I6 the recipe of the report",
                        notQueried().staticGroup("S", 10, GROUP, "S/1", "S/2", "S/3"),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("I6 after a live migration",
                        moved(notQueried().staticGroup("S", 10, GROUP, "S/1", "S/2", "S/3")),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("I7 before the move", notQueried().staticGroup("S", 10, GROUP, "S/1", "S/2"),
                        "WORKS out S/1 S/2; nodes N1 N2"),
                row("I7 after the move", moved(notQueried().staticGroup("S", 10, GROUP, "S/1", "S/2")),
                        "STARVES out S/1 S/2; nodes N1"),
                row("I7 with static and learned ports merged",
                        moved(igmp().staticGroup("S", 10, GROUP, "S/1", "S/2").set("S", "staticMergesDynamic", true)),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"),
                row("I9 filtering off",
                        igmp().staticGroup("S", 10, GROUP, "S/1", "S/2", "S/3").set("S", "bridgeMulticastFiltering",
                                false),
                        "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("I13 a router without static ARP", noArp(igmp()), "NOT_SENT out ; nodes "),
                row("looked up by IP address: the group steers nothing",
                        igmp().staticGroup("S", 10, GROUP, "S/1", "S/2", "S/3").set("S", "mcastLookup", "ip"),
                        "FLOODS out S/1 S/2 S/3 S/5; nodes N1 N2"),
                row("looked up by IP address: a static MAC entry does",
                        igmp().staticMac("S", 10, "01-00-5E-7F-03-E8", "S/1", "S/2", "S/3").set("S", "mcastLookup",
                                "ip"),
                        "WORKS out S/1 S/2 S/3; nodes N1 N2"))
                .map(row -> DynamicTest.dynamicTest(row.name(),
                        () -> assertEquals(row.expected(), words(flow(row.sketch(), row.history())))));
    }

    @Test
    void twoClustersWithOneGroupGetEachOthersFrames() {
        Sketch sketch = igmp();
        for (int i = 1; i <= 2; i++) {
            String adapter = "A" + i + "/NLB";
            sketch = sketch.vm("A" + i, i == 1 ? "HostB" : "HostC").vNic("A" + i, "NLB", "vSwitch1")
                    .accessVlan(adapter, 10).address(adapter, "10.1.3.1" + i);
        }
        Design design = sketch.nlb("APP", "igmpMulticast", "10.1.3.232", "A1/NLB", "A2/NLB")
                .staticGroup("S", 10, GROUP, "S/1", "S/2", "S/3").design();
        Topology topology = Topology.of(design);
        for (String cluster : List.of("WEB", "APP")) {
            NlbFlow flow = NlbFlow.local(topology, design.element(new Id(cluster), NlbCluster.class), new Id("S/5"),
                    NlbFlow.History.NONE).find().orElseThrow().orElseThrow();
            assertEquals("[S/1, S/2, S/3]", flow.out().toString(), cluster);
        }
    }

    /// U8: the nodes hang off a hub on one port, source MACs are not masked, and nobody else is in the VLAN.
    @Test
    void behindAHubTheFloodStaysThere() {
        Sketch sketch = unicast().set("WEB", "maskSourceMac", false).set("S/5", "accessVlan", 20).device("Hub")
                .set("Hub", "isHub", true).ports("Hub", 4)
                .without("HostA/NIC1-S/1", "HostB/NIC1-S/2", "HostC/NIC1-S/3").cable("HostA/NIC1", "Hub/1")
                .cable("HostB/NIC1", "Hub/2").cable("HostC/NIC1", "Hub/3").cable("Hub/4", "S/1").trunk("Hub/1", "10")
                .trunk("Hub/2", "10").trunk("Hub/3", "10").trunk("Hub/4", "10");
        assertEquals("WORKS out Hub/1 Hub/2 Hub/3 S/1; nodes N1 N2", words(flow(sketch, NlbFlow.History.NONE)));
    }

    private static Sketch rt2(List<String> first, List<String> second) {
        return Sketch.twoSwitches("igmpMulticast").staticGroup("S1", 10, GROUP, first.toArray(String[]::new))
                .staticGroup("S2", 10, GROUP, second.toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> twoSwitches() {
        List<String> all1 = List.of("S1/1", "S1/2", "S1/3", "S1/5");
        List<String> all2 = List.of("S2/1", "S2/2", "S2/3", "S2/5");
        return Stream.of(
                row("both uplinks of each host, and the trunk", rt2(all1, all2),
                        "WORKS out S1/1 S1/2 S1/3 S1/5 S2/1 S2/2 S2/3; nodes N1 N2"),
                row("the trunk left out on the first switch", rt2(List.of("S1/1", "S1/2", "S1/3"), all2),
                        "FAILS out S1/1 S1/2 S1/3; nodes "),
                row("an uplink left out on the second switch", rt2(all1, List.of("S2/1", "S2/3", "S2/5")),
                        "STARVES out S1/1 S1/2 S1/3 S1/5 S2/1 S2/3; nodes N1"),
                row("unicast floods both", Sketch.twoSwitches("unicast"),
                        "WORKS out S1/1 S1/2 S1/3 S1/5 S2/1 S2/2 S2/3; nodes N1 N2"))
                .map(row -> DynamicTest.dynamicTest(row.name(),
                        () -> assertEquals(row.expected(), words(flow(row.sketch(), row.history())))));
    }

    @Test
    void aClientInTheSubnetNeedsNoGateway() {
        Design design = noArp(multicast()).design();
        NlbFlow flow =
                NlbFlow.local(Topology.of(design), design.element(new Id("WEB"), NlbCluster.class), new Id("S/5"),
                        NlbFlow.History.NONE).find().orElseThrow().orElseThrow();
        assertEquals("WORKS out S/1 S/2 S/3 S/4; nodes N1 N2", words(flow));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        Design design = igmp().set("S", "igmpSnooping.default", Attribute.unknown()).design();
        Answer<Optional<NlbFlow>> flow = NlbFlow.local(Topology.of(design),
                design.element(new Id("WEB"), NlbCluster.class), new Id("S/5"), NlbFlow.History.NONE);
        assertTrue(flow.needs().stream().anyMatch(each -> each.attribute().equals("igmpSnooping.default")));
    }
}
