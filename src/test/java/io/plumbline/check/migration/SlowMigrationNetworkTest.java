package io.plumbline.check.migration;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;

class SlowMigrationNetworkTest implements RuleContract {

    private static Sketch speeds(int a, int b) {
        Sketch sketch = Sketch.twins("slower");
        for (String host : List.of("HV1", "HV2")) {
            sketch = sketch.set(host + "/A", "linkSpeedMbps", a).set(host + "/B", "linkSpeedMbps", b);
        }
        return sketch;
    }

    @Override
    public Rule rule() {
        return new SlowMigrationNetwork();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("one of two networks at 100 Mbps", speeds(10000, 100).design(),
                        "warning: B is among the networks for live migration, but HV1/B and HV2/B run at 100 Mbps there. "
                                + "Deselect it, or replace the NICs."),
                RuleContract.flags("both networks of all hosts", speeds(100, 100).design(),
                        "error: A and B are among the networks for live migration, but HV1/A, HV1/B, HV2/A and HV2/B run "
                                + "at 100 Mbps there, and HV1 and HV2 have no faster one selected. Replace the NICs, or "
                                + "select a faster network."),
                RuleContract.flags("one host has nothing faster",
                        speeds(1000, 1000).set("HV2/A", "linkSpeedMbps", 10).set("HV2/B", "linkSpeedMbps", 100)
                                .design(),
                        "error: A and B are among the networks for live migration, but HV2/A and HV2/B run at 10 Mbps "
                                + "and 100 Mbps there, and HV2 has no faster one selected. Replace the NICs, or select a "
                                + "faster network."),
                RuleContract.flags("without a selection every network may be used",
                        speeds(1000, 100).set("HVC1", "lmNetworks", Attribute.unset()).design(),
                        "warning: B is among the networks for live migration, but HV1/B and HV2/B run at 100 Mbps there. "
                                + "Deselect it, or replace the NICs."),
                RuleContract.flags("the other network is missing on one host: it must stay",
                        speeds(1000, 100).without("HV2/A").set("HV1/B", "linkSpeedMbps", 1000).node("HV3", "2012R2")
                                .design(),
                        "error: B is among the networks for live migration, but HV2/B runs at 100 Mbps there, and HV2 "
                                + "has no faster one selected. Replace the NICs, or select a faster network."),
                RuleContract.accepts("1 Gbps is enough", speeds(1000, 1000).design()),
                RuleContract.accepts("a slow network that is not selected",
                        speeds(1000, 100).set("HVC1", "lmNetworks", List.of(new Id("A"))).design()),
                RuleContract.accepts("a BMC network, and no selection",
                        speeds(1000, 100).set("HVC1", "lmNetworks", Attribute.unset()).set("B", "purposes",
                                List.of("bmc")).design()),
                RuleContract.cannotTell("the speed is not known",
                        speeds(1000, 1000).set("HV2/B", "linkSpeedMbps", Attribute.unknown()).design(),
                        "Cannot evaluate: needs linkSpeedMbps of HV2/B."),
                RuleContract.cannotTell("the selection is not known",
                        speeds(1000, 100).set("HVC1", "lmNetworks", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lmNetworks of HVC1."));
    }
}
