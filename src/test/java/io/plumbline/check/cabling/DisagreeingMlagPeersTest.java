package io.plumbline.check.cabling;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;
import java.util.Map;

class DisagreeingMlagPeersTest implements RuleContract {

    /// Two hosts with an LACP team each over the two peers of a pair; one LAG over both peers for each host.
    private static Sketch pair() {
        Sketch sketch = Sketch.empty("Pair").vlan(10).device("S1").device("S2").ports("S1", 4).ports("S2", 4)
                .cable("S1/4", "S2/4").lag("Peer1", "S1/4").lag("Peer2", "S2/4").mlag("VPC", "S1", "S2", "Peer1")
                .trunk("Peer1", "10,20").trunk("Peer2", "10,20");
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            sketch = sketch.host(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2").cable(host + "/NIC1", "S1/" + i)
                    .cable(host + "/NIC2", "S2/" + i).lbfo(host, "Team1", "lacp", "NIC1", "NIC2")
                    .vSwitch(host, "vSwitch1", host + "/Team1/Team1");
            for (int s = 1; s <= 2; s++) {
                String lag = "S" + s + "Po" + i;
                sketch = sketch.lag(lag, "S" + s + "/" + i).set(lag, "mlagId", i).trunk(lag, "10,20");
            }
        }
        return sketch;
    }

    /// An NLB cluster in VLAN 10 over it, both peers with snooping.
    private static Sketch nlb() {
        Sketch sketch = pair();
        for (int i = 1; i <= 2; i++) {
            String vm = "N" + i;
            sketch = sketch.vm(vm, "H" + i).vNic(vm, "NLB", "vSwitch1").accessVlan(vm + "/NLB", 10)
                    .set(vm + "/NLB", "macSpoofing", true).address(vm + "/NLB", "172.31.3.1" + i);
        }
        return sketch.nlb("WEB", "igmpMulticast", "172.31.3.232", "N1/NLB", "N2/NLB").snooping("S1").snooping("S2");
    }

    private static Sketch group(Sketch sketch, String device) {
        return sketch.staticGroup(device, 10, "239.255.3.232", device + "Po1", device + "Po2",
                device.equals("S1") ? "Peer1" : "Peer2");
    }

    private static Sketch routed() {
        return group(group(nlb(), "S1"), "S2").gateway("S1", 10, "172.31.3.2/24").gateway("S2", 10, "172.31.3.3/24")
                .staticArp("S1/VLAN10", "172.31.3.232", "01-00-5E-7F-03-E8")
                .staticArp("S2/VLAN10", "172.31.3.232", "01-00-5E-7F-03-E8");
    }

    private static final String LOST =
            ": a frame that arrives at one peer for a host behind the other is lost. Add VLAN 30 to the peer link at "
                    + "both ends.";
    private static final String HALVES =
            ": one half is suspended, or works for some flows only. Set both halves alike.";

