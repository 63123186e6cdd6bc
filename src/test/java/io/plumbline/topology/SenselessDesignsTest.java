package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MtuProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever a drawing holds, every question to it has an answer; what is missing is an attribute of an element that exists.
class SenselessDesignsTest {

    private static final int DESIGNS_PER_RUN = 10;
    private final List<Answer<?>> answers = new ArrayList<>();

    @RepeatedTest(12)
    void everyQuestionHasAnAnswer(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < DESIGNS_PER_RUN; i++) {
            Design design = RandomDesign.of(random, 4);
            answers.clear();
            ask(Topology.of(design));
            assertTrue(answers.size() > 100, "Hardly anything was asked.");
            for (Answer<?> answer : answers) {
                for (Missing missing : answer.needs()) {
                    assertTrue(design.find(missing.element()).isPresent(), () -> missing + " exists.");
                }
            }
        }
    }

    private void ask(Topology topology) {
        Effective effective = topology.effective();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Host host : topology.all(Host.class)) {
            endpoints.addAll(topology.endpoints().of(host.id()));
            answers.addAll(List.of(effective.lmOption(host), effective.lmAnyNetwork(host), effective.lmEnabled(host),
                    effective.features(host)));
        }
        topology.all(FailoverCluster.class).forEach(each -> answers.addAll(List.of(effective.lmNetworks(each),
                effective.maxParallelMigrations(each), effective.sameSubnetThreshold(each),
                effective.drainOnShutdown(each))));
        topology.all(ClusterNetwork.class).forEach(each -> answers.addAll(List.of(effective.role(each),
                effective.metric(each), effective.purposes(each))));
        endpoints.forEach(each -> ask(topology, each));
        for (Endpoint a : endpoints) {
            for (Endpoint b : endpoints) {
                answers.addAll(List.of(topology.paths().reach(a, b), topology.paths().between(a, b, 5),
                        topology.endpoints().common(a, b), topology.endpoints().equal(a, b),
                        topology.paths().joinedWithout(a, b, Set.of()), MtuProbe.probe(topology, a, b)));
            }
        }
        for (Host a : topology.all(Host.class)) {
            for (Host b : topology.all(Host.class)) {
                answers.add(LiveMigrationPredictor.predict(topology, a, b));
                answers.add(topology.endpoints().scope(a, b));
            }
        }
        topology.all(VirtualSwitch.class).forEach(each -> answers.addAll(List.of(topology.uplinks().kind(each),
                topology.uplinks().hostPorts(each), topology.uplinks().queueMode(each),
                effective.minBandwidthMode(each))));
        topology.all(Team.class).forEach(each -> answers.addAll(List.of(topology.uplinks().queueMode(each),
                topology.uplinks().activeNics(each), effective.lbAlgorithm(each))));
        topology.all(PhysicalNic.class).forEach(each -> answers.addAll(List.of(topology.vlans().effective(each),
                topology.frames().ownIpMtu(each), effective.linkSpeed(each), effective.rdmaTechnology(each))));
        topology.all(VirtualNic.class).forEach(each -> answers.addAll(List.of(topology.vlans().effective(each),
                topology.frames().ownIpMtu(each), topology.endpoints().nics(each), effective.rssUsable(each))));
        topology.all(Vm.class).forEach(each -> answers.addAll(List.of(topology.balancing().possibleHosts(each),
                effective.clusteredRole(each))));
        topology.all(NlbCluster.class).forEach(each -> ask(topology, each));
        askSwitches(topology);
    }

    private void ask(Topology topology, Endpoint endpoint) {
        answers.addAll(List.of(topology.endpoints().network(endpoint), topology.endpoints().segment(endpoint),
                topology.endpoints().speed(endpoint), topology.endpoints().standing(endpoint),
                topology.endpoints().linkUp(endpoint), topology.vlans().effective(endpoint),
                topology.frames().ipMtu(endpoint), topology.paths().attachments(endpoint),
                topology.effective().purposes(endpoint)));
    }

    private void ask(Topology topology, NlbCluster cluster) {
        Balancing balancing = topology.balancing();
        answers.addAll(List.of(balancing.clusterMac(cluster), balancing.igmpGroup(cluster), balancing.vips(cluster),
                balancing.nlbPorts(cluster), balancing.virtualSwitches(cluster), balancing.vlans(cluster),
                topology.effective().routedClients(cluster)));
        cluster.nodes().orElse(List.of()).forEach(node -> answers.add(balancing.maskedSource(cluster, node)));
    }

    private void askSwitches(Topology topology) {
        VlanId vlan = new VlanId(10);
        List<Id> ports = new ArrayList<>();
        topology.all(SwitchPort.class).forEach(port -> ports.add(port.id()));
        topology.all(Lag.class).forEach(lag -> ports.add(lag.id()));
        for (Id port : ports) {
            Id device = topology.wiring().deviceOf(port);
            answers.addAll(List.of(topology.vlans().carries(port, vlan), topology.vlans().tags(port, vlan),
                    topology.vlans().ofUntagged(port)));
            if (!topology.wiring().members(port).isEmpty()) {
                Hop hop = new Hop(port, device, vlan, true, Hop.Place.EDGE);
                answers.addAll(List.of(topology.frames().hopIp(hop), topology.frames().hopIpMax(hop),
                        topology.vlans().filtered(device, vlan, port)));
            }
        }
        topology.all(Lag.class).forEach(lag -> assertTrue(topology.wiring().twin(lag).isPresent()
                || topology.wiring().bundle(lag).equals(lag.id())));
        topology.all(Cable.class).forEach(topology.wiring()::kind);
        List<Element> planes = topology.wiring().controlPlanes();
        for (Element a : planes) {
            topology.vlans().floodSet(vlan, a.id(), Optional.empty());
            answers.addAll(List.of(topology.switches().igmpSnooping(a.id(), vlan),
                    topology.switches().querier(a.id(), vlan), topology.switches().mcastLookup(a.id()),
                    topology.switches().learnsMac(a.id())));
            for (Element b : planes) {
                answers.add(topology.vlans().path(vlan, a.id(), b.id()));
            }
        }
        topology.all(Switch.class).forEach(each -> {
            answers.add(topology.switches().igmpSnoopingCapable(each));
            topology.wiring().lagDomain(each.id());
        });
    }
}
