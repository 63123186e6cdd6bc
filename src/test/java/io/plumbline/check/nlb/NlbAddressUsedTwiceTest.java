package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Fhrp;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.LoadBalancerVip;
import io.plumbline.model.NlbNode;
import java.util.List;

class NlbAddressUsedTwiceTest implements RuleContract {

    private static Sketch printerHolds(String address) {
        return Sketch.b0().address("PRINT1/LAN", address);
    }

    /// A second pair of VMs with a cluster of its own in VLAN 20.
    private static Sketch secondCluster(String vip, String dip) {
        return Sketch.b0().vm("A1", "H1").vNic("A1", "NLB", "vSwitch1").accessVlan("A1/NLB", 20).address("A1/NLB", dip)
                .nlb("API", "igmpMulticast", vip, "A1/NLB");
    }

    private static IpAssignment assigned(String address) {
        return IpAssignment.of(IpAddress.parse(address));
    }

    private static HardwareLoadBalancer balancer(String name, String vip) {
        return Element.with(HardwareLoadBalancer.of(new Id(name), name), "vips",
                List.of(LoadBalancerVip.of(IpAddress.parse(vip))));
    }

    @Override
    public Rule rule() {
        return new NlbAddressUsedTwice();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("the printer has the VIP", printerHolds("172.31.3.232").design(),
                        "error: 172.31.3.232 is used twice: as the primary VIP of WEB and an address of PRINT1/LAN. "
                                + "Give PRINT1/LAN another address; 172.31.3.233 is free in this design."),
                flags("the printer has the dedicated IP of a node", printerHolds("172.31.3.11").design(),
                        "error: 172.31.3.11 is used twice: as the dedicated IP of N1/NLB and an address of PRINT1/LAN. "
                                + "Give PRINT1/LAN another address; 172.31.3.13 is free in this design."),
                flags("two clusters with one VIP", secondCluster("172.31.3.232", "172.31.4.11").design(),
                        "error: 172.31.3.232 is used twice: as the primary VIP of API and the primary VIP of WEB. "
                                + "Give WEB another address."),
                flags("three holders are one finding",
                        printerHolds("172.31.3.232").with(balancer("LB1", "172.31.3.232")).design(),
                        "error: 172.31.3.232 is used 3 times: as the primary VIP of WEB, a VIP of LB1 and an address of "
                                + "PRINT1/LAN. Give PRINT1/LAN another address; 172.31.3.233 is free in this design."),
                flags("an additional VIP is the address of the gateway",
                        Sketch.b0().set("WEB", "additionalVips", List.of("172.31.3.1/24")).design(),
                        "error: 172.31.3.1 is used twice: as an additional VIP of WEB and an address of VLAN10 of Stack. "
                                + "Give VLAN10 of Stack another address; 172.31.3.2 is free in this design."),
                flags("the VIP is the virtual address of a gateway group",
                        Sketch.b0().set("Stack/VLAN10", "fhrpGroup", Sketch.part(Fhrp.class, "protocol", "vrrp",
                                "group", 10, "virtualIp", "172.31.3.232")).design(),
                        "error: 172.31.3.232 is used twice: as the primary VIP of WEB and the virtual gateway address "
                                + "of VLAN10 of Stack. Give VLAN10 of Stack another address; 172.31.3.233 is free in this "
                                + "design."),
                flags("the failover cluster has the VIP",
                        Sketch.b0().set("HVC1", "ipAddresses", List.of("172.31.3.232/24")).design(),
                        "error: 172.31.3.232 is used twice: as the primary VIP of WEB and an address of HVC1. "
                                + "Give HVC1 another address; 172.31.3.233 is free in this design."),
                accepts("the base example: dedicated IPs on the adapters that hold them", Sketch.b0().design()),
                accepts("the VIP listed on the adapters of both nodes, as NLB does it",
                        Sketch.b0().set("N1/NLB", "ip.addresses",
                                List.of(assigned("172.31.3.11"), assigned("172.31.3.232")))
                                .set("N2/NLB", "ip.addresses",
                                        List.of(assigned("172.31.3.12"), assigned("172.31.3.232")))
                                .design()),
                accepts("a gateway group of two routers counts once, and is no VIP",
                        Sketch.b0().device("S9").gateway("S9", 10, "172.31.3.3/24")
                                .set("Stack/VLAN10", "fhrpGroup", Sketch.part(Fhrp.class, "protocol", "vrrp", "group",
                                        10, "virtualIp", "172.31.3.4"))
                                .set("S9/VLAN10", "fhrpGroup", Sketch.part(Fhrp.class, "protocol", "vrrp", "group", 10,
                                        "virtualIp", "172.31.3.4"))
                                .design()),
                accepts("the same private address in a VLAN that is never routed here",
                        secondCluster("172.31.3.232", "172.31.4.11").gateway("Stack", 20, "172.31.3.1/24")
                                .set("Stack/VLAN20", "addressSpaceId", "customer-b").design()),
                accepts("a duplicate without NLB is IP001",
                        Sketch.b0().host("SRV1", "2019").nic("SRV1", "LAN").address("SRV1/LAN", "172.31.3.50")
                                .design()),
                accepts("no NLB cluster at all", printerHolds("172.31.3.11").without("WEB").design()),
                cannotTell("the primary VIP is not known",
                        printerHolds("172.31.3.232").set("WEB", "primaryVip", Attribute.unknown()).design(),
                        "Cannot evaluate: needs primaryVip of WEB."),
                cannotTell("the addresses of the printer are not known",
                        Sketch.b0().set("PRINT1/LAN", "ip.addresses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs ip.addresses of PRINT1/LAN."),
                cannotTell("the dedicated IP of a node is not known",
                        Sketch.b0().set("WEB", "nodes", List.of(Sketch.part(NlbNode.class, "member", "N1/NLB", "dip",
                                Attribute.unknown()))).design(),
                        "Cannot evaluate: needs nodes.dip of WEB."));
    }
}
