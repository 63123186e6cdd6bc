package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private static final Sketch TWINS = Sketch.twins("equal");

    private static Endpoints of(Sketch sketch) {
        return Topology.of(sketch.design()).endpoints();
    }

    private static List<String> names(List<Endpoint> endpoints) {
        return endpoints.stream().map(endpoint -> endpoint.id().text()).toList();
    }

    private static Endpoint end(Endpoints endpoints, String id) {
        return endpoints.find(new Id(id)).orElseThrow();
    }

    private static Answer<Standing> standing(Sketch sketch, String id) {
        Endpoints endpoints = of(sketch);
        return endpoints.standing(end(endpoints, id));
    }

    @Test
    void endpointsAreFreeNicsFreeTeamInterfacesAndManagementAdapters() {
        Sketch sketch = Sketch.empty("Endpoints").host("H1", "2012R2").nic("H1", "Free").nic("H1", "M1")
                .nic("H1", "M2").nic("H1", "Up").nic("H1", "M3").lbfo("H1", "T", "lacp", "M1", "M2")
                .lbfo("H1", "U", "lacp", "M3").vSwitch("H1", "vA", "H1/Up").vSwitch("H1", "vB", "H1/U/U")
                .vNic("H1", "Mgmt", "vA").vm("V1", "H1").vNic("V1", "LAN", "vA");
        assertEquals(List.of("H1/Free", "H1/T/T", "H1/Mgmt"), names(of(sketch).of(new Id("H1"))));
        assertEquals(true, of(sketch).find(new Id("V1/LAN")).isEmpty());
        assertEquals(true, of(sketch).find(new Id("H1/Up")).isEmpty());
    }

    @Test
    void theSubnetTellsTheClusterNetwork() {
        Topology topology = Topology.of(TWINS.design());
        ClusterNetwork a = topology.element(new Id("A"), ClusterNetwork.class);
        assertEquals(List.of("HV1/A", "HV2/A"), names(topology.endpoints().on(a)));
        assertEquals(List.of("HV2/A"), names(topology.endpoints().on(a, new Id("HV2"))));
        Endpoints unknown = of(TWINS.set("HV1/A", "ip.addresses", Attribute.unknown()));
        assertEquals(Answer.needs(new Id("HV1/A"), "ip.addresses"), unknown.network(end(unknown, "HV1/A")));
        Endpoints open = of(TWINS.set("A", "prefix", Attribute.unknown()));
        assertEquals(Answer.needs(new Id("A"), "prefix"), open.network(end(open, "HV1/A")));
        assertEquals("B", open.network(end(open, "HV1/B")).find().orElseThrow().orElseThrow().name());
    }

    @Test
    void aNetworkWithoutSubnetIsToldByItsVlan() {
        Sketch sketch = TWINS.tagged().set("A", "prefix", Attribute.unset());
        Endpoints endpoints = of(sketch);
        assertEquals("A", endpoints.network(end(endpoints, "HV1/A")).find().orElseThrow().orElseThrow().name());
    }

    @Test
    void aStandAloneHostHasSubnetsForNetworks() {
        Endpoints endpoints = of(Sketch.empty("Alone").host("H1", "2019").nic("H1", "NIC1")
                .address("H1/NIC1", "10.1.2.3"));
        assertEquals("10.1.2.0/24",
                endpoints.segment(end(endpoints, "H1/NIC1")).find().orElseThrow().orElseThrow().name());
    }

    @Test
    void anEndpointWithoutLinkIsNotUsable() {
        Topology topology = Topology.of(TWINS.set("HV1/A", "linkUp", false).without("HV2/A-SW-A/2").design());
        ClusterNetwork a = topology.element(new Id("A"), ClusterNetwork.class);
        assertEquals(Answer.sure(List.of()), topology.endpoints().usable(a, new Id("HV1")));
        assertEquals(Answer.sure(List.of()), topology.endpoints().usable(a, new Id("HV2")));
        Topology unknown = Topology.of(TWINS.set("HV1/A", "linkUp", Attribute.unknown()).design());
        assertEquals(Answer.needs(new Id("HV1/A"), "linkUp"), unknown.endpoints().usable(a, new Id("HV1")));
    }

    @Test
    void aTeamHasALinkWhileOneMemberHas() {
        Sketch sketch = Sketch.lbfoMigration().set("HV1/A", "linkUp", false);
        Endpoints endpoints = of(sketch);
        assertEquals(Answer.sure(true), endpoints.linkUp(end(endpoints, "HV1/T/T")));
        Endpoints down = of(sketch.set("HV1/B", "linkUp", false));
        assertEquals(Answer.sure(false), down.linkUp(end(down, "HV1/T/T")));
    }

    // class(e)

    @Test
    void rdmaBeatsRssAndRssBeatsPlain() {
        assertEquals(Answer.sure(Standing.RDMA), standing(TWINS, "HV1/A"));
        assertEquals(Answer.sure(Standing.RSS), standing(TWINS.set("HV1/A", "rdma.enabled", false), "HV1/A"));
        assertEquals(Answer.sure(Standing.PLAIN), standing(
                TWINS.set("HV1/A", "rdma.enabled", false).set("HV1/A", "rss.enabled", false), "HV1/A"));
        assertEquals(Answer.sure(Standing.PLAIN), standing(
                TWINS.set("HV1/A", "rdma.enabled", false).set("HV1/A", "rss.queues", 1), "HV1/A"));
        assertEquals(Answer.needs(new Id("HV1/A"), "rdma.enabled"),
                standing(TWINS.set("HV1/A", "rdma.enabled", Attribute.unknown()), "HV1/A"));
    }

    @Test
    void aTeamHasNoRdmaAndRssOnlyWhenAllMembersHave() {
        assertEquals(Answer.sure(Standing.RSS), standing(Sketch.lbfoMigration(), "HV1/T/T"));
        assertEquals(Answer.sure(Standing.PLAIN),
                standing(Sketch.lbfoMigration().set("HV1/B", "rss.capable", false), "HV1/T/T"));
    }

    @Test
    void aManagementAdapterHasRdmaFrom2016AndNotOverLbfo() {
        assertEquals(Answer.sure(Standing.RDMA), standing(Sketch.setMigration(), "HV1/vA"));
        assertEquals(Answer.sure(Standing.PLAIN),
                standing(Sketch.setMigration().set("HV1", "osVersion", "2012R2"), "HV1/vA"));
        Sketch lbfo = Sketch.lbfoMigration().set("HV1", "osVersion", "2019").vSwitch("HV1", "vSwitch1", "HV1/T/T")
                .vNic("HV1", "SMB", "vSwitch1").set("HV1/SMB", "rdmaEnabled", true);
        assertEquals(Answer.sure(Standing.RSS), standing(lbfo, "HV1/SMB"));
        assertEquals(Answer.sure(Standing.RSS),
                standing(Sketch.setMigration().set("HV1/A", "rdma.capable", false), "HV1/vA"));
    }

    @Test
    void rdmaCountsOnlyTowardsAPeerThatSpeaksTheSame() {
        Endpoints endpoints = of(TWINS.set("HV2/A", "rdma.technology", "iwarp"));
        assertEquals(Answer.sure(Standing.RSS), endpoints.common(end(endpoints, "HV1/A"), end(endpoints, "HV2/A")));
        Endpoints silent = of(TWINS.set("HV2/A", "rdma.technology", Attribute.unset()));
        assertEquals(Answer.sure(Standing.RDMA), silent.common(end(silent, "HV1/A"), end(silent, "HV2/A")));
    }

    // speed(e)

    @Test
    void theSpeedOfATeamIsTheSumOfItsActiveMembers() {
        Sketch sketch = Sketch.lbfoMigration();
        Endpoints endpoints = of(sketch);
        assertEquals(Answer.sure(new Mbps(20000)), endpoints.speed(end(endpoints, "HV1/T/T")));
        Endpoints standby = of(sketch.standby("HV1/T", "HV1/B"));
        assertEquals(Answer.sure(new Mbps(10000)), standby.speed(end(standby, "HV1/T/T")));
        assertEquals(Answer.sure(new Mbps(10000)),
                standby.commonSpeed(end(standby, "HV1/T/T"), end(standby, "HV2/T/T")));
    }

    @Test
    void theSpeedOfAManagementAdapterIsThatOfItsMappedNicElseOfAllUplinks() {
        Endpoints mapped = of(Sketch.setMigration());
        assertEquals(Answer.sure(new Mbps(10000)), mapped.speed(end(mapped, "HV1/vA")));
        Endpoints free = of(Sketch.setMigration().set("HV1/vA", "mappedNic", Attribute.unset()));
        assertEquals(Answer.sure(new Mbps(20000)), free.speed(end(free, "HV1/vA")));
        assertEquals(List.of("A"),
                mapped.nics(end(mapped, "HV1/vA")).find().orElseThrow().stream().map(nic -> nic.name()).toList());
    }

    @Test
    void endpointsAreEqualInClassAndSpeed() {
        Endpoints endpoints = of(TWINS);
        assertEquals(Answer.sure(true), endpoints.equal(end(endpoints, "HV1/A"), end(endpoints, "HV1/B")));
        Endpoints slower = of(TWINS.set("HV1/B", "linkSpeedMbps", 25000));
        assertEquals(Answer.sure(false), slower.equal(end(slower, "HV1/A"), end(slower, "HV1/B")));
        Endpoints half = of(TWINS.set("HV1/B", "linkSpeedMbps", Attribute.unknown()).set("HV1/B", "rdma.enabled",
                false));
        assertEquals(Answer.sure(false), half.equal(end(half, "HV1/A"), end(half, "HV1/B")));
    }

    // scope

    @Test
    void oneHostOnAnyOpensTheScopeOfThePair() {
        assertEquals(Answer.sure(Scope.LIMITED), scope(false, false));
        assertEquals(Answer.sure(Scope.OPEN), scope(false, true));
        assertEquals(Answer.sure(Scope.OPEN), scope(true, false));
        assertEquals(Answer.sure(Scope.OPEN), scope(true, true));
        assertEquals(Answer.sure(Scope.OPEN), scope(true, Attribute.unknown()));
        assertEquals(Answer.needs(new Id("HV2"), "lm.anyNetwork"), scope(false, Attribute.unknown()));
    }

    private static Answer<Scope> scope(Object first, Object second) {
        Topology topology =
                Topology.of(TWINS.set("HV1", "lm.anyNetwork", first).set("HV2", "lm.anyNetwork", second).design());
        return topology.endpoints().scope(topology.element(new Id("HV1"), Host.class),
                topology.element(new Id("HV2"), Host.class));
    }
}
