package io.plumbline.check.rdma;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.SwitchModel;
import java.util.List;

class LossyRoceTest implements RuleContract {

    private static final SwitchModel NO_PFC = Element.with(Sketch.PC8132, "pfc", false);

    /// Twins with RoCE in tagged VLANs, lossless for priority 3 everywhere.
    private static Sketch lossless() {
        Sketch sketch = Sketch.twins("equal").tagged();
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.set(host, "dcb.smbPriority", 3).set(host, "dcb.pfcPriorities", List.of(3))
                    .set(host + "/A", "dcbEnabled", true).set(host + "/B", "dcbEnabled", true);
            for (String port : List.of("SW-A/" + i, "SW-B/" + i)) {
                sketch = sketch.set(port, "pfcEnabled", true).set(port, "pfcPriorities", List.of(3));
            }
        }
        return sketch;
    }

    private static Sketch technology(Sketch sketch, String word) {
        Sketch changed = sketch;
        for (String nic : List.of("HV1/A", "HV1/B", "HV2/A", "HV2/B")) {
            changed = changed.set(nic, "rdma.technology", word);
        }
        return changed;
    }

    /// The NICs cabled to each other, no switch.
    private static Sketch direct() {
        return lossless().without("SW-A", "SW-B").cable("HV1/A", "HV2/A").cable("HV1/B", "HV2/B");
    }

    @Override
    public Rule rule() {
        return new LossyRoce();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("nothing is configured", Sketch.twins("equal").tagged().without("HV2").design(),
                        "error: RoCE on A and B is not lossless: HV1 gives SMB no priority, has no flow control (PFC) and "
                                + "has DCB off on HV1/A and HV1/B. Give SMB one priority (3), and enable PFC for it on the "
                                + "host and its NICs."),
                RuleContract.flags("the host is lossless for another priority",
                        lossless().set("HV2", "dcb.pfcPriorities", List.of(4, 5)).design(),
                        "error: RoCE on A and B is not lossless: HV2 has no flow control (PFC) for priority 3, that of "
                                + "SMB, but for 4 and 5. Give SMB one priority (3), and enable PFC for it on the host and "
                                + "its NICs."),
                RuleContract.flags("DCB is off on one NIC", lossless().set("HV2/B", "dcbEnabled", false).design(),
                        "error: RoCE on A and B is not lossless: HV2 has DCB off on HV2/B. Give SMB one priority (3), and "
                                + "enable PFC for it on the host and its NICs."),
                RuleContract.flags("two ports of a switch",
                        lossless().set("SW-A/1", "pfcEnabled", false).set("SW-A/2", "pfcEnabled", false).design(),
                        "error: RoCE on A is not lossless: ports 1 and 2 of SW-A have no flow control (PFC) for priority "
                                + "3. Enable PFC for priority 3 there."),
                RuleContract.flags("a port is lossless for another priority",
                        lossless().set("SW-B/2", "pfcPriorities", List.of(4)).design(),
                        "error: RoCE on B meets different priorities: 3 on the hosts, 4 at port 2 of SW-B. Enable PFC for "
                                + "priority 3 there."),
                RuleContract.flags("the hosts differ",
                        lossless().set("HV2", "dcb.smbPriority", 4).set("HV2", "dcb.pfcPriorities", List.of(4))
                                .design(),
                        "error: RoCE on A and B meets different priorities: 3 on HV1 and 4 on HV2. Set priority 3 on all "
                                + "of them."),
                RuleContract.flags("untagged", lossless().set("HV1/A", "vlanId", 0).set("SW-A/1", "mode", "access")
                        .set("SW-A/1", "accessVlan", 101).design(),
                        "error: HV1/A sends RoCE untagged: without a tag there is no 802.1p priority, and switches treat "
                                + "the traffic as any other. Put it into a VLAN."),
                RuleContract.flags("untagged RoCE v2, sorted by DSCP",
                        technology(lossless(), "roceV2").set("HV1/A", "vlanId", 0).set("SW-A/1", "mode", "access")
                                .set("SW-A/1", "accessVlan", 101).set("HV1", "dcb.trust", "dscp").design(),
                        "warning: HV1/A sends RoCE v2 untagged: the host sorts by DSCP, which works only where every "
                                + "switch does so too. Put it into a VLAN."),
                RuleContract.flags("more than one lossless priority on the host",
                        lossless().set("HV1", "dcb.pfcPriorities", List.of(3, 4)).design(),
                        "warning: HV1 has flow control (PFC) for priorities 3 and 4, and SMB needs priority 3 alone: "
                                + "other lossless traffic can stall it."),
                RuleContract.flags("more than one at a port to a host",
                        lossless().set("SW-A/1", "pfcPriorities", List.of(3, 6)).design(),
                        "warning: Port 1 of SW-A has flow control (PFC) for priorities 3 and 6, and SMB needs priority 3 "
                                + "alone: other lossless traffic can stall it."),
                RuleContract.flags("a switch that cannot do it: no quick fix",
                        lossless().with(NO_PFC).set("SW-A", "model", "pc8132").set("SW-A/1", "pfcEnabled", false)
                                .design(),
                        "error: RoCE on A is not lossless: port 1 of SW-A has no flow control (PFC) for priority 3. "
                                + "Enable PFC for priority 3 there."),
                RuleContract.flags("cabled directly: the host side alone",
                        direct().set("HV1/A", "dcbEnabled", false).design(),
                        "error: RoCE on A and B is not lossless: HV1 has DCB off on HV1/A. Give SMB one priority (3), and "
                                + "enable PFC for it on the host and its NICs."),
                RuleContract.accepts("lossless from end to end", lossless().design()),
                RuleContract.accepts("stated for the whole switch",
                        lossless().set("SW-A", "losslessPriorities", List.of(3)).set("SW-A/1", "pfcEnabled",
                                Attribute.unset()).set("SW-A/1", "pfcPriorities", Attribute.unset()).design()),
                RuleContract.accepts("iWARP without DCB",
                        technology(Sketch.twins("equal").tagged(), "iwarp").design()),
                RuleContract.accepts("cabled directly", direct().design()),
                RuleContract.accepts("RDMA is off", technology(Sketch.twins("slower"), "roce").design()),
                RuleContract.accepts("no SMB runs there",
                        Sketch.twins("equal").set("HV1", "lm.option", "compression")
                                .set("HV2", "lm.option", "compression")
                                .design()),
                RuleContract.accepts("a willing host takes the list from its switch",
                        lossless().set("HV1", "dcb.willing", true).set("HV1", "dcb.pfcPriorities", Attribute.unset())
                                .design()),
                RuleContract.accepts("not cabled yet",
                        Sketch.twins("equal").without("HV1/A-SW-A/1", "HV1/B-SW-B/1", "HV2/A-SW-A/2", "HV2/B-SW-B/2")
                                .design()),
                RuleContract.cannotTell("the priority is not known",
                        lossless().set("HV1", "dcb.smbPriority", Attribute.unknown()).design(),
                        "Cannot evaluate: needs dcb.smbPriority of HV1."),
                RuleContract.cannotTell("flow control at a port is not known",
                        lossless().set("SW-A/1", "pfcEnabled", Attribute.unknown()).design(),
                        "Cannot evaluate: needs pfcEnabled of port 1 of SW-A."));
    }
}
