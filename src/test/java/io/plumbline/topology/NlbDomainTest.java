package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Router;
import io.plumbline.model.VlanId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NlbDomainTest {

    private static NlbDomain domain(Sketch sketch) {
        return find(sketch).find().orElseThrow().orElseThrow();
    }

    private static Answer<Optional<NlbDomain>> find(Sketch sketch) {
        Topology topology = Topology.of(sketch.design());
        return topology.balancing().domain(topology.all(NlbCluster.class).getFirst());
    }

    private static List<String> texts(Collection<Id> ids) {
        return ids.stream().map(Id::text).toList();
    }

    @Test
    void aDomainIsTheVlanOfTheNodesWithAllPortsWhereTheyMayTurnUp() {
        NlbDomain domain = domain(Sketch.b0());
        assertEquals(new VlanId(10), domain.vlan());
        assertEquals(List.of("Po1", "Po2"), texts(domain.ports()));
        assertEquals(List.of("Stack"), texts(domain.devices()));
        assertTrue(domain.needs().isEmpty());
    }

    @Test
    void switchesThatTheVlanJoinsBelongToItOthersDoNot() {
        assertEquals(List.of("A", "B"), texts(domain(Sketch.unicastOverTwoSwitches()).devices()));
        assertEquals(List.of("A", "B"),
                texts(domain(Sketch.unicastOverTwoSwitches().trunk("A/3", "20")).devices()),
                "both have nodes, joined or not");
        assertEquals(List.of("A"), texts(domain(Sketch.unicastOnOneSwitch().device("B").ports("B", 1).ports("A", 6)
                .cable("A/6", "B/1").trunk("A/6", "20").trunk("B/1", "20")).devices()));
    }

    @Test
    void framesLeaveAtThePortsOfNodesAndTowardsSwitchesThatHaveSome() {
        NlbDomain domain = domain(Sketch.twoSwitches("igmpMulticast"));
        assertEquals(List.of("S1/1", "S1/2", "S1/3", "S1/5"), texts(domain.exits(new Id("S1"))));
        assertEquals(List.of("S2/5"), texts(domain.linksToOtherPorts(new Id("S2"))));
    }

    @Test
    void aLinkToASwitchWithoutNodesIsNoExitButOneThatLeadsOnToNodesIs() {
        Sketch beside = Sketch.twoSwitches("igmpMulticast").device("S3").ports("S3", 2).ports("S2", 6)
                .cable("S2/6", "S3/1").trunk("S2/6", "10").trunk("S3/1", "10");
        assertEquals(List.of("S2/5"), texts(domain(beside).linksToOtherPorts(new Id("S2"))));
        assertEquals(List.of("S3/1"), texts(domain(beside).linksToOtherPorts(new Id("S3"))));
        Sketch between = Sketch.twoSwitches("igmpMulticast").without("S1/5-S2/5").device("S3").ports("S3", 2)
                .cable("S1/5", "S3/1").cable("S3/2", "S2/5").trunk("S3/1", "10").trunk("S3/2", "10");
        assertEquals(List.of("S3/1", "S3/2"), texts(domain(between).exits(new Id("S3"))));
        assertEquals(List.of("S1/5"), texts(domain(between).linksToOtherPorts(new Id("S1"))));
    }

    @Test
    void aHostNobodyKnowsHidesNoOther() {
        NlbDomain domain = domain(Sketch.b0().set("N1", "possibleOwners", Attribute.unknown()));
        assertEquals(List.of("Po1", "Po2"), texts(domain.ports()));
        assertEquals(List.of(new Missing(new Id("N1"), "possibleOwners")), List.copyOf(domain.needs()));
    }

    @Test
    void hubsCarryTheVlanButAreNoSwitches() {
        NlbDomain domain = domain(Sketch.oneSwitch("unicast").device("Hub").set("Hub", "isHub", true).ports("Hub", 1)
                .without("PC1").cable("Hub/1", "S/6").set("S/6", "accessVlan", 10).set("Hub/1", "accessVlan", 10));
        assertEquals(List.of("Hub", "S"), texts(domain.devices()));
        assertEquals(List.of("S"), texts(domain.switches()));
    }

    @Test
    void gatewaysAreThoseThatRouteIntoTheVlanHere() {
        assertEquals(List.of("R/VLAN10"), gateways(Sketch.oneSwitch("multicast")));
        assertEquals(List.of("Stack/VLAN10"), gateways(Sketch.b0().gateway("Stack", 20, "172.31.4.1/24")));
        assertEquals(List.of("Stack/VLAN10"), gateways(Sketch.b0().device("S9").gateway("S9", 10, "10.9.9.1/24")),
                "the same number elsewhere");
        Sketch router = Sketch.b0().without("Stack/VLAN10").with(Router.of(new Id("R"), "R"));
        assertEquals(List.of("R/VLAN10"), gateways(router.gateway("R", 10, "172.31.3.1/24")), "not cabled yet");
        assertEquals(List.of(), gateways(router.gateway("R", 10, "10.9.9.1/24")), "beside another subnet");
    }

    private static List<String> gateways(Sketch sketch) {
        return domain(sketch).gateways().stream().map(each -> each.id().text()).toList();
    }

    @Test
    void nodesBehindATeamInTheGuestAreReachedThroughItsMembers() {
        Sketch sketch = Sketch.b0().vNic("N1", "A", "vSwitch1").vNic("N1", "B", "vSwitch1").accessVlan("N1/A", 10)
                .accessVlan("N1/B", 10).lbfo("N1", "GuestTeam", "switchIndependent", "A", "B").set("WEB", "nodes",
                        List.of(Sketch.part(NlbNode.class, "member", "N1/GuestTeam/GuestTeam")));
        NlbDomain domain = domain(sketch);
        assertEquals(new VlanId(10), domain.vlan());
        assertEquals(List.of("Po1", "Po2"), texts(domain.ports()));
        Topology topology = Topology.of(sketch.design());
        assertEquals(List.of("Po1", "Po2"),
                texts(topology.balancing().nlbPorts(topology.all(NlbCluster.class).getFirst()).find().orElseThrow()));
    }

    @Test
    void withoutCablesThereIsNoDomainAndAnUnknownVlanSaysSo() {
        assertEquals(Answer.sure(Optional.empty()), find(Sketch.b0().without("Stack", "S1", "S2")));
        assertEquals(Answer.needs(new Id("N1/NLB"), "vlanId"),
                find(Sketch.b0().set("N1/NLB", "vlanId", Attribute.unknown())));
    }
}
