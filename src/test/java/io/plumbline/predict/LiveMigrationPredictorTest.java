package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.Table;
import io.plumbline.model.Attribute;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationSubnet;
import io.plumbline.model.SmbConstraint;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Scope;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The tables of PREDICTIONS part 4, row by row, each built as a design; migrations go from HV1 to HV2.
class LiveMigrationPredictorTest {

    private static Answer<MigrationForecast> predict(Sketch sketch) {
        Topology topology = Topology.of(sketch.design());
        return LiveMigrationPredictor.predict(topology, topology.element(new Id("HV1"), Host.class),
                topology.element(new Id("HV2"), Host.class));
    }

    private static MigrationForecast sure(Sketch sketch) {
        Answer<MigrationForecast> answer = predict(sketch);
        return answer.find().orElseThrow(() -> new AssertionError(answer.needs()));
    }

    private static Sketch twins(String source, String target, String selected, String nics) {
        return Sketch.migration(source, target, selected, "SMB", nics, "no");
    }

    private static String names(List<Segment> networks) {
        return networks.stream().map(Segment::name).collect(Collectors.joining("+"));
    }

    /// The networks that carry it, sorted as the tables write them, with what an LBFO team costs.
    private static String carriers(MigrationForecast forecast) {
        return forecast.carrying().stream().map(Segment::name).sorted().collect(Collectors.joining("+"))
                + (forecast.carriers().stream().anyMatch(Lane::teamed) ? " (no RDMA)" : "");
    }

    private static String unused(MigrationForecast forecast) {
        return forecast.unused().stream().map(each -> each.name() + " " + each.reason())
                .collect(Collectors.joining(", "));
    }

    @TestFactory
    List<DynamicTest> everyRowOfTheTableHolds() {
        List<Map<String, String>> rows = Table.read(LiveMigrationPredictorTest.class, "lm-predictor.csv");
        assertEquals(163, rows.size());
        List<DynamicTest> tests = new ArrayList<>();
        for (Map<String, String> row : rows) {
            tests.add(DynamicTest.dynamicTest(row.toString(), () -> {
                MigrationForecast found = sure(Sketch.migration(row.get("sourceHost"), row.get("targetHost"),
                        row.get("clusterSelected"), row.get("option"), row.get("nics"), row.get("teamed")));
                assertEquals(
                        String.join(" | ", row.get("scope"), row.get("carriers"), row.get("standby"),
                                row.get("surprise"), row.get("provenance")),
                        String.join(" | ", found.scope().map(Scope::name).orElse("?"), carriers(found),
                                names(found.standby()), found.surprise() ? "yes" : "no", found.provenance()));
            }));
        }
        return tests;
    }

    /// A numbered row of parts 5.3 to 5.5: what carries, what is idle or not used, and the rule it belongs to.
    private record Numbered(String id, Sketch sketch, String carriers, String unused, boolean surprise,
            String provenance) {}

