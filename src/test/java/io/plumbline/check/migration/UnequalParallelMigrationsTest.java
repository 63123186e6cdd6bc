package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class UnequalParallelMigrationsTest implements RuleContract {

    private static Sketch numbers(Object cluster, Object one, Object other) {
        return Sketch.twins("equal").set("HVC1", "maxParallelMigrations", cluster).set("HV1", "lm.maxConcurrent", one)
                .set("HV2", "lm.maxConcurrent", other);
    }

    /// Two networks of 1 Gbps, one of them selected.
    private static Sketch thin(int number) {
        Sketch sketch = numbers(Attribute.unset(), number, number);
        for (String nic : List.of("HV1/A", "HV2/A", "HV1/B", "HV2/B")) {
            sketch = sketch.set(nic, "linkSpeedMbps", 1000);
        }
        return sketch.set("HVC1", "lmNetworks", List.of("A"));
    }

    @Override
    public Rule rule() {
        return new UnequalParallelMigrations();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the hosts differ", numbers(Attribute.unset(), 4, 2).design(),
                        "advice: In HVC1 the hosts do not allow the same number of live migrations at once: 2 on HV2, 4 "
                                + "on HV1. Set 2 on all of them."),
                RuleContract.flags("one is stated, the other has the default",
                        numbers(Attribute.unset(), 4, Attribute.unset()).design(),
                        "advice: In HVC1 the hosts do not allow the same number of live migrations at once: 2 on HV2, 4 "
                                + "on HV1. Set 2 on all of them."),
                RuleContract.flags("the cluster has another number", numbers(1, 4, 4).design(),
                        "advice: HVC1 allows 1 live migration at once, but 4 on HV1 and HV2; on updated clusters the "
                                + "cluster's number wins and the hosts' values revert. Set 1 on the hosts as well, or "
                                + "leave theirs unset."),
                RuleContract.flags("many over one gigabit", thin(4).design(),
                        "advice: HV1 and HV2 start up to 4 live migrations at once over 1 Gbps, which stretches the "
                                + "blackout of every VM. Set 2."),
                RuleContract.flags("many over one of two gigabit links, because compression uses one",
                        thin(4).set("HVC1", "lmNetworks", List.of("A", "B")).set("HV1", "lm.option", "compression")
                                .set("HV2", "lm.option", "compression").design(),
                        "advice: HV1 and HV2 start up to 4 live migrations at once over 1 Gbps, which stretches the "
                                + "blackout of every VM. Set 2."),
                RuleContract.accepts("all hosts equal the cluster", numbers(4, 4, 4).design()),
                RuleContract.accepts("the cluster pushes its number to hosts that state none",
                        numbers(1, Attribute.unset(), 1).design()),
                RuleContract.accepts("hosts with a value on a cluster about which nothing is said",
                        numbers(Attribute.unset(), 2, 2).set("HV1", "osVersion", "2022").set("HV2", "osVersion", "2022")
                                .design()),
                RuleContract.accepts("two over one gigabit", thin(2).design()),
                RuleContract.accepts("four over two gigabit links with SMB",
                        thin(4).set("HVC1", "lmNetworks", List.of("A", "B")).design()),
                RuleContract.cannotTell("one number is not known",
                        numbers(Attribute.unset(), 2, Attribute.unknown()).design(),
                        "Cannot evaluate: needs lm.maxConcurrent of HV2."),
                RuleContract.cannotTell("the cluster's number is not known",
                        numbers(Attribute.unknown(), 2, 2).design(),
                        "Cannot evaluate: needs maxParallelMigrations of HVC1."));
    }
}
