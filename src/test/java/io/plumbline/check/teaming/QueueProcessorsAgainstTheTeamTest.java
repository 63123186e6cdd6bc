package io.plumbline.check.teaming;

import static io.plumbline.check.RuleContract.accepts;
import static io.plumbline.check.RuleContract.cannotTell;
import static io.plumbline.check.RuleContract.flags;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class QueueProcessorsAgainstTheTeamTest implements RuleContract {

    private static Sketch lbfo(String mode) {
        return Sketch.empty("LBFO").host("H1", "2012R2").nic("H1", "NIC1").nic("H1", "NIC2")
                .lbfo("H1", "Team1", mode, "NIC1", "NIC2").vSwitch("H1", "vSwitch1", "H1/Team1/Team1");
    }

    private static Sketch set(String os) {
        return lbfo("switchIndependent").without("H1/Team1").set("H1", "osVersion", os)
                .embedded("H1", "SET1", "NIC1", "NIC2").set("H1/vSwitch1", "uplink", "H1/SET1");
    }

    private static Sketch queues(Sketch sketch, int base1, int count1, int base2, int count2) {
        return sketch.set("H1/NIC1", "vmqBaseProcessor", base1).set("H1/NIC1", "vmqMaxProcessors", count1)
                .set("H1/NIC2", "vmqBaseProcessor", base2).set("H1/NIC2", "vmqMaxProcessors", count2);
    }

    private static Sketch cores(Sketch sketch, int cores, boolean threads) {
        return sketch.set("H1", "physicalCores", cores).set("H1", "hyperThreading", threads);
    }

    @Override
    public Rule rule() {
        return new QueueProcessorsAgainstTheTeam();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                flags("queues add up, processors overlap",
                        cores(queues(lbfo("switchIndependent"), 2, 8, 4, 8), 16, true).design(),
                        "warning: H1/Team1 adds up the queues of its members, but the processors of H1/NIC1 (from 2, 8 "
                                + "processors) and H1/NIC2 (from 4, 8 processors) overlap. "
                                + "Give each member processors of its own."),
                flags("SET on 2016, whatever the threads", queues(set("2016"), 2, 4, 2, 4).design(),
                        "warning: H1/SET1 adds up the queues of its members, but the processors of H1/NIC1 (from 2, 4 "
                                + "processors) and H1/NIC2 (from 2, 4 processors) overlap. "
                                + "Give each member processors of its own."),
                flags("only hyper-threading makes them overlap",
                        cores(queues(lbfo("switchIndependent"), 2, 4, 6, 4), 16, true).design(),
                        "warning: H1/Team1 adds up the queues of its members, but the processors of H1/NIC1 (from 2, 4 "
                                + "processors) and H1/NIC2 (from 6, 4 processors) overlap. "
                                + "Give each member processors of its own."),
                flags("the smallest counts, processors differ",
                        cores(queues(lbfo("lacp"), 2, 4, 10, 4), 16, false).design(),
                        "warning: H1/Team1 offers no more queues than its smallest member, but the processors of its "
                                + "members differ (H1/NIC1 (from 2, 4 processors) and H1/NIC2 (from 10, 4 processors)). "
                                + "Give all members the same processors."),
                flags("from processor 0", queues(lbfo("lacp"), 0, 4, 0, 4).design(),
                        "warning: H1/Team1 offers no more queues than its smallest member, but the queues of H1/NIC1 and "
                                + "H1/NIC2 begin at processor 0, which does everything else. Keep off the first core."),
                flags("too few cores for sets of their own",
                        cores(queues(lbfo("switchIndependent"), 1, 1, 1, 1), 2, false).design(),
                        "advice: H1/Team1 adds up the queues of its members, but the processors of H1/NIC1 (from 1, 1 "
                                + "processor) and H1/NIC2 (from 1, 1 processor) overlap. "
                                + "Give each member processors of its own."),
                accepts("queues add up, processors apart",
                        cores(queues(lbfo("switchIndependent"), 2, 4, 10, 4), 16, true).design()),
                accepts("the smallest counts, processors alike", queues(lbfo("lacp"), 2, 4, 2, 4).design()),
                accepts("nothing said about processors", lbfo("lacp").design()),
                accepts("said about one of them only",
                        lbfo("lacp").set("H1/NIC1", "vmqBaseProcessor", 2).set("H1/NIC1", "vmqMaxProcessors", 4)
                                .design()),
                accepts("VMQ off", queues(lbfo("switchIndependent"), 0, 4, 0, 4).set("H1/NIC1", "vmqEnabled", false)
                        .set("H1/NIC2", "vmqEnabled", false).design()),
                accepts("SET on 2019 finds its processors", queues(set("2019"), 0, 16, 0, 16).design()),
                accepts("no virtual switch",
                        queues(lbfo("switchIndependent"), 0, 4, 0, 4).without("H1/vSwitch1").design()),
                cannotTell("hyper-threading decides",
                        queues(lbfo("switchIndependent"), 2, 4, 6, 4).design(),
                        "Cannot evaluate: needs hyperThreading of H1."),
                cannotTell("the processors are not known",
                        queues(lbfo("lacp"), 2, 4, 2, 4).set("H1/NIC2", "vmqBaseProcessor", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs vmqBaseProcessor of H1/NIC2."));
    }
}
