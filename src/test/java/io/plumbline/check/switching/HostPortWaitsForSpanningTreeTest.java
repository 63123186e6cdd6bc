package io.plumbline.check.switching;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class HostPortWaitsForSpanningTreeTest implements RuleContract {

    /// One host on port 1 of S.
    private static Sketch port(Object edge, Object guard) {
        return Sketch.empty("Edge").cluster("HVC1").device("S").ports("S", 2).node("HV1", "2022").nic("HV1", "NIC1")
                .cable("HV1/NIC1", "S/1").set("S/1", "stpEdge", edge).set("S/1", "bpduGuard", guard);
    }

    private static Sketch lag(Object edge) {
        return port(Attribute.unset(), Attribute.unset()).nic("HV1", "NIC2").cable("HV1/NIC2", "S/2")
                .lag("Po1", "S/1", "S/2").set("Po1", "stpEdge", edge).set("Po1", "bpduGuard", true);
    }

    @Override
    public Rule rule() {
        return new HostPortWaitsForSpanningTree();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("no edge port, by default", port(Attribute.unset(), Attribute.unset()).design(),
                        "warning: Port 1 of S leads to HV1 and is no spanning-tree edge port: after a link flap it "
                                + "stays silent longer than a VM's clients wait. Make it an edge port."),
                RuleContract.flags("heartbeat and CSV run over it",
                        port(false, true).network("CSV1", "10.10.1.0/24").address("HV1/NIC1", "10.10.1.1").design(),
                        "warning: Port 1 of S leads to HV1, over which CSV1 runs, and is no spanning-tree edge port: "
                                + "after a link flap it stays silent longer than a heartbeat waits. Make it an edge port."),
                RuleContract.flags("a LAG is one finding", lag(false).design(),
                        "warning: Po1 of S leads to HV1 and is no spanning-tree edge port: after a link flap it stays "
                                + "silent longer than a VM's clients wait. Make it an edge port."),
                RuleContract.flags("ports of a LAG that say so themselves",
                        lag(Attribute.unset()).set("S/1", "stpEdge", false).set("S/2", "stpEdge", false).design(),
                        "warning: Po1 of S leads to HV1 and is no spanning-tree edge port: after a link flap it stays "
                                + "silent longer than a VM's clients wait. Make it an edge port."),
                RuleContract.flags("an edge port without guard", port(true, false).design(),
                        "advice: Port 1 of S leads to HV1 and is an edge port without BPDU guard: a switch or bridge "
                                + "plugged in there by mistake becomes part of the tree. Switch BPDU guard on."),
                RuleContract.accepts("an edge port with guard", port(true, true).design()),
                RuleContract.accepts("an edge LAG with guard", lag(true).design()),
                RuleContract.accepts("whether it is guarded is not known", port(true, Attribute.unknown()).design()),
                RuleContract.accepts("no spanning tree in a fabric without loops",
                        port(false, false).set("S", "stpEnabled", false).design()),
                RuleContract.accepts("a link between switches",
                        Sketch.empty("Link").device("A").device("B").ports("A", 1).ports("B", 1).cable("A/1", "B/1")
                                .design()),
                RuleContract.accepts("a print server", port(false, false).set("HV1", "features", List.of()).design()),
                RuleContract.accepts("a port that is shut", port(false, false).set("S/1", "adminUp", false).design()),
                RuleContract.accepts("a hub runs no spanning tree",
                        port(false, false).set("S", "isHub", true).design()),
                RuleContract.accepts("an empty port", port(false, false).without("HV1").design()),
                RuleContract.cannotTell("edge or not is not known", port(Attribute.unknown(), true).design(),
                        "Cannot evaluate: needs stpEdge of port 1 of S."),
                RuleContract.cannotTell("whether the switch runs spanning tree is not known",
                        port(false, false).set("S", "stpEnabled", Attribute.unknown()).design(),
                        "Cannot evaluate: needs stpEnabled of S."));
    }
}
