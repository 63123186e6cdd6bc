package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.MtuAccounting;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Topology;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The paths of PREDICTIONS part 5, row by row, each built as a design.
class MtuProbeTest {

    /// A switch family: how it counts and what it can do.
    private record Family(MtuAccounting accounting, int most) {}

    private static final Family FTOS = new Family(MtuAccounting.FRAME_FCS, 12000);
    private static final Family POWERCONNECT = new Family(MtuAccounting.FRAME_FCS_TAG_EXTRA, 9216);
    private static final Family NEXUS = new Family(MtuAccounting.PAYLOAD, 9216);

    /// One switch of a path: the MTU towards the host and towards the next switch, and how the table calls these ports.
    private record Box(Family family, int edge, int uplink, String edgeName, String uplinkName) {
        static Box single(Family family, int mtu, String name) {
            return new Box(family, mtu, mtu, name, name);
        }
    }

    private record Way(int jumboA, List<Box> boxes, int jumboB) {}

    private static final Map<String, Way> WAYS = Map.of(
            "P01", new Way(9614, List.of(Box.single(POWERCONNECT, 9216, "PC8132 edge")), 9614),
            "P02", new Way(9014, List.of(Box.single(POWERCONNECT, 9216, "PC8132 edge")), 9014),
            "P03", new Way(9614, List.of(Box.single(FTOS, 12000, "S4810"), Box.single(FTOS, 12000, "S4810")), 9614),
            "P04", new Way(9614, List.of(new Box(FTOS, 12000, 12000, "S4810", "S4810"),
                    new Box(POWERCONNECT, 9216, 9216, "8132 edge", "8132 ISL port")), 9614),
            "P05", new Way(9014, List.of(new Box(POWERCONNECT, 9216, 1518, "edge", "ISL"),
                    new Box(POWERCONNECT, 9216, 1518, "edge", "ISL")), 9014),
            "P06", new Way(9014, List.of(Box.single(FTOS, 1554, "FTOS edge")), 9014),
            "P07", new Way(9014, List.of(Box.single(NEXUS, 1500, "NX-OS edge")), 9014),
            "P08", new Way(9014, List.of(Box.single(NEXUS, 9216, "sw1"), Box.single(NEXUS, 9216, "sw2")), 1514),
            "P09", new Way(9014, List.of(Box.single(FTOS, 9000, "FTOS edge")), 9014));

    @TestFactory
    Stream<DynamicTest> everyRowOfTheTableComesOut() throws IOException {
        List<String> rows;
        try (InputStream in = getClass().getResourceAsStream("mtu-probe.csv")) {
            rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(2).toList();
        }
        assertEquals(WAYS.size(), rows.size());
        return rows.stream().map(row -> DynamicTest.dynamicTest(row, () -> {
            List<String> cells = cells(row);
            MtuForecast forecast = forecast(design(WAYS.get(cells.getFirst()), cells.get(2).equals("tagged")));
            Stop tightest = forecast.hops().stream().reduce((a, b) -> b.ipBytes() < a.ipBytes() ? b : a).orElseThrow();
            String limiter = switch (forecast.limit()) {
                case SENDER -> "NIC A";
                case RECEIVER -> "NIC B";
                case HOP -> label(forecast.limiter());
            };
            assertEquals(cells.subList(3, 13), List.of(Integer.toString(forecast.from().ipBytes()),
                    label(tightest) + ": " + tightest.ipBytes(), Integer.toString(forecast.to().ipBytes()),
                    Integer.toString(forecast.largestPayload()), Integer.toString(forecast.firstFailingPayload()),
                    limiter,
                    forecast.reply(), forecast.outcome(), forecast.event(), forecast.cause().rule()));
        }));
    }

    /// The table names a port by its place; the design's ports carry that as their name behind its id.
    private static String label(Stop stop) {
        return stop.name().replaceAll("^port \"?|\"? of .*$", "").replaceAll("^\\S+-\\d+ ", "");
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        for (String part : row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(part.replaceAll("^\"|\"$", ""));
        }
        return cells;
    }

    private static MtuForecast forecast(Design design) {
        Topology topology = Topology.of(design);
        Answer<List<MtuForecast>> answer = MtuProbe.probe(topology,
                topology.endpoints().find(new Id("n-1")).orElseThrow(),
                topology.endpoints().find(new Id("n-2")).orElseThrow());
        return answer.find().orElseThrow(() -> new AssertionError(answer)).getFirst();
    }

