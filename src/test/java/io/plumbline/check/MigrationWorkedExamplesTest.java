package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.model.Attribute;
import io.plumbline.model.Evidence;
import io.plumbline.model.Flag;
import io.plumbline.model.Id;
import io.plumbline.topology.Names;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The worked examples of migration, frame sizes, addresses and availability (PREDICTIONS part 6, F1 to F16 and what G1 to
/// G6 say of these families), with everything that these families have to say.
class MigrationWorkedExamplesTest {

    private static final Set<String> FAMILIES = Set.of("MTU", "LM", "CN", "IP", "HA");

    private static String found(Sketch sketch) {
        Report report = Report.of(sketch.design());
        assertEquals(List.of(), report.defects());
        Names names = Names.of(sketch.design());
        return Stream.concat(
                report.findings().stream().filter(MigrationWorkedExamplesTest::isOurs)
                        .map(each -> each.severity().word() + " " + line(names, each)),
                report.withheld().stream().filter(MigrationWorkedExamplesTest::isOurs)
                        .map(each -> "withheld " + line(names, each)))
                .sorted().collect(Collectors.joining("\n"));
    }

    private static boolean isOurs(Finding finding) {
        return FAMILIES.contains(finding.rule().replaceAll("[0-9]", ""));
    }

    private static String line(Names names, Finding finding) {
        return finding.rule() + finding.variant() + " " + names.of(finding.primary());
    }

    private static DynamicTest example(String name, Sketch sketch, String... findings) {
        return DynamicTest.dynamicTest(name,
                () -> assertEquals(String.join("\n", new TreeSet<>(List.of(findings))), found(sketch)));
    }

    /// A 'these', B 'any', one network selected, SMB, twins.
    private static Sketch migrationTest() {
        return Sketch.twins("equal").set("HV1", "lm.option", "smb").set("HV2", "lm.option", "smb")
                .set("HV1", "lm.anyNetwork", false).set("HV2", "lm.anyNetwork", true)
                .set("HVC1", "lmNetworks", List.of(new Id("A")));
    }

    /// Twins of which both networks were tested in both directions.
    private static Sketch probed(Sketch twins, int payload) {
        Sketch sketch = twins;
        for (String nic : List.of("A", "B")) {
            for (int from = 1; from <= 2; from++) {
                String id = "probe-" + from + nic;
                sketch = sketch.with(Evidence.of(new Id(id), "", new Id("HV" + from + "/" + nic),
                        new Id("HV" + (3 - from) + "/" + nic))).set(id, "sizeBytes", payload).set(id, "ok", true);
            }
        }
        return sketch;
    }

    /// B0 with two more hosts in its stack, the group registered on all four LAGs.
    private static Sketch fourNodes() {
        Sketch sketch = Sketch.b0().ports("S1", 8).ports("S2", 8);
        for (int i = 3; i <= 4; i++) {
            String host = "H" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .lbfo(host, "Team1", "lacp", "NIC1", "NIC2").vSwitch(host, "vSwitch1", host + "/Team1/Team1")
                    .cable(host + "/NIC1", "S1/" + (i + 3)).cable(host + "/NIC2", "S2/" + (i + 3))
                    .lag("Po" + i, "S1/" + (i + 3), "S2/" + (i + 3)).trunk("Po" + i, "10,20")
                    .set("Po" + i, "nativeVlan", 999).set("Po" + i, "stpEdge", true);
        }
        return sketch.set("Stack", "staticMcastGroups", List.of()).staticGroup("Stack", 10, "239.255.3.232", "Po1",
                "Po2",
                "Po3", "Po4");
    }

    /// A tagged cluster network over the virtual switches of both hosts.
    private static Sketch withNetwork(Sketch sketch) {
        return sketch.network("LM", "10.10.1.0/24").vNic("H1", "LM", "vSwitch1").vNic("H2", "LM", "vSwitch1")
                .accessVlan("H1/LM", 20).accessVlan("H2/LM", 20).address("H1/LM", "10.10.1.1")
                .address("H2/LM", "10.10.1.2");
    }

    private static Sketch withoutClass(Sketch sketch) {
        return sketch.set("N1", "antiAffinityClasses", Attribute.unset()).set("N2", "antiAffinityClasses",
                Attribute.unset());
    }

    @TestFactory
    Stream<DynamicTest> migrationSizesAndClusterNetworks() {
        return Stream.of(
                example("F1 the report's jumbo fault", Sketch.jumboFault(9614), "error MTU001 port 1 of SW-A",
                        "error MTU001 port 1 of SW-B", "withheld MTU011 A", "withheld MTU011 B"),
                example("F1 tagged", Sketch.jumboFault(9614).tagged(), "error MTU001 port 1 of SW-A",
                        "error MTU001 port 1 of SW-B", "withheld MTU011 A", "withheld MTU011 B"),
                example("F2 the report's repair", Sketch.jumboFault(9014), "advice MTU011 A", "advice MTU011 B"),
                example("F2 once probed", probed(Sketch.jumboFault(9014), 8972)),
                example("F3 9614 on two S4810 at 12000", Sketch.jumbo(9614, Sketch.S4810, 12000), "advice MTU011 A",
                        "advice MTU011 B"),
                example("F3 once probed", probed(Sketch.jumbo(9614, Sketch.S4810, 12000), 9572)),
                example("F3 with another model on the way",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.S4810, 12000),
                                Station.at(Sketch.IO_AGGREGATOR, 12000)),
                        "advice MTU009 LM", "advice MTU011 LM", "warning CN001 LM", "warning HA001 SW1",
                        "warning HA001 SW2", "withheld HA003 HV1/LM", "withheld HA003 HV2/LM",
                        "warning LM004a HVC1"),
                example("F1 over a second model: the NIC has to change anyway",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.S4810, 12000),
                                Station.at(Sketch.PC8132, 9216)),
                        "error MTU001 port 1 of SW2", "withheld MTU009 LM", "withheld MTU011 LM", "warning CN001 LM",
                        "warning HA001 SW1", "warning HA001 SW2", "withheld HA003 HV1/LM", "withheld HA003 HV2/LM",
                        "warning LM004a HVC1"),
                example("F5 hidden until failover", Sketch.hiddenUntilFailover(), "warning MTU003 port 3 of SW1",
                        "advice CN001 LM", "withheld MTU011 LM"),
                example("F6 FTOS at 9018 on a tagged VLAN", Sketch.jumbo(9014, Sketch.S4810, 9018).tagged(),
                        "error MTU007 port 1 of SW-A", "error MTU007 port 2 of SW-A", "error MTU007 port 1 of SW-B",
                        "error MTU007 port 2 of SW-B", "withheld MTU002 port 1 of SW-A",
                        "withheld MTU002 port 2 of SW-A", "withheld MTU002 port 1 of SW-B",
                        "withheld MTU002 port 2 of SW-B", "withheld MTU011 A", "withheld MTU011 B"),
                example("F7 the same, untagged", Sketch.jumbo(9014, Sketch.S4810, 9018), "advice MTU011 A",
                        "advice MTU011 B"),
                example("F7 once probed", probed(Sketch.jumbo(9014, Sketch.S4810, 9018), 8972)),
                example("F8 the report's migration test", migrationTest(), "warning LM003 HV2", "withheld LM001 HV2",
                        "withheld LM002 HV2", "withheld LM004a HVC1"),
                example("F9 both on these networks", migrationTest().set("HV2", "lm.anyNetwork", false),
                        "warning LM004a HVC1"),
                example("F15 two nodes, unicast behind LACP teams, no class", withoutClass(Sketch.b0().mode("unicast")),
                        "error HA005a WEB"),
                example("F16 four nodes in IGMP mode, fully registered, no class", withoutClass(fourNodes()),
                        "warning HA006a WEB"),
                example("F16 in unicast: the class becomes a sub-line", withoutClass(fourNodes().mode("unicast")),
                        "error HA005a WEB", "withheld HA006a WEB"));
    }

    @TestFactory
    Stream<DynamicTest> nlbDesigns() {
        return Stream.of(
                example("G1 the base", Sketch.b0()),
                example("G1 with a cluster network over the same stack", withNetwork(Sketch.b0()), "advice HA004 Stack",
                        "withheld CN001 LM"),
                example("G2 the base on one switch", Sketch.b0OnOneSwitch(), "warning HA001 A"),
                example("G2 for training",
                        Sketch.b0OnOneSwitch().set("project", "flags", List.of(Flag.TRAINING.word())),
                        "advice HA001 A"),
                example("G3 the base in unicast", Sketch.b0().mode("unicast"), "error HA005a WEB"),
                example("G4 unicast over two switches", Sketch.unicastOverTwoSwitches()),
                example("G5 unicast on one switch", Sketch.unicastOnOneSwitch(), "error HA005a WEB", "warning HA001 A"),
                example("G6 unicast without teams", Sketch.unicastWithoutTeams(), "warning HA009c H1/vSwitch1",
                        "warning HA009c H2/vSwitch1"));
    }

    /// F8 in the words that people read: one line for the consequence, below it the two settings that cause it.
    @Test
    void theConsequenceStandsFirstAndItsCausesBelow() {
        Finding finding = Report.of(migrationTest().design()).findings().stream()
                .filter(each -> each.rule().equals("LM003")).findFirst().orElseThrow();
        assertEquals("""
                HVC1 selects A for live migration, but live migrations between HV1 and HV2, in both directions, will use \
                A and B: HV2 accepts any network, and SMB Multichannel takes every NIC pair that is as capable \
                (HV1/A, HV2/A, HV1/B and HV2/B). Select both networks, or set HV2 to these IP addresses.
                because HV2 is on any network
                and HV2 accepts any network while HV1 lists networks""",
                finding.message() + "\n" + String.join("\n", finding.because()));
    }

    /// The evidence of F1: the path from NIC to NIC with every value.
    @Test
    void theEvidenceIsThePathWithItsValues() {
        Finding finding = Report.of(Sketch.jumboFault(9614).tagged().design()).findings().stream()
                .filter(each -> each.rule().equals("MTU001")).findFirst().orElseThrow();
        assertEquals("""
                HV1/A sends 9600 bytes of IP (9614 - 14)
                SW-A/1 passes at most 9194 bytes of IP (9216 - 22)
                SW-A/2 passes at most 9194 bytes of IP (9216 - 22)
                HV2/A sends 9600 bytes of IP (9614 - 14)""",
                finding.evidence().stream()
                        .map(proof -> proof.element() + " " + proof.attribute() + " " + proof.value())
                        .collect(Collectors.joining("\n")));
    }
}
