package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PathsTest {

    private static final VlanId VLAN = new VlanId(101);

    private static String ports(Collection<Hop> hops) {
        return hops.stream().map(hop -> hop.port().text()).collect(Collectors.joining(" "));
    }

    private static Answer<Reach> reach(Sketch sketch, String a, String b) {
        Topology topology = Topology.of(sketch.design());
        return topology.paths().reach(topology.endpoints().find(new Id(a)).orElseThrow(),
                topology.endpoints().find(new Id(b)).orElseThrow());
    }

    private static Reach known(Sketch sketch, String a, String b) {
        Answer<Reach> answer = reach(sketch, a, b);
        return answer.find().orElseThrow(() -> new AssertionError(answer.needs()));
    }

    private static boolean joined(Sketch sketch, String a, String b, String... lost) {
        Topology topology = Topology.of(sketch.design());
        return topology.paths().joinedWithout(topology.endpoints().find(new Id(a)).orElseThrow(),
                topology.endpoints().find(new Id(b)).orElseThrow(),
                Set.of(lost).stream().map(Id::new).collect(Collectors.toSet())).find().orElseThrow();
    }

    // One way after the other

    @Test
    void twinNetworksOnSwitchesOfTheirOwnNeverMeet() {
        Sketch sketch = Sketch.twins("equal").ports("SW-A", 3).ports("SW-B", 3);
        assertEquals("SW-A/1 SW-A/2", ports(known(sketch, "HV1/A", "HV2/A").normal()));
        assertEquals("", ports(known(sketch, "HV1/A", "HV2/A").failover()));
        assertFalse(known(sketch, "HV1/A", "HV2/B").connected());
    }

    @Test
    void everyHopOfTheWayIsCountedWithItsTag() {
        Sketch sketch = Sketch.path(9014, 9014, true, Sketch.Station.at(Sketch.S4810, 9216),
                Sketch.Station.at(Sketch.PC8132, 9216));
        assertEquals("SW1/1 SW1/2 SW2/1 SW2/2",
                new TreeSet<>(
                        known(sketch, "HV1/LM", "HV2/LM").normal().stream().map(hop -> hop.port().text()).toList())
                        .stream().collect(Collectors.joining(" ")));
        assertTrue(known(sketch, "HV1/LM", "HV2/LM").normal().stream().allMatch(Hop::tagged));
        assertEquals(Set.of(Hop.Place.EDGE, Hop.Place.INTER_SWITCH), known(sketch, "HV1/LM", "HV2/LM").normal().stream()
                .map(Hop::place).collect(Collectors.toSet()));
    }

    @Test
    void endpointsInDifferentVlansAreNotConnected() {
        Sketch sketch = Sketch.path(9014, 9014, true, Sketch.Station.at(Sketch.S4810, 9216)).trunk("SW1/2", "102")
                .set("HV2/LM", "vlanId", 102);
        assertFalse(known(sketch, "HV1/LM", "HV2/LM").connected());
        Sketch dropped = Sketch.path(9014, 9014, true, Sketch.Station.at(Sketch.S4810, 9216)).trunk("SW1/2", "102");
        assertFalse(known(dropped, "HV1/LM", "HV2/LM").connected());
    }

    @Test
    void oneHostUntaggedAndOneTaggedInTheSameVlanAreConnected() {
        Sketch sketch = Sketch.path(9014, 9014, true, Sketch.Station.at(Sketch.S4810, 9216))
                .set("HV1/LM", "vlanId", 0).set("SW1/1", "mode", "access").set("SW1/1", "accessVlan", 101);
        Reach reach = known(sketch, "HV1/LM", "HV2/LM");
        assertTrue(reach.connected());
        assertEquals(List.of(false, true), reach.normal().stream().map(Hop::tagged).toList());
    }

    @Test
    void twoNicsOnOneCableNeedNoSwitch() {
        Sketch sketch = Sketch.empty("Direct").host("H1", "2019").host("H2", "2019").nic("H1", "NIC1").nic("H2", "NIC1")
                .cable("H1/NIC1", "H2/NIC1");
        assertTrue(known(sketch, "H1/NIC1", "H2/NIC1").connected());
        assertTrue(joined(sketch, "H1/NIC1", "H2/NIC1"));
        assertFalse(joined(sketch, "H1/NIC1", "H2/NIC1", "H1/NIC1-H2/NIC1"));
    }

    @Test
    void anUnknownVlanListOnTheOnlyWayIsWhatIsNeeded() {
        Sketch sketch = Sketch.path(9014, 9014, true, Sketch.Station.at(Sketch.S4810, 9216),
                Sketch.Station.at(Sketch.S4810, 9216)).set("SW1/2", "allowedVlans", Attribute.unknown());
        assertEquals("[Missing[element=SW1/2, attribute=allowedVlans]]",
                reach(sketch, "HV1/LM", "HV2/LM").needs().toString());
    }

    // What is taken only after a failure

    @Test
    void aStandbyMemberCarriesOnlyAfterAFailure() {
        Reach reach = known(Sketch.hiddenUntilFailover(), "HV1/Team1/Team1", "HV2/Team1/Team1");
        assertEquals("SW1/1 SW1/2", ports(reach.normal()));
        assertEquals(Set.of("SW2/1", "SW2/2", "SW1/3", "SW2/3"),
                reach.failover().stream().map(hop -> hop.port().text()).collect(Collectors.toSet()));
    }

    @Test
    void aSwitchIndependentTeamUsesEveryPairOfMembers() {
        Reach reach = known(Sketch.lbfoMigration(), "HV1/T/T", "HV2/T/T");
        assertEquals(Set.of("SW-A/1", "SW-A/2", "SW-B/1", "SW-B/2", "SW-A/3", "SW-B/3"),
                reach.normal().stream().map(hop -> hop.port().text()).collect(Collectors.toSet()));
    }

    @Test
    void aDetourIsTakenOnlyAfterAFailure() {
        Sketch triangle = triangle();
        Reach reach = known(triangle, "HV1/LM", "HV2/LM");
        assertEquals("SW1/1 SW1/2 SW2/1 SW2/2", ports(reach.normal()));
        assertEquals(Set.of("SW1/3", "SW2/3", "SW3/1", "SW3/2"),
                reach.failover().stream().map(hop -> hop.port().text()).collect(Collectors.toSet()));
    }

    @Test
    void aMappedAdapterMovesToTheOtherNicOfItsTeamAfterAFailure() {
        Reach reach = known(Sketch.setMigration(), "HV1/vA", "HV2/vA");
        assertEquals("SW-A/1 SW-A/2", ports(reach.normal()));
        assertTrue(reach.failover().stream().anyMatch(hop -> hop.port().text().equals("SW-B/1")));
    }

    @Test
    void mlagPeersDeliverOverTheirOwnPortsOfALag() {
        Reach reach = known(mlag(), "H1/T/T", "H2/T/T");
        assertEquals(Set.of("H1a", "H1b", "H2a", "H2b"),
                reach.normal().stream().map(hop -> hop.port().text()).collect(Collectors.toSet()));
        assertEquals(Set.of("PeerA", "PeerB"),
                reach.failover().stream().map(hop -> hop.port().text()).collect(Collectors.toSet()));
        // A host on one peer alone is reached over the peer link by what the other host sends to the other peer.
        Reach single = known(mlag().without("H2/NIC2-P2/2"), "H1/T/T", "H2/T/T");
        assertTrue(single.normal().stream().anyMatch(hop -> hop.port().text().equals("PeerA")));
    }

    /// Two switches joined straight and over a third.
    private static Sketch triangle() {
        return Sketch.path(9014, 9014, true, Sketch.Station.at(Sketch.S4810, 9216),
                Sketch.Station.at(Sketch.S4810, 9216)).ports("SW1", 3).ports("SW2", 3).device("SW3").ports("SW3", 2)
                .trunk("SW1/1", "101").trunk("SW1/2", "101").trunk("SW2/1", "101").trunk("SW2/2", "101")
                .trunk("SW1/3", "101").trunk("SW2/3", "101").trunk("SW3/1", "101").trunk("SW3/2", "101")
                .cable("SW1/3", "SW3/1").cable("SW3/2", "SW2/3");
    }

    private static Sketch mlag() {
        Sketch sketch = Sketch.empty("MLAG").device("P1").device("P2").ports("P1", 4).ports("P2", 4)
                .lag("PeerA", "P1/3").lag("PeerB", "P2/3").cable("P1/3", "P2/3").mlag("Pair", "P1", "P2", "PeerA");
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            sketch = sketch.host(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .lbfo(host, "T", "lacp", "NIC1", "NIC2").cable(host + "/NIC1", "P1/" + i)
                    .cable(host + "/NIC2", "P2/" + i).lag(host + "a", "P1/" + i).lag(host + "b", "P2/" + i)
                    .set(host + "a", "mlagId", i).set(host + "b", "mlagId", i);
        }
        return sketch;
    }

    // Losing something

    @Test
    void whatIsLeftAfterALossIsToldElementByElement() {
        Sketch sketch = Sketch.lbfoMigration();
        assertTrue(joined(sketch, "HV1/T/T", "HV2/T/T", "SW-A"));
        assertTrue(joined(sketch, "HV1/T/T", "HV2/T/T", "HV1/A", "HV2/B"));
        assertFalse(joined(sketch, "HV1/T/T", "HV2/T/T", "HV1/A", "HV2/B", "SW-A/3-SW-B/3"));
        assertFalse(joined(sketch, "HV1/T/T", "HV2/T/T", "SW-A", "SW-B"));
        assertFalse(joined(Sketch.twins("equal"), "HV1/A", "HV2/A", "SW-A"));
        assertFalse(joined(Sketch.twins("equal"), "HV1/A", "HV2/A", "HV2/A-SW-A/2"));
    }

    @Test
    void aStackOutlivesAUnitAndNotItself() {
        Sketch stack = Sketch.empty("Stack").stack("Stack", "U1", "U2").ports("U1", 2).ports("U2", 2);
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            stack = stack.host(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .lbfo(host, "T", "lacp", "NIC1", "NIC2").cable(host + "/NIC1", "U1/" + i)
                    .cable(host + "/NIC2", "U2/" + i);
        }
        assertTrue(joined(stack, "H1/T/T", "H2/T/T", "U1"));
        assertFalse(joined(stack, "H1/T/T", "H2/T/T", "Stack"));
        assertFalse(joined(stack, "H1/T/T", "H2/T/T", "U1", "U2"));
    }

    // Concrete ways

    @Test
    void theLargestPacketOfAWayIsThatOfItsSmallestPlace() {
        Sketch sketch = Sketch.path(9614, 9014, true, Sketch.Station.at(Sketch.S4810, 12000),
                Sketch.Station.at(Sketch.PC8132, 8000));
        Topology topology = Topology.of(sketch.design());
        Path path = topology.paths().between(topology.endpoints().find(new Id("HV1/LM")).orElseThrow(),
                topology.endpoints().find(new Id("HV2/LM")).orElseThrow(), 10).find().orElseThrow().getFirst();
        assertEquals("SW1/1 SW1/2 SW2/1 SW2/2", ports(path.hops()));
        assertEquals(Answer.sure(7978), topology.paths().pathIp(path));
    }

    @Test
    void waysComeShortestFirstAndNoMoreThanAsked() {
        Sketch triangle = triangle();
        Topology topology = Topology.of(triangle.design());
        Endpoint a = topology.endpoints().find(new Id("HV1/LM")).orElseThrow();
        Endpoint b = topology.endpoints().find(new Id("HV2/LM")).orElseThrow();
        assertEquals(List.of("false SW1/1 SW1/2 SW2/1 SW2/2", "true SW1/1 SW1/3 SW3/1 SW3/2 SW2/3 SW2/2"),
                topology.paths().between(a, b, 10).find().orElseThrow().stream()
                        .map(path -> path.failover() + " " + ports(path.hops())).toList());
        assertEquals(1, topology.paths().between(a, b, 1).find().orElseThrow().size());
    }

    /// The links on loop-free ways are found without walking every way; here every way is walked as well.
    @RepeatedTest(200)
    void linksOnLoopFreeWaysAreThoseOfAllWaysWalked(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int devices = 2 + random.nextInt(6);
        Sketch sketch = Sketch.empty("Random");
        for (int i = 0; i < devices; i++) {
            sketch = sketch.device("S" + i).ports("S" + i, 12);
        }
        int[] used = new int[devices];
        int cables = random.nextInt(2 * devices);
        for (int i = 0; i < cables; i++) {
            int a = random.nextInt(devices);
            int b = random.nextInt(devices);
            if (a != b && used[a] < 12 && used[b] < 12) {
                String endA = "S" + a + "/" + ++used[a];
                String endB = "S" + b + "/" + ++used[b];
                sketch = sketch.trunk(endA, "101").trunk(endB, "101").cable(endA, endB);
            }
        }
        Topology topology = Topology.of(sketch.design());
        Id from = new Id("S0");
        Id to = new Id("S1");
        Ways ways = topology.vlans().ways(VLAN, from, to);
        Set<Link> walked = new HashSet<>();
        Set<Link> shortest = new HashSet<>();
        List<List<Link>> all = new ArrayList<>();
        walk(topology.vlans().links(), from, to, new ArrayList<>(), new HashSet<>(Set.of(from)), all);
        int least = all.stream().mapToInt(List::size).min().orElse(0);
        all.forEach(walked::addAll);
        all.stream().filter(way -> way.size() == least).forEach(shortest::addAll);
        Set<Link> found = new HashSet<>(ways.shortest());
        found.addAll(ways.detours());
        assertEquals(!all.isEmpty(), ways.connected());
        assertEquals(walked, found);
        assertEquals(shortest, new HashSet<>(ways.shortest()));
        assertEquals(new HashSet<>(all),
                new HashSet<>(topology.vlans().fabric(VLAN).enumerate(from, to, Integer.MAX_VALUE)));
    }

    private static void walk(List<Link> links, Id at, Id to, List<Link> way, Set<Id> seen, List<List<Link>> found) {
        if (at.equals(to)) {
            found.add(List.copyOf(way));
            return;
        }
        for (Link link : links) {
            if (!link.a().equals(at) && !link.b().equals(at)) {
                continue;
            }
            Id next = link.other(at);
            if (seen.add(next)) {
                way.add(link);
                walk(links, next, to, way, seen, found);
                way.removeLast();
                seen.remove(next);
            }
        }
    }
}
