package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;

class UnusedRdmaTest implements RuleContract {

    /// Twins with RDMA, without a limit.
    private static Sketch option(String word) {
        Sketch sketch = Sketch.twins("equal").iwarp();
        for (String host : List.of("HV1", "HV2")) {
            sketch = sketch.set(host, "lm.option", word).set(host, "smb.lmLimitBytesPerSec", Attribute.unset());
        }
        return sketch;
    }

    private static Sketch set(Sketch sketch, String attribute, Object value) {
        Sketch changed = sketch;
        for (String nic : List.of("HV1/A", "HV2/A", "HV1/B", "HV2/B")) {
            changed = changed.set(nic, attribute, value);
        }
        return changed;
    }

    @Override
    public Rule rule() {
        return new UnusedRdma();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("compression over twin RDMA NICs", option("compression").design(),
                        "advice: HV1 and HV2 migrate over compressed TCP, although the NICs on A and B have RDMA and 20 "
                                + "Gbps for it. Choose SMB on all nodes, with a bandwidth limit."),
                RuleContract.flags("one node alone",
                        option("smb").set("HV2", "lm.option", "tcpip").design(),
                        "advice: HV2 migrates over TCP/IP, although the NICs on A and B have RDMA and 20 Gbps for it. "
                                + "Choose SMB on all nodes, with a bandwidth limit."),
                RuleContract.flags("one selected network of 10 Gbps",
                        option("compression").set("HVC1", "lmNetworks", List.of(new Id("A"))).design(),
                        "advice: HV1 and HV2 migrate over compressed TCP, although the NICs on A have RDMA and 10 Gbps "
                                + "for it. Choose SMB on all nodes, with a bandwidth limit."),
                RuleContract.flags("virtual NICs with RDMA on SET", Sketch.setMigration().iwarp().design(),
                        "advice: HV1 and HV2 migrate over compressed TCP, although the NICs on vA and vB have RDMA and 20 "
                                + "Gbps for it. Choose SMB on all nodes, with a bandwidth limit."),
                RuleContract.accepts("SMB is chosen", option("smb").design()),
                RuleContract.accepts("less than 5 Gbps",
                        set(option("compression"), "linkSpeedMbps", 1000).design()),
                RuleContract.accepts("a limit leaves less than 5 Gbps",
                        option("compression").set("HV2", "smb.lmLimitBytesPerSec", 500_000_000L).design()),
                RuleContract.accepts("RDMA is switched off",
                        set(option("compression"), "rdma.enabled", false).design()),
                RuleContract.accepts("only one side has RDMA",
                        option("compression").set("HV2/A", "rdma.enabled", false).set("HV2/B", "rdma.enabled", false)
                                .design()),
                RuleContract.accepts("the two sides speak different technologies",
                        option("compression").set("HV2/A", "rdma.technology", "roce").set("HV2/B", "rdma.technology",
                                "roce").design()),
                RuleContract.accepts("2012 has no such option",
                        option("tcpip").set("HV1", "osVersion", "2012").set("HV2", "osVersion", "2012").design()),
                RuleContract.cannotTell("whether RDMA is on is not known",
                        set(option("compression"), "rdma.enabled", Attribute.unknown()).design(),
                        "Cannot evaluate: needs rdma.enabled of HV1/A.",
                        "Cannot evaluate: needs rdma.enabled of HV1/B.",
                        "Cannot evaluate: needs rdma.enabled of HV2/A.",
                        "Cannot evaluate: needs rdma.enabled of HV2/B."),
                RuleContract.cannotTell("the speed is not known",
                        set(option("compression"), "linkSpeedMbps", Attribute.unknown()).design(),
                        "Cannot evaluate: needs linkSpeedMbps of HV1/A.",
                        "Cannot evaluate: needs linkSpeedMbps of HV1/B.",
                        "Cannot evaluate: needs linkSpeedMbps of HV2/A.",
                        "Cannot evaluate: needs linkSpeedMbps of HV2/B."));
    }
}
