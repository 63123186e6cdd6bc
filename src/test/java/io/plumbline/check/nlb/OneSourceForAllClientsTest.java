package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Affinity;
import io.plumbline.model.Attribute;
import io.plumbline.model.Backend;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancerInterface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PortRule;
import io.plumbline.model.Shape;
import io.plumbline.model.Translation;
import java.util.List;

class OneSourceForAllClientsTest implements RuleContract {

    private static String one(String hidden, String affinity, String what) {
        return "warning: All clients reach WEB from one " + what + " (" + hidden + "), and affinity " + affinity
                + " sends what comes from one " + what
                + " to one node: of two nodes one does all the work. Point the load "
                + "balancer at the nodes themselves, keep the client addresses, or use affinity None where the application "
                + "allows it.";
    }

    private static Sketch balancer(Sketch sketch, String name, String address, String server) {
        return sketch.with(HardwareLoadBalancer.of(new Id(name), name)).set(name, "sourceNat", true)
                .set(name, "interfaces",
                        List.of(Sketch.part(LoadBalancerInterface.class, "vlan", "VLAN10", "address", address)))
                .set(name, "backends", List.of(Sketch.part(Backend.class, "address", server, "port", 443)));
    }

    private static Sketch fronted() {
        return balancer(Sketch.b0(), "LB1", "172.31.3.5/24", "172.31.3.232");
    }

    private static Sketch translated(Object addresses) {
        return Sketch.b0().set("Clients", "translatedBy",
                Sketch.part(Translation.class, "kind", "proxy", "addresses", addresses));
    }

    private static Sketch affinity(Sketch sketch, Affinity affinity) {
        NlbCluster web = sketch.design().element(new Id("WEB"), NlbCluster.class);
        return sketch.set("WEB", "nodes", web.nodes().find().orElseThrow().stream()
                .map(node -> Shape.of(NlbNode.class).with(node, "portRules",
                        node.portRules().find().orElseThrow().stream()
                                .map(rule -> Shape.of(PortRule.class).with(rule, "affinity", affinity)).toList()))
                .toList());
    }

    @Override
    public Rule rule() {
        return new OneSourceForAllClients();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("behind a load balancer with source NAT", fronted().design(),
                        one("LB1", "Single", "source address")),
                flags("a pair of load balancers is one source",
                        balancer(fronted(), "LB2", "172.31.3.6/24", "172.31.3.232").set("LB1", "haPeer", "LB2")
                                .set("LB2", "haPeer", "LB1").design(),
                        one("LB1 and LB2", "Single", "source address")),
                flags("behind a proxy", translated(List.of("10.20.0.1")).design(),
                        one("Clients", "Single", "source address")),
                flags("two proxies in one /24 and affinity Network",
                        affinity(translated(List.of("10.20.0.1", "10.20.0.2")), Affinity.NETWORK).design(),
                        one("Clients", "Network", "/24")),
                flags("two proxies for three nodes", affinity(three(translated(List.of("10.20.0.1", "10.20.0.2"))),
                        Affinity.SINGLE).design(),
                        "advice: All clients reach WEB from two sources (Clients), and affinity Single decides by source "
                                + "address: of three nodes no more than two get work."),
                accepts("the base example", Sketch.b0().design()),
                accepts("affinity None", affinity(fronted(), Affinity.NONE).design()),
                accepts("a load balancer that keeps client addresses",
                        fronted().set("LB1", "sourceNat", false).design()),
                accepts("as many proxies as nodes", translated(List.of("10.20.0.1", "10.20.0.2")).design()),
                accepts("the load balancer addresses the nodes",
                        balancer(Sketch.b0(), "LB1", "172.31.3.5/24", "172.31.3.11").design()),
                accepts("other clients come directly", fronted().set("Clients", "reaches", List.of("WEB")).design()),
                cannotTell("the addresses of the proxy are not known", translated(Attribute.unknown()).design(),
                        "Cannot evaluate: needs translatedBy.addresses of Clients."),
                cannotTell("nobody knows whether it translates",
                        fronted().set("LB1", "sourceNat", Attribute.unknown()).design(),
                        "Cannot evaluate: needs sourceNat of LB1."));
    }

    private static Sketch three(Sketch sketch) {
        Sketch more = sketch.vm("N3", "H1").vNic("N3", "NLB", "vSwitch1").accessVlan("N3/NLB", 10)
                .address("N3/NLB", "172.31.3.13");
        return more.nlb("WEB", "igmpMulticast", "172.31.3.232", "N1/NLB", "N2/NLB", "N3/NLB");
    }
}
