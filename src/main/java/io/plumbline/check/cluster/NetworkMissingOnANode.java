package io.plumbline.check.cluster;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A network for migration, CSV, heartbeat or storage that some node of the cluster has no endpoint on, or none with a
/// link.
public record NetworkMissingOnANode() implements Rule {

    private static final Set<Purpose> NEEDED_EVERYWHERE = Set.of(Purpose.LIVE_MIGRATION, Purpose.CSV,
            Purpose.HEARTBEAT, Purpose.SMB_STORAGE, Purpose.STORAGE_ONLY, Purpose.ISCSI);

    @Override
    public String id() {
        return "CN005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        List<Outcome> outcomes = new ArrayList<>();
        for (FailoverCluster cluster : facts.topology().clustersOf(network)) {
            judge(facts, network, cluster, outcomes);
        }
        return outcomes.stream();
    }

    private void judge(Facts facts, ClusterNetwork network, FailoverCluster cluster, List<Outcome> outcomes) {
        Map<Id, List<Endpoint>> byHost = new HashMap<>();
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            byHost.computeIfAbsent(endpoint.host(), _ -> new ArrayList<>()).add(endpoint);
        }
        List<Host> missing = new ArrayList<>();
        List<Endpoint> down = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        int present = 0;
        for (Host host : facts.topology().hosts(cluster.id())) {
            List<Endpoint> here = byHost.getOrDefault(host.id(), List.of());
            if (here.isEmpty()) {
                missing.add(host);
            } else {
                present++;
                if (here.stream().allMatch(endpoint -> isDown(facts, endpoint))) {
                    down.addAll(here);
                }
            }
        }
        if (present == 0 || missing.isEmpty() && down.isEmpty()) {
            return;
        }
        List<Endpoint> siblings = byHost.values().stream().flatMap(List::stream).toList();
        missing.removeIf(host -> isUnfinished(facts, host, siblings, needs));
        Answer<Boolean> needed = new NetworkTags(facts.topology()).carries(network, NEEDED_EVERYWHERE);
        if (needed.is(false)) {
            return;
        }
        if (missing.isEmpty() && down.isEmpty() || !needed.isSure()) {
            needs.addAll(needed.needs());
            facts.cannotTell(id(), network.id(), needs).forEach(outcomes::add);
            return;
        }
        outcomes.add(finding(facts, network, cluster, missing, down));
    }

    /// A NIC that is not plugged in yet is unfinished; only a link of which somebody says that it is down is down.
    private static boolean isDown(Facts facts, Endpoint endpoint) {
        List<PhysicalNic> nics = facts.topology().endpoints().nics(endpoint).orElse(List.of());
        return !nics.isEmpty() && nics.stream().allMatch(nic -> nic.linkUp().is(false));
    }

    /// Whether the node is still being drawn: it is on no other network, or has a NIC of that name without an address. What
    /// nobody knows goes into `needs`.
    private static boolean isUnfinished(Facts facts, Host host, List<Endpoint> siblings, SortedSet<Missing> needs) {
        boolean drawn = false;
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            Answer<Optional<ClusterNetwork>> network = facts.topology().endpoints().network(endpoint);
            drawn |= network.surely(Optional::isPresent);
            if (!network.isSure()) {
                needs.addAll(network.needs());
                return true;
            }
            boolean unaddressed = facts.topology().effective().addresses(endpoint.id(), endpoint.ip())
                    .surely(List::isEmpty);
            if (unaddressed && siblings.stream().anyMatch(each -> areNamedAlike(each, endpoint))) {
                return true;
            }
        }
        return !drawn;
    }

    private static boolean areNamedAlike(Endpoint a, Endpoint b) {
        return !a.name().isBlank() && a.name().equalsIgnoreCase(b.name());
    }

    private Finding finding(Facts facts, ClusterNetwork network, FailoverCluster cluster, List<Host> missing,
            List<Endpoint> down) {
        List<String> problems = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (!missing.isEmpty()) {
            List<String> names = missing.stream().map((Host host) -> facts.name(host.id())).toList();
            problems.add(Names.few(names, 6) + (names.size() == 1 ? " has no endpoint on it"
                    : " have no endpoint on it"));
            fixes.add("Add an endpoint with the same name, VLAN, MTU and bindings as on the other nodes.");
        }
        if (!down.isEmpty()) {
            List<String> names = down.stream().map((Endpoint each) -> facts.name(each.id())).toList();
            problems.add(Names.few(names, 6) + (names.size() == 1 ? " has no link" : " have no link"));
            fixes.add("Bring the link up.");
        }
        Finding finding =
                Finding.of(id(), Severity.ERROR, network.id()).fact("network", Names.sentence(facts.name(network.id())))
                        .fact("cluster", facts.name(cluster.id())).fact("problems", Names.join(problems))
                        .fact("fix", String.join(" ", fixes)).concerning("network", network.id());
        for (Host host : missing) {
            finding = finding.proof(host.id(), "endpoint on " + facts.name(network.id()), "none")
                    .concerning("host", host.id());
        }
        for (Endpoint endpoint : down) {
            finding = finding.proof(endpoint.id(), "linkUp", "no").concerning("host", endpoint.host());
        }
        return finding;
    }

    // The remedy

    /// Gives each node an endpoint like that of a sibling, with the next free address; offered when that goes for all.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        ClusterNetwork network = facts.topology().element(finding.primary(), ClusterNetwork.class);
        List<Endpoint> siblings = facts.topology().endpoints().on(network);
        List<Host> missing = finding.concerns("host").stream()
                .filter(host -> siblings.stream().noneMatch(each -> each.host().equals(host)))
                .map(host -> facts.topology().element(host, Host.class)).toList();
        if (missing.isEmpty() || missing.size() < finding.concerns("host").size() || siblings.isEmpty()) {
            return List.of();
        }
        EndpointClone clone = new EndpointClone(facts.topology(), network, siblings.getFirst());
        return clone.on(missing).map(put -> Remedy.of("Add " + facts.name(network.id()) + " to "
                + facts.names().list(missing.stream().map(Host::id).toList()) + ", as on "
                + facts.name(siblings.getFirst().host()), put)).stream().toList();
    }
}
