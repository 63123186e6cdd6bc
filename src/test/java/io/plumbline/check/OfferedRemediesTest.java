package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.Sketch.Station;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What is offered against faults of sizes and of migration, by its label: that an offer cures is proven where its rule is
/// tested; here it is proven that there is one, or none.
class OfferedRemediesTest {

    private static DynamicTest offers(String rule, String name, Sketch sketch, String... labels) {
        return DynamicTest.dynamicTest(rule + " " + name, () -> {
            Report report = Report.of(sketch.design());
            Finding finding = Stream.concat(report.findings().stream(), report.withheld().stream())
                    .filter(each -> each.rule().equals(rule)).findFirst().orElseThrow();
            assertEquals(List.of(labels), Remedies.of(report, finding).stream().map(Remedy::label).toList());
        });
    }

    /// Twins of which everything that could carry SMB Direct is iWARP.
    private static Sketch iwarp(String option, String... selected) {
        return Sketch.twins("equal").iwarp().set("HVC1", "lmNetworks", Stream.of(selected).map(Id::new).toList())
                .set("A", "purposes", List.of("liveMigration")).set("B", "purposes", List.of("liveMigration"))
                .set("HV1", "lm.option", option).set("HV2", "lm.option", option);
    }

    @TestFactory
    Stream<DynamicTest> migration() {
        return Stream.of(
                offers("LM001", "one node on any", iwarp("smb", "A", "B").set("HV2", "lm.anyNetwork", true),
                        "Set all nodes of HVC1 to these networks"),
                offers("LM003", "both ways out", iwarp("smb", "A").set("HV2", "lm.anyNetwork", true),
                        "Select A and B for live migration", "Set all nodes of HVC1 to these networks"),
                offers("LM003", "the network that is used anyway has its faults already",
                        Sketch.twins("equal").set("HVC1", "lmNetworks", List.of(new Id("A"))).set("HV2",
                                "lm.anyNetwork",
                                true),
                        "Select A and B for live migration", "Set all nodes of HVC1 to these networks"),
                offers("LM004", "a second network is there", iwarp("smb", "A"),
                        "Select B for live migration as well"),
                offers("LM004", "the second network would be RoCE without a lossless path",
                        Sketch.twins("equal").set("HVC1", "lmNetworks", List.of(new Id("A"))).set("B", "purposes",
                                List.of("liveMigration"))),
                offers("LM004", "twins under compression", iwarp("compression", "A", "B"),
                        "Migrate over SMB on all nodes of HVC1"),
                offers("LM004", "unlike NICs under compression",
                        iwarp("compression", "A", "B").set("HV1/B", "linkSpeedMbps", 1000)),
                offers("LM006", "the majority", iwarp("smb", "A", "B").set("HV2", "lm.option", "tcpip"),
                        "Set SMB on HV2"),
                offers("LM007", "RDMA without a condition", iwarp("compression", "A", "B"),
                        "Migrate over SMB on all nodes of HVC1, within 40 % of the NICs"),
                offers("LM007", "RoCE that is not lossless",
                        Sketch.twins("equal").set("HV1", "lm.option", "compression").set("HV2", "lm.option",
                                "compression")),
                offers("LM014", "the slow one goes",
                        Sketch.twins("slower").set("HV1/B", "linkSpeedMbps", 100).set("HV2/B", "linkSpeedMbps", 100),
                        "Deselect B for live migration"));
    }

    @TestFactory
    Stream<DynamicTest> sizes() {
        return Stream.of(
                offers("MTU001", "the report", Sketch.jumboFault(9614), "Set JumboPacket 9014 on all endpoints of A"),
                offers("MTU001", "ports that are set too small besides",
                        Sketch.path(9614, 9614, false, Station.asItCame(Sketch.PC8132)),
                        "Set JumboPacket 9014 on all endpoints of LM, and raise the ports that pass less"),
                offers("MTU002", "two ports left as they came",
                        Sketch.path(9014, 9014, false, Station.at(Sketch.NEXUS, 1500)),
                        "Raise the MTU of port 1 of SW1 and port 2 of SW1 to the maximum"),
                offers("MTU002", "the second switch cannot do it: MTU001 speaks about that",
                        Sketch.path(9614, 9614, true, Station.at(Sketch.S4810, 1554), Station.at(Sketch.PC8132, 9216))),
                offers("MTU003", "the link with its other end", Sketch.hiddenUntilFailover(),
                        "Raise the MTU of port 3 of SW1 and port 3 of SW2 to the maximum"),
                offers("MTU004", "up or down", Sketch.path(9014, 1514, true, Station.at(Sketch.NEXUS, 9216)),
                        "Set JumboPacket 9014 on all endpoints of LM", "Set JumboPacket 1514 on all endpoints of LM"),
                offers("MTU004", "the way passes the small packets alone",
                        Sketch.path(9014, 1514, true, Station.at(Sketch.NEXUS, 1500)),
                        "Set JumboPacket 1514 on all endpoints of LM"),
                offers("MTU006", "a guest", Sketch.twins("equal").vSwitch("HV1", "vSwitch1", "HV1/A").vm("VM1", "HV1")
                        .vNic("VM1", "LAN", "vSwitch1").set("VM1/LAN", "jumboPacket", 9014),
                        "Set JumboPacket 9014 on HV1/A", "Set JumboPacket 1514 on VM1/LAN"),
                offers("MTU007", "counted differently",
                        Sketch.path(9014, 9014, true, Station.at(Sketch.S4810, 9018)),
                        "Raise the MTU of port 1 of SW1 and port 2 of SW1 to the maximum"),
                offers("MTU010", "up or down",
                        Sketch.jumbo(9014, Sketch.NEXUS, 9216).set("HV1/B", "jumboPacket", 1514).set("HV2/B",
                                "jumboPacket", 1514),
                        "Set JumboPacket 9014 on all endpoints of B", "Set JumboPacket 1514 on all endpoints of A"),
                offers("MTU011", "only a person can test",
                        Sketch.jumboFault(9014).set("HV1/A", "vlanId", Attribute.unset())));
    }
}
