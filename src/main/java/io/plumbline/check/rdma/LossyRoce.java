package io.plumbline.check.rdma;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.HostFeature;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.RdmaTechnology;
import io.plumbline.model.TrafficClass;
import io.plumbline.model.Trust;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Effective;
import io.plumbline.topology.EffectiveVlan;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Hop;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.Comparator;
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

/// SMB Direct runs over RoCE, and the way is not lossless for it from end to end.
public record LossyRoce() implements Rule {

    private static final int MOST_NAMES = 6;
    private static final int USUAL = 3;
    private static final int CLUSTER = 7;

    @Override
    public String id() {
        return "RDMA001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge), Subject.each(FailoverCluster.class, this::judge));
    }

    /// The endpoints of a host that use RoCE for SMB; what would have to be known is added to `needs`.
    private static List<Endpoint> roce(Facts facts, Host host, SortedSet<Missing> needs) {
        List<Endpoint> found = new ArrayList<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            Answer<Boolean> usable = facts.topology().endpoints().rdmaUsable(endpoint);
            // What has no link yet is not finished.
            if (usable.is(false) || facts.topology().endpoints().linkUp(endpoint).is(false)) {
                continue;
            }
            Answer<Boolean> roce = facts.topology().endpoints().technology(endpoint).then(technology -> Answer.sure(
                    technology.filter(each -> each == RdmaTechnology.ROCE || each == RdmaTechnology.ROCE_V2)
                            .isPresent()));
            if (roce.is(false)) {
                continue;
            }
            Answer<Boolean> all =
                    Answer.allOf(List.of(usable, roce, new SmbUse(facts.topology()).carriesSmb(endpoint)));
            needs.addAll(all.needs());
            if (all.is(true)) {
                found.add(endpoint);
            }
        }
        return found;
    }

    // The host side

    private Stream<Outcome> judge(Facts facts, Host host) {
        SortedSet<Missing> needs = new TreeSet<>();
        List<Endpoint> endpoints = roce(facts, host, needs);
        if (endpoints.isEmpty()) {
            return facts.cannotTell(id(), host.id(), needs);
        }
        List<Outcome> outcomes = new ArrayList<>();
        flowControl(facts, host, endpoints, outcomes);
        for (Endpoint endpoint : endpoints) {
            Answer<Boolean> tagged = facts.topology().vlans().effective(endpoint).then(vlan -> Answer
                    .sure(vlan.isTagged() || vlan.tagging() == EffectiveVlan.Tagging.TRUNK));
            if (tagged.is(false)) {
                outcomes.add(untagged(facts, host, endpoint));
            } else {
                facts.cannotTell(id(), endpoint.id(), tagged).forEach(outcomes::add);
            }
        }
        return outcomes.stream();
    }

    private void flowControl(Facts facts, Host host, List<Endpoint> endpoints, List<Outcome> outcomes) {
        Effective effective = facts.topology().effective();
        Answer<Optional<Integer>> priority = effective.smbPriority(host);
        Answer<List<Integer>> lossless = effective.pfcPriorities(host);
        // A willing host takes the list from its switch.
        boolean willing = !effective.dcbWilling(host).is(false);
        List<String> lacks = new ArrayList<>();
        Finding finding = Finding.of(id(), "a", Severity.ERROR, host.id());
        if (priority.surely(Optional::isEmpty)) {
            lacks.add("gives SMB no priority");
            finding = finding.proof(host.id(), "dcb.smbPriority", "none");
        }
        Integer smb = priority.orElse(Optional.empty()).orElse(null);
        if (!willing && lossless.surely(list -> smb == null ? list.isEmpty() : !list.contains(smb))) {
            lacks.add("has no flow control (PFC)"
                    + (smb == null ? "" : " for priority " + smb + ", that of SMB")
                    + (lossless.orElse(List.of()).isEmpty() ? "" : ", but for " + numbers(lossless.orElse(List.of()))));
            finding = finding.proof(host.id(), "dcb.pfcPriorities", numbers(lossless.orElse(List.of())));
        }
        SequencedSet<Id> without = new LinkedHashSet<>();
        for (Endpoint endpoint : endpoints) {
            for (PhysicalNic nic : facts.topology().endpoints().nics(endpoint).orElse(List.of())) {
                Answer<Boolean> enabled = effective.dcbEnabled(nic);
                facts.cannotTell(id(), nic.id(), enabled).forEach(outcomes::add);
                if (enabled.is(false)) {
                    without.add(nic.id());
                }
            }
        }
        if (!without.isEmpty()) {
            lacks.add("has DCB off on " + facts.names().list(without));
            for (Id nic : without) {
                finding = finding.proof(nic, "dcbEnabled", false);
            }
        }
        if (!lacks.isEmpty()) {
            outcomes.add(concerned(finding, host, endpoints).fact("networks", networks(facts, endpoints))
                    .fact("what", facts.name(host.id()) + " " + Names.join(lacks))
                    .fact("fix", "Give SMB one priority (" + (smb == null ? USUAL : smb)
                            + "), and enable PFC for it on the host and its NICs."));
            return;
        }
        facts.cannotTell(id(), host.id(), priority).forEach(outcomes::add);
        if (!willing) {
            facts.cannotTell(id(), host.id(), lossless).forEach(outcomes::add);
        }
        List<Integer> list = lossless.orElse(List.of());
        if (smb != null && list.contains(smb) && list.size() > 1) {
            outcomes.add(concerned(Finding.of(id(), "d", Severity.WARNING, host.id()), host, endpoints)
                    .fact("what", facts.name(host.id()) + " has flow control (PFC) for priorities " + numbers(list))
                    .fact("priority", smb).proof(host.id(), "dcb.pfcPriorities", numbers(list))
                    .proof(host.id(), "dcb.smbPriority", smb));
        }
    }

    private static Finding concerned(Finding finding, Host host, List<Endpoint> endpoints) {
        Finding proven = finding.concerning("host", host.id());
        for (Endpoint endpoint : endpoints) {
            proven = proven.proof(endpoint.id(), "carries", "SMB over RoCE").concerning("endpoint", endpoint.id());
        }
        return proven;
    }

    private Finding untagged(Facts facts, Host host, Endpoint endpoint) {
        RdmaTechnology technology =
                facts.topology().endpoints().technology(endpoint).orElse(Optional.empty()).orElseThrow();
        boolean dscp = technology == RdmaTechnology.ROCE_V2
                && facts.topology().effective().trust(host).is(Trust.DSCP);
        return Finding.of(id(), "c", dscp ? Severity.WARNING : Severity.ERROR, endpoint.id())
                .fact("endpoint", facts.name(endpoint.id())).fact("technology", technology.display())
                .fact("why", dscp
                        ? "the host sorts by DSCP, which works only where every switch does so too"
                        : "without a tag there is no 802.1p priority, and switches treat the traffic as any other")
                .proof(endpoint.id(), "VLAN", "untagged").proof(host.id(), "dcb.trust", dscp ? "dscp" : "pcp")
                .concerning("host", host.id()).concerning("endpoint", endpoint.id());
    }

    private static String numbers(List<Integer> priorities) {
        return priorities.isEmpty() ? "none"
                : Names.join(priorities.stream().sorted().map(Object::toString).toList());
    }

    private static String networks(Facts facts, List<Endpoint> endpoints) {
        SortedSet<Id> networks = new TreeSet<>();
        endpoints.forEach(endpoint -> facts.topology().endpoints().network(endpoint).orElse(Optional.empty())
                .ifPresent(network -> networks.add(network.id())));
        return networks.isEmpty() ? facts.names().list(endpoints.stream().map(Endpoint::id).toList())
                : facts.names().list(networks);
    }

    // The switch side

    /// What the ports of one switch or stack do to RoCE.
    private static final class Ports {
        private final SequencedSet<Id> off = new TreeSet<>();
        private final SequencedMap<Id, List<Integer>> other = new TreeMap<>();
        private final SequencedMap<Id, List<Integer>> more = new TreeMap<>();
        private final SequencedSet<Endpoint> endpoints = new LinkedHashSet<>();
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SequencedSet<Endpoint> endpoints = new LinkedHashSet<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            endpoints.addAll(roce(facts, host, new TreeSet<>()));
        }
        if (endpoints.size() < 2) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        SortedMap<Integer, List<Host>> byPriority = priorities(facts, endpoints);
        if (byPriority.size() > 1) {
            outcomes.add(hostsDiffer(facts, byPriority, List.copyOf(endpoints)));
        }
        Optional<Integer> priority = byPriority.size() == 1 ? Optional.of(byPriority.firstKey()) : Optional.empty();
        SequencedMap<Id, Ports> byDevice = new LinkedHashMap<>();
        for (ClusterNetwork network : facts.topology().networks(cluster.id())) {
            for (Crossing crossing : facts.topology().crossings().in(network).crossings()) {
                if (endpoints.contains(crossing.a()) && endpoints.contains(crossing.b())) {
                    weigh(facts, crossing, priority,
                            byDevice.computeIfAbsent(crossing.hop().device(), _ -> new Ports()), outcomes);
                }
            }
        }
        byDevice.forEach((device, ports) -> switchSide(facts, device, ports, priority, outcomes));
        return outcomes.stream();
    }

    private static SortedMap<Integer, List<Host>> priorities(Facts facts, SequencedSet<Endpoint> endpoints) {
        SortedMap<Integer, List<Host>> byPriority = new TreeMap<>();
        endpoints.stream().map(Endpoint::host).distinct()
                .map(id -> facts.topology().element(id, Host.class))
                .forEach(host -> facts.topology().effective().smbPriority(host).orElse(Optional.empty()).ifPresent(
                        priority -> byPriority.computeIfAbsent(priority, _ -> new ArrayList<>()).add(host)));
        return byPriority;
    }

    private Finding hostsDiffer(Facts facts, SortedMap<Integer, List<Host>> byPriority, List<Endpoint> endpoints) {
        int majority = byPriority.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Integer, List<Host>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow().getKey();
        List<String> parts = new ArrayList<>();
        Host odd = byPriority.entrySet().stream().filter(each -> each.getKey() != majority)
                .map(each -> each.getValue().getFirst()).min(Comparator.comparing(Host::id)).orElseThrow();
        Finding finding = Finding.of(id(), "b", Severity.ERROR, odd.id())
                .fact("networks", networks(facts, endpoints))
                .fact("fix", "Set priority " + majority + " on all of them.");
        for (Map.Entry<Integer, List<Host>> each : byPriority.entrySet()) {
            parts.add(each.getKey() + " on " + Names.few(
                    each.getValue().stream().map(host -> facts.name(host.id())).toList(), MOST_NAMES));
            for (Host host : each.getValue()) {
                finding = finding.proof(host.id(), "dcb.smbPriority", each.getKey()).concerning("host", host.id());
            }
        }
        return finding.fact("what", Names.join(parts));
    }

    private void weigh(Facts facts, Crossing crossing, Optional<Integer> priority, Ports ports,
            List<Outcome> outcomes) {
        boolean edge = crossing.hop().place() == Hop.Place.EDGE;
        ports.endpoints.add(crossing.a());
        for (Id port : facts.topology().wiring().members(crossing.hop().port())) {
            Answer<List<Integer>> lossless = lossless(facts, port);
            facts.cannotTell(id(), port, lossless).forEach(outcomes::add);
            if (!lossless.isSure()) {
                continue;
            }
            List<Integer> list = lossless.orElse(List.of());
            if (list.isEmpty()) {
                ports.off.add(port);
            } else if (priority.isPresent() && !list.contains(priority.get())) {
                ports.other.put(port, list);
            } else if (priority.isPresent() && list.size() > 1 && edge) {
                ports.more.put(port, list);
            }
        }
    }

    /// The priorities for which a port has flow control; none where it is off. What is stated for the whole switch holds
    /// for the ports about which nothing is said.
    private static Answer<List<Integer>> lossless(Facts facts, Id port) {
        var switches = facts.topology().switches();
        return switches.statedPfc(port).then(stated -> stated.isEmpty() ? switches.losslessPriorities(port)
                : !stated.get() ? Answer.sure(List.of())
                        : switches.pfcPriorities(port).then(own -> own.isEmpty() ? switches.losslessPriorities(port)
                                : Answer.sure(own)));
    }

    private void switchSide(Facts facts, Id device, Ports ports, Optional<Integer> priority, List<Outcome> outcomes) {
        String networks = networks(facts, List.copyOf(ports.endpoints));
        if (!ports.off.isEmpty()) {
            Finding finding = Finding.of(id(), "a", Severity.ERROR, device).fact("networks", networks)
                    .fact("what", names(facts, ports.off) + (ports.off.size() == 1 ? " has" : " have")
                            + " no flow control (PFC)" + priority.map(number -> " for priority " + number).orElse(""))
                    .fact("fix", "Enable PFC for " + priority.map(number -> "priority " + number)
                            .orElse("the priority of SMB") + " there.");
            for (Id port : ports.off) {
                finding = finding.proof(port, "pfcEnabled", false).concerning("port", port);
            }
            outcomes.add(concerned(finding, device, ports));
        }
        if (!ports.other.isEmpty()) {
            Finding finding = Finding.of(id(), "b", Severity.ERROR, device).fact("networks", networks)
                    .fact("what", priority.orElseThrow() + " on the hosts, "
                            + numbers(ports.other.firstEntry().getValue()) + " at "
                            + names(facts, ports.other.sequencedKeySet()))
                    .fact("fix", "Enable PFC for priority " + priority.orElseThrow() + " there.");
            for (Map.Entry<Id, List<Integer>> each : ports.other.entrySet()) {
                finding = finding.proof(each.getKey(), "pfcPriorities", numbers(each.getValue()))
                        .concerning("port", each.getKey());
            }
            outcomes.add(concerned(finding, device, ports));
        }
        if (!ports.more.isEmpty()) {
            String who = names(facts, ports.more.sequencedKeySet());
            Finding finding = Finding.of(id(), "d", Severity.WARNING, device)
                    .fact("what", Names.sentence(who) + (ports.more.size() == 1 ? " has" : " have")
                            + " flow control (PFC) for priorities " + numbers(ports.more.firstEntry().getValue()))
                    .fact("priority", priority.orElseThrow());
            for (Map.Entry<Id, List<Integer>> each : ports.more.entrySet()) {
                finding = finding.proof(each.getKey(), "pfcPriorities", numbers(each.getValue()))
                        .concerning("port", each.getKey());
            }
            outcomes.add(concerned(finding, device, ports));
        }
    }

    private static Finding concerned(Finding finding, Id device, Ports ports) {
        Finding proven = finding.concerning("device", device);
        for (Endpoint endpoint : ports.endpoints) {
            proven = proven.concerning("endpoint", endpoint.id());
        }
        return proven;
    }

    private static String names(Facts facts, SequencedSet<Id> ports) {
        return ports.size() <= MOST_NAMES ? facts.names().ports(ports)
                : Names.few(ports.stream().map((Id id) -> facts.name(id)).toList(), MOST_NAMES);
    }

    // Remedies

    /// One priority for SMB, lossless on every host and port that it passes, and a class for the cluster's heartbeat.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Optional<FailoverCluster> cluster = finding.concerns("endpoint").stream()
                .flatMap(id -> facts.topology().endpoints().find(id).stream()).map(Endpoint::host)
                .map(id -> facts.topology().element(id, Host.class))
                .flatMap(host -> facts.topology().effective().failoverCluster(host).orElse(Optional.empty()).stream())
                .findFirst()
                .or(() -> finding.concerns("host").stream().map(id -> facts.topology().element(id, Host.class))
                        .flatMap(host -> facts.topology().effective().failoverCluster(host).orElse(Optional.empty())
                                .stream())
                        .findFirst());
        return finding.variant().equals("c") || cluster.isEmpty() ? List.of()
                : profile(facts, cluster.get()).map(List::of).orElse(List.of());
    }

    private static Optional<Remedy> profile(Facts facts, FailoverCluster cluster) {
        Proposal proposal = new Proposal(facts.topology());
        SequencedSet<Endpoint> endpoints = new LinkedHashSet<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            endpoints.addAll(roce(facts, host, new TreeSet<>()));
        }
        SortedMap<Integer, List<Host>> byPriority = priorities(facts, endpoints);
        int priority = byPriority.size() == 1 ? byPriority.firstKey() : USUAL;
        endpoints.stream().map(Endpoint::host).distinct().forEach(
                id -> host(facts, proposal, facts.topology().element(id, Host.class), priority));
        for (Endpoint endpoint : endpoints) {
            facts.topology().endpoints().nics(endpoint).orElse(List.of())
                    .forEach(nic -> proposal.set(nic, "dcbEnabled", true));
        }
        SequencedSet<Id> ports = new LinkedHashSet<>();
        SequencedSet<Id> devices = new LinkedHashSet<>();
        for (ClusterNetwork network : facts.topology().networks(cluster.id())) {
            for (Crossing crossing : facts.topology().crossings().in(network).crossings()) {
                if (endpoints.contains(crossing.a()) && endpoints.contains(crossing.b())) {
                    ports.add(crossing.hop().port());
                    ports.addAll(facts.topology().wiring().members(crossing.hop().port()));
                    devices.add(crossing.hop().device());
                }
            }
        }
        if (devices.stream().anyMatch(device -> facts.topology().switches().model(device)
                .filter(model -> model.pfc().is(false)).isPresent())) {
            return Optional.empty();
        }
        for (Id id : ports) {
            Element port = facts.topology().element(id);
            proposal.set(port, "pfcEnabled", true).set(port, "pfcPriorities", List.of(priority));
        }
        devices.forEach(
                device -> proposal.set(facts.topology().element(device), "losslessPriorities", List.of(priority)));
        return Optional.of(proposal.as("Make priority " + priority + " lossless for SMB on all hosts and ports of "
                + facts.name(cluster.id())));
    }

    private static void host(Facts facts, Proposal proposal, Host host, int priority) {
        SortedSet<HostFeature> features =
                new TreeSet<>(facts.topology().effective().features(host).orElse(new TreeSet<>()));
        features.add(HostFeature.DCB);
        proposal.set(host, "dcb.smbPriority", priority).set(host, "dcb.pfcPriorities", List.of(priority))
                .set(host, "dcb.clusterPriority", CLUSTER)
                .set(host, "dcb.trafficClasses", List.of(trafficClass("SMB", priority, 50),
                        trafficClass("Cluster", CLUSTER, 1)))
                .set(host, "features", features);
    }

    private static TrafficClass trafficClass(String name, int priority, int percent) {
        return new TrafficClass(Attribute.of(name),
                Attribute.of(List.of(priority)), Attribute.of(percent));
    }
}
