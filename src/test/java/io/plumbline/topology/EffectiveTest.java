package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClientZone;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Flag;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.NicModel;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Project;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Defaults that hang on something else: the Windows version, the cluster, the model, the cabling.
class EffectiveTest {

    private static final Sketch NODE = Sketch.empty("Defaults").cluster("HVC1").node("H1", "2019").nic("H1", "NIC1");

    private static <E extends Element, T> Answer<T> ask(Sketch sketch, String id, Class<E> type,
            Function<Effective, Function<E, Answer<T>>> question) {
        Topology topology = Topology.of(sketch.design());
        return question.apply(topology.effective()).apply(topology.element(new Id(id), type));
    }

    private static <T> Answer<T> host(Sketch sketch, Function<Effective, Function<Host, Answer<T>>> question) {
        return ask(sketch, "H1", Host.class, question);
    }

    private static <T> Answer<T> cluster(Sketch sketch,
            Function<Effective, Function<FailoverCluster, Answer<T>>> question) {
        return ask(sketch, "HVC1", FailoverCluster.class, question);
    }

    @Test
    void liveMigrationIsOnInAClusterAndBoundToTheseNetworks() {
        assertEquals(Answer.sure(true), host(NODE, e -> e::lmEnabled));
        assertEquals(Answer.sure(false), host(NODE, e -> e::lmAnyNetwork));
        Sketch alone = Sketch.empty("Alone").host("H1", "2019");
        assertEquals(Answer.sure(false), host(alone, e -> e::lmEnabled));
        assertEquals(Answer.needs(new Id("H1"), "lm.anyNetwork"), host(alone, e -> e::lmAnyNetwork));
        Sketch perhaps = alone.set("H1", "failoverCluster", Attribute.unknown());
        assertEquals(Answer.needs(new Id("H1"), "failoverCluster"), host(perhaps, e -> e::lmEnabled));
    }

    @ParameterizedTest
    @CsvSource({"2012,TCPIP,TRANSPORT_PORTS,DYNAMIC", "2012R2,COMPRESSION,DYNAMIC,DYNAMIC",
            "2016,COMPRESSION,DYNAMIC,DYNAMIC", "2019,COMPRESSION,DYNAMIC,HYPER_V_PORT",
            "2022,COMPRESSION,DYNAMIC,HYPER_V_PORT"})
    void theWindowsVersionSetsOptionAndAlgorithms(String version, MigrationOption option, LoadBalancing lbfo,
            LoadBalancing set) {
        Sketch sketch = NODE.set("H1", "osVersion", version).nic("H1", "NIC2").lbfo("H1", "T1", "lacp", "NIC1")
                .embedded("H1", "T2", "NIC2");
        assertEquals(Answer.sure(option), host(sketch, e -> e::lmOption));
        assertEquals(Answer.sure(lbfo), ask(sketch, "H1/T1", Team.class, e -> e::lbAlgorithm));
        assertEquals(Answer.sure(set), ask(sketch, "H1/T2", Team.class, e -> e::lbAlgorithm));
    }

    @Test
    void anUnknownVersionIsWhatTheDefaultNeeds() {
        Sketch sketch = NODE.set("H1", "osVersion", Attribute.unknown());
        assertEquals(Answer.needs(new Id("H1"), "osVersion"), host(sketch, e -> e::lmOption));
        assertEquals(Answer.needs(new Id("H1"), "osVersion"), cluster(sketch, e -> e::drainOnShutdown));
        assertEquals(Answer.sure(MigrationOption.SMB),
                host(sketch.set("H1", "lm.option", "smb"), e -> e::lmOption));
    }

    @ParameterizedTest
    @CsvSource({"2012,false,5,", "2012R2,true,10,", "2019,true,10,", "2022,true,10,1"})
    void theOldestNodeSetsTheClustersLevel(String version, boolean drains, int threshold, Integer parallel) {
        Sketch sketch = NODE.set("H1", "osVersion", version).node("H2", "2025");
        assertEquals(Answer.sure(drains), cluster(sketch, e -> e::drainOnShutdown));
        assertEquals(Answer.sure(threshold), cluster(sketch, e -> e::sameSubnetThreshold));
        assertEquals(Answer.sure(Optional.ofNullable(parallel)), cluster(sketch, e -> e::maxParallelMigrations));
    }

    @Test
    void theRelaxedHeartbeatOf2012R2NeedsTheHyperVRole() {
        Sketch sketch = NODE.set("H1", "osVersion", "2012R2").set("H1", "features", Set.of());
        assertEquals(Answer.sure(5), cluster(sketch, e -> e::sameSubnetThreshold));
    }

    @Test
    void aLinkIsUpWhereACableIsPluggedIn() {
        Sketch cabled = NODE.device("S1").ports("S1", 1).cable("H1/NIC1", "S1/1");
        assertEquals(Answer.sure(false), ask(NODE, "H1/NIC1", PhysicalNic.class, e -> e::linkUp));
        assertEquals(Answer.sure(true), ask(cabled, "H1/NIC1", PhysicalNic.class, e -> e::linkUp));
        assertEquals(Answer.sure(false),
                ask(cabled.set("H1/NIC1", "linkUp", false), "H1/NIC1", PhysicalNic.class, e -> e::linkUp));
    }

