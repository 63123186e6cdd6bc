package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Attachment;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A switch whose loss takes all cluster networks of a host, or every uplink of a virtual switch that carries clustered or
/// NLB VMs.
public record OneSwitchCarriesEverything() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "HA001";
    }

    /// What goes with a switch.
    ///
    /// @param hosts           those that lose all their cluster networks
    /// @param virtualSwitches those that lose all uplinks, by the name they share
    /// @param ports           where it shows, each with what hangs on it
    private record Loss(SortedSet<Id> hosts, SortedMap<String, List<VirtualSwitch>> virtualSwitches,
            SequencedMap<Id, String> ports) {
        Loss() {
            this(new TreeSet<>(), new TreeMap<>(), new LinkedHashMap<>());
        }
    }

    @Override
    public Stream<Outcome> check(Facts facts) {
        SortedMap<Id, Loss> losses = new TreeMap<>();
        List<Outcome> gaps = new ArrayList<>();
        for (FailoverCluster cluster : facts.topology().all(FailoverCluster.class)) {
            List<ClusterNetwork> networks = facts.topology().networks(cluster.id());
            if (!networks.isEmpty()) {
                facts.topology().hosts(cluster.id()).forEach(host -> cutOff(facts, networks, host, losses, gaps));
            }
        }
        groups(facts).forEach((group, switches) -> uplinks(facts, group, switches, losses, gaps));
        return Stream.concat(losses.entrySet().stream().map(each -> finding(facts, each.getKey(), each.getValue())),
                gaps.stream());
    }

    /// Whether a switch may be a single point: a stack of two or more cabled units is another matter.
    private static boolean isSingle(Topology topology, Id plane) {
        return topology.wiring().units(plane).stream().filter(unit -> topology.ports(unit.id()).stream()
                .anyMatch(port -> topology.wiring().isCabled(port.id()))).limit(2).count() < 2;
    }

    // a) Hosts and their cluster networks

    private void cutOff(Facts facts, List<ClusterNetwork> networks, Host host, Map<Id, Loss> losses,
            List<Outcome> gaps) {
        SortedSet<Missing> needs = new TreeSet<>();
        SequencedSet<Id> suspects = new LinkedHashSet<>();
        for (ClusterNetwork network : networks) {
            for (Endpoint endpoint : facts.topology().endpoints().on(network, host.id())) {
                Answer<List<Attachment>> attachments = facts.topology().paths().attachments(endpoint);
                needs.addAll(attachments.needs());
                attachments.orElse(List.of()).forEach(each -> suspects.add(each.device()));
            }
        }
        // Whatever cuts a host off stands on every one of its ways, so it stands on the ways to the first peer it reaches.
        suspects.addAll(between(facts, networks, host));
        if (suspects.isEmpty()) {
            facts.cannotTell(id(), host.id(), needs).forEach(gaps::add);
        }
        for (Id suspect : suspects) {
            if (!isSingle(facts.topology(), suspect)) {
                continue;
            }
            Answer<Boolean> reaches = reaches(facts, networks, host, Set.of(suspect));
            if (reaches.is(true)) {
                continue;
            }
            Answer<Boolean> loses =
                    Answer.allOf(List.of(reaches(facts, networks, host, Set.of()), Answer.not(reaches)));
            if (loses.is(true)) {
                losses.computeIfAbsent(suspect, _ -> new Loss()).hosts().add(host.id());
            }
            facts.cannotTell(id(), host.id(), loses).forEach(gaps::add);
        }
    }

    /// The devices on the shortest ways between a host and the first peer it reaches, its own switches left out.
    private static Set<Id> between(Facts facts, List<ClusterNetwork> networks, Host host) {
        Set<Id> devices = new LinkedHashSet<>();
        for (ClusterNetwork network : networks) {
            for (Endpoint endpoint : facts.topology().endpoints().on(network, host.id())) {
                for (Endpoint peer : facts.topology().endpoints().on(network)) {
                    if (!peer.host().equals(host.id()) && facts.topology().paths()
                            .joinedWithout(endpoint, peer, Set.of()).is(true)) {
                        facts.topology().paths().reach(endpoint, peer).find().ifPresent(reach -> reach.normal()
                                .forEach(hop -> devices.add(hop.device())));
                        return devices;
                    }
                }
            }
        }
        return devices;
    }

    /// Whether a host reaches any other node on any cluster network when these are gone.
    private static Answer<Boolean> reaches(Facts facts, List<ClusterNetwork> networks, Host host, Set<Id> lost) {
        SortedSet<Missing> needs = new TreeSet<>();
        for (ClusterNetwork network : networks) {
            for (Endpoint endpoint : facts.topology().endpoints().on(network, host.id())) {
                Answer<List<Attachment>> attachments = facts.topology().paths().attachments(endpoint);
                // An endpoint that hangs on what is lost needs no search.
                if (!lost.isEmpty() && attachments.surely(
                        all -> !all.isEmpty() && all.stream().allMatch(each -> lost.contains(each.device())))) {
                    continue;
                }
                for (Endpoint peer : facts.topology().endpoints().on(network)) {
                    if (peer.host().equals(host.id())) {
                        continue;
                    }
                    Answer<Boolean> joined = facts.topology().paths().joinedWithout(endpoint, peer, lost);
                    if (joined.is(true)) {
                        return joined;
                    }
                    needs.addAll(joined.needs());
                }
            }
        }
        return needs.isEmpty() ? Answer.sure(false) : Answer.needs(needs);
    }

    // b) Virtual switches of clustered and NLB VMs

    /// Virtual switches that stand in for each other: of one name, on the nodes of one cluster or, outside of clusters, on
    /// the hosts of one NLB cluster.
    ///
    /// @param realm the failover cluster or NLB cluster
    private record Group(Id realm, String name) {}

    private static Map<Group, List<VirtualSwitch>> groups(Facts facts) {
        Topology topology = facts.topology();
        Map<Group, List<VirtualSwitch>> groups = new LinkedHashMap<>();
        for (Vm vm : topology.all(Vm.class)) {
            for (VirtualNic nic : topology.virtualNics(vm.id())) {
                Optional<VirtualSwitch> on = topology.uplinks().virtualSwitch(nic).find().flatMap(each -> each);
                Optional<Id> realm = on.flatMap(_ -> realm(topology, vm));
                if (realm.isEmpty()) {
                    continue;
                }
                Group group = new Group(realm.get(), on.get().name());
                if (topology.find(realm.get(), FailoverCluster.class).isEmpty()) {
                    add(groups.computeIfAbsent(group, _ -> new ArrayList<>()), on.get());
                } else if (!groups.containsKey(group)) {
                    groups.put(group, topology.hosts(realm.get()).stream()
                            .flatMap(host -> topology.virtualSwitches(host.id()).stream())
                            .filter(each -> each.name().equals(on.get().name())).toList());
                }
            }
        }
        return groups;
    }

    private static void add(List<VirtualSwitch> switches, VirtualSwitch each) {
        if (!switches.contains(each)) {
            switches.add(each);
        }
    }

    /// The failover cluster of a clustered role; of any other node of an NLB cluster that cluster.
    private static Optional<Id> realm(Topology topology, Vm vm) {
        Host host = topology.element(vm.host(), Host.class);
        Optional<Id> cluster = topology.effective().failoverCluster(host).find()
                .flatMap(each -> each).map(FailoverCluster::id);
        if (cluster.isPresent() && topology.effective().clusteredRole(vm).is(true)) {
            return cluster;
        }
        Optional<Id> nlb = topology.virtualNics(vm.id()).stream()
                .flatMap(nic -> topology.nlbClusters(nic.id()).stream()).map(each -> each.id()).findFirst();
        return nlb.map(each -> cluster.orElse(each));
    }

    private void uplinks(Facts facts, Group group, List<VirtualSwitch> switches, Map<Id, Loss> losses,
            List<Outcome> gaps) {
        Topology topology = facts.topology();
        SequencedMap<Id, String> ports = new LinkedHashMap<>();
        SequencedSet<Id> planes = new LinkedHashSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (VirtualSwitch each : switches) {
            Answer<List<PhysicalNic>> nics = topology.uplinks().nics(each);
            needs.addAll(nics.needs());
            for (PhysicalNic nic : nics.orElse(List.of())) {
                topology.wiring().peers(nic.id()).forEach(peer -> {
                    planes.add(topology.wiring().controlPlane(peer.id()).id());
                    if (peer instanceof SwitchPort) {
                        ports.put(peer.id(), facts.name(each.id()));
                    }
                });
            }
        }
        if (planes.size() != 1 || ports.isEmpty()) {
            return;
        }
        Id plane = planes.getFirst();
        if (!isSingle(topology, plane) || topology.wiring().mlagPair(plane).isPresent()) {
            return;
        }
        if (!needs.isEmpty()) {
            facts.cannotTell(id(), plane, needs).forEach(gaps::add);
            return;
        }
        Loss loss = losses.computeIfAbsent(plane, _ -> new Loss());
        loss.virtualSwitches().merge(group.name(), switches, (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        loss.ports().putAll(ports);
    }

    // The finding

    private Finding finding(Facts facts, Id plane, Loss loss) {
        List<String> parts = new ArrayList<>();
        if (!loss.hosts().isEmpty()) {
            parts.add(few(facts, loss.hosts()) + (loss.hosts().size() == 1 ? " loses" : " lose")
                    + " every cluster network");
        }
        if (!loss.virtualSwitches().isEmpty()) {
            List<Id> hosts = loss.virtualSwitches().values().stream().flatMap(List::stream)
                    .filter(each -> isCabled(facts, each)).map(VirtualSwitch::host).distinct().sorted().toList();
            parts.add("the VMs on "
                    + Names.join(loss.virtualSwitches().keySet().stream().map(Names::quoted).toList()) + " of "
                    + few(facts, hosts) + " lose the network");
        }
        Finding finding = Finding.of(id(), Severity.WARNING, plane).fact("switch", facts.name(plane))
                .fact("loss", Names.join(parts))
                .fact("fix", "Add a second switch and move one cable of each pair to it.")
                .concerning("switch", plane);
        for (Id host : loss.hosts()) {
            finding = finding.proof(host, "cluster networks", "all over " + facts.name(plane)).concerning("host", host);
        }
        for (Map.Entry<Id, String> port : loss.ports().entrySet()) {
            finding = finding.proof(port.getKey(), "uplink of", port.getValue());
        }
        return finding;
    }

    private static boolean isCabled(Facts facts, VirtualSwitch each) {
        return facts.topology().uplinks().nics(each).orElse(List.of()).stream()
                .anyMatch(nic -> facts.topology().wiring().isCabled(nic.id()));
    }

    private static String few(Facts facts, Collection<Id> ids) {
        return Names.few(ids.stream().map((Id id) -> facts.name(id)).toList(), MOST_NAMES);
    }
}
