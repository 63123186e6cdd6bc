package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Id;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingsTest {

    private static String crossings(Sketch sketch, String network) {
        Topology topology = Topology.of(sketch.design());
        Crossings.Found found =
                topology.crossings().in(topology.element(new Id(network), ClusterNetwork.class));
        return String.join("\n", found.crossings().stream()
                .map(each -> each.hop().port() + " " + (each.bytes() == Crossing.UNBOUNDED ? "any" : each.bytes())
                        + (each.failover() ? " failover" : "") + (each.fits() ? "" : " too large for the edge")
                        + (each.needs().isEmpty() ? "" : " needs " + each.needs().first().element()))
                .sorted().toList());
    }

    private static Sketch third(int jumboPacket) {
        return Sketch.path(9614, 9014, true, Station.at(Sketch.NEXUS, 9216).links(9216), Station.at(Sketch.NEXUS, 9216))
                .ports("SW1", 3).trunk("SW1/3", "101").set("SW1/3", "mtu", 9216).trunk("SW1/1", "101")
                .trunk("SW1/2", "101").cable("SW1/2", "SW2/1").node("HV3", "2019").nic("HV3", "LM")
                .address("HV3/LM", "10.10.1.3").set("HV3/LM", "vlanId", 101).set("HV3/LM", "jumboPacket", jumboPacket)
                .cable("HV3/LM", "SW1/3");
    }

    @Test
    void eachPortCountsWithTheBestPartnerItsEndpointHas() {
        assertEquals("""
                SW1/1 9000
                SW1/2 9000
                SW1/3 1500
                SW2/1 9000
                SW2/2 9000""", crossings(third(1514), "LM"));
    }

    @Test
    void aPairThatTheEdgeDoesNotPassIsToldApart() {
        assertEquals("""
                SW1/1 9000
                SW1/2 1500
                SW1/2 9000 too large for the edge
                SW1/3 1500
                SW2/1 1500
                SW2/1 9000 too large for the edge
                SW2/2 9000""", crossings(third(1514).set("SW1/1", "mtu", 1500), "LM"));
    }

    @Test
    void anUnknownSizeCountsOnlyWhereItMayBeLarger() {
        assertEquals("""
                SW1/1 9000 needs HV2/LM
                SW1/2 9000 needs HV2/LM""", crossings(Sketch.path(9014, 9014, true, Station.at(Sketch.NEXUS, 9216))
                .set("HV2/LM", "jumboPacket", Attribute.unknown()), "LM"));
        assertEquals("""
                SW1/1 any needs HV1/LM
                SW1/2 any needs HV1/LM""", crossings(Sketch.path(9014, 9014, true, Station.at(Sketch.NEXUS, 9216))
                .set("HV1/LM", "jumboPacket", Attribute.unknown()).set("HV2/LM", "jumboPacket", Attribute.unknown()),
                "LM"));
    }

    @Test
    void aStandbyMemberCrossesTheLinkOnlyAfterAFailure() {
        assertEquals("""
                SW1/1 9000
                SW1/2 9000
                SW1/3 9000 failover
                SW2/1 9000 failover
                SW2/2 9000 failover
                SW2/3 9000 failover""", crossings(Sketch.hiddenUntilFailover(), "LM"));
    }

    @Test
    void endpointsOfOneHostSendNothingToEachOther() {
        Sketch alone = Sketch.twins("equal").without("HV2").address("HV1/B", "10.10.1.12");
        assertEquals("", crossings(alone, "A"));
        assertEquals(List.of(), Topology.of(alone.design()).crossings()
                .in(alone.design().element(new Id("A"), ClusterNetwork.class)).needs().stream().toList());
    }
}
