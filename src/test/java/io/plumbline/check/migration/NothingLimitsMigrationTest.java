package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import java.util.List;

class NothingLimitsMigrationTest implements RuleContract {

    /// Twins for live migration and CSV with this limit.
    private static Sketch limited(Object bytesPerSec) {
        return Sketch.twins("equal").set("A", "purposes", List.of("liveMigration", "csv"))
                .set("B", "purposes", List.of("liveMigration", "csv"))
                .set("HV1", "smb.lmLimitBytesPerSec", bytesPerSec).set("HV2", "smb.lmLimitBytesPerSec", bytesPerSec);
    }

    @Override
    public Rule rule() {
        return new NothingLimitsMigration();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("no limit on either node", limited(Attribute.unset()).design(),
                        "warning: HV1 and HV2 send live migrations over SMB on A and B, which carry CSV or storage as "
                                + "well, and have no bandwidth limit for them: a drain can take every NIC. Set a limit of "
                                + "1 GB/s (40 % of 20 Gbps) on every node."),
                RuleContract.flags("no limit on one of them",
                        limited(1_000_000_000L).set("HV2", "smb.lmLimitBytesPerSec", Attribute.unset()).design(),
                        "warning: HV2 sends live migrations over SMB on A and B, which carry CSV or storage as well, and "
                                + "has no bandwidth limit for them: a drain can take every NIC. Set a limit of 1 GB/s "
                                + "(40 % of 20 Gbps) on every node."),
                RuleContract.flags("80 % of two NICs is more than one", limited(2_000_000_000L).design(),
                        "warning: HV1 and HV2: the live-migration limit of 2 GB/s is 16 Gbps, but when one NIC is gone "
                                + "only 10 Gbps are left for migrations and storage together. Set 1 GB/s."),
                RuleContract.flags("as much as what is left is too much", limited(1_250_000_000L).design(),
                        "warning: HV1 and HV2: the live-migration limit of 1.25 GB/s is 10 Gbps, but when one NIC is gone "
                                + "only 10 Gbps are left for migrations and storage together. Set 1 GB/s."),
                RuleContract.flags("a limit under compression",
                        limited(1_000_000_000L).set("HV1", "lm.option", "compression").set("HV2", "lm.option",
                                "compression").design(),
                        "advice: HV1 and HV2 have an SMB limit for live migration, but migrate over compressed TCP, where "
                                + "it has no effect. Remove the limit, or choose SMB."),
                RuleContract.accepts("40 % of two NICs", limited(1_000_000_000L).design()),
                RuleContract.accepts("networks for live migration alone",
                        limited(Attribute.unset()).set("A", "purposes", List.of("liveMigration")).set("B", "purposes",
                                List.of("liveMigration")).design()),
                RuleContract.accepts("compression without a limit",
                        limited(Attribute.unset()).set("HV1", "lm.option", "compression").set("HV2", "lm.option",
                                "compression").design()),
                RuleContract.accepts("the cluster sets the limit",
                        limited(Attribute.unset()).set("HVC1", "setSmbBandwidthLimit", true).design()),
                RuleContract.accepts("2012 has no such limit",
                        limited(Attribute.unset()).set("HV1", "osVersion", "2012").set("HV2", "osVersion", "2012")
                                .design()),
                RuleContract.accepts("one shared NIC: nothing is left without it, whatever the limit",
                        limited(1_250_000_000L).set("B", "purposes", List.of("liveMigration")).design()),
                RuleContract.cannotTell("the limit is not known",
                        limited(1_000_000_000L).set("HV2", "smb.lmLimitBytesPerSec", Attribute.unknown()).design(),
                        "Cannot evaluate: needs smb.lmLimitBytesPerSec of HV2."),
                RuleContract.cannotTell("the purposes are not known",
                        limited(Attribute.unset()).set("A", "purposes", Attribute.unknown()).set("B", "purposes",
                                Attribute.unknown()).design(),
                        "Cannot evaluate: needs purposes of A.", "Cannot evaluate: needs purposes of B."));
    }
}
