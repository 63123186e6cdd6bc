package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.Router;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VlanId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VlansTest {

    private static final VlanId TEN = new VlanId(10);

    private static Vlans of(Sketch sketch) {
        return Topology.of(sketch.design()).vlans();
    }

    // effectiveVlan

    private static final Sketch HOST = Sketch.empty("Host").host("H1", "2019").nic("H1", "NIC1").nic("H1", "NIC2")
            .device("S1").ports("S1", 2).cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S1/2");

    private static String ofEndpoint(Sketch sketch, String id) {
        Topology topology = Topology.of(sketch.design());
        return shown(topology.vlans().effective(topology.endpoints().find(new Id(id)).orElseThrow()));
    }

    private static String ofAdapter(Sketch sketch, String id) {
        Topology topology = Topology.of(sketch.design());
        return shown(topology.vlans().effective(topology.element(new Id(id), VirtualNic.class)));
    }

    private static String shown(Answer<EffectiveVlan> answer) {
        return answer.find().map(vlan -> vlan.tagging() + " " + vlan.vlans())
                .orElseGet(() -> answer.needs().toString());
    }

    @Test
    void anUntaggedNicIsInTheAccessOrNativeVlanOfItsPort() {
        assertEquals("UNTAGGED 1", ofEndpoint(HOST, "H1/NIC1"));
        assertEquals("UNTAGGED 20", ofEndpoint(HOST.set("S1/1", "accessVlan", 20), "H1/NIC1"));
        assertEquals("UNTAGGED 99",
                ofEndpoint(HOST.trunk("S1/1", "10,20").set("S1/1", "nativeVlan", 99), "H1/NIC1"));
        assertEquals("UNTAGGED none", ofEndpoint(HOST.without("H1/NIC1-S1/1"), "H1/NIC1"));
        assertEquals("[Missing[element=S1/1, attribute=mode]]",
                ofEndpoint(HOST.set("S1/1", "mode", Attribute.unknown()), "H1/NIC1"));
    }

    @Test
    void aTaggedNicIsInItsOwnVlanWhateverThePortSays() {
        assertEquals("TAGGED 10", ofEndpoint(HOST.set("H1/NIC1", "vlanId", 10), "H1/NIC1"));
        assertEquals("TAGGED 10", ofEndpoint(HOST.set("H1/NIC1", "vlanId", 10).set("S1/1", "mode",
                Attribute.unknown()), "H1/NIC1"));
    }

    @Test
    void aTeamInterfaceGoesByItsVlanElseByThePortsOfAllMembers() {
        Sketch team = HOST.lbfo("H1", "T", "switchIndependent", "NIC1", "NIC2");
        assertEquals("TAGGED 30", ofEndpoint(team.set("H1/T/T", "vlanId", 30), "H1/T/T"));
        assertEquals("UNTAGGED 1", ofEndpoint(team, "H1/T/T"));
        assertEquals("UNTAGGED 1,20", ofEndpoint(team.set("S1/2", "accessVlan", 20), "H1/T/T"));
        assertEquals("UNTAGGED 7", ofEndpoint(team.lag("Po1", "S1/1", "S1/2").trunk("Po1", "10").set("Po1",
                "nativeVlan", 7), "H1/T/T"));
    }

    @Test
    void anAdapterOnAVirtualSwitchIsTaggedUntaggedOrATrunk() {
        Sketch sketch = HOST.vSwitch("H1", "vSwitch1", "H1/NIC1").vm("V1", "H1").vNic("V1", "LAN", "vSwitch1")
                .trunk("S1/1", "10,20").set("S1/1", "nativeVlan", 99);
        assertEquals("UNTAGGED 99", ofAdapter(sketch, "V1/LAN"));
        assertEquals("TAGGED 10", ofAdapter(sketch.accessVlan("V1/LAN", 10), "V1/LAN"));
        assertEquals("TRUNK 10,20",
                ofAdapter(sketch.set("V1/LAN", "vlanMode", "trunk").set("V1/LAN", "allowedVlanIds", "10,20"),
                        "V1/LAN"));
        assertEquals("[Missing[element=V1/LAN, attribute=vlanId]]", ofAdapter(
                sketch.accessVlan("V1/LAN", 10).set("V1/LAN", "vlanId", Attribute.unknown()), "V1/LAN"));
    }

    @Test
    void aTagSetBelowTheVirtualSwitchIsThatOfUntaggedFrames() {
        Sketch sketch = HOST.lbfo("H1", "T", "lacp", "NIC1", "NIC2").set("H1/T/T", "vlanId", 40)
                .vSwitch("H1", "vSwitch1", "H1/T/T").vm("V1", "H1").vNic("V1", "LAN", "vSwitch1");
        assertEquals("TAGGED 40", ofAdapter(sketch, "V1/LAN"));
    }

    // Carrying

    @Test
    void aPortCarriesTaggedFramesOnATrunkAndUntaggedOnesInItsOwnVlan() {
        Vlans vlans = of(HOST.trunk("S1/1", "10").set("S1/1", "nativeVlan", 99).set("S1/2", "accessVlan", 10));
        Id trunk = new Id("S1/1");
        Id access = new Id("S1/2");
        assertEquals(Answer.sure(true), vlans.carriesTagged(trunk, TEN));
        assertEquals(Answer.sure(false), vlans.carriesTagged(trunk, new VlanId(20)));
        assertEquals(Answer.sure(false), vlans.carriesTagged(access, TEN));
        assertEquals(Answer.sure(true), vlans.carriesUntagged(access, TEN));
        assertEquals(Answer.sure(true), vlans.carriesUntagged(trunk, new VlanId(99)));
        assertEquals(Answer.sure(true), vlans.tags(trunk, TEN));
        assertEquals(Answer.sure(false), vlans.tags(trunk, new VlanId(99)));
        assertEquals(Answer.sure(false), vlans.tags(access, TEN));
        assertEquals(Answer.sure(true),
                of(HOST.trunk("S1/1", "10").set("S1/1", "tagNative", true)).tags(trunk, new VlanId(1)));
    }

    // Reach: three switches in a row, and a pair

    private static final Sketch ROW = Sketch.empty("Row").device("S1").device("S2").device("S3").ports("S1", 3)
            .ports("S2", 3).ports("S3", 3).cable("S1/1", "S2/1").cable("S2/2", "S3/2").trunk("S1/1", "10,20")
            .trunk("S2/1", "10,20").trunk("S2/2", "10").trunk("S3/2", "10,20");

    private static Answer<Boolean> path(Sketch sketch, int vlan, String a, String b) {
        return of(sketch).path(new VlanId(vlan), new Id(a), new Id(b));
    }

    @Test
    void aVlanReachesAsFarAsBothEndsOfEveryLinkCarryIt() {
        assertEquals(Answer.sure(true), path(ROW, 10, "S1", "S3"));
        assertEquals(Answer.sure(true), path(ROW, 20, "S1", "S2"));
        assertEquals(Answer.sure(false), path(ROW, 20, "S1", "S3"));
        assertEquals(Answer.sure(true), path(ROW, 77, "S1", "S1"));
        assertEquals(Set.of(new Id("S1"), new Id("S2")), of(ROW).domain(new VlanId(20), new Id("S1")));
    }

    @Test
    void aPortThatIsShutCarriesNothing() {
        assertEquals(Answer.sure(false), path(ROW.set("S2/2", "adminUp", false), 10, "S1", "S3"));
    }

    @Test
    void aLinkOfUnknownVlansIsWhatThePathNeeds() {
        Sketch unknown = ROW.set("S2/2", "allowedVlans", Attribute.unknown());
        assertEquals(Answer.needs(new Id("S2/2"), "allowedVlans"), path(unknown, 10, "S1", "S3"));
        assertEquals(Answer.sure(true), path(unknown, 10, "S1", "S2"));
        // A second way that is known decides.
        assertEquals(Answer.sure(true),
                path(unknown.cable("S1/3", "S3/3").trunk("S1/3", "10").trunk("S3/3", "10"), 10, "S1", "S3"));
        // And where the far end does not carry it either, nothing is open.
        assertEquals(Answer.sure(false), path(unknown.set("S3/2", "allowedVlans", "20"), 10, "S1", "S3"));
    }

    @Test
    void theUnitsOfAStackAreOneAndMlagPeersAreJoinedByTheirPeerLink() {
        Sketch stack = Sketch.empty("Stack").stack("Stack", "U1", "U2");
        assertEquals(Answer.sure(true), path(stack, 10, "U1", "U2"));
        Sketch pair = Sketch.empty("Pair").device("P1").device("P2").ports("P1", 1).ports("P2", 1)
                .lag("PeerA", "P1/1").lag("PeerB", "P2/1").mlag("Pair", "P1", "P2", "PeerA");
        assertEquals(Answer.sure(true), path(pair, 10, "P1", "P2"));
        Sketch cabled = pair.cable("P1/1", "P2/1").trunk("PeerA", "10").trunk("PeerB", "10");
        assertEquals(Answer.sure(true), path(cabled, 10, "P1", "P2"));
        assertEquals(Answer.sure(false), path(cabled, 20, "P1", "P2"));
    }

    // Flooding

    @Test
    void aFloodedFrameComesOutOfEveryPortOfTheVlanButTheOneItCameInBy() {
        Vlans vlans = of(Sketch.b0());
        assertEquals("[Po1, Po2, S1/3]", vlans.floodSet(TEN, new Id("Stack"), Optional.empty()).toString());
        assertEquals("[Po2, S1/3]", vlans.floodSet(TEN, new Id("Stack"), Optional.of(new Id("S2/1"))).toString());
        assertEquals("[Po1, Po2]", vlans.floodSet(new VlanId(20), new Id("Stack"), Optional.empty()).toString());
    }

    @Test
    void aFloodCrossesTheTrunkBetweenSwitches() {
        Vlans vlans = of(Sketch.unicastOverTwoSwitches());
        assertEquals("[A/1, A/2, A/3, A/4, B/1, B/2, B/3]",
                vlans.floodSet(TEN, new Id("B"), Optional.empty()).toString());
        assertEquals("[A, B]", vlans.devices(TEN).toString());
    }

    @Test
    void portsWithoutLinkOrShutDownAreNotFlooded() {
        Sketch sketch = Sketch.b0().set("S1/3", "adminUp", false);
        assertEquals("[Po1, Po2]", of(sketch).floodSet(TEN, new Id("Stack"), Optional.empty()).toString());
        assertEquals("[Po1, Po2]", of(Sketch.b0().without("PRINT1/LAN-S1/3"))
                .floodSet(TEN, new Id("Stack"), Optional.empty()).toString());
    }

    @Test
    void unregisteredMulticastIsFilteredBySwitchVlanPortOrBlock() {
        Id stack = new Id("Stack");
        Id lag = new Id("Po1");
        assertEquals(Answer.sure(false), of(Sketch.b0()).filtered(stack, TEN, lag));
        assertEquals(Answer.sure(true), of(Sketch.b0().set("Stack", "unregisteredMulticast.default", "filter"))
                .filtered(stack, TEN, lag));
        assertEquals(Answer.sure(true),
                of(Sketch.b0().set("Po1", "blockUnknownMulticast", true)).filtered(stack, TEN, lag));
        assertEquals(Answer.needs(stack, "unregisteredMulticast.default"), of(Sketch.b0().set("Stack",
                "unregisteredMulticast.default", Attribute.unknown())).filtered(stack, TEN, lag));
    }

    @Test
    void gatewaysOfAVlanAreFoundWithThePortsThatLeadToThem() {
        Sketch sketch = Sketch.b0().with(Router.of(new Id("R1"), "R1")).ports("S1", 4).cable("S1/4", "R1")
                .trunk("S1/4", "10").gateway("R1", 10, "172.31.3.2/24");
        Vlans vlans = of(sketch);
        assertEquals(2, vlans.gateways(TEN).size());
        assertEquals("[S1/4]", vlans.gatewayPorts(TEN).toString());
        assertEquals(1, vlans.gatewaysOn(new Id("S1"), TEN).size());
    }
}
