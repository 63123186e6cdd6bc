package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.List;

class NodesOnSeveralSubnetsTest implements RuleContract {

    private static Sketch address(Sketch sketch, String adapter, String address, int prefixLength, Object source) {
        return sketch.set(adapter, "ip.addresses", List.of(Sketch.part(IpAssignment.class, "address", address,
                "prefixLength", prefixLength, "source", source)));
    }

    private static Sketch dips(Sketch sketch, Object... dips) {
        List<NlbNode> nodes = new ArrayList<>();
        for (NlbNode node : sketch.design().element(new Id("WEB"), NlbCluster.class).nodes().find().orElseThrow()) {
            nodes.add(Shape.of(NlbNode.class).with(node, "dip", dips[nodes.size()]));
        }
        return sketch.set("WEB", "nodes", nodes);
    }

    private static Sketch vip(String vip, int prefixLength) {
        return dips(Sketch.b0(), Attribute.unset(), Attribute.unset()).set("WEB", "primaryVip", vip)
                .set("WEB", "prefixLength", prefixLength).set("N1/NLB", "ip.addresses", List.of())
                .set("N2/NLB", "ip.addresses", List.of());
    }

    private static String noVip(String reason) {
        return "error: " + reason + ": no VIP for WEB. Choose a host address.";
    }

    private static Sketch additional(String vip) {
        return Sketch.b0().set("WEB", "additionalVips", List.of(vip));
    }

    @Override
    public Rule rule() {
        return new NodesOnSeveralSubnets();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: two VLANs", Sketch.b0().accessVlan("N2/NLB", 20).design(),
                        "error: The nodes of WEB are not in one broadcast domain: N1 in VLAN 10 and N2 in VLAN 20. Put all "
                                + "NLB adapters into VLAN 10."),
                flags("a: a missing tag", Sketch.b0().set("N2/NLB", "vlanMode", "untagged").design(),
                        "error: The nodes of WEB are not in one broadcast domain: N1 in VLAN 10 and N2 in VLAN 999. Put "
                                + "all NLB adapters into VLAN 10."),
                flags("a: one VLAN id on two switches that nothing joins",
                        Sketch.unicastWithoutTeams().without("A/3-B/3").design(),
                        "error: The nodes of WEB are not in one broadcast domain: N1 at A and N2 at B, and no link carries "
                                + "VLAN 10 between the two. Carry VLAN 10 from A to B."),
                flags("b: a dedicated address elsewhere",
                        dips(address(Sketch.b0(), "N2/NLB", "172.31.4.12", 24, "static"), "172.31.3.11", "172.31.4.12")
                                .design(),
                        "error: 172.31.4.12 of N2 lies outside 172.31.3.0/24, the subnet of the VIP of WEB. Give it a "
                                + "static address there."),
                flags("b: as the adapter says where the cluster does not",
                        dips(address(Sketch.b0(), "N2/NLB", "10.0.0.12", 24, "static"), Attribute.unset(),
                                Attribute.unset()).design(),
                        "error: 10.0.0.12 of N2 lies outside 172.31.3.0/24, the subnet of the VIP of WEB. Give it a static "
                                + "address there."),
                flags("c: DHCP", address(Sketch.b0(), "N1/NLB", "172.31.3.11", 24, "dhcp").design(),
                        "error: N1/NLB of WEB gets an address by DHCP, which NLB switches off on its adapter. Give it a "
                                + "static one."),
                flags("d: a multicast address", vip("239.1.1.1", 24).design(),
                        noVip("239.1.1.1 is an IP multicast address")),
                flags("d: a broadcast address", vip("172.31.3.255", 24).design(),
                        noVip("172.31.3.255 is the broadcast address of its /24")),
                flags("d: a network address", vip("172.31.3.0", 24).design(),
                        noVip("172.31.3.0 is the network address of its /24")),
                flags("d: loopback", vip("127.0.0.1", 24).design(),
                        noVip("127.0.0.1 is no address that a network can have")),
                flags("d: an additional one", additional("172.31.3.255/24").design(),
                        noVip("172.31.3.255 is the broadcast address of its /24")),
                flags("e: another prefix length", address(Sketch.b0(), "N2/NLB", "172.31.3.12", 16, "static").design(),
                        "error: The prefix length of WEB is /24, but N2 has 172.31.3.12/16. Use one prefix length "
                                + "everywhere."),
                flags("f: a subnet in which no node has an address", additional("10.99.0.5/24").design(),
                        "advice: 10.99.0.5/24 of WEB lies outside 172.31.3.0/24, and no node has an address in that subnet, "
                                + "so nothing tells the nodes how to answer there. Give the nodes an address in it, or "
                                + "choose a VIP inside 172.31.3.0/24."),
                accepts("the base example", Sketch.b0().design()),
                accepts("two switches with a trunk", Sketch.unicastWithoutTeams().design()),
                accepts("the end of a /24 is a host of a /16",
                        address(address(vip("172.31.3.255", 16), "N1/NLB", "172.31.3.11", 16, "static"), "N2/NLB",
                                "172.31.3.12", 16, "static").design()),
                accepts("both ends of a link of two", vip("172.31.3.0", 31).design()),
                accepts("an additional VIP of the same subnet", additional("172.31.3.233/24").design()),
                accepts("an additional VIP in a subnet where a node has an address",
                        additional("10.99.0.5/24").vNic("N1", "LAN", "vSwitch1").address("N1/LAN", "10.99.0.11")
                                .design()),
                accepts("nodes without an address on the NLB adapter", vip("172.31.3.232", 24).design()),
                accepts("DHCP on another adapter", address(Sketch.b0().vNic("N1", "LAN", "vSwitch1"), "N1/LAN",
                        "10.20.20.1", 24, "dhcp").design()),
                accepts("a cluster without a VIP yet",
                        Sketch.b0().set("WEB", "primaryVip", Attribute.unset()).design()),
                cannotTell("the VLAN of a node is not known",
                        Sketch.b0().set("N2/NLB", "vlanId", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlanId of N2/NLB."),
                cannotTell("the VIP is not known", Sketch.b0().set("WEB", "primaryVip", Attribute.unknown()).design(),
                        "Cannot evaluate: needs primaryVip of WEB."),
                cannotTell("a dedicated address is not known",
                        dips(Sketch.b0(), "172.31.3.11", Attribute.unknown()).design(),
                        "Cannot evaluate: needs nodes.dip of WEB."),
                cannotTell("where an address comes from is not known",
                        address(Sketch.b0(), "N1/NLB", "172.31.3.11", 24, Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.addresses.source of N1/NLB."));
    }
}