    private static Design design(Way way, boolean tagged) {
        Design design = Design.empty("Path");
        for (int i = 0; i < way.boxes().size(); i++) {
            Box box = way.boxes().get(i);
            Id model = new Id("model-" + i);
            design = design.with(
                    Element.with(Element.with(SwitchModel.of(model, "Model " + i), "accountingKind",
                            box.family().accounting()), "maxMtuBytes", box.family().most()),
                    Element.with(Switch.of(new Id("sw-" + i), "Switch " + i), "model", model));
            if (i > 0) {
                design = design.with(port("in-" + i, i, box.uplink(), box.uplinkName(), tagged),
                        port("out-" + (i - 1), i - 1, way.boxes().get(i - 1).uplink(),
                                way.boxes().get(i - 1).uplinkName(), tagged));
                design = design.with(Cable.of(new Id("isl-" + i), "", new Id("out-" + (i - 1)), new Id("in-" + i)));
            }
        }
        return host(host(design, way, 1, tagged), way, 2, tagged);
    }

    private static Design host(Design design, Way way, int number, boolean tagged) {
        int at = number == 1 ? 0 : way.boxes().size() - 1;
        Box box = way.boxes().get(at);
        Id host = new Id("h-" + number);
        Element nic = PhysicalNic.of(new Id("n-" + number), "NIC", host);
        nic = Element.with(nic, "jumboPacket", number == 1 ? way.jumboA() : way.jumboB());
        nic = Element.with(nic, "vlanId", tagged ? 101 : 0);
        nic = Element.with(nic, "ip.addresses", List.of(IpAssignment.of(IpAddress.parse("10.10.1." + number))));
        return design.with(Host.of(host, "HV" + number), nic,
                port("p-" + number, at, box.edge(), box.edgeName(), tagged),
                Cable.of(new Id("c-" + number), "", nic.id(), new Id("p-" + number)));
    }

    private static Element port(String id, int onSwitch, int mtu, String name, boolean tagged) {
        Element port = SwitchPort.of(new Id(id), id + " " + name, new Id("sw-" + onSwitch));
        port = Element.with(port, "mtu", mtu);
        port = Element.with(port, "mode", tagged ? "trunk" : "access");
        return Element.with(port, tagged ? "allowedVlans" : "accessVlan", tagged ? (Object) "101" : (Object) 101);
    }

    @Test
    void theArithmeticIsShown() {
        MtuForecast forecast = forecast(design(WAYS.get("P02"), true));
        assertEquals("9014 - 14", forecast.from().arithmetic());
        assertEquals("9216 - 22", forecast.hops().getFirst().arithmetic());
    }

    @Test
    void aPingIsAnsweredUpToTheLimit() {
        MtuForecast forecast = forecast(design(WAYS.get("P01"), false));
        assertEquals("Reply: 9170 bytes arrive.", forecast.answerTo(9170));
        assertEquals("'Request timed out.' (dropped silently in the fabric)", forecast.answerTo(9171));
        assertEquals(List.of("0x80072746"), List.copyOf(forecast.otherCauses().keySet()));
    }

    @Test
    void everyPlaceCountsThePacketItsOwnWay() {
        MtuForecast forecast = forecast(design(WAYS.get("P04"), true));
        Shot shot = forecast.shoot(9572);
        assertEquals(List.of("9614 of 9614 PASSES", "9622 of 12000 PASSES", "9622 of 12000 PASSES",
                "9622 of 9216 DROPPED", "9622 of 9216 NEVER_REACHED", "9614 of 9614 NEVER_REACHED"),
                shot.legs().stream()
                        .map(leg -> leg.counted() + " of " + leg.stop().number() + " " + leg.fate()).toList());
        assertEquals("'Request timed out.' (dropped silently in the fabric)", shot.reply());
        assertTrue(forecast.shoot(9166).arrives());
        assertEquals("local on A: 'Packet needs to be fragmented but DF set.'", forecast.shoot(9573).reply());
    }

    @Test
    void theTwoDirectionsDifferWhereTheEndsDo() {
        Topology topology = Topology.of(design(WAYS.get("P08"), true));
        Endpoint a = topology.endpoints().find(new Id("n-1")).orElseThrow();
        Endpoint b = topology.endpoints().find(new Id("n-2")).orElseThrow();
        MtuForecast there = MtuProbe.tightest(topology, a, b).find().orElseThrow().orElseThrow();
        MtuForecast back = MtuProbe.tightest(topology, b, a).find().orElseThrow().orElseThrow();
        assertEquals(MtuForecast.Limit.RECEIVER, there.limit());
        assertEquals(MtuForecast.Limit.SENDER, back.limit());
        assertEquals(there.largestPayload(), back.largestPayload());
    }

