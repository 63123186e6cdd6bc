package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.Router;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WiringTest {

    /// A stack of two, an MLAG pair with its peer link, a lone switch; a host on each.
    private static final Sketch MIXED = Sketch.empty("Mixed").stack("Stack", "U1", "U2").device("P1").device("P2")
            .device("S1").ports("U1", 3).ports("U2", 3).ports("P1", 4).ports("P2", 4).ports("S1", 3)
            .lag("PeerA", "P1/3", "P1/4").lag("PeerB", "P2/3", "P2/4").cable("P1/3", "P2/3").cable("P1/4", "P2/4")
            .mlag("Pair", "P1", "P2", "PeerA").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2")
            .lag("Host1a", "P1/1").lag("Host1b", "P2/1").set("Host1a", "mlagId", 1).set("Host1b", "mlagId", 1)
            .cable("H1/NIC1", "P1/1").cable("H1/NIC2", "P2/1").cable("S1/1", "U1/1")
            .with(Router.of(new Id("R1"), "R1")).cable("S1/2", "R1").host("H2", "2019").nic("H2", "NIC1")
            .host("H3", "2019").nic("H3", "NIC1").cable("H2/NIC1", "H3/NIC1");

    private static Wiring wiring(Sketch sketch) {
        return Topology.of(sketch.design()).wiring();
    }

    private static String id(Element element) {
        return element.id().text();
    }

    @Test
    void aStackIsOneControlPlaneAndAnMlagPairIsTwo() {
        Wiring wiring = wiring(MIXED);
        assertEquals("Stack", id(wiring.controlPlane(new Id("U1/1"))));
        assertEquals("Stack", id(wiring.controlPlane(new Id("U2"))));
        assertEquals("P1", id(wiring.controlPlane(new Id("P1/1"))));
        assertEquals("P2", id(wiring.controlPlane(new Id("P2/1"))));
        assertEquals(List.of("P1", "P2", "S1", "Stack"),
                wiring.controlPlanes().stream().map(WiringTest::id).toList());
    }

    @Test
    void aLagDomainIsTheMlagPairWhereThereIsOne() {
        Wiring wiring = wiring(MIXED);
        assertEquals("Pair", id(wiring.lagDomain(new Id("P1/1"))));
        assertEquals("Pair", id(wiring.lagDomain(new Id("P2"))));
        assertEquals("Stack", id(wiring.lagDomain(new Id("U2/1"))));
        assertEquals("S1", id(wiring.lagDomain(new Id("S1/1"))));
    }

    @Test
    void aPairOfStacksMayNameAUnit() {
        Wiring wiring = wiring(Sketch.empty("Pair of stacks").stack("A", "A1", "A2").stack("B", "B1", "B2")
                .ports("A2", 1).lag("Peer", "A2/1").mlag("Pair", "A1", "B", "Peer"));
        assertEquals("Pair", id(wiring.lagDomain(new Id("A2/1"))));
        assertEquals("Pair", id(wiring.lagDomain(new Id("B2"))));
    }

    @Test
    void aCableIsWhatItsEndsAre() {
        Topology topology = Topology.of(MIXED.design());
        assertEquals(CableKind.HOST, kind(topology, "H1/NIC1-P1/1"));
        assertEquals(CableKind.PEER, kind(topology, "P1/3-P2/3"));
        assertEquals(CableKind.INTER_SWITCH, kind(topology, "S1/1-U1/1"));
        assertEquals(CableKind.UPLINK, kind(topology, "S1/2-R1"));
        assertEquals(CableKind.DIRECT, kind(topology, "H2/NIC1-H3/NIC1"));
        assertTrue(topology.wiring().isHostFacing(new Id("P1/1")));
        assertFalse(topology.wiring().isHostFacing(new Id("P1/3")));
        assertTrue(topology.wiring().isInterSwitch(new Id("PeerB")));
        assertFalse(topology.wiring().isInterSwitch(new Id("Host1a")));
    }

    private static CableKind kind(Topology topology, String id) {
        return topology.wiring().kind(topology.element(new Id(id), Cable.class));
    }

    @Test
    void bothEndsOfThePeerLinkAreKnownAsSuch() {
        Wiring wiring = wiring(MIXED);
        assertTrue(wiring.isPeerLink(new Id("PeerA")));
        assertTrue(wiring.isPeerLink(new Id("PeerB")));
        assertTrue(wiring.isPeerLink(new Id("P2/4")));
        assertFalse(wiring.isPeerLink(new Id("Host1b")));
        assertFalse(wiring.isPeerLink(new Id("S1/1")));
    }

    @Test
    void theTwoLagsOfOneMlagIdAreOne() {
        Topology topology = Topology.of(MIXED.design());
        Lag first = topology.element(new Id("Host1a"), Lag.class);
        Lag second = topology.element(new Id("Host1b"), Lag.class);
        assertEquals(Optional.of(second), topology.wiring().twin(first));
        assertEquals(new Id("Host1a"), topology.wiring().bundle(second));
        assertEquals(Optional.empty(), topology.wiring().twin(topology.element(new Id("PeerA"), Lag.class)));
        Lag other = topology.element(new Id("Host1b"), Lag.class);
        Topology apart = Topology.of(MIXED.with(Element.with(other, "mlagId", 2)).design());
        assertEquals(Optional.empty(), apart.wiring().twin(apart.element(new Id("Host1a"), Lag.class)));
    }

    @Test
    void aLagLiesWhereItsPortsAreAndAnEmptyOneWhereItSaysSo() {
        Sketch sketch = MIXED.lag("Across", "U1/2", "U2/2").lag("Empty").set("Empty", "owner", "S1");
        Topology topology = Topology.of(sketch.design());
        assertEquals("[Stack]", topology.wiring().owners(topology.element(new Id("Across"), Lag.class)).toString());
        assertEquals("[S1]", topology.wiring().owners(topology.element(new Id("Empty"), Lag.class)).toString());
        assertEquals(List.of("Empty"), topology.wiring().lagsOf(new Id("S1")).stream().map(WiringTest::id).toList());
        assertEquals(new Id("Across"), topology.wiring().logicalPort(new Id("U2/2")));
        assertEquals(new Id("U2/3"), topology.wiring().logicalPort(new Id("U2/3")));
    }

    @Test
    void theOtherEndOfACableIsFoundFromBoth() {
        Wiring wiring = wiring(MIXED);
        assertEquals("P1/1", id(wiring.peer(new Id("H1/NIC1")).orElseThrow()));
        assertEquals("H1/NIC1", id(wiring.peer(new Id("P1/1")).orElseThrow()));
        assertEquals(Optional.empty(), wiring.peer(new Id("P1/2")));
        assertEquals(List.of("S1/2"), wiring.peers(new Id("R1")).stream().map(WiringTest::id).toList());
    }
}
