package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class IdleMigrationNetworkTest implements RuleContract {

    private static Sketch test(String nics, String... selected) {
        return MoreNetworksThanSelectedTest.test(nics, selected);
    }

    private static Sketch limited(String nics, String... selected) {
        return test(nics, selected).set("HV2", "lm.anyNetwork", false);
    }

    @Override
    public Rule rule() {
        return new IdleMigrationNetwork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("1 Gbps beside 10 Gbps, S06", limited("slower", "A", "B").design(),
                        "warning: HV1/B and HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 1 Gbps RSS beside 10 Gbps RSS. Use twin NICs, or document it "
                                + "as a spare."),
                RuleContract.flags("the weaker one is first in the order", limited("slower", "B", "A").design(),
                        "warning: HV1/B and HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 1 Gbps RSS beside 10 Gbps RSS. Use twin NICs, or move it to "
                                + "the end of the order and document it as a spare."),
                RuleContract.flags("RSS beside RDMA, S09", limited("noRDMA", "A", "B").design(),
                        "warning: HV1/B and HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 10 Gbps RSS beside 10 Gbps RDMA. Use twin NICs, or document "
                                + "it as a spare."),
                RuleContract.flags("a NIC without RSS, S12", limited("noRSS", "A", "B").design(),
                        "warning: HV1/B and HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 10 Gbps plain beside 10 Gbps RSS. Use twin NICs, or document "
                                + "it as a spare."),
                RuleContract.flags("S21, one host on any", test("slower", "A", "B").design(),
                        "warning: HV1/B and HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 1 Gbps RSS beside 10 Gbps RSS. Use twin NICs, or document it "
                                + "as a spare."),
                RuleContract.flags("the trap, S30: the fast NIC hides its RSS and the slow one wins",
                        test("trap", "A", "B").design(),
                        "warning: HV1/A and HV2/A (A) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while B is up: 10 Gbps plain beside 1 Gbps RSS, and the class goes before "
                                + "the speed: the slower NIC wins. Update the driver that hides RSS."),
                RuleContract.flags("RDMA is off at one end only: that NIC is the cause",
                        limited("equal", "A", "B").set("HV2/B", "rdma.enabled", false).design(),
                        "warning: HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 10 Gbps RSS beside 10 Gbps RDMA. Use twin NICs, or document "
                                + "it as a spare."),
                RuleContract.flags("one of four nodes has the weaker NIC",
                        MoreNetworksThanSelectedTest.four(limited("equal", "A", "B"))
                                .set("HV3/B", "linkSpeedMbps", 1000).design(),
                        "warning: HV3/B (B) will idle in live migrations from and to HV3 while A is up: 1 Gbps "
                                + "RDMA beside 10 Gbps RDMA. Use twin NICs, or document it as a spare."),
                RuleContract.flags("iWARP at one end and RoCE at the other make no RDMA",
                        limited("equal", "A", "B").set("HV2/B", "rdma.technology", "iwarp").design(),
                        "warning: HV1/B and HV2/B (B) will idle in live migrations between HV1 and HV2, in both "
                                + "directions, while A is up: 10 Gbps RSS beside 10 Gbps RDMA. Use twin NICs, or document "
                                + "it as a spare."),
                RuleContract.accepts("twins", limited("equal", "A", "B").design()),
                RuleContract.accepts("twins with one host on any", test("equal", "A", "B").design()),
                RuleContract.accepts("the lesser NIC is not selected, S04", limited("slower", "A").design()),
                RuleContract.accepts("nor in the open scope, S19", test("slower", "A").design()),
                RuleContract.accepts("nor the one without RDMA, S22", test("noRDMA", "A").design()),
                RuleContract.accepts("nor the one without RSS, S25", test("noRSS", "A").design()),
                RuleContract.accepts("one network in the order, bypassed: LM003",
                        test("trap", "A").design()),
                RuleContract.accepts("compression: the others are spares by design", limited("slower", "A", "B")
                        .set("HV1", "lm.option", "compression").set("HV2", "lm.option", "compression").design()),
                RuleContract.accepts("the second network is down, that is not idling",
                        limited("slower", "A", "B").set("HV2/B", "linkUp", false).design()),
                RuleContract.cannotTell("the speed of one NIC is not known",
                        limited("equal", "A", "B").set("HV2/B", "linkSpeedMbps", Attribute.unknown()).design(),
                        "Cannot evaluate: needs linkSpeedMbps of HV2/B."),
                RuleContract.cannotTell("the option is not known",
                        limited("slower", "A", "B").set("HV1", "lm.option", Attribute.unknown())
                                .set("HV2", "lm.option", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lm.option of HV1.",
                        "Cannot evaluate: needs lm.option of HV2."));
    }
}