    @Override
    public Rule rule() {
        return new DisagreeingMlagPeers();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("no peer link", pair().set("VPC", "peerLink", Attribute.unset()).design(),
                        "error: VPC has no peer link: the peers cannot agree on what they forward, and frames for hosts "
                                + "on one of them get lost. Join the two switches by a LAG and name it as the peer "
                                + "link."),
                flags("a VLAN of a host is not on the peer link",
                        pair().trunk("S1Po1", "10,20,30").trunk("S2Po1", "10,20,30").design(),
                        "error: The peer link of VPC (Peer1 of S1 and Peer2 of S2) does not carry VLAN 30, which S1Po1 of "
                                + "S1 and S2Po1 of S2 use" + LOST),
                flags("a VLAN is missing at one end of the peer link",
                        pair().trunk("S1Po1", "10,20,30").trunk("S2Po1", "10,20,30").trunk("Peer1", "10,20,30")
                                .design(),
                        "error: The peer link of VPC (Peer2 of S2) does not carry VLAN 30, which S1Po1 of S1 and S2Po1 of "
                                + "S2 use" + LOST),
                flags("VLANs differ", pair().trunk("S2Po1", "10").design(),
                        "error: S1Po1 of S1 and S2Po1 of S2 are the two halves of one LAG (MLAG id 1), but they differ in "
                                + "the VLANs (10,20 and 10)" + HALVES),
                flags("protocol, native VLAN and MTU differ",
                        pair().set("S2Po2", "protocol", "static").set("S2Po2", "nativeVlan", 99)
                                .set("S1Po2", "mtu", 9216)
                                .set("S2Po2", "mtu", 1518).design(),
                        "error: S1Po2 of S1 and S2Po2 of S2 are the two halves of one LAG (MLAG id 2), but they differ in "
                                + "the protocol (LACP and Static), the native VLAN (1 and 99) and the MTU (9216 and 1518)"
                                + HALVES),
                flags("an access LAG faces a trunk",
                        pair().set("S2Po1", "mode", "access").set("S2Po1", "accessVlan", 10).design(),
                        "error: S1Po1 of S1 and S2Po1 of S2 are the two halves of one LAG (MLAG id 1), but they differ in "
                                + "the mode (Trunk and Access)" + HALVES),
                flags("two domains and two system addresses",
                        pair().set("VPC", "domainIds", List.of(1, 2))
                                .set("VPC", "systemMacs", List.of("00-01-E8-00-00-01", "00-01-E8-00-00-02")).design(),
                        "error: The peers of VPC announce different domain ids (1 and 2) and system MAC addresses "
                                + "(00-01-E8-00-00-01 and 00-01-E8-00-00-02): to LACP they are two switches, and one half "
                                + "of every LAG stays down. Give both one identity."),
                flags("two LACP system ids", pair().set("S1Po1", "lacpSystemId", "00-01-E8-00-00-01")
                        .set("S2Po1", "lacpSystemId", "00-01-E8-00-00-02").design(),
                        "error: The peers of VPC announce different LACP system ids at S1Po1 of S1 and S2Po1 of S2 "
                                + "(00-01-E8-00-00-01 and 00-01-E8-00-00-02): to LACP they are two switches, and one half "
                                + "of every LAG stays down. Give both one identity."),
                flags("a static group on one peer", group(nlb(), "S1").design(),
                        "error: The static multicast group 01-00-5E-7F-03-E8 in VLAN 10 for WEB exists at S1 but not at "
                                + "S2, the other peer of VPC: frames that arrive at S2 are not steered by it. Enter it at "
                                + "both peers."),
                flags("a static ARP entry on one of two gateways",
                        routed().set("S2/VLAN10", "staticArp", List.of()).design(),
                        "error: The static ARP entry for 172.31.3.232 for WEB exists at VLAN10 of S1 but not at VLAN10 of "
                                + "S2, the other peer of VPC: packets that S2 routes do not reach it. Enter it at both "
                                + "peers."),
                flags("snooping on at one peer",
                        group(group(nlb(), "S1"), "S2").set("S2", "igmpSnooping.default", false).design(),
                        "warning: IGMP snooping of VLAN 10 of WEB is on at S1 and off at S2, the two peers of VPC: which "
                                + "of them a frame passes decides whether it is flooded. Switch it on at both."),
                accepts("peers that agree", pair().design()),
                accepts("everything for NLB on both peers", routed().clients("10.20.0.0/16").design()),
                accepts("a pair over which nothing is bundled yet",
                        Sketch.empty("New").device("S1").device("S2").ports("S1", 1).ports("S2", 1).lag("L", "S1/1")
                                .mlag("VLT", "S1", "S2", "L").set("VLT", "peerLink", Attribute.unset()).design()),
                accepts("a VLT link carries every VLAN by itself",
                        pair().set("VPC", "technology", "vlt").lag("Peer1", "S1/4").lag("Peer2", "S2/4")
                                .set("Peer1", "mode", Attribute.unset()).set("Peer1", "allowedVlans", Attribute.unset())
                                .set("Peer2", "mode", Attribute.unset()).set("Peer2", "allowedVlans", Attribute.unset())
                                .design()),
                accepts("a host on one peer only",
                        pair().host("H3", "2012R2").nic("H3", "NIC1").cable("H3/NIC1", "S1/3").trunk("S1/3", "10")
                                .design()),
                accepts("queriers on both peers",
                        nlb().set("S1", "querier", Map.of(10, "self")).set("S2", "querier",
                                Map.of(10, "self")).design()),
                accepts("one gateway routes alone",
                        routed().without("S2/VLAN10").design()),
                cannotTell("the peer link is not known",
                        pair().set("VPC", "peerLink", Attribute.unknown()).design(),
                        "Cannot evaluate: needs peerLink of VPC."),
                cannotTell("the VLANs of one half are not known",
                        pair().set("S2Po1", "allowedVlans", Attribute.unknown()).design(),
                        "Cannot evaluate: needs allowedVlans of S2Po1 of S2."));
    }
}
