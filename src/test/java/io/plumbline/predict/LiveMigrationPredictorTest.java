package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table of PREDICTIONS part 4, row by row, each built as a design.
class LiveMigrationPredictorTest {

    private record Row(boolean sourceAny, boolean targetAny, List<String> selection, String option, String nics,
            String teamed) {}

    @TestFactory
    Stream<DynamicTest> everyRowOfTheTableComesOut() throws IOException {
        List<String> rows;
        try (InputStream in = getClass().getResourceAsStream("lm-predictor.csv")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(2).toList();
        }
        assertTrue(rows.size() > 150, rows.size() + " rows");
        return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> {
            String[] cells = row.split(",", -1);
            Row given = new Row(cells[0].equals("ANY"), cells[1].equals("ANY"), List.of(cells[2].split(">")),
                    cells[3].toLowerCase(), cells[4], cells[5]);
            MigrationForecast forecast = forecast(design(given));
            assertEquals(String.join(",", cells[6], cells[7], cells[8], cells[9], cells[10]), String.join(",",
                    forecast.scope().name(), labels(forecast.carriers()), labels(forecast.standby()),
                    forecast.surprise() ? "yes" : "no", forecast.provenance()));
        }));
    }

    private static String labels(List<Lane> lanes) {
        return lanes.stream().map(lane -> (lane.source().element() instanceof VirtualNic ? "v" : "") + lane.name()
                + (lane.teamed() ? " (no RDMA)" : "")).collect(Collectors.joining("+"));
    }

    private static MigrationForecast forecast(Design design) {
        Answer<MigrationForecast> answer = LiveMigrationPredictor.predict(Topology.of(design),
                design.element(new Id("h-1"), Host.class), design.element(new Id("h-2"), Host.class));
        return answer.find().orElseThrow(() -> new AssertionError(answer));
    }

    private static Design design(Row row) {
        Design design = Design.empty("Twin networks").with(FailoverCluster.of(new Id("fc-1"), "HVC1"));
        List<String> networks = row.teamed().equals("LBFO") ? List.of("T") : List.of("A", "B");
        for (String name : networks) {
            design = design.with(Element.with(ClusterNetwork.of(new Id("cn-" + name), name), "prefix",
                    "10.10." + (name.equals("B") ? 2 : 1) + ".0/24"));
        }
        design = design.with(Element.with(design.element(new Id("fc-1"), FailoverCluster.class), "lmNetworks",
                row.selection().stream().map(name -> "cn-" + name).toList()));
        design = design.with(Switch.of(new Id("sw-1"), "SW1"));
        for (int h = 1; h <= 2; h++) {
            design = withHost(design, row, h, networks);
        }
        return design;
    }

    private static Design withHost(Design start, Row row, int h, List<String> networks) {
        Id hostId = new Id("h-" + h);
        boolean set = row.teamed().equals("SET");
        Element host = Host.of(hostId, "HV" + h);
        host = Element.with(host, "failoverCluster", "fc-1");
        host = Element.with(host, "osVersion", set ? "2016" : "2012R2");
        host = Element.with(host, "lm.anyNetwork", h == 1 ? row.sourceAny() : row.targetAny());
        host = Element.with(host, "lm.option", row.option());
        Design design = start.with(host);
        List<TeamMember> members = new ArrayList<>();
        for (String name : List.of("A", "B")) {
            Element nic = PhysicalNic.of(new Id("n-" + h + name), "NIC-" + name, hostId);
            boolean better = name.equals("A");
            boolean rdma = switch (row.nics()) {
                case "equal", "equal vNICs mapped 1:1" -> true;
                case "noRDMA" -> better;
                default -> false;
            };
            boolean slower = !better && (row.nics().equals("slower") || row.nics().equals("trap"));
            boolean rss = !(row.nics().equals("noRSS") && !better || row.nics().equals("trap") && better);
            nic = Element.with(nic, "linkSpeedMbps", slower ? 1000 : 10000);
            nic = Element.with(nic, "rdma.capable", rdma);
            nic = Element.with(nic, "rdma.enabled", rdma);
            nic = Element.with(nic, "rss.enabled", rss);
            if (row.teamed().equals("no")) {
                nic = Element.with(nic, "ip.addresses", List.of(address(name, h)));
            }
            Element port = SwitchPort.of(new Id("p-" + h + name), h + name, new Id("sw-1"));
            design = design.with(nic, port, Cable.of(new Id("c-" + h + name), "", nic.id(), port.id()));
            members.add(TeamMember.of(nic.id()));
        }
        if (row.teamed().equals("no")) {
            return design;
        }
        Id team = new Id("t-" + h);
        design = design.with(Element.with(
                Element.with(Team.of(team, "Team", hostId), "technology", set ? "set" : "lbfo"), "members", members));
        if (!set) {
            return design.with(Element.with(TeamInterface.of(new Id("ti-" + h), "Team", team), "ip.addresses",
                    List.of(address("A", h))));
        }
        Id vSwitch = new Id("vs-" + h);
        design = design.with(Element.with(VirtualSwitch.of(vSwitch, "SETswitch", hostId), "uplink", team));
        for (String name : networks) {
            Element nic = VirtualNic.of(new Id("hv-" + h + name), "SMB-" + name, hostId);
            nic = Element.with(nic, "vSwitch", vSwitch.text());
            nic = Element.with(nic, "rdmaEnabled", true);
            nic = Element.with(nic, "mappedNic", "n-" + h + name);
            design = design.with(Element.with(nic, "ip.addresses", List.of(address(name, h))));
        }
        return design;
    }

    private static IpAssignment address(String name, int h) {
        return IpAssignment.of(IpAddress.parse("10.10." + (name.equals("B") ? 2 : 1) + "." + h));
    }

    private static Row twins(boolean sourceAny, boolean targetAny, List<String> selection, String nics) {
        return new Row(sourceAny, targetAny, selection, "smb", nics, "no");
    }

    @Test
    void theReportsTestIsToldInOneSentence() {
        assertEquals(
                List.of("You selected A. HV1 -> HV2 will use A and B, because HV2 accepts any network and both NICs are equal.",
                        "When one of the NICs fails, the migration continues on the other; single VMs may fail and are "
                                + "retried by the cluster."),
                forecast(design(twins(false, true, List.of("A"), "equal"))).sentences());
    }

    @Test
    void anIdleNicIsNamedWithTheReason() {
        assertEquals(List.of("B will idle: 1 Gbps beside 10 Gbps. It serves only when A is down."),
                forecast(design(twins(false, false, List.of("A", "B"), "slower"))).sentences());
    }

    @Test
    void aNetworkThatIsDownIsNoCarrier() {
        Design design = design(twins(false, false, List.of("A", "B"), "equal"));
        Design broken = design.with(Element.with(design.element(new Id("n-2A")), "linkUp", false));
        assertEquals("B", labels(forecast(broken).carriers()));
        Design alone = design(twins(true, true, List.of("A"), "equal"));
        MigrationForecast failed = forecast(alone.with(Element.with(alone.element(new Id("n-2A")), "linkUp", false)));
        assertTrue(failed.fails());
        assertEquals(List.of("HV1 and HV2 share no network for live migration: the migration fails."),
                failed.sentences());
    }

    @Test
    void anEmptySelectionLeavesNoCarrier() {
        Design design = design(twins(false, false, List.of("A"), "equal"));
        Design excluded = design.with(Element.with(design.element(new Id("fc-1")), "lmNetworks", List.of()));
        assertTrue(forecast(excluded).fails());
    }

    @Test
    void withoutAStoredOrderTheMetricDecides() {
        Design design = design(new Row(false, false, List.of("A"), "tcpip", "equal", "no"));
        Design byMetric = design.with(
                Element.with(design.element(new Id("fc-1")), "lmNetworks", Attribute.unset()),
                Element.with(Element.with(design.element(new Id("cn-A")), "autoMetric", false), "metric", 1000),
                Element.with(Element.with(design.element(new Id("cn-B")), "autoMetric", false), "metric", 900));
        MigrationForecast forecast = forecast(byMetric);
        assertEquals("B", labels(forecast.carriers()));
        assertEquals("A", labels(forecast.standby()));
    }

    @Test
    void before2016OnlyOneOfTwoNicsInASubnetCounts() {
        Design design = design(twins(true, true, List.of("A"), "equal"));
        for (int h = 1; h <= 2; h++) {
            design = design.with(Element.with(design.element(new Id("n-" + h + "B")), "ip.addresses",
                    List.of(IpAssignment.of(IpAddress.parse("10.10.1.10" + h)))));
        }
        assertEquals("A", labels(forecast(design).carriers()));
        for (int h = 1; h <= 2; h++) {
            design = design.with(Element.with(design.element(new Id("h-" + h)), "osVersion", "2016"));
        }
        assertEquals("A+A", labels(forecast(design).carriers()));
    }

    @Test
    void whatIsNotKnownIsNamed() {
        Design design = design(twins(false, false, List.of("A"), "equal"));
        Design unknown = design.with(Element.with(design.element(new Id("h-2")), "lm.anyNetwork", Attribute.unknown()));
        assertEquals("[Missing[element=h-2, attribute=lm.anyNetwork]]", LiveMigrationPredictor
                .predict(Topology.of(unknown), unknown.element(new Id("h-1"), Host.class),
                        unknown.element(new Id("h-2"), Host.class))
                .needs().toString());
    }

    @Test
    void everyStepIsTold() {
        assertEquals(List.of("1", "2", "3", "4b", "5", "6", "7", "8"),
                forecast(design(twins(false, true, List.of("A"), "equal"))).steps().stream().map(Step::number)
                        .toList());
        assertEquals(List.of("1", "2", "3", "4a"),
                forecast(design(new Row(false, false, List.of("A"), "compression", "equal", "no"))).steps().stream()
                        .map(Step::number).toList());
    }
}
