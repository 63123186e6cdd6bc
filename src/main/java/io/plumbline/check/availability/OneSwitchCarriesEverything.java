package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proof;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.topology.Answer;
import io.plumbline.topology.ClusterReach;
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
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge), Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SortedMap<Id, Loss> losses = new TreeMap<>();
        List<Outcome> gaps = new ArrayList<>();
        if (!facts.topology().networks(cluster.id()).isEmpty()) {
            ClusterReach reach = new ClusterReach(facts.topology(), cluster);
            facts.topology().hosts(cluster.id()).forEach(host -> cutOff(facts, reach, host, losses, gaps));
        }
        groups(facts, cluster).forEach((name, switches) -> uplinks(facts, name, switches, losses, gaps));
        return findings(facts, losses, gaps);
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster nlb) {
        SortedMap<Id, Loss> losses = new TreeMap<>();
        List<Outcome> gaps = new ArrayList<>();
        groups(facts, nlb).forEach((name, switches) -> uplinks(facts, name, switches, losses, gaps));
        return findings(facts, losses, gaps);
    }

    private Stream<Outcome> findings(Facts facts, SortedMap<Id, Loss> losses, List<Outcome> gaps) {
        return Stream.concat(losses.entrySet().stream().map(each -> finding(facts, each.getKey(), each.getValue())),
                gaps.stream());
    }

    /// A switch that carries everything of two clusters is one fault.
    @Override
    public List<Finding> combine(List<Finding> findings) {
        SequencedMap<Id, Finding> bySwitch = new LinkedHashMap<>();
        findings.forEach(finding -> bySwitch.merge(finding.primary(), finding, OneSwitchCarriesEverything::both));
        return List.copyOf(bySwitch.values());
    }

    private static Finding both(Finding one, Finding other) {
        Finding both = one.fact("loss", one.facts().get("loss") + "; " + other.facts().get("loss"));
        for (Proof proof : other.evidence()) {
            both = both.proof(proof.element(), proof.attribute(), proof.value());
        }
        for (Map.Entry<String, SortedSet<Id>> concern : other.concernById().entrySet()) {
            for (Id element : concern.getValue()) {
                both = both.concerning(concern.getKey(), element);
            }
        }
        return both;
    }

    /// Whether a switch may be a single point: a stack of two or more cabled units is another matter.
    private static boolean isSingle(Topology topology, Id plane) {
        return topology.wiring().units(plane).stream().filter(unit -> topology.ports(unit.id()).stream()
                .anyMatch(port -> topology.wiring().isCabled(port.id()))).limit(2).count() < 2;
    }

    // a) Hosts and their cluster networks

    private void cutOff(Facts facts, ClusterReach reach, Host host, Map<Id, Loss> losses, List<Outcome> gaps) {
        for (Id suspect : reach.suspects(host)) {
            if (!isSingle(facts.topology(), suspect)) {
                continue;
            }
            Answer<Boolean> left = reach.without(host, suspect);
            Answer<Boolean> cutOff = left.is(true) ? Answer.sure(false)
                    : Answer.allOf(List.of(reach.reaches(host), Answer.not(left)));
            if (cutOff.is(true)) {
                losses.computeIfAbsent(suspect, _ -> new Loss()).hosts().add(host.id());
            }
            facts.cannotTell(id(), host.id(), cutOff).forEach(gaps::add);
        }
    }

    // b) Virtual switches of clustered and NLB VMs

    /// Virtual switches of one name stand in for each other on the nodes of a cluster.
    private static Map<String, List<VirtualSwitch>> groups(Facts facts, FailoverCluster cluster) {
        Map<String, List<VirtualSwitch>> groups = new LinkedHashMap<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            for (VirtualSwitch each : facts.topology().virtualSwitches(host.id())) {
                groups.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
            }
        }
        return groups;
    }

    /// Outside of clusters they do so for the nodes of an NLB cluster.
    private static Map<String, List<VirtualSwitch>> groups(Facts facts, NlbCluster nlb) {
        Topology topology = facts.topology();
        Map<String, List<VirtualSwitch>> groups = new LinkedHashMap<>();
        for (NlbNode node : nlb.nodes().orElse(List.of())) {
            Optional<Host> host = topology.balancing().host(node);
            if (topology.balancing().vm(node).isPresent() && host.isPresent()
                    && host.get().failoverCluster().find().isEmpty()) {
                topology.balancing().virtualNics(node).forEach(nic -> topology.uplinks().virtualSwitch(nic).find()
                        .flatMap(each -> each)
                        .ifPresent(each -> add(groups.computeIfAbsent(each.name(), _ -> new ArrayList<>()), each)));
            }
        }
        return groups;
    }

    private static void add(List<VirtualSwitch> switches, VirtualSwitch each) {
        if (switches.stream().noneMatch(other -> other.id().equals(each.id()))) {
            switches.add(each);
        }
    }

    /// Whether a VM that is a clustered role, or a node of an NLB cluster, is on one of these virtual switches now.
    private static boolean carriesImportantVms(Topology topology, List<VirtualSwitch> switches) {
        return switches.stream().anyMatch(each -> topology.vms(each.host()).stream()
                .filter(vm -> topology.effective().clusteredRole(vm).is(true) || topology.virtualNics(vm.id()).stream()
                        .anyMatch(nic -> !topology.nlbClusters(nic.id()).isEmpty()))
                .flatMap(vm -> topology.virtualNics(vm.id()).stream())
                .anyMatch(nic -> topology.uplinks().virtualSwitch(nic).find().flatMap(on -> on)
                        .filter(on -> on.id().equals(each.id())).isPresent()));
    }

    private void uplinks(Facts facts, String name, List<VirtualSwitch> switches, Map<Id, Loss> losses,
            List<Outcome> gaps) {
        Topology topology = facts.topology();
        SequencedMap<Id, String> ports = new LinkedHashMap<>();
        SequencedSet<Id> planes = new LinkedHashSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (VirtualSwitch each : switches) {
            Answer<List<PhysicalNic>> nics = topology.uplinks().nics(each);
            needs.addAll(nics.needs());
            for (PhysicalNic nic : nics.orElse(List.of())) {
                for (Element peer : topology.wiring().peers(nic.id())) {
                    planes.add(topology.wiring().controlPlane(peer.id()).id());
                    if (planes.size() > 1) {
                        return;
                    }
                    if (peer instanceof SwitchPort) {
                        ports.put(peer.id(), facts.name(each.id()));
                    }
                }
            }
        }
        if (ports.isEmpty() || !isSingle(topology, planes.getFirst())
                || topology.wiring().mlagPair(planes.getFirst()).isPresent()
                || !carriesImportantVms(topology, switches)) {
            return;
        }
        Id plane = planes.getFirst();
        if (!needs.isEmpty()) {
            facts.cannotTell(id(), plane, needs).forEach(gaps::add);
            return;
        }
        Loss loss = losses.computeIfAbsent(plane, _ -> new Loss());
        loss.virtualSwitches().merge(name, switches, (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
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
        if (!loss.hosts().isEmpty()) {
            // What the cluster networks lose with it is told here, and nowhere else.
            finding = finding.concerning("single", plane);
        }
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

    // The remedy

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return facts.topology().find(finding.primary(), Switch.class)
                .flatMap(plane -> new SecondSwitch(facts, plane).remedy()).stream().toList();
    }
}
