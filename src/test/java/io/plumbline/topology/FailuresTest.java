package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FailuresTest {

    private static ClusterFailures of(Sketch sketch) {
        Topology topology = Topology.of(sketch.design());
        return topology.failures().of(topology.element(new Id("HVC1"), FailoverCluster.class));
    }

    /// One line per pair of groups: nodes, networks, and what takes all of them.
    private static String text(Sketch sketch) {
        return of(sketch).pairs().stream().map(pair -> names(pair.from().stream().map(host -> host.name())) + " - "
                + names(pair.to().stream().map(host -> host.name())) + ": "
                + names(pair.joints().stream().map(joint -> joint.network().name())) + " | "
                + names(pair.losses(pair.joints()).stream().map(loss -> loss.kind() + " " + loss.element()).sorted())
                + (pair.needs().isEmpty() ? ""
                        : " | needs " + names(pair.needs().stream()
                                .map(missing -> missing.attribute() + " of " + missing.element()))))
                .collect(Collectors.joining("\n"));
    }

    private static String names(Stream<String> names) {
        return names.collect(Collectors.joining(","));
    }

    private static DynamicTest row(String name, Sketch sketch, String... pairs) {
        return DynamicTest.dynamicTest(name, () -> assertEquals(String.join("\n", pairs), text(sketch)));
    }

    private static Sketch stacked() {
        return Sketch.twins("equal").stack("Stack", "U").without("U").set("SW-A", "stack", "Stack").set("SW-B",
                "stack", "Stack");
    }

    private static Sketch alone(Sketch sketch) {
        return sketch.without("B", "HV1/B", "HV2/B");
    }

    @TestFactory
    Stream<DynamicTest> whatTakesEveryNetworkOfAPairOfNodes() {
        return Stream.of(
                row("twins over two switches share nothing", Sketch.twins("equal"), "HV1,HV2 - HV1,HV2: A,B | "),
                row("one network is taken by its switch and by either NIC", alone(Sketch.twins("equal")),
                        "HV1,HV2 - HV1,HV2: A | NIC HV1/A,NIC HV2/A,SWITCH SW-A"),
                row("a card takes both its NICs", Sketch.twins("equal").set("HV2/B", "card", "2").set("HV2/A", "card",
                        "2"), "HV1,HV2 - HV1,HV2: A,B | CARD HV2/A"),
                row("NICs without a card are on none", Sketch.twins("equal").set("HV2/A", "card", Attribute.unset())
                        .set("HV2/B", "card", Attribute.unset()), "HV1,HV2 - HV1,HV2: A,B | "),
                row("two units of a stack fail together only as the stack", stacked(),
                        "HV1,HV2 - HV1,HV2: A,B | STACK Stack"),
                row("one unit that carries everything is named, its stack is not", alone(stacked()),
                        "HV1,HV2 - HV1,HV2: A | NIC HV1/A,NIC HV2/A,UNIT SW-A"),
                row("a row of switches with every link",
                        Sketch.path(1514, 1514, false, Sketch.Station.at(Sketch.NEXUS, 9216),
                                Sketch.Station.at(Sketch.NEXUS, 9216)),
                        "HV1 - HV2: LM | LINK SW1/2-SW2/1,NIC HV1/LM,NIC HV2/LM,SWITCH SW1,SWITCH SW2"),
                row("a standby member takes over on the other switch", Sketch.hiddenUntilFailover(),
                        "HV1,HV2 - HV1,HV2: LM | "),
                row("a mapped adapter falls back on the other member", Sketch.setMigration(),
                        "HV1,HV2 - HV1,HV2: vA,vB | "),
                row("a cable from host to host is taken by its NICs alone",
                        alone(Sketch.twins("equal").without("SW-A", "SW-B").cable("HV1/A", "HV2/A")),
                        "HV1 - HV2: A | NIC HV1/A,NIC HV2/A"),
                row("what is not known may be a way", Sketch.twins("equal").set("SW-B/1", "accessVlan",
                        Attribute.unknown()),
                        "HV1 - HV2: A | NIC HV1/A,NIC HV2/A,SWITCH SW-A | needs accessVlan of SW-B/1"));
    }

    @Test
    void nodesThatStandAlikeAreOneGroupHoweverManyThereAre() {
        Sketch sketch = Sketch.twins("equal").ports("SW-A", 40).ports("SW-B", 40);
        for (int h = 3; h <= 40; h++) {
            String host = "HV" + h;
            sketch = sketch.node(host, "2012R2").nic(host, "A").nic(host, "B").address(host + "/A", "10.10.1." + h)
                    .address(host + "/B", "10.10.2." + h).cable(host + "/A", "SW-A/" + h)
                    .cable(host + "/B", "SW-B/" + h);
        }
        List<ClusterFailures.Pair> pairs = of(sketch).pairs();
        assertEquals(1, pairs.size());
        assertEquals(40, pairs.getFirst().hosts().size());
    }
}
