package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Design;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Several NLB nodes live migrated at once (PREDICTIONS part 3), and which ones a drain moves together.
class NlbMigrationTest {

    private record Row(String name, Sketch sketch, String expected) {}

    private static Sketch modeOfTeams(Sketch sketch, String mode) {
        return sketch.set("H1/Team1", "teamingMode", mode).set("H2/Team1", "teamingMode", mode);
    }

    private static Sketch set(Sketch sketch) {
        for (String host : List.of("H1", "H2")) {
            sketch = sketch.set(host, "osVersion", "2019").set(host + "/Team1", "technology", "set")
                    .set(host + "/Team1", "teamingMode", Attribute.unset())
                    .set(host + "/vSwitch1", "uplink", host + "/Team1").without(host + "/Team1/Team1");
        }
        return sketch;
    }

    private static Sketch lagsOnOneSwitch() {
        return Sketch.b0OnOneSwitch().mode("unicast").set("A", "staticMcastGroups", List.of());
    }

    private static Sketch stack() {
        return Sketch.b0().mode("unicast").set("Stack", "staticMcastGroups", List.of());
    }

    private static Sketch unrelated(String mode) {
        return modeOfTeams(Sketch.unicastOverTwoSwitches(), "lacp").mode(mode);
    }

    private static Sketch multicast() {
        return Sketch.b0().mode("multicast").set("Stack", "staticMcastGroups", List.of());
    }

    private static Sketch notPinned() {
        return Sketch.b0().set("Stack", "staticMcastGroups", List.of());
    }

    @TestFactory
    Stream<DynamicTest> severalNodesAtOnce() {
        return Stream.of(
                new Row("L1 no team", Sketch.unicastWithoutTeams(), "FLOODS SAID"),
                new Row("L2 two separate switches", Sketch.unicastOverTwoSwitches(), "FLOODS SAID"),
                new Row("L3 one switch", Sketch.unicastOnOneSwitch(), "MISCONFIGURED SAID"),
                new Row("L5 LACP into a LAG on one switch", lagsOnOneSwitch(), "MISCONFIGURED FOLLOWS"),
                new Row("L6 LACP into a LAG over a stack", stack(), "MISCONFIGURED FOLLOWS"),
                new Row("L8 static teams", modeOfTeams(lagsOnOneSwitch(), "static"), "MISCONFIGURED FOLLOWS"),
                new Row("L9 LACP over unrelated switches, unicast", unrelated("unicast"), "TEAM_BROKEN EXTRAPOLATED"),
                new Row("L9 LACP over unrelated switches, IGMP", unrelated("igmpMulticast"),
                        "TEAM_BROKEN EXTRAPOLATED"),
                new Row("L10 SET over two separate switches", set(Sketch.unicastOverTwoSwitches()),
                        "FLOODS EXTRAPOLATED"),
                new Row("L12 SET over two MLAG peers",
                        set(Sketch.unicastOverTwoSwitches()).lag("Peer", "A/3").mlag("VLT", "A", "B", "Peer"),
                        "NOT_COVERED EXTRAPOLATED"),
                new Row("L13 multicast without static MAC", multicast(), "FLOODS SAID"),
                new Row("L14 multicast with static MAC on all host uplinks",
                        multicast().staticMac("Stack", 10, "03-BF-AC-1F-03-E8", "Po1", "Po2"), "FINE MICROSOFT"),
                new Row("L16 the tested recipe", Sketch.b0(), "FINE SAID"),
                new Row("L16 on one switch", Sketch.b0OnOneSwitch(), "FINE SAID"),
                new Row("L16 looked up by IP address", Sketch.b0().set("Stack", "mcastLookup", "ip"),
                        "FLOODS FOLLOWS"),
                new Row("L17 snooping with a querier", notPinned().set("Stack", "querier", Map.of(10, "self")),
                        "FINE FOLLOWS"),
                new Row("L17 looked up by IP address",
                        notPinned().set("Stack", "querier", Map.of(10, "self")).set("Stack", "mcastLookup", "ip"),
                        "FLOODS FOLLOWS"),
                new Row("L19 snooping off", notPinned().set("Stack", "igmpSnooping.default", false),
                        "FLOODS EXTRAPOLATED"),
                new Row("an entry that leaves out a host",
                        notPinned().staticGroup("Stack", 10, "239.255.3.232", "Po1"), "STARVES SAID"),
                new Row("nothing registered and filtered",
                        notPinned().set("Stack", "unregisteredMulticast.default", "filter"), "OUTAGE EXTRAPOLATED"))
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    NlbMigration found = of(row.sketch()).find().orElseThrow();
                    assertEquals(row.expected(), found.verdict() + " " + found.basis());
                }));
    }

    private static Answer<NlbMigration> of(Sketch sketch) {
        Design design = sketch.design();
        return NlbMigration.severalAtOnce(Topology.of(design), design.element(new Id("WEB"), NlbCluster.class));
    }

    @Test
    void anUnknownTeamingModeIsNamedUnlessTheOtherTeamDecides() {
        Sketch one = Sketch.unicastOnOneSwitch().set("H1/Team1", "teamingMode", Attribute.unknown());
        assertEquals(NlbMigration.Verdict.MISCONFIGURED, of(one).find().orElseThrow().verdict());
        assertEquals(
                "[Missing[element=H1/Team1, attribute=teamingMode], Missing[element=H2/Team1, attribute=teamingMode]]",
                of(one.set("H2/Team1", "teamingMode", Attribute.unknown())).needs().toString());
    }

    // Drain

    private static NlbDrain drain(Sketch sketch) {
        Design design = sketch.design();
        return NlbDrain.of(Topology.of(design), design.element(new Id("WEB"), NlbCluster.class),
                design.element(new Id("HVC1"), FailoverCluster.class)).find().orElseThrow();
    }

    @Test
    void onTwoHostsTheSecondLegMovesBothNodes() {
        NlbDrain drain = drain(Sketch.b0());
        assertEquals("[N1] to {N1=H2}; [N1, N2] to {N1=H1, N2=H1}", words(drain));
        assertEquals(2, drain.mostAtOnce());
    }

    @Test
    void onThreeHostsAntiAffinityKeepsThemApart() {
        NlbDrain drain = drain(Sketch.oneSwitch("multicast"));
        assertEquals("[N1] to {N1=HostC}; [N2] to {N2=HostA}; [N1] to {N1=HostB}", words(drain));
        assertEquals(1, drain.mostAtOnce());
    }

    @Test
    void withoutAntiAffinityNothingDoes() {
        Sketch sketch = Sketch.oneSwitch("multicast").set("N1", "antiAffinityClasses", List.of())
                .set("N2", "antiAffinityClasses", List.of());
        assertEquals(2, drain(sketch).mostAtOnce());
    }

    @Test
    void aVmThatIsNoClusteredRoleStays() {
        assertEquals("[N2] to {N2=H1}", words(drain(Sketch.b0().set("N1", "clusteredRole", false))));
    }

    private static String words(NlbDrain drain) {
        return String.join("; ", drain.legs().stream()
                .map(leg -> leg.moved() + " to " + new TreeMap<>(leg.landing())).toList());
    }
}