    @TestFactory
    List<DynamicTest> everyNumberedRowHolds() {
        String limited = "THESE";
        String open = "ANY";
        List<Numbered> rows = List.of(
                smb("S01", limited, "A", "equal", "A", "B NOT_SELECTED", false, "S tested"),
                smb("S02", limited, "B", "equal", "B", "A NOT_SELECTED", false, "S tested"),
                smb("S03", limited, "A>B", "equal", "A+B", "", false, "S stated"),
                smb("S04", limited, "A", "slower", "A", "B NOT_SELECTED", false, "I from S tested"),
                smb("S06", limited, "A>B", "slower", "A", "B SLOWER", false, "M+S stated"),
                smb("S07", limited, "A", "noRDMA", "A", "B NOT_SELECTED", false, "I from S tested"),
                smb("S09", limited, "A>B", "noRDMA", "A", "B LESSER_CLASS", false, "M+S stated"),
                smb("S10", limited, "A", "noRSS", "A", "B NOT_SELECTED", false, "I from S tested"),
                smb("S12", limited, "A>B", "noRSS", "A", "B LESSER_CLASS", false, "M+S stated"),
                smb("S13", limited, "A", "trap", "A", "B NOT_SELECTED", false, "I from S tested"),
                smb("S16", open, "A", "equal", "A+B", "", true, "S tested"),
                smb("S17", open, "B", "equal", "A+B", "", true, "S tested"),
                smb("S18", open, "A>B", "equal", "A+B", "", false, "S stated"),
                smb("S19", open, "A", "slower", "A", "B SLOWER", false, "M+S stated"),
                smb("S21", open, "A>B", "slower", "A", "B SLOWER", false, "M+S stated"),
                smb("S22", open, "A", "noRDMA", "A", "B LESSER_CLASS", false, "M+S stated"),
                smb("S24", open, "A>B", "noRDMA", "A", "B LESSER_CLASS", false, "M+S stated"),
                smb("S25", open, "A", "noRSS", "A", "B LESSER_CLASS", false, "M+S stated"),
                smb("S27", open, "A>B", "noRSS", "A", "B LESSER_CLASS", false, "M+S stated"),
                smb("S30", open, "A>B", "trap", "B", "A LESSER_CLASS", false, "M+S stated"),
                tcp("T01", "A", "A", "B NOT_SELECTED", "S+I"),
                tcp("T02", "B", "B", "A NOT_SELECTED", "S+I"),
                tcp("T03", "A>B", "A", "B STANDBY", "W+S"),
                new Numbered("U01", Sketch.migration("THESE", "THESE", "T", "SMB", "equal", "LBFO"), "T (no RDMA)", "",
                        false, "S stated + M"),
                new Numbered("U02", Sketch.migration("THESE", "THESE", "T", "TCPIP", "equal", "LBFO"), "T (no RDMA)",
                        "", false, "S stated + M"),
                new Numbered("U04", Sketch.migration("THESE", "THESE", "A>B", "SMB", "equal", "SET"), "vA+vB", "",
                        false, "M+I (S logic on vNICs)"),
                new Numbered("U07", oldVirtualSwitch(), "SMB", "", false, "M"));
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.id(), () -> {
            MigrationForecast found = sure(row.sketch());
            assertEquals(List.of(row.carriers(), row.unused(), row.surprise(), row.provenance()),
                    List.of(carriers(found), unused(found), found.surprise(), found.provenance()));
        })).toList();
    }

    private static Numbered smb(String id, String scope, String selected, String nics, String carriers, String unused,
            boolean surprise, String provenance) {
        return new Numbered(id, twins("THESE", scope, selected, nics), carriers, unused, surprise, provenance);
    }

    private static Numbered tcp(String id, String selected, String carriers, String unused, String provenance) {
        return new Numbered(id, Sketch.migration("THESE", "THESE", selected, "TCPIP", "equal", "no"), carriers, unused,
                false, provenance);
    }

    /// Two 2012 R2 nodes whose RDMA NIC is bound to a virtual switch.
    private static Sketch oldVirtualSwitch() {
        Sketch sketch =
                Sketch.empty("Old").cluster("HVC1").network("SMB", "10.10.1.0/24").device("SW1").ports("SW1", 2);
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").rdma(host + "/NIC1")
                    .cable(host + "/NIC1", "SW1/" + i)
                    .vSwitch(host, "vSwitch1", host + "/NIC1").vNic(host, "SMB", "vSwitch1")
                    .set(host + "/SMB", "rdmaEnabled", true).address(host + "/SMB", "10.10.1." + i)
                    .set(host, "lm.option", "smb");
        }
        return sketch.set("HVC1", "lmNetworks", List.of("SMB"));
    }

    // The sentences

    @Test
    void theReportsTestIsToldInBothDirections() {
        assertEquals(
                List.of("You selected A. HV1 -> HV2 will use A and B, because HV2 accepts any network and both NICs are "
                        + "equal.",
                        "When one carrier fails, the migration continues on the other NIC; single VMs may fail and are "
                                + "retried by the cluster."),
                sure(twins("THESE", "ANY", "A", "equal")).sentences());
        assertEquals(
                "You selected A. HV1 -> HV2 will use A and B, because HV1 accepts any network and both NICs are equal.",
                sure(twins("ANY", "THESE", "A", "equal")).sentences().getFirst());
        assertEquals(
                "You selected A. HV1 -> HV2 will use A and B, because HV1 and HV2 accept any network and both NICs "
                        + "are equal.",
                sure(twins("ANY", "ANY", "A", "equal")).sentences().getFirst());
    }

    @Test
    void aBetterNicThatWasNotSelectedIsNamedWithTheReason() {
        assertEquals(
                List.of("You selected B. HV1 -> HV2 will use A, because HV2 accepts any network and A is better: 10 Gbps "
                        + "beside 1 Gbps.",
                        "B will idle: 1 Gbps beside 10 Gbps. It serves only when A is down.",
                        "When A fails, B serves; single VMs may fail and are retried by the cluster.",
                        "Not tested by the sources."),
                sure(twins("THESE", "ANY", "B", "slower")).sentences());
    }

    @Test
    void anIdleNicIsNamedWithTheReason() {
        assertEquals("B will idle: 1 Gbps beside 10 Gbps. It serves only when A is down.",
                sure(twins("THESE", "THESE", "A>B", "slower")).sentences().getFirst());
        assertEquals("B will idle: RSS beside RDMA. It serves only when A is down.",
                sure(twins("THESE", "THESE", "A>B", "noRDMA")).sentences().getFirst());
        assertEquals("A will idle although it is faster: it reports no RSS, so the slower B carries the migration. It "
                + "serves only when B is down.", sure(twins("THESE", "THESE", "A>B", "trap")).sentences().getFirst());
    }

    @Test
    void aSingleSelectedNetworkUnderTcpHasNoSpare() {
        assertEquals(List.of("When A fails, running migrations fail; no second network until one is selected.",
                "Not tested by the sources."),
                sure(Sketch.migration("THESE", "THESE", "A", "TCPIP", "equal", "no")).sentences());
        assertEquals(List.of("When A fails, running migrations fail; the next attempt uses B."),
                sure(Sketch.migration("THESE", "THESE", "A>B", "Compression", "equal", "no")).sentences());
    }

    @Test
    void theOddVmOfTheReportIsMentioned() {
        assertTrue(sure(twins("THESE", "THESE", "A", "equal")).sentences()
                .contains(
                        "In the test of the report one VM used both networks all the same, after a failed drain of its "
                                + "host."));
    }

    @Test
    void aTeamPromisesNoBandwidth() {
        assertEquals(
                List.of("When T fails, running migrations fail; no second network until one is selected.",
                        "One member per migration, possibly more in parallel: the sources dispute it.",
                        "The team survives the loss of one switch; its members need equal JumboPacket values."),
                sure(Sketch.migration("THESE", "THESE", "T", "TCPIP", "equal", "LBFO")).sentences());
    }

    // The steps

    @Test
    void everyStepIsToldWithItsOrigin() {
        MigrationForecast forecast = sure(twins("THESE", "ANY", "A", "equal"));
        assertEquals(List.of("1 The cluster leaves in A, in this order. (S stated; M)",
                "2 HV2 accepts migrations on all its addresses. (M)",
                "3 A is the first that is up at both ends: its addresses are used to connect. (M + S stated)",
                "4b With SMB the client asks HV2 for its interfaces and builds the connections itself. (M)",
                "5 HV2 accepts any network: every network the two share counts, selected or not, in both directions: A "
                        + "and B. (S tested)",
                "6 Only the best class is kept (RDMA): A and B. (M)",
                "7 Of these only the highest speed is kept (10 Gbps): A and B. (M; S stated)",
                "8 RDMA adapters use SMB Direct; where RDMA cannot be set up the same NICs carry TCP. (M; S stated)"),
                forecast.steps().stream().map(step -> step.number() + " " + step.text() + " (" + step.origin() + ")")
                        .toList());
        assertEquals("A+B", names(forecast.steps().getLast().kept()));
    }

    @Test
    void eachStepNamesWhatItTakesOut() {
        MigrationForecast forecast = sure(twins("THESE", "THESE", "A", "equal"));
        Step scope = forecast.steps().stream().filter(step -> step.number().equals("5")).findFirst().orElseThrow();
        assertEquals("Both hosts take migrations on these networks only: A.", scope.text());
        assertEquals("B", names(scope.dropped()));
    }

    @Test
    void compressionStopsAtTheAnchor() {
        assertEquals(List.of("1", "2", "3", "4a"),
                sure(Sketch.migration("THESE", "THESE", "A", "Compression", "equal", "no")).steps().stream()
                        .map(Step::number).toList());
    }

    @Test
    void aConstraintIsMentionedAndChangesNothing() {
        Sketch sketch = twins("THESE", "THESE", "A>B", "equal").set("HV1", "smb.constraints",
                List.of(Sketch.part(SmbConstraint.class, "server", "HV2", "interfaces", List.of("HV1/A"))));
        assertEquals("A+B", carriers(sure(sketch)));
        assertEquals("11", sure(sketch).steps().getLast().number());
    }

    // What is down, excluded, or not known

    @Test
    void aNetworkThatIsDownIsNoCarrier() {
        MigrationForecast forecast =
                sure(twins("THESE", "THESE", "A>B", "equal").set("HV2/A", "linkUp", false));
        assertEquals("B", carriers(forecast));
        assertEquals("A DOWN", unused(forecast));
    }

    @Test
    void withoutAnchorTheMigrationFailsInEveryScope() {
        for (String scope : List.of("THESE", "ANY")) {
            MigrationForecast forecast =
                    sure(twins(scope, scope, "A", "equal").set("HV2/A", "linkUp", false));
            assertTrue(forecast.fails());
            assertEquals(List.of("No network carries a migration from HV1 to HV2."), forecast.sentences());
        }
    }

    @Test
    void anEmptySelectionLeavesNoCarrier() {
        MigrationForecast forecast = sure(twins("ANY", "ANY", "A", "equal").set("HVC1", "lmNetworks", List.of()));
        assertTrue(forecast.fails());
        assertEquals("Every network is excluded from live migration.", forecast.steps().getFirst().text());
    }

    @Test
    void withoutAStoredOrderTheMetricDecides() {
        Sketch sketch = Sketch.migration("THESE", "THESE", "A", "TCPIP", "equal", "no")
                .set("HVC1", "lmNetworks", Attribute.unset())
                .set("A", "metric", 1000).set("B", "metric", 900);
        assertEquals("B", carriers(sure(sketch)));
        assertEquals("A", names(sure(sketch).standby()));
    }

    @Test
    void theComputedMetricPrefersRdmaOverRssAndFastOverSlow() {
        Sketch rdma = Sketch.migration("THESE", "THESE", "A", "TCPIP", "noRDMA", "no");
        assertEquals("A", carriers(sure(rdma.set("HVC1", "lmNetworks", Attribute.unset()))));
        Sketch slower = Sketch.migration("THESE", "THESE", "A", "TCPIP", "trap", "no");
        assertEquals("B", carriers(sure(slower.set("HVC1", "lmNetworks", Attribute.unset()))));
    }

    @Test
    void before2016OnlyOneOfTwoNicsInASubnetCounts() {
        Sketch sketch = twins("ANY", "ANY", "A", "equal").address("HV1/B", "10.10.1.101").address("HV2/B",
                "10.10.1.102");
        assertEquals(1, sure(sketch).carriers().size());
        assertTrue(sure(sketch).steps().stream().anyMatch(step -> step.text().equals(
                "HV1 has two NICs in A; before Windows Server 2016 only one of them exists for the cluster.")));
        assertEquals(2, sure(sketch.set("HV1", "osVersion", "2016").set("HV2", "osVersion", "2016")).carriers().size());
    }

    @Test
    void aManagementNetworkOfLesserSpeedStaysOut() {
        Sketch sketch = twins("ANY", "ANY", "A", "equal").network("Mgmt", "192.168.1.0/24");
        for (int i = 1; i <= 2; i++) {
            sketch = sketch.nic("HV" + i, "Mgmt").set("HV" + i + "/Mgmt", "linkSpeedMbps", 1000)
                    .set("HV" + i + "/Mgmt", "linkUp", true).address("HV" + i + "/Mgmt", "192.168.1." + i);
        }
        assertEquals("A+B", carriers(sure(sketch)));
        assertEquals("Mgmt LESSER_CLASS", unused(sure(sketch)));
        assertEquals(List.of(), sure(sketch).idle());
    }

    @Test
    void differentRdmaDialectsFallBackToTheNextClass() {
        Sketch sketch = twins("THESE", "THESE", "A>B", "equal").set("HV2/A", "rdma.technology", "iwarp");
        assertEquals("B", carriers(sure(sketch)));
        assertEquals("A LESSER_CLASS", unused(sure(sketch)));
    }

    @Test
    void withoutMultichannelOnlyTheAnchorCarriesAndRdmaIsGone() {
        MigrationForecast forecast =
                sure(twins("ANY", "ANY", "A", "equal").set("HV1", "smb.clientMultichannel", false));
        assertEquals("A", carriers(forecast));
        assertEquals("10 Gbps plain", forecast.carriers().getFirst().describe());
    }

    @Test
    void aNicWithoutSmbBindingDoesNotCarry() {
        MigrationForecast forecast =
                sure(twins("THESE", "THESE", "A>B", "equal").set("HV2/B", "ip.bindings.msServer", false));
        assertEquals("A", carriers(forecast));
        assertEquals("B NO_SMB", unused(forecast));
    }

    @Test
    void whatDecidesAndIsNotKnownIsNamed() {
        assertEquals("[Missing[element=HV2, attribute=lm.anyNetwork]]",
                predict(twins("THESE", "THESE", "A", "equal").set("HV2", "lm.anyNetwork", Attribute.unknown()))
                        .needs().toString());
        assertEquals("[Missing[element=HV2/B, attribute=linkSpeedMbps]]",
                predict(twins("THESE", "THESE", "A>B", "equal").set("HV2/B", "linkSpeedMbps", Attribute.unknown()))
                        .needs().toString());
        assertEquals("[Missing[element=HVC1, attribute=lmNetworks]]",
                predict(twins("THESE", "THESE", "A", "equal").set("HVC1", "lmNetworks", Attribute.unknown())).needs()
                        .toString());
    }

    @Test
    void whatDoesNotMatterNeedNotBeKnown() {
        Sketch tcp = Sketch.migration("THESE", "THESE", "A>B", "TCPIP", "equal", "no");
        assertEquals("A", carriers(sure(tcp.set("HV2", "lm.anyNetwork", Attribute.unknown())
                .set("HV2/A", "linkSpeedMbps", Attribute.unknown())
                .set("HV1/A", "rdma.enabled", Attribute.unknown()))));
        Sketch any = twins("ANY", "ANY", "A", "equal");
        assertEquals("A+B", carriers(sure(any.set("HV1", "lm.anyNetwork", Attribute.unknown()))));
        Sketch all = twins("THESE", "THESE", "A>B", "equal").set("HV1", "lm.anyNetwork", Attribute.unknown());
        assertEquals("A+B", carriers(sure(all)));
        Sketch alone = twins("THESE", "THESE", "A", "equal").set("HV2/A", "rss.capable", Attribute.unknown())
                .set("HV1/A", "linkSpeedMbps", Attribute.unknown());
        assertEquals("A", carriers(sure(alone)));
    }

    @Test
    void standAloneHostsGoByTheirListedSubnets() {
        Sketch sketch = Sketch.empty("Stand-alone").device("SW1").ports("SW1", 4);
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.host(host, "2019").nic(host, "A").nic(host, "B").address(host + "/A", "10.10.1." + i)
                    .address(host + "/B", "10.10.2." + i).cable(host + "/A", "SW1/" + i)
                    .cable(host + "/B", "SW1/" + (i + 2)).set(host, "lm.anyNetwork", false)
                    .set(host, "lm.option", "compression").set(host, "lm.networks", List.of(
                            Sketch.part(MigrationSubnet.class, "prefix", "10.10.1.0/24", "priority",
                                    2),
                            Sketch.part(MigrationSubnet.class, "prefix", "10.10.2.0/24", "priority",
                                    1)));
        }
        assertEquals("10.10.2.0/24", carriers(sure(sketch)));
        assertEquals("10.10.1.0/24", names(sure(sketch).standby()));
        assertTrue(sure(sketch.set("HV1", "lm.networks", List.of())).fails());
    }
}