    @Test
    void theModelSetsWhatNobodyTyped() {
        NicModel model = Element.with(Element.with(Element.with(NicModel.of(new Id("m"), "ConnectX"), "linkSpeedsMbps",
                List.of(1000, 10000)), "rdmaTechnologies", Set.of("roce")), "defaultJumboBytes", 1514);
        Sketch sketch = Sketch.empty("Model").host("H1", "2019").with(model)
                .with(PhysicalNic.of(new Id("H1/NIC1"), "NIC1", new Id("H1"))).set("H1/NIC1", "model", "m");
        assertEquals("Sure[value=10000]",
                ask(sketch, "H1/NIC1", PhysicalNic.class, e -> e::linkSpeed).toString());
        assertEquals("Sure[value=Optional[ROCE]]",
                ask(sketch, "H1/NIC1", PhysicalNic.class, e -> e::rdmaTechnology).toString());
        assertEquals(Answer.needs(new Id("H1/NIC1"), "linkSpeedMbps"), ask(sketch.set("H1/NIC1", "linkSpeedMbps",
                Attribute.unknown()), "H1/NIC1", PhysicalNic.class, e -> e::linkSpeed));
    }

    @Test
    void rssNeedsTwoQueuesAndAVirtualNicNeeds2016() {
        assertEquals(Answer.sure(true), ask(NODE, "H1/NIC1", PhysicalNic.class, e -> e::rssUsable));
        assertEquals(Answer.sure(false),
                ask(NODE.set("H1/NIC1", "rss.queues", 1), "H1/NIC1", PhysicalNic.class, e -> e::rssUsable));
        Sketch virtual = NODE.vSwitch("H1", "vSwitch1", "H1/NIC1").vNic("H1", "SMB", "vSwitch1");
        assertEquals(Answer.sure(true), ask(virtual, "H1/SMB", VirtualNic.class, e -> e::rssUsable));
        assertEquals(Answer.sure(false), ask(virtual.set("H1", "osVersion", "2012R2"), "H1/SMB", VirtualNic.class,
                e -> e::rssUsable));
    }

    @Test
    void aVmIsAClusteredRoleOnACluster() {
        assertEquals(Answer.sure(true), ask(NODE.vm("V1", "H1"), "V1", Vm.class, e -> e::clusteredRole));
        Sketch alone = Sketch.empty("Alone").host("H1", "2019").vm("V1", "H1");
        assertEquals(Answer.sure(false), ask(alone, "V1", Vm.class, e -> e::clusteredRole));
    }

    @Test
    void bandwidthIsReservedByWeightUnlessSriovIsOn() {
        Sketch sketch = NODE.vSwitch("H1", "vSwitch1", "H1/NIC1");
        assertEquals("Sure[value=WEIGHT]",
                ask(sketch, "H1/vSwitch1", VirtualSwitch.class, e -> e::minBandwidthMode).toString());
        assertEquals("Sure[value=NONE]", ask(sketch.set("H1/vSwitch1", "iovEnabled", true), "H1/vSwitch1",
                VirtualSwitch.class, e -> e::minBandwidthMode).toString());
    }

    @Test
    void aNetworkWithAGatewayServesClientsToo() {
        Sketch sketch = Sketch.twins("equal");
        assertEquals(Answer.sure(NetworkRole.CLUSTER), ask(sketch, "A", ClusterNetwork.class, e -> e::role));
        assertEquals(Answer.sure(NetworkRole.CLUSTER_AND_CLIENT),
                ask(sketch.set("HV1/A", "ip.defaultGateway", "10.10.1.254"), "A", ClusterNetwork.class, e -> e::role));
    }

    @Test
    void theComputedMetricFitsTheArticlesFigures() {
        Sketch rss = Sketch.twins("slower");
        assertEquals(Answer.sure(30240), ask(rss, "A", ClusterNetwork.class, e -> e::metric));
        assertEquals(Answer.sure(70384),
                ask(rss.set("B", "role", "3"), "B", ClusterNetwork.class, e -> e::metric));
        assertEquals(Answer.sure(List.of(new Id("A"), new Id("B"))),
                cluster(rss.set("HVC1", "lmNetworks", Attribute.unset()), e -> e::lmNetworks));
    }

    @Test
    void clientsAreRoutedWhereAZoneLiesOutsideTheSubnet() {
        assertEquals(Answer.sure(true), routed(Sketch.b0()));
        assertEquals(Answer.sure(false), routed(Sketch.b0().set("Clients", "subnet", "172.31.3.128/25")));
        assertEquals(Answer.sure(true), routed(Sketch.b0().set("Clients", "subnet", "172.31.0.0/16")));
        assertEquals(Answer.needs(new Id("WEB"), "routedClients"), routed(Sketch.b0().without("Clients")));
        assertEquals(Answer.sure(true), routed(Sketch.b0().without("Clients").set("WEB", "routedClients", true)));
        Sketch elsewhere = Sketch.b0().nlb("OTHER", "unicast", "10.20.0.9").set("Clients", "reaches",
                List.of(new Id("OTHER")));
        assertEquals(Answer.sure(false), routed(elsewhere));
        Sketch unknown = Sketch.b0().with(ClientZone.of(new Id("Z2"), "Z2"));
        assertEquals(Answer.sure(true), routed(unknown));
        assertEquals(Answer.needs(new Id("Z2"), "subnet"),
                routed(unknown.set("Clients", "subnet", "172.31.3.0/24")));
    }

    private static Answer<Boolean> routed(Sketch sketch) {
        return ask(sketch, "WEB", NlbCluster.class, e -> e::routedClients);
    }

    @Test
    void theFlagsOfTheDesignHoldForEveryElement() {
        Sketch sketch = NODE.set("H1", "flags", Set.of("planned"));
        Project project = Element.with(sketch.design().project(), "flags", Set.of("training"));
        Topology topology = Topology.of(sketch.with(project).design());
        assertEquals(Set.of(Flag.PLANNED, Flag.TRAINING),
                topology.effective().flags(topology.element(new Id("H1"))));
        assertTrue(topology.effective().flags(topology.element(new Id("H1/NIC1"))).contains(Flag.TRAINING));
    }
}
