package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancerInterface;
import io.plumbline.model.Router;
import io.plumbline.model.Translation;
import java.util.List;

class NoStaticArpForMulticastVipTest implements RuleContract {

    private static String missing(String gateway, String clients) {
        return "error: " + gateway + " has no static ARP entry for 172.31.3.232 of WEB, and a router does not learn a "
                + "multicast MAC from an ARP reply: " + clients + " cannot reach it. "
                + "Add 172.31.3.232 with 01-00-5E-7F-03-E8 there.";
    }

    private static final String CLIENTS = "clients in Clients (10.20.0.0/16)";
    private static final String STACK = missing("VLAN10 of Stack", CLIENTS);

    /// The base example without its static ARP entry.
    private static Sketch noEntry() {
        return Sketch.b0().set("Stack/VLAN10", "staticArp", List.of());
    }

    private static Sketch noClients() {
        return noEntry().without("Clients");
    }

    /// A second gateway of the VLAN beside the stack, as one VRRP group.
    private static Sketch twoGateways() {
        return Sketch.b0().device("S9").ports("S9", 1).ports("S1", 4).cable("S9/1", "S1/4").trunk("S9/1", "10")
                .trunk("S1/4", "10").gateway("S9", 10, "172.31.3.2/24");
    }

    private static Sketch balancer() {
        return noClients().with(Element.with(HardwareLoadBalancer.of(new Id("LB1"), "LB1"), "interfaces",
                List.of(Sketch.part(LoadBalancerInterface.class, "vlan", "VLAN10", "address", "172.31.3.9/24"))));
    }

    @Override
    public Rule rule() {
        return new NoStaticArpForMulticastVip();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("IGMP multicast, clients in another subnet (I13)", noEntry().design(), STACK),
                flags("multicast, a router of its own (M5)",
                        Sketch.oneSwitch("multicast").set("R/VLAN10", "staticArp", Attribute.unset()).design(),
                        missing("VLAN10 of R", CLIENTS).replace("01-00-5E-7F-03-E8", "03-BF-AC-1F-03-E8")),
                flags("stated: routed clients", noClients().set("WEB", "routedClients", true).design(),
                        missing("VLAN10 of Stack", "routed clients")),
                flags("the second of two gateways", twoGateways().design(), missing("VLAN10 of S9", CLIENTS)),
                flags("an additional VIP without an entry",
                        Sketch.b0().set("WEB", "additionalVips", List.of("172.31.3.233/24")).design(),
                        STACK.replace("172.31.3.232", "172.31.3.233")),
                flags("two VIPs without an entry",
                        noEntry().set("WEB", "additionalVips", List.of("172.31.3.233/24")).design(),
                        STACK.replace("for 172.31.3.232", "for 172.31.3.232 and 172.31.3.233")
                                .replace("reach it", "reach them")
                                .replace("Add 172.31.3.232", "Add 172.31.3.232 and 172.31.3.233")),
                flags("a router without cables yet",
                        noEntry().without("Stack/VLAN10").with(Router.of(new Id("R"), "R"))
                                .gateway("R", 10, "172.31.3.1/24").design(),
                        missing("VLAN10 of R", CLIENTS)),
                flags("clients that appear with a translated address outside",
                        noEntry().set("Clients", "subnet", "172.31.3.0/25").set("Clients", "translatedBy",
                                Sketch.part(Translation.class, "kind", "nat", "addresses", List.of("192.0.2.7")))
                                .design(),
                        missing("VLAN10 of Stack", "clients in Clients (172.31.3.0/25)")),
                flags("a zone wins over what is stated",
                        noEntry().set("WEB", "routedClients", false).design(), STACK),
                accepts("the entry is there", Sketch.b0().design()),
                accepts("an entry that is wrong is NLB010",
                        Sketch.b0().staticArp("Stack/VLAN10", "172.31.3.232", "03bf.bc1f.0164").design()),
                accepts("unicast", noEntry().mode("unicast").design()),
                accepts("all clients in the subnet of the VIP",
                        noEntry().set("Clients", "subnet", "172.31.3.0/24").design()),
                accepts("clients that use something else",
                        noEntry().with(HardwareLoadBalancer.of(new Id("LB1"), "LB1"))
                                .set("Clients", "reaches", List.of("LB1")).design()),
                accepts("clients behind a proxy inside the subnet",
                        noEntry().set("Clients", "translatedBy", Sketch.part(Translation.class, "kind", "proxy",
                                "addresses", List.of("172.31.3.9"))).design()),
                accepts("clients in another address space",
                        noEntry().set("Clients", "addressSpaceId", "customer-b").design()),
                accepts("a router that accepts such replies",
                        noEntry().set("Stack/VLAN10", "acceptsMulticastArp", true).design()),
                accepts("stated: no routed clients", noClients().set("WEB", "routedClients", false).design()),
                accepts("a load balancer in the VLAN is the only client", balancer().design()),
                accepts("no gateway is drawn", noEntry().without("Stack/VLAN10").design()),
                accepts("a gateway of the same VLAN number elsewhere",
                        Sketch.b0().device("S9").gateway("S9", 10, "10.9.9.1/24").design()),
                cannotTell("no client zone, and nobody says where clients come from", noClients().design(),
                        "Cannot evaluate: needs routedClients of WEB."),
                cannotTell("marked unknown beside a zone inside",
                        noEntry().set("Clients", "subnet", "172.31.3.0/24")
                                .set("WEB", "routedClients", Attribute.unknown()).design(),
                        "Cannot evaluate: needs routedClients of WEB."),
                cannotTell("the subnet of the only zone is not known",
                        noEntry().set("Clients", "subnet", Attribute.unknown()).design(),
                        "Cannot evaluate: needs subnet of Clients."),
                cannotTell("the entries of the gateway are not known",
                        Sketch.b0().set("Stack/VLAN10", "staticArp", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticArp of VLAN10 of Stack."),
                cannotTell("the VLAN of a gateway beside the VIP is not known",
                        noEntry().set("Stack/VLAN10", "vlan", Attribute.unknown()).design(),
                        "Cannot evaluate: needs vlan of VLAN10 of Stack."),
                cannotTell("the mode is not known", noEntry().set("WEB", "mode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs mode of WEB."),
                cannotTell("an IPv6 VIP",
                        noEntry().set("WEB", "primaryVip", "2001:4898:e8:3018:bd82:dde1:6615:7b0")
                                .set("WEB", "prefixLength", 64).design(),
                        "Cannot evaluate: needs macOverride of WEB; the MAC does not follow from an IPv6 address, "
                                + "enter the one shown by nlb.exe ip2mac."));
    }
}
