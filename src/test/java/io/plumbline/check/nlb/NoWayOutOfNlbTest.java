package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Backend;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancerVip;
import io.plumbline.model.Service;
import java.util.List;

class NoWayOutOfNlbTest implements RuleContract {

    private static final String NO_SUCCESSOR =
            "advice: WEB has no successor: NLB is no longer developed and does not notice "
                    + "when an application fails. Plan a pair of load balancers with health checks whose servers are the node "
                    + "addresses, and keep NLB as a documented interim.";

    private static Sketch balancer(Sketch sketch, String name) {
        return sketch.with(HardwareLoadBalancer.of(new Id(name), name))
                .set(name, "backends", List.of(Sketch.part(Backend.class, "address", "172.31.3.11"),
                        Sketch.part(Backend.class, "vNic", "N2/NLB")))
                .set(name, "vips", List.of(Sketch.part(LoadBalancerVip.class, "address", "172.31.3.240", "services",
                        List.of(Sketch.part(Service.class, "port", 443)))));
    }

    private static Sketch pair() {
        return balancer(balancer(Sketch.b0(), "LB1"), "LB2").set("LB1", "haPeer", "LB2");
    }

    private static Sketch publishing(int port) {
        return pair().set("WEB", "services", List.of(Sketch.part(Service.class, "port", port)));
    }

    @Override
    public Rule rule() {
        return new NoWayOutOfNlb();
    }

    @Override
    public List<Case> cases() {
        return List.of(flags("the base example (G1)", Sketch.b0().design(), NO_SUCCESSOR),
                flags("unicast", Sketch.b0().mode("unicast").design(), NO_SUCCESSOR),
                flags("a single load balancer is no successor", balancer(Sketch.b0(), "LB1").design(), NO_SUCCESSOR),
                flags("a pair for other servers",
                        pair().set("LB1", "backends", List.of()).set("LB2", "backends", List.of()).design(),
                        NO_SUCCESSOR),
                flags("a pair that publishes another service", publishing(25).design(), NO_SUCCESSOR),
                flags("an interim with a flag of its own", Sketch.b0().set("WEB", "flags", List.of("transitional"))
                        .design(), NO_SUCCESSOR),
                accepts("a pair of load balancers whose servers are the nodes", pair().design()),
                accepts("a pair that publishes the same service", publishing(443).design()),
                accepts("marked for retirement", Sketch.b0().set("WEB", "retirementPlanned", true).design()),
                accepts("a training design", Sketch.b0().set("project", "flags", List.of("training")).design()),
                cannotTell("the servers of the pair are not known", pair().set("LB1", "backends", Attribute.unknown())
                        .set("LB2", "backends", List.of()).design(), "Cannot evaluate: needs backends of LB1."));
    }
}
