package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class NoWayBackFromNlbAdapterTest implements RuleContract {

    private static final String STUCK =
            "warning: Clients of WEB come from other subnets, but the default gateway of the "
                    + "node is on N1/LAN and N1/NLB has neither a gateway nor forwarding: requests arrive and the answers are not "
                    + "let out. Enable forwarding on N1/NLB, or move the default gateway there.";

    /// N1 has its gateway on a second adapter.
    private static Sketch dual() {
        return Sketch.b0().set("N1", "guestOs", "Windows Server 2012 R2").vNic("N1", "LAN", "vSwitch1")
                .accessVlan("N1/LAN", 20).address("N1/LAN", "10.20.20.1")
                .set("N1/LAN", "ip.defaultGateway", "10.20.20.254")
                .set("N1/NLB", "ip.defaultGateway", Attribute.unset());
    }

    @Override
    public Rule rule() {
        return new NoWayBackFromNlbAdapter();
    }

    @Override
    public List<Case> cases() {
        return List.of(flags("the gateway is on the other adapter", dual().design(), STUCK),
                flags("in unicast as well", dual().mode("unicast").design(), STUCK),
                flags("weak host send without receive", dual().set("N1/NLB", "weakHostSend", true).design(), STUCK),
                flags("routed clients without a drawn zone",
                        dual().without("Clients").set("WEB", "routedClients", true).design(), STUCK),
                accepts("the gateway is on the NLB adapter", Sketch.b0().design()),
                accepts("two gateways are another fault",
                        dual().set("N1/NLB", "ip.defaultGateway", "172.31.3.1").design()),
                accepts("a node with one adapter and no gateway",
                        Sketch.b0().set("N1/NLB", "ip.defaultGateway", Attribute.unset()).design()),
                accepts("all clients in the subnet of the VIP",
                        dual().set("Clients", "subnet", "172.31.3.0/24").design()),
                accepts("forwarding is on", dual().set("N1/NLB", "forwarding", true).design()),
                accepts("weak host in both directions", dual().set("N1/NLB", "weakHostSend", true)
                        .set("N1/NLB", "weakHostReceive", true).design()),
                accepts("an old guest", dual().set("N1", "guestOs", "Windows Server 2003 R2").design()),
                accepts("an adapter that is no node", Sketch.b0().vNic("N1", "LAN", "vSwitch1").design()),
                cannotTell("nobody knows the guest", dual().set("N1", "guestOs", Attribute.unset()).design(),
                        "Cannot evaluate: needs guestOs of N1."),
                cannotTell("the guest is written without a year", dual().set("N1", "guestOs", "Windows").design(),
                        "Cannot evaluate: needs guestOs of N1."),
                cannotTell("nobody knows where clients are", dual().without("Clients").design(),
                        "Cannot evaluate: needs routedClients of WEB."),
                cannotTell("forwarding is not known", dual().set("N1/NLB", "forwarding", Attribute.unknown()).design(),
                        "Cannot evaluate: needs forwarding of N1/NLB."));
    }
}
