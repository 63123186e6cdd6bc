package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class DrainMovesSeveralNodesTest implements RuleContract {

    /// Four hosts and this many nodes of the NLB cluster, one on each host in turn, with a class in common.
    private static Sketch wide(int nodes) {
        Sketch sketch = FarmOnOneHostTest.fourHosts();
        String[] adapters = new String[nodes];
        for (int i = 1; i <= nodes; i++) {
            String vm = "N" + i;
            adapters[i - 1] = vm + "/NLB";
            if (i > 2) {
                sketch = sketch.vm(vm, "H" + ((i - 1) % 4 + 1)).set(vm, "antiAffinityClasses", List.of("NLB-WEB"))
                        .vNic(vm, "NLB", "vSwitch1").accessVlan(vm + "/NLB", 10)
                        .address(vm + "/NLB", "172.31.3.1" + i);
            }
        }
        return sketch.nlb("WEB", "unicast", "172.31.3.232", adapters);
    }

    private static final String SERIAL_OR_NOT =
            "warning: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg puts N1 and N2 on H2, "
                    + "the second moves them back together), and the cluster MAC sits behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Repair the mode or the teams first, and move the nodes one by one until then.";

    private static Sketch unicast() {
        return Sketch.b0().mode("unicast");
    }

    /// The static group lists the LAG of H1 only.
    private static Sketch partial() {
        return Sketch.b0().set("Stack", "staticMcastGroups", List.of()).staticGroup("Stack", 10, "239.255.3.232",
                "Po1");
    }

    private static Sketch serial(Sketch sketch) {
        return sketch.set("H1", "lm.maxConcurrent", 1).set("H2", "lm.maxConcurrent", 1);
    }

    private static Sketch noDrain(Sketch sketch) {
        return sketch.set("HVC1", "cauEnabled", false).set("HVC1", "drainOnShutdown", false);
    }

    @Override
    public Rule rule() {
        return new DrainMovesSeveralNodes();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("two hosts, unicast behind LACP teams, Cluster-Aware Updating", unicast().design(),
                        "error: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg "
                                + "puts N1 and N2 on H2, the second moves them back together), and the cluster MAC sits "
                                + "behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Repair the mode or the "
                                + "teams first, and move the nodes one by one until then."),
                RuleContract.flags("switch-independent teams on one switch", Sketch.unicastOnOneSwitch().design(),
                        "error: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg "
                                + "puts N1 and N2 on H2, the second moves them back together), and the cluster MAC sits "
                                + "behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Repair the mode or the "
                                + "teams first, and move the nodes one by one until then."),
                RuleContract.flags("migrations run one at a time on every host: a warning", serial(unicast()).design(),
                        "warning: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg "
                                + "puts N1 and N2 on H2, the second moves them back together), and the cluster MAC sits "
                                + "behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Migrations run one at a "
                                + "time, which no source says is enough. Repair the mode or the teams first, and move the "
                                + "nodes one by one until then."),
                RuleContract.flags("the cluster's limit of one decides before the hosts'",
                        unicast().set("HVC1", "maxParallelMigrations", 1).design(),
                        "warning: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg "
                                + "puts N1 and N2 on H2, the second moves them back together), and the cluster MAC sits "
                                + "behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Migrations run one at a "
                                + "time, which no source says is enough. Repair the mode or the teams first, and move the "
                                + "nodes one by one until then."),
                RuleContract.flags("a cluster's limit of two, whatever the hosts say",
                        serial(unicast()).set("HVC1", "maxParallelMigrations", 2).design(),
                        "error: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg "
                                + "puts N1 and N2 on H2, the second moves them back together), and the cluster MAC sits "
                                + "behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Repair the mode or the "
                                + "teams first, and move the nodes one by one until then."),
                RuleContract.flags("a drain at every shutdown, the default from 2012 R2",
                        unicast().set("HVC1", "cauEnabled", false).design(),
                        "error: Shutting down a host of HVC1 moves both nodes of WEB at once (the first leg puts "
                                + "N1 and N2 on H2, the second moves them back together), and the cluster MAC sits behind "
                                + "H1/Team1 and H2/Team1: nodes can come up misconfigured. Repair the mode or the teams "
                                + "first, and move the nodes one by one until then."),
                RuleContract.flags("a drain in the runbook",
                        noDrain(unicast()).set("HVC1", "plannedDrain", true).design(),
                        "error: The planned drain of a host of HVC1 moves both nodes of WEB at once (the first "
                                + "leg puts N1 and N2 on H2, the second moves them back together), and the cluster MAC "
                                + "sits behind H1/Team1 and H2/Team1: nodes can come up misconfigured. Repair the mode or "
                                + "the teams first, and move the nodes one by one until then."),
                RuleContract.flags("more nodes than other hosts", wide(5).design(),
                        "error: Cluster-Aware Updating of HVC1 moves several of the five nodes of WEB at once "
                                + "(five nodes do not fit on three hosts one by one), and the cluster MAC sits behind "
                                + "H1/Team1, H2/Team1, H3/Team1 and H4/Team1: nodes can come up misconfigured. Repair the "
                                + "mode or the teams first, and move the nodes one by one until then."),
                RuleContract.flags("four hosts, two nodes, nothing keeps them apart",
                        FarmOnOneHostTest.withoutClass(FarmOnOneHostTest.fourHosts()).mode("unicast").design(),
                        "error: Cluster-Aware Updating of HVC1 may move both nodes of WEB at once (nothing keeps "
                                + "N1 and N2 apart), and the cluster MAC sits behind H1/Team1, H2/Team1, H3/Team1 and "
                                + "H4/Team1: nodes can come up misconfigured. Repair the mode or the teams first, and move "
                                + "the nodes one by one until then."),
                RuleContract.flags("no class in common, one node on each of four hosts",
                        wide(4).set("N4", "antiAffinityClasses", List.of()).design(),
                        "error: Cluster-Aware Updating of HVC1 may move several of the four nodes of WEB at once "
                                + "(nothing keeps N1, N2, N3 and N4 apart), and the cluster MAC sits behind H1/Team1, "
                                + "H2/Team1, H3/Team1 and H4/Team1: nodes can come up misconfigured. Repair the mode or "
                                + "the teams first, and move the nodes one by one until then."),
                RuleContract.flags("a static entry that does not list every port", partial().design(),
                        "warning: Cluster-Aware Updating of HVC1 moves both nodes of WEB at once (the first leg "
                                + "puts N1 and N2 on H2, the second moves them back together), and the static entry on "
                                + "Stack does not list every port where they can land. Complete the entry first, and move "
                                + "the nodes one by one until then."),
                RuleContract.accepts("four hosts with one node each, and a class", wide(4).design()),
                RuleContract.accepts("four hosts, two nodes and a class: they stay apart",
                        FarmOnOneHostTest.fourHosts().mode("unicast").design()),
                RuleContract.accepts("NLB VMs that are no clustered roles",
                        unicast().set("N1", "clusteredRole", false).set("N2", "clusteredRole", false).design()),
                RuleContract.accepts("IGMP mode with full registration", Sketch.b0().design()),
                RuleContract.accepts("unicast on virtual switches without a team",
                        Sketch.unicastWithoutTeams().design()),
                RuleContract.accepts("unicast over two separate switches", Sketch.unicastOverTwoSwitches().design()),
                RuleContract.accepts("nothing drains a host", noDrain(unicast()).design()),
                RuleContract.accepts("2012 does not drain at a shutdown",
                        unicast().set("HVC1", "cauEnabled", false).set("H1", "osVersion", "2012")
                                .set("H2", "osVersion", "2012").design()),
                RuleContract.accepts("enforced anti-affinity that cannot hold: HA007",
                        unicast().set("HVC1", "enforcedAntiAffinity", true).design()),
                new Case("whether several move at once is not known: the milder severity, and the question",
                        unicast().set("HVC1", "maxParallelMigrations", Attribute.unknown()).design(),
                        List.of(SERIAL_OR_NOT),
                        List.of("Cannot evaluate: needs maxParallelMigrations of HVC1.")),
                RuleContract.cannotTell("whether hosts are drained is not known",
                        unicast().set("HVC1", "cauEnabled", Attribute.unknown()).set("HVC1", "drainOnShutdown", false)
                                .design(),
                        "Cannot evaluate: needs cauEnabled of HVC1."),
                RuleContract.cannotTell("the teaming mode is not known",
                        unicast().set("H1/Team1", "teamingMode", Attribute.unknown())
                                .set("H2/Team1", "teamingMode", Attribute.unknown()).design(),
                        "Cannot evaluate: needs teamingMode of H1/Team1.",
                        "Cannot evaluate: needs teamingMode of H2/Team1."));
    }
}
