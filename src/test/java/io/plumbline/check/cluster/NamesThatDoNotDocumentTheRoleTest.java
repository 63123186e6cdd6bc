package io.plumbline.check.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.RuleContract;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamesThatDoNotDocumentTheRoleTest implements RuleContract {

    /// The twins of the report under their own names.
    private static Sketch named(String a, String b) {
        Sketch sketch = Sketch.twins("equal").set("A", "name", a).set("B", "name", b).set("HVC1", "lmNetworks",
                Attribute.unset());
        for (String host : List.of("HV1", "HV2")) {
            sketch = sketch.set(host + "/A", "name", "SLOT41-" + a).set(host + "/B", "name", "SLOT42-" + b)
                    .set(host, "lm.option", "compression");
        }
        return sketch;
    }

    private static Sketch ordered(String first, String second) {
        return named("CSV1+LM2", "LM1+CSV2").set("HVC1", "lmNetworks", List.of(new Id(first), new Id(second)));
    }

    @Override
    public Rule rule() {
        return new NamesThatDoNotDocumentTheRole();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                RuleContract.flags("another name on each host",
                        named("CSV1+LM2", "LM1+CSV2").set("HV2/A", "name", "Storage").design(),
                        "advice: CSV1+LM2 does not document its role: its NICs are called SLOT41-CSV1+LM2 on "
                                + "HV1, Storage on HV2. Call its NICs alike on every node, such as SLOT41-CSV1+LM2."),
                RuleContract.flags("a name that Windows gave to one NIC",
                        named("CSV1+LM2", "LM1+CSV2").set("HV1/A", "name", "Ethernet 3")
                                .set("HV2/A", "name", "Ethernet 3")
                                .design(),
                        "advice: CSV1+LM2 does not document its role: \"HV1/Ethernet 3\" and \"HV2/Ethernet 3\" have "
                                + "the names that Windows gave them. Call its NICs alike on every node, such as "
                                + "SLOT41-CSV1+LM2."),
                RuleContract.flags("a cluster network as the wizard left it",
                        named("Cluster Network 1", "LM1+CSV2").set("HV1/A", "name", "SMB1").set("HV2/A", "name", "SMB1")
                                .design(),
                        "advice: \"Cluster Network 1\" does not document its role: it has the name that Windows "
                                + "gave it. Name it after its purposes, such as CSV1+LM2, and its NICs alike on every node."),
                RuleContract.flags("first for CSV by name, second by metric",
                        named("CSV1+LM2", "LM1+CSV2").set("A", "metric", 901).set("B", "metric", 900).design(),
                        "advice: CSV1+LM2 does not document its role: its name says first for CSV, but LM1+CSV2 "
                                + "has the lower metric. Rename it, or change the order."),
                RuleContract.flags("first for live migration by name, second in the order", ordered("A", "B").design(),
                        "advice: LM1+CSV2 does not document its role: its name says first for live migration, "
                                + "but CSV1+LM2 comes first in the order of HVC1. Rename it, or change the order."),
                RuleContract.flags("the rank is stated, the name says nothing",
                        named("Storage", "Migration").set("B", "purposeRank", Map.of("liveMigration", 1))
                                .set("A", "purposeRank", Map.of("liveMigration", 2))
                                .set("HVC1", "lmNetworks", List.of(new Id("A"), new Id("B"))).design(),
                        "advice: Migration does not document its role: its name says first for live migration, "
                                + "but Storage comes first in the order of HVC1. Rename it, or change the order."),
                RuleContract.accepts("the convention of the report, in its own order", ordered("B", "A").design()),
                RuleContract.accepts("the slot may differ from host to host",
                        ordered("B", "A").set("HV2/A", "name", "SLOT3-CSV1+LM2").design()),
                RuleContract.accepts("upper and lower case are alike",
                        ordered("B", "A").set("HV2/A", "name", "slot41-csv1+lm2").design()),
                RuleContract.accepts("any consistent style", named("Storage", "Migration").design()),
                RuleContract.accepts("twins that carry both kinds over SMB: the order counts only without Multichannel",
                        ordered("A", "B").set("HV1", "lm.option", "smb").set("HV2", "lm.option", "smb").design()),
                RuleContract.accepts("the automatic metric yields the promised order",
                        named("CSV1", "LM1").set("A", "metric", 900).design()),
                RuleContract.accepts("equal metrics contradict nothing",
                        named("CSV1+LM2", "LM1+CSV2").set("A", "metric", 900).set("B", "metric", 900).design()),
                RuleContract.accepts("no order is stored", named("CSV1+LM2", "LM1+CSV2").design()),
                RuleContract.accepts("a NIC without a name is unfinished, not wrong",
                        ordered("B", "A").set("HV2/A", "name", "").design()),
                RuleContract.cannotTell("the order is not known",
                        named("CSV1+LM2", "LM1+CSV2").set("HVC1", "lmNetworks", Attribute.unknown()).design(),
                        "Cannot evaluate: needs lmNetworks of HVC1."));
    }

    private List<String> offered(Sketch sketch) {
        Facts facts = Facts.of(sketch.design());
        return rule().check(facts).map(Finding.class::cast)
                .flatMap(finding -> rule().remedies(facts, finding).stream()).map(Remedy::label).toList();
    }

    @Test
    void namesThatPromiseTheWrongOrderChangePlaces() {
        assertEquals(List.of("Rename CSV1+LM2 to LM1+CSV2 and LM1+CSV2 to CSV1+LM2, and 4 adapters alike"),
                offered(named("CSV1+LM2", "LM1+CSV2").set("A", "metric", 901).set("B", "metric", 900)));
    }

    @Test
    void aNetworkAsTheWizardLeftItGetsTheNameOfItsPlace() {
        assertEquals(List.of("Rename \"Cluster Network 1\" to CSV1+LM2, and 2 adapters alike"),
                offered(named("Cluster Network 1", "LM1+CSV2").set("A", "purposes", List.of("csv", "liveMigration"))
                        .set("A", "metric", 900).set("B", "metric", 901)
                        .set("HVC1", "lmNetworks", List.of(new Id("B"), new Id("A")))));
    }

    @Test
    void aStatedRankIsNotTalkedOverByAName() {
        assertEquals(List.of(),
                offered(named("Storage", "Migration").set("B", "purposeRank", Map.of("liveMigration", 1))
                        .set("A", "purposeRank", Map.of("liveMigration", 2))
                        .set("HVC1", "lmNetworks", List.of(new Id("A"), new Id("B")))));
    }
}
