package io.plumbline.check.switching;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.SwitchModel;
import java.util.List;

class PinnedMovableMacTest implements RuleContract {

    private static final String OWN = "00-15-5D-01-00-07";
    private static final String SHARED = "02-BF-AC-1F-03-E8";

    /// N1 with a known MAC, pinned on S.
    private static Sketch pinned(String... ports) {
        return Sketch.oneSwitch("igmpMulticast").set("N1/NLB", "mac", OWN).staticMac("S", 10, OWN, ports);
    }

    private static Sketch cluster(String... ports) {
        return Sketch.oneSwitch("unicast").staticMac("S", 10, SHARED, ports);
    }

    private static Sketch fixed(Sketch sketch) {
        return sketch.set("N1", "clusteredRole", false).set("N2", "clusteredRole", false);
    }

    private static Sketch nexus(Sketch sketch) {
        return sketch.with(SwitchModel.of(new Id("n9k"), "Cisco Nexus 9000")).set("S", "model", "n9k");
    }

    private static String moves(String ports, String change) {
        return "error: S pins " + OWN + ", the MAC of N1/NLB, to " + ports + ": when N1 moves to HostB and HostC, the "
                + "switch goes on sending to the old place. " + change + ".";
    }

    private static String starves(String ports, String change) {
        return "error: S pins " + SHARED + ", the cluster MAC of WEB, to " + ports
                + ": a node elsewhere gets no frame. " + change + ".";
    }

    @Override
    public Rule rule() {
        return new PinnedMovableMac();
    }

    @Override
    public List<Case> cases() {
        return List.of(flags("a VM that can move", pinned("S/1").design(), moves("port 1 of S", "Remove the entry")),
                flags("an entry that lacks a host, where several ports are allowed",
                        pinned("S/1", "S/2").set("S", "multiPortUnicastStatic", true).design(),
                        moves("ports 1 and 2 of S", "Add port 3 of S")),
                flags("all ports where only one is allowed",
                        pinned("S/1", "S/2", "S/3").set("S", "multiPortUnicastStatic", false).design(),
                        moves("ports 1, 2 and 3 of S", "Remove the entry")),
                flags("a VM that stays, behind a team that does not",
                        Sketch.twoSwitches("igmpMulticast").set("N1", "clusteredRole", false).set("N1/NLB", "mac", OWN)
                                .staticMac("S1", 10, OWN, "S1/1").design(),
                        "error: S1 pins " + OWN
                                + ", the MAC of N1/NLB, to port 1 of S1: the team behind it may use its "
                                + "other member at any time. Remove the entry."),
                flags("the MAC of a cluster (U7)",
                        cluster("S/1", "S/2").set("S", "multiPortUnicastStatic", true).design(),
                        starves("ports 1 and 2 of S", "Add port 3 of S")),
                flags("the MAC of a cluster on Nexus 9000, with a host left out", nexus(cluster("S/1", "S/2")).design(),
                        starves("ports 1 and 2 of S", "Add port 3 of S")),
                accepts("no entry", Sketch.oneSwitch("unicast").design()),
                accepts("a physical device",
                        Sketch.oneSwitch("unicast").staticMac("S", 10, "00-1B-21-00-00-01", "S/5").design()),
                accepts("a VM that stays on a host with one NIC", fixed(pinned("S/1")).design()),
                accepts("all ports of all hosts, where several are allowed",
                        cluster("S/1", "S/2", "S/3").set("S", "multiPortUnicastStatic", true).design()),
                accepts("all ports of all hosts on Nexus 9000", nexus(cluster("S/1", "S/2", "S/3")).design()),
                accepts("a multicast MAC is another matter (SW006)",
                        Sketch.oneSwitch("multicast").staticMac("S", 10, "03-BF-AC-1F-03-E8", "S/1").design()),
                accepts("another VM's MAC", pinned("S/1").set("N1/NLB", "mac", "00-15-5D-01-00-08").design()),
                cannotTell("whether the platform takes several ports is not known",
                        cluster("S/1", "S/2", "S/3").design(),
                        "Cannot evaluate: needs multiPortUnicastStatic of S."),
                cannotTell("where the VM may run is not known",
                        pinned("S/1").set("N1", "possibleOwners", Attribute.unknown()).design(),
                        "Cannot evaluate: needs possibleOwners of N1."),
                cannotTell("the entries are not known",
                        Sketch.oneSwitch("unicast").set("S", "staticMacEntries", Attribute.unknown()).design(),
                        "Cannot evaluate: needs staticMacEntries of S."));
    }
}
