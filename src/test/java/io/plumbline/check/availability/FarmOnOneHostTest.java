package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.AffinityRule;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;

class FarmOnOneHostTest implements RuleContract {

    /// B0 with four hosts; the two NLB nodes still on H1 and H2.
    static Sketch fourHosts() {
        Sketch sketch = Sketch.b0();
        for (int i = 3; i <= 4; i++) {
            String host = "H" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .lbfo(host, "Team1", "lacp", "NIC1", "NIC2").vSwitch(host, "vSwitch1", host + "/Team1/Team1")
                    .ports("S1", 8).ports("S2", 8).cable(host + "/NIC1", "S1/" + (i + 3))
                    .cable(host + "/NIC2", "S2/" + (i + 3)).lag("Po" + i, "S1/" + (i + 3), "S2/" + (i + 3))
                    .trunk("Po" + i, "10,20");
        }
        return sketch;
    }

    static Sketch withoutClass(Sketch sketch) {
        return sketch.set("N1", "antiAffinityClasses", Attribute.unset()).set("N2", "antiAffinityClasses",
                Attribute.unset());
    }

    private static Sketch rule(Sketch sketch, String type) {
        return sketch.set("HVC1", "affinityRules",
                List.of(Sketch.part(AffinityRule.class, "name", "WEB", "ruleType", type,
                        "vms", List.of(new Id("N1"), new Id("N2")))));
    }

    private static Sketch recent(Sketch sketch) {
        return sketch.set("H1", "osVersion", "2022").set("H2", "osVersion", "2022").set("H3", "osVersion", "2022")
                .set("H4", "osVersion", "2025");
    }

    /// Two SQL servers of one tier on two hosts.
    private static Sketch tier() {
        Sketch sketch = fourHosts();
        for (int i = 1; i <= 2; i++) {
            sketch = sketch.vm("SQL" + i, "H" + i).set("SQL" + i, "tier", "SQL farm");
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new FarmOnOneHost();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("four hosts, no class", withoutClass(fourHosts()).design(),
                        "warning: N1 and N2 of WEB may meet on one host of HVC1: they share no anti-affinity "
                                + "class, and no affinity rule keeps them apart. Give all members one class name, such as "
                                + "NLB-WEB."),
                RuleContract.flags("four hosts, a class each",
                        fourHosts().set("N2", "antiAffinityClasses", List.of("WEB2"))
                                .design(),
                        "warning: N1 and N2 of WEB may meet on one host of HVC1: they share no anti-affinity "
                                + "class, and no affinity rule keeps them apart. Give all members one class name, such as "
                                + "NLB-WEB."),
                RuleContract.flags("an affinity rule on a cluster that does not know such rules yet",
                        rule(withoutClass(fourHosts()), "differentNode").design(),
                        "warning: N1 and N2 of WEB may meet on one host of HVC1: they share no anti-affinity "
                                + "class, and no affinity rule keeps them apart. Give all members one class name, such as "
                                + "NLB-WEB."),
                RuleContract.flags("a rule that keeps them together",
                        recent(rule(withoutClass(fourHosts()), "sameNode"))
                                .design(),
                        "warning: N1 and N2 of WEB may meet on one host of HVC1: they share no anti-affinity "
                                + "class, and no affinity rule keeps them apart. Give all members one class name, such as "
                                + "NLB-WEB."),
                RuleContract.flags("both drawn on one of two hosts, class or no class",
                        Sketch.b0().set("N2", "host", "H1").design(),
                        "warning: N1 and N2 of WEB share H1, while H2 carries none of its VMs. Move N2 to H2."),
                RuleContract.flags("both may run on one host only, by their possible owners",
                        Sketch.b0().set("N2", "host", "H1").set("N1", "possibleOwners", List.of(new Id("H1")))
                                .set("N2", "possibleOwners", List.of(new Id("H1"))).design(),
                        "warning: N1 and N2 of WEB may run on H1 only, although HVC1 has two hosts. Widen the "
                                + "possible owners."),
                RuleContract.flags("both may run on one host only, by the name of the virtual switch",
                        Sketch.b0().set("N2", "host", "H1").set("H2/vSwitch1", "name", "vSwitch2").design(),
                        "warning: N1 and N2 of WEB may run on H1 only, although HVC1 has two hosts. Give the "
                                + "other hosts a virtual switch of the same name."),
                RuleContract.flags("a tier of twins that is no NLB cluster", tier().design(),
                        "warning: SQL1 and SQL2 of tier \"SQL farm\" may meet on one host of HVC1: they share no "
                                + "anti-affinity class, and no affinity rule keeps them apart. Give all members one class "
                                + "name."),
                RuleContract.accepts("a two-host cluster needs no class", withoutClass(Sketch.b0()).design()),
                RuleContract.accepts("a soft class on two hosts is fine", Sketch.b0().design()),
                RuleContract.accepts("a common class", fourHosts().design()),
                RuleContract.accepts("an affinity rule of Windows Server 2022",
                        recent(rule(withoutClass(fourHosts()), "differentNode")).design()),
                RuleContract.accepts("different fault domains are different hosts",
                        recent(rule(withoutClass(fourHosts()), "differentFaultDomain")).design()),
                RuleContract.accepts("pinned to different hosts by possible owners",
                        withoutClass(fourHosts()).set("N1", "possibleOwners", List.of(new Id("H1"), new Id("H3")))
                                .set("N2", "possibleOwners", List.of(new Id("H2"), new Id("H4"))).design()),
                RuleContract.accepts("two on one host, and every other possible host has one",
                        Sketch.b0().vm("N3", "H1").set("N3", "antiAffinityClasses", List.of("NLB-WEB"))
                                .vNic("N3", "NLB", "vSwitch1").accessVlan("N3/NLB", 10)
                                .address("N3/NLB", "172.31.3.13")
                                .nlb("WEB", "igmpMulticast", "172.31.3.232", "N1/NLB", "N2/NLB", "N3/NLB").design()),
                RuleContract.accepts("nodes on two separate failover clusters",
                        withoutClass(fourHosts()).cluster("HVC2").set("H2", "failoverCluster", "HVC2").design()),
                RuleContract.accepts("nodes that are no clustered roles",
                        withoutClass(fourHosts()).set("N1", "clusteredRole", false).set("N2", "clusteredRole", false)
                                .design()),
                RuleContract.accepts("a design for training",
                        withoutClass(fourHosts()).set("project", "flags", List.of("training")).design()),
                RuleContract.accepts("the nodes of an NLB cluster tagged as a tier too are one farm",
                        fourHosts().set("N1", "tier", "Web").set("N2", "tier", "Web").design()),
                RuleContract.cannotTell("the class of one node is not known",
                        fourHosts().set("N2", "antiAffinityClasses", Attribute.unknown()).design(),
                        "Cannot evaluate: needs antiAffinityClasses of N2."),
                RuleContract.cannotTell("whether one node is a clustered role is not known",
                        withoutClass(fourHosts()).set("N2", "clusteredRole", Attribute.unknown()).design(),
                        "Cannot evaluate: needs clusteredRole of N2."),
                RuleContract.cannotTell("the version decides about the rule",
                        rule(withoutClass(fourHosts()), "differentNode").set("HVC1", "osLevel", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs osLevel of HVC1."));
    }
}