    @Test
    void theWorstOfTheWaysThatAreTakenCountsAndThoseAfterAFailureStandApart() {
        Topology topology = Topology.of(Sketch.hiddenUntilFailover().design());
        Endpoint a = topology.endpoints().find(new Id("HV1/Team1/Team1")).orElseThrow();
        Endpoint b = topology.endpoints().find(new Id("HV2/Team1/Team1")).orElseThrow();
        assertEquals(8972, MtuProbe.tightest(topology, a, b).find().orElseThrow().orElseThrow().largestPayload());
        assertEquals(List.of("false 8972", "true 8972", "true 1472", "true 1472"),
                MtuProbe.probe(topology, a, b).find().orElseThrow().stream()
                        .map(each -> each.path().failover() + " " + each.largestPayload()).toList());
    }

    @Test
    void twoDirectionsOfTheLadderTellTheEndsApart() {
        assertEquals(MtuLadder.candidates(9170), MtuLadder.read(9170, 9170));
        assertEquals(List.of("The two directions differ: the two ends differ.", "a NIC at JumboPacket 9000",
                "a NIC at JumboPacket 4088"), MtuLadder.read(8958, 4046));
    }

    @Test
    void anEventTextTellsItsCode() {
        MigrationEvents.Code code = MigrationEvents.codesIn("Planned virtual machine creation failed: an existing "
                + "connection was forcibly closed by the remote host. (0x80072746)").getFirst();
        assertEquals(10054, code.socketError());
        assertEquals(0x2746, code.socketError());
        assertEquals(0x274C, MigrationEvents.code("0x8007274c").orElseThrow().socketError());
        assertEquals(List.of(21502, 20413, 22038, 21018, 22040, 21024),
                MigrationEvents.events().stream().map(MigrationEvents.Event::id).toList());
        assertEquals(MigrationEvents.Level.INFORMATION, MigrationEvents.event(20413).orElseThrow().level());
    }

    @Test
    void anUndocumentedWayOfCountingIsMarginal() {
        Way way = new Way(9014, List.of(Box.single(new Family(MtuAccounting.UNKNOWN, 9216), 9018, "edge")), 9014);
        MtuForecast forecast = forecast(design(way, true));
        assertTrue(forecast.isMarginal());
        assertEquals(9018 - 22 - 28, forecast.largestPayload());
        assertEquals("may stall: what the switch counts is not documented", forecast.outcome());
        assertEquals(Shot.Fate.MAY_PASS, forecast.shoot(8972).legs().get(1).fate());
    }

    @TestFactory
    Stream<DynamicTest> theLadderTellsWho() {
        Map<Integer, List<String>> table = Map.ofEntries(
                Map.entry(1472, List.of("a NIC at JumboPacket 1514",
                        "a payload-counting switch at 1500 (NX-OS, IOS-XE, AOS-CX, EOS routed)",
                        "a frame-counting switch at its default: 1518 with the tag extra (PowerConnect)",
                        "a frame-counting switch at 1522, tagged")),
                Map.entry(1504, List.of("an FTOS port at 1554, tagged")),
                Map.entry(1508, List.of("an FTOS port at 1554, untagged")),
                Map.entry(4046, List.of("a NIC at JumboPacket 4088")),
                Map.entry(8950, List.of("a frame-counting switch set to 9000, tagged")),
                Map.entry(8954, List.of("a frame-counting switch set to 9000, untagged")),
                Map.entry(8958, List.of("a NIC at JumboPacket 9000")),
                Map.entry(8968, List.of("a frame-counting switch set to 9018, tagged")),
                Map.entry(8972, List.of("a NIC at JumboPacket 9014", "a payload-counting switch set to 9000",
                        "a frame-counting switch set to 9018, untagged")),
                Map.entry(9166, List.of("PowerConnect / OS9 / EXOS at 9216, tagged")),
                Map.entry(9170, List.of("Aruba CX / Catalyst at 9198", "PowerConnect / OS9 / EXOS at 9216, untagged",
                        "Junos EX at 9216, tagged")),
                Map.entry(9174, List.of("Junos EX at 9216, untagged")),
                Map.entry(9186, List.of("Arista routed interface at 9214")),
                Map.entry(9188, List.of("NX-OS / Catalyst 9216")),
                Map.entry(9572, List.of("a NIC at JumboPacket 9614")),
                Map.entry(11950, List.of("S4810 at 12000, tagged")),
                Map.entry(11954, List.of("S4810 at 12000, untagged")));
        return table.entrySet().stream().map(entry -> DynamicTest.dynamicTest("-l " + entry.getKey(),
                () -> assertEquals(entry.getValue(), MtuLadder.candidates(entry.getKey()))));
    }

    @Test
    void everySizeOfTheLadderTellsSomething() {
        MtuLadder.PAYLOADS.forEach(payload -> assertTrue(!MtuLadder.candidates(payload).isEmpty(), payload + ""));
        assertEquals(List.of(), MtuLadder.candidates(5000));
    }
}
