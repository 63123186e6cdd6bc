package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BalancingTest {

    private static final Id WEB = new Id("WEB");

    private static Topology of(Sketch sketch) {
        return Topology.of(sketch.design());
    }

    private static Answer<List<String>> possibleHosts(Sketch sketch, String vm) {
        Topology topology = of(sketch);
        return topology.balancing().possibleHosts(topology.element(new Id(vm), Vm.class))
                .map(hosts -> hosts.stream().map(Element::name).toList());
    }

    private static String ports(Sketch sketch) {
        Topology topology = of(sketch);
        return topology.balancing().nlbPorts(topology.element(WEB, NlbCluster.class)).find().orElseThrow().toString();
    }

    /// B0 with a third node of the failover cluster, cabled to the stack, without a VM.
    private static Sketch thirdHost() {
        return Sketch.b0().node("H3", "2012R2").nic("H3", "NIC1").device("S3").ports("S3", 1)
                .cable("H3/NIC1", "S3/1").vSwitch("H3", "vSwitch1", "H3/NIC1");
    }

    @Test
    void aClusteredRoleMayRunOnEveryNodeWithItsVirtualSwitch() {
        assertEquals(Answer.sure(List.of("H1", "H2", "H3")), possibleHosts(thirdHost(), "N1"));
        assertEquals(Answer.sure(List.of("H1", "H2")),
                possibleHosts(thirdHost().with(Element.with(thirdHost().design().element(new Id("H3/vSwitch1")), "name",
                        "Other")), "N1"));
    }

    @Test
    void possibleOwnersNarrowTheHostsAndTheOneItIsOnStays() {
        assertEquals(Answer.sure(List.of("H1", "H3")),
                possibleHosts(thirdHost().set("N1", "possibleOwners", List.of("H3")), "N1"));
        assertEquals(Answer.sure(List.of("H1", "H2", "H3")),
                possibleHosts(thirdHost().set("N1", "possibleOwners", List.of()), "N1"));
        assertEquals(Answer.needs(new Id("N1"), "possibleOwners"),
                possibleHosts(thirdHost().set("N1", "possibleOwners", Attribute.unknown()), "N1"));
    }

    @Test
    void aVmThatIsNoClusteredRoleStaysWhereItIs() {
        assertEquals(Answer.sure(List.of("H1")), possibleHosts(thirdHost().set("N1", "clusteredRole", false), "N1"));
        assertEquals(Answer.sure(List.of("H1")),
                possibleHosts(thirdHost().set("H1", "failoverCluster", Attribute.unset()), "N1"));
        assertEquals(Answer.needs(new Id("H1"), "failoverCluster"),
                possibleHosts(thirdHost().set("H1", "failoverCluster", Attribute.unknown()), "N1"));
    }

    @Test
    void nlbPortsHoldEveryPortANodeMayTurnUpAt() {
        assertEquals("[Po1, Po2]", ports(Sketch.b0()));
        assertEquals("[Po1, Po2, S3/1]", ports(thirdHost()));
        assertEquals("[Po1]", ports(Sketch.b0().set("N1", "clusteredRole", false).without("N2")));
        assertEquals("[A/1, A/2, B/1, B/2]", ports(Sketch.unicastOverTwoSwitches()));
        assertEquals("[A/1, B/2]", ports(Sketch.unicastWithoutTeams()));
    }

    @Test
    void thePortsAreToldApartBySwitch() {
        Topology topology = of(Sketch.unicastOverTwoSwitches());
        NlbCluster web = topology.element(WEB, NlbCluster.class);
        assertEquals(Answer.sure(new TreeSet<>(List.of(new Id("B/1"), new Id("B/2")))),
                topology.balancing().nlbPorts(web, new Id("B")));
        Topology stack = of(Sketch.b0());
        assertEquals(2, stack.balancing().nlbPorts(stack.element(WEB, NlbCluster.class), new Id("S2")).find()
                .orElseThrow().size());
    }

    @Test
    void aPhysicalNodeIsAtThePortsOfItsAdapter() {
        Sketch sketch = Sketch.b0().set("WEB", "nodes", List.of(NlbNode.of(new Id("PRINT1/LAN")),
                NlbNode.of(new Id("H1/Team1/Team1"))));
        assertEquals("[Po1, S1/3]", ports(sketch));
    }

    @Test
    void theClusterMacFollowsModeAndPrimaryVipUnlessTyped() {
        assertEquals("01-00-5E-7F-03-E8", mac(Sketch.b0()));
        assertEquals("02-BF-AC-1F-03-E8", mac(Sketch.b0().mode("unicast")));
        assertEquals("03-BF-AC-1F-03-E8", mac(Sketch.b0().mode("multicast")));
        assertEquals("02-BF-01-02-03-04", mac(Sketch.b0().set("WEB", "macOverride", "02bf.0102.0304")));
        assertEquals("[Missing[element=WEB, attribute=mode]]", needs(Sketch.b0().set("WEB", "mode",
                Attribute.unknown())));
        assertEquals("[Missing[element=WEB, attribute=macOverride]]",
                needs(Sketch.b0().set("WEB", "primaryVip", "2001:db8::232")));
    }

    private static String mac(Sketch sketch) {
        Topology topology = of(sketch);
        return topology.balancing().clusterMac(topology.element(WEB, NlbCluster.class)).find().orElseThrow().toString();
    }

    private static String needs(Sketch sketch) {
        Topology topology = of(sketch);
        return topology.balancing().clusterMac(topology.element(WEB, NlbCluster.class)).needs().toString();
    }

    @Test
    void onlyTheIgmpModeHasAGroup() {
        assertEquals(Optional.of("239.255.3.232"), group(Sketch.b0()));
        assertEquals(Optional.of("239.255.9.9"),
                group(Sketch.b0().set("WEB", "igmpGroupOverride", "239.255.9.9")));
        assertEquals(Optional.empty(), group(Sketch.b0().mode("multicast")));
    }

    private static Optional<String> group(Sketch sketch) {
        Topology topology = of(sketch);
        return topology.balancing().igmpGroup(topology.element(WEB, NlbCluster.class)).find().orElseThrow()
                .map(Object::toString);
    }

    @Test
    void onlyAUnicastNodeMasksItsSource() {
        assertEquals(Optional.of("02-02-AC-1F-03-E8"), masked(Sketch.b0().mode("unicast")));
        assertEquals(Optional.empty(), masked(Sketch.b0()));
        assertEquals(Optional.empty(), masked(Sketch.b0().mode("unicast").set("WEB", "maskSourceMac", false)));
    }

    private static Optional<String> masked(Sketch sketch) {
        Topology topology = of(sketch);
        NlbCluster web = topology.element(WEB, NlbCluster.class);
        NlbNode second = web.nodes().find().orElseThrow().getLast();
        return topology.balancing().maskedSource(web, second).find().orElseThrow().map(Object::toString);
    }
}
