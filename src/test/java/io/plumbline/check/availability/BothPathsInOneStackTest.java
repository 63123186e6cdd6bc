package io.plumbline.check.availability;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class BothPathsInOneStackTest implements RuleContract {

    /// The twins, each on a unit of one stack.
    private static Sketch stacked() {
        return Sketch.twins("equal").stack("Stack", "U").without("U").set("SW-A", "stack", "Stack").set("SW-B",
                "stack", "Stack");
    }

    /// B0 with a cluster network over its LAGs.
    private static Sketch b0WithNetwork() {
        return Sketch.b0().network("LM", "10.10.1.0/24").vNic("H1", "LM", "vSwitch1").vNic("H2", "LM", "vSwitch1")
                .accessVlan("H1/LM", 20).accessVlan("H2/LM", 20).address("H1/LM", "10.10.1.1")
                .address("H2/LM", "10.10.1.2");
    }

    @Override
    public Rule rule() {
        return new BothPathsInOneStack();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("each twin on a unit of its own", stacked().design(),
                        "advice: Stack carries every cluster network (A and B between HV1 and HV2): its units SW-A and "
                                + "SW-B are one control plane, so a fault or an upgrade of the stack takes them all. Use "
                                + "an MLAG pair or two independent switches with twin subnets, or plan stack upgrades as "
                                + "cluster outages."),
                RuleContract.flags("one network over LAGs into both units", b0WithNetwork().design(),
                        "advice: Stack carries every cluster network (LM between H1 and H2): its units S1 and S2 are one "
                                + "control plane, so a fault or an upgrade of the stack takes them all. Use an MLAG pair "
                                + "or two independent switches with twin subnets, or plan stack upgrades as cluster "
                                + "outages."),
                RuleContract.accepts("two peers of an MLAG pair",
                        Sketch.setMigration().lag("Po9", "SW-A/3").mlag("VLT", "SW-A", "SW-B", "Po9").design()),
                RuleContract.accepts("a third path beside the stack",
                        stacked().network("C", "10.10.3.0/24").device("SW-C").ports("SW-C", 2).nic("HV1", "C")
                                .nic("HV2", "C").address("HV1/C", "10.10.3.1").address("HV2/C", "10.10.3.2")
                                .cable("HV1/C", "SW-C/1").cable("HV2/C", "SW-C/2").design()),
                RuleContract.accepts("everything on one unit: HA003 names that",
                        stacked().ports("SW-A", 4).without("HV1/B-SW-B/1", "HV2/B-SW-B/2")
                                .cable("HV1/B", "SW-A/3").cable("HV2/B", "SW-A/4").design()),
                RuleContract.accepts("two switches of their own", Sketch.twins("equal").design()),
                RuleContract.accepts("no cluster network is drawn", Sketch.b0().design()),
                RuleContract.cannotTell("the role of one network is not known",
                        stacked().set("A", "role", Attribute.unknown()).design(), "Cannot evaluate: needs role of A."));
    }
}
