package io.plumbline.check.cluster;

import io.plumbline.Sketch;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;

class MetricsAgainstNamesTest implements RuleContract {

    /// Two nodes with networks of these names and metrics; equal NICs.
    private static Sketch networks(String option, Object... namesAndMetrics) {
        Sketch sketch = Sketch.empty("Metrics").cluster("HVC1");
        for (int i = 0; i < namesAndMetrics.length; i += 2) {
            String name = (String) namesAndMetrics[i];
            sketch = sketch.network(name, "10.10." + i + ".0/24").set(name, "metric", namesAndMetrics[i + 1]);
        }
        for (int h = 1; h <= 2; h++) {
            sketch = sketch.node("HV" + h, "2012R2").set("HV" + h, "lm.option", option);
        }
        return sketch;
    }

    private static List<Id> order(String... names) {
        return List.of(names).stream().map(Id::new).toList();
    }

    @Override
    public Rule rule() {
        return new MetricsAgainstNames();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("the metrics are the other way round",
                        networks("compression", "CSV1", 1000, "LM1", 900).design(),
                        "advice: In HVC1 names and numbers disagree: by metric the order is LM1 (900) and CSV1 (1000), "
                                + "while the names put CSV1 first for CSV and LM1 first for live migration. Set metrics "
                                + "that follow the names."),
                RuleContract.flags("a third network comes second",
                        networks("compression", "CSV1", 900, "LM1", 1100, "Mgmt", 1000).design(),
                        "advice: In HVC1 names and numbers disagree: by metric the order is CSV1 (900), Mgmt (1000) and "
                                + "LM1 (1100), while the names put CSV1 first for CSV and LM1 first for live migration. "
                                + "Set metrics that follow the names."),
                RuleContract.flags("both kinds on both networks, but not over SMB",
                        networks("compression", "CSV1+LM2", 1000, "LM1+CSV2", 900).design(),
                        "advice: In HVC1 names and numbers disagree: by metric the order is LM1+CSV2 (900) and CSV1+LM2 "
                                + "(1000), while the names put CSV1+LM2 first for CSV and LM1+CSV2 first for live "
                                + "migration. Set metrics that follow the names."),
                RuleContract.flags("equal metrics", networks("compression", "Blue", 900, "Red", 900).design(),
                        "advice: In HVC1 names and numbers disagree: Blue and Red have the same metric, 900. Set metrics "
                                + "that follow the names."),
                RuleContract.flags("the order lists the network for CSV first",
                        networks("compression", "CSV1", 900, "LM1", 901).set("HVC1", "lmNetworks", order("CSV1", "LM1"))
                                .design(),
                        "advice: In HVC1 names and numbers disagree: the live-migration order lists CSV1, which the names "
                                + "put first for CSV, before LM1. Set metrics that follow the names."),
                RuleContract.accepts("the metrics follow the names",
                        networks("compression", "CSV1", 900, "LM1", 901, "Mgmt", 1000)
                                .set("HVC1", "lmNetworks", order("LM1", "CSV1")).design()),
                RuleContract.accepts("both kinds over SMB, and the names say so",
                        networks("smb", "CSV1+LM2", 1000, "LM1+CSV2", 900)
                                .set("HVC1", "lmNetworks", order("CSV1+LM2", "LM1+CSV2")).design()),
                RuleContract.accepts("computed metrics match",
                        networks("compression", "CSV1", Attribute.unset(), "LM1", Attribute.unset()).design()),
                RuleContract.accepts("a network that the cluster does not use comes first",
                        networks("compression", "CSV1", 900, "LM1", 901, "iSCSI", 100).set("iSCSI", "role", "0")
                                .design()),
                RuleContract.accepts("names that promise nothing",
                        networks("compression", "Blue", 1000, "Red", 900).design()),
                RuleContract.accepts("only one of the two is named",
                        networks("compression", "CSV1", 1000, "Red", 900).design()),
                RuleContract.cannotTell("a metric is not known",
                        networks("compression", "CSV1", 900, "LM1", Attribute.unknown()).design(),
                        "Cannot evaluate: needs metric of LM1."),
                RuleContract.cannotTell("the option of a node decides and is not known",
                        networks("smb", "CSV1+LM2", 1000, "LM1+CSV2", 900).set("HV2", "lm.option", Attribute.unknown())
                                .design(),
                        "Cannot evaluate: needs lm.option of HV2."));
    }
}
