package io.plumbline.check.nlb;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class BrokenNlbMembershipTest implements RuleContract {

    private static final String PRIORITIES = "error: Every node of WEB needs a host priority of its own from 1 to 32: ";

    private static NlbNode node(String member, Object priority, Object mode) {
        return Sketch.part(NlbNode.class, "member", member, "hostPriority", priority, "configuredMode", mode);
    }

    private static Sketch web(NlbNode... nodes) {
        return Sketch.b0().set("WEB", "nodes", Arrays.asList(nodes));
    }

    private static Sketch priorities(Object first, Object second) {
        return web(node("N1/NLB", first, "igmpMulticast"), node("N2/NLB", second, "igmpMulticast"));
    }

    private static Sketch modes(Object first, Object second) {
        return web(node("N1/NLB", 1, first), node("N2/NLB", 2, second));
    }

    /// Physical nodes, as many as one likes.
    private static Sketch nodes(int count) {
        Sketch sketch = Sketch.empty("Many nodes");
        List<NlbNode> nodes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            sketch = sketch.host("S" + i, "2019").nic("S" + i, "LAN");
            nodes.add(node("S" + i + "/LAN", (i - 1) % 32 + 1, "multicast"));
        }
        return sketch.with(NlbCluster.of(new Id("WEB"), "WEB")).set("WEB", "mode", "multicast")
                .set("WEB", "nodes", nodes);
    }

    private static Sketch twoAdapters() {
        return Sketch.b0().vNic("N1", "NLB2", "vSwitch1").set("WEB", "nodes",
                List.of(node("N1/NLB", 1, "igmpMulticast"), node("N1/NLB2", 2, "igmpMulticast"),
                        node("N2/NLB", 3, "igmpMulticast")));
    }

    @Override
    public Rule rule() {
        return new BrokenNlbMembership();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("a: two modes", modes("igmpMulticast", "unicast").design(),
                        "error: The nodes of WEB do not run in one mode: N2 in unicast mode and N1 in IGMP multicast "
                                + "mode. Set all nodes to the mode of the cluster."),
                flags("a: a node that says nothing has the mode of the cluster",
                        modes(Attribute.unset(), "multicast").design(),
                        "error: The nodes of WEB do not run in one mode: N2 in multicast mode and N1 in IGMP multicast "
                                + "mode. Set all nodes to the mode of the cluster."),
                flags("b and c: 33 nodes", nodes(33).design(),
                        "error: WEB has 33 nodes; an NLB cluster has at most 32. Split it.",
                        PRIORITIES + "S1 and S33 both have host priority 1. Renumber them."),
                flags("c: the same priority", priorities(1, 1).design(),
                        PRIORITIES + "N1 and N2 both have host priority 1. Renumber them."),
                flags("c: out of range", priorities(0, 33).design(),
                        PRIORITIES + "N1 has host priority 0, which is outside 1 to 32; N2 has host priority 33, which "
                                + "is outside 1 to 32. Renumber them."),
                flags("c: known to be the same, whatever else is not known",
                        web(node("N1/NLB", 2, "igmpMulticast"), node("N2/NLB", 2, "igmpMulticast"),
                                node("H1/NIC1", Attribute.unknown(), "igmpMulticast")).design(),
                        PRIORITIES + "N1 and N2 both have host priority 2. Renumber them."),
                flags("d: two adapters of one VM", twoAdapters().design(),
                        "error: N1 takes part in WEB with N1/NLB and N1/NLB2; a machine is one node of a cluster, with "
                                + "one adapter. Unbind NLB from all but one."),
                flags("d: two NICs of one host",
                        nodes(1).with(PhysicalNic.of(new Id("S1/LAN2"), "LAN2", new Id("S1")))
                                .set("WEB", "nodes", List.of(node("S1/LAN", 1, "multicast"),
                                        node("S1/LAN2", 2, "multicast")))
                                .design(),
                        "error: S1 takes part in WEB with S1/LAN and S1/LAN2; a machine is one node of a cluster, with "
                                + "one adapter. Unbind NLB from all but one."),
                accepts("the base example", Sketch.b0().design()),
                accepts("32 nodes", nodes(32).design()),
                accepts("a single node", nodes(1).design()),
                accepts("another cluster in another mode on the same hosts", Sketch.b0().vm("M1", "H1")
                        .vNic("M1", "NLB", "vSwitch1").address("M1/NLB", "172.31.3.31")
                        .nlb("APP", "unicast", "172.31.3.240", "M1/NLB").design()),
                accepts("one VM in two clusters through two adapters", Sketch.b0().vNic("N1", "NLB2", "vSwitch1")
                        .address("N1/NLB2", "172.31.3.31").nlb("APP", "multicast", "172.31.3.240", "N1/NLB2").design()),
                accepts("one adapter with several VIPs",
                        Sketch.b0().set("WEB", "additionalVips", List.of("172.31.3.233/24")).design()),
                accepts("priorities that are not drawn yet", priorities(Attribute.unset(), 1).design()),
                cannotTell("a priority is not known", priorities(Attribute.unknown(), 1).design(),
                        "Cannot evaluate: needs nodes.hostPriority of WEB."),
                cannotTell("the mode of a node is not known", modes(Attribute.unknown(), "unicast").design(),
                        "Cannot evaluate: needs nodes.configuredMode of WEB."),
                cannotTell("the nodes are not known", Sketch.b0().set("WEB", "nodes", Attribute.unknown()).design(),
                        "Cannot evaluate: needs nodes of WEB."));
    }
}
