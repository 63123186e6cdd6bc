package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Fhrp;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static Claims claims(Sketch sketch) {
        return Topology.of(sketch.design()).claims();
    }

    private static String holders(Sketch sketch, String address) {
        return String.join(", ", claims(sketch).byAddress().getOrDefault(IpAddress.parse(address), List.of()).stream()
                .map(claim -> claim.element() + (claim.holder().equals(claim.element().text()) ? ""
                        : " for " + claim.holder()) + (claim.ofNlb() ? " (NLB)" : ""))
                .toList());
    }

    @Test
    void aVipBelongsToItsClusterWhereverItIsListed() {
        assertEquals("WEB (NLB)", holders(Sketch.b0(), "172.31.3.232"));
        assertEquals("N1/NLB for WEB (NLB), WEB (NLB)",
                holders(Sketch.b0().address("N1/NLB", "172.31.3.232"), "172.31.3.232"));
        assertEquals("N1/NLB (NLB), N1/NLB (NLB)", holders(Sketch.b0(), "172.31.3.11"));
    }

    @Test
    void aVirtualGatewayAddressBelongsToItsGroup() {
        Sketch gateway =
                Sketch.b0().set("Stack/VLAN10", "fhrpGroup", Sketch.part(Fhrp.class, "protocol", "hsrp", "group", 7,
                        "virtualIp", "172.31.3.254"));
        assertEquals("Stack/VLAN10 for group HSRP 7 VLAN10", holders(gateway, "172.31.3.254"));
        assertEquals("Stack/VLAN10", holders(gateway, "172.31.3.1"));
    }

    @Test
    void theNetworkTellsTheAddressSpaceOfAnEndpoint() {
        Sketch twins = Sketch.twins("equal").set("A", "addressSpaceId", "storage");
        Claims claims = claims(twins);
        Claim storage = claims.byAddress().get(IpAddress.parse("10.10.1.1")).getFirst();
        Claim migration = claims.byAddress().get(IpAddress.parse("10.10.2.1")).getFirst();
        assertEquals(Answer.sure("storage"), claims.space(storage));
        assertEquals(Answer.sure("default"), claims.space(migration));
    }

    @Test
    void theGatewayTellsTheAddressSpaceOfAVm() {
        Sketch vrf = Sketch.b0().set("Stack/VLAN10", "addressSpaceId", "web");
        Claims claims = claims(vrf);
        assertEquals(Answer.sure("web"),
                claims.space(claims.byAddress().get(IpAddress.parse("172.31.3.11")).getFirst()));
        assertEquals(Answer.needs(new Id("Stack/VLAN10"), "addressSpaceId"),
                claims(vrf.set("Stack/VLAN10", "addressSpaceId", Attribute.unknown()))
                        .space(claims.byAddress().get(IpAddress.parse("172.31.3.11")).getFirst()));
    }

    @Test
    void neighboursMeetAlsoInDifferentAddressSpaces() {
        Sketch sketch = Sketch.twins("equal").address("HV2/B", "10.10.1.1").set("B", "prefix", Attribute.unset())
                .set("A", "addressSpaceId", "storage").without("HV2/B-SW-B/2").ports("SW-A", 3)
                .cable("HV2/B", "SW-A/3");
        Claims claims = claims(sketch);
        List<Claim> both = claims.byAddress().get(IpAddress.parse("10.10.1.1"));
        assertEquals(Answer.sure(true), claims.meet(both.getFirst(), both.getLast()));
    }

    @Test
    void theNextFreeAddressIsNeitherTakenNorReserved() {
        Claims claims = claims(Sketch.twins("equal"));
        assertEquals(Optional.of(Ipv4.parse("10.10.1.3")),
                claims.nextFree(Ipv4.parse("10.10.1.1"), IpPrefix.parse("10.10.1.0/24")));
        assertEquals(Optional.of(Ipv4.parse("10.10.1.3")),
                claims.nextFree(Ipv4.parse("10.10.1.254"), IpPrefix.parse("10.10.1.0/24")));
        assertEquals(Optional.empty(), claims.nextFree(Ipv4.parse("10.10.1.1"), IpPrefix.parse("10.10.1.0/30")));
        assertEquals(Optional.empty(), claims.nextFree(Ipv4.parse("10.9.9.9"), IpPrefix.parse("10.10.1.0/24")));
    }
}
