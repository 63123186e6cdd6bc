package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.MigrationSubnet;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import io.plumbline.topology.Segment;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Two hosts that should exchange VMs have no network in common that they may use for it.
public record NoCommonMigrationNetwork() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "LM012";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge),
                Subject.each(MigrationDomain.class, this::judge));
    }

    // Clusters

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<Host> hosts = facts.topology().hosts(cluster.id());
        if (hosts.size() < 2 || facts.topology().networks(cluster.id()).isEmpty()) {
            return Stream.empty();
        }
        Answer<List<ClusterNetwork>> selected = new SmbUse(facts.topology()).selected(cluster);
        List<ClusterNetwork> networks = selected.orElse(List.of());
        if (!selected.isSure()) {
            return facts.cannotTell(id(), cluster.id(), selected);
        }
        if (cluster.lmNetworks() instanceof Attribute.Known<List<Id>>(List<Id> ids) && ids.isEmpty()) {
            return Stream.of(Finding.of(id(), Severity.ERROR, cluster.id())
                    .fact("what", facts.name(cluster.id()) + " excludes every network from live migration, so none can "
                            + "start")
                    .fact("fix", "Select the networks that are meant to carry it.")
                    .proof(cluster.id(), "lmNetworks", "none").concerning("cluster", cluster.id()));
        }
        if (networks.isEmpty()) {
            return Stream.empty();
        }
        Map<Id, Standpoint> byHost = new LinkedHashMap<>();
        for (Host host : hosts) {
            Standpoint standpoint = standpoint(facts, host, networks);
            if (standpoint.drawn()) {
                byHost.put(host.id(), standpoint);
            }
        }
        return disjoint(facts, cluster, byHost, facts.names().list(networks.stream().map(Element::id).toList()));
    }

    /// What a host has to offer.
    ///
    /// @param keys   the networks it may use
    /// @param needs  what could add to them
    /// @param drawn  whether it has any address: a host without one is unfinished, not wrong
    private record Standpoint(SortedSet<String> keys, SortedSet<Missing> needs, boolean drawn) {}

    private static Standpoint standpoint(Facts facts, Host host, List<ClusterNetwork> networks) {
        SortedSet<String> keys = new TreeSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        boolean drawn = false;
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            drawn |= !endpoint.ip().addresses().isUnset();
            Answer<Optional<ClusterNetwork>> network = facts.topology().endpoints().network(endpoint);
            needs.addAll(network.needs());
            network.orElse(Optional.empty()).filter(networks::contains)
                    .ifPresent(each -> keys.add(facts.name(each.id())));
        }
        return new Standpoint(keys, needs, drawn);
    }

    // Stand-alone hosts

    private Stream<Outcome> judge(Facts facts, MigrationDomain domain) {
        Map<Id, Standpoint> byHost = new LinkedHashMap<>();
        for (Id id : domain.hosts().find().orElse(List.of())) {
            Standpoint standpoint = standpoint(facts, domain, facts.topology().element(id, Host.class));
            if (standpoint.drawn()) {
                byHost.put(id, standpoint);
            }
        }
        return disjoint(facts, domain, byHost, "the subnets that both allow");
    }

    private static Standpoint standpoint(Facts facts, MigrationDomain domain, Host host) {
        SortedSet<String> keys = new TreeSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        boolean drawn = false;
        Answer<Optional<List<IpPrefix>>> allowed = allowed(facts, domain, host);
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            Answer<Optional<IpPrefix>> subnet = facts.topology().endpoints().segment(endpoint)
                    .map(segment -> segment.flatMap(Segment::prefix));
            drawn |= !endpoint.ip().addresses().isUnset();
            needs.addAll(subnet.needs());
            subnet.orElse(Optional.empty()).filter(_ -> allowed.isSure())
                    .filter(prefix -> allowed.orElse(Optional.empty()).map(list -> list.stream()
                            .anyMatch(each -> each.contains(prefix.address()))).orElse(true))
                    .ifPresent(prefix -> keys.add(prefix.toString()));
        }
        needs.addAll(allowed.needs());
        return new Standpoint(keys, needs, drawn);
    }

    /// The subnets a host allows; empty: any.
    private static Answer<Optional<List<IpPrefix>>> allowed(Facts facts, MigrationDomain domain, Host host) {
        return facts.topology().effective().lmAnyNetwork(host).then(any -> {
            if (any) {
                return Answer.sure(Optional.empty());
            }
            if (host.lm().networks().isUnset() && !domain.allowedSubnets().isUnset()) {
                return Answer.stated(domain.allowedSubnets(), domain.id(), "allowedSubnets").map(Optional::of);
            }
            return facts.topology().effective().lmSubnets(host).map(subnets -> Optional.of(subnets.stream()
                    .map(MigrationSubnet::prefix).flatMap(prefix -> prefix.find().stream()).toList()));
        });
    }

    // Both

    private Stream<Outcome> disjoint(Facts facts, Element group, Map<Id, Standpoint> byHost, String selected) {
        // Hosts with the same networks are one party.
        SequencedMap<SortedSet<String>, List<Id>> parties = new LinkedHashMap<>();
        byHost.forEach((host, each) -> parties.computeIfAbsent(each.keys(), _ -> new ArrayList<>()).add(host));
        List<SortedSet<String>> order = new ArrayList<>(parties.keySet());
        SequencedMap<SortedSet<String>, Set<Id>> faults = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (SortedSet<String> one : order) {
            for (SortedSet<String> other : order) {
                boolean pair = one == other ? parties.get(one).size() > 1 && one.isEmpty()
                        : Collections.disjoint(one, other) && isCulprit(one, other, parties, order);
                if (!pair) {
                    continue;
                }
                List<Id> culprits = sure(parties.get(one), byHost, needs);
                List<Id> peers = sure(parties.get(other), byHost, needs);
                if (!culprits.isEmpty() && !peers.isEmpty() && (one != other || culprits.size() > 1)) {
                    faults.computeIfAbsent(one, _ -> new LinkedHashSet<>()).addAll(peers);
                }
            }
        }
        if (faults.isEmpty()) {
            return facts.cannotTell(id(), group.id(), needs);
        }
        List<Outcome> outcomes = new ArrayList<>();
        faults.forEach((keys, peers) -> outcomes.add(finding(facts, group, keys,
                parties.get(keys).stream().filter(host -> byHost.get(host).needs().isEmpty()).toList(), peers, byHost,
                selected)));
        return outcomes.stream();
    }

    private static List<Id> sure(List<Id> hosts, Map<Id, Standpoint> byHost, SortedSet<Missing> needs) {
        List<Id> sure = new ArrayList<>();
        for (Id host : hosts) {
            if (byHost.get(host).needs().isEmpty()) {
                sure.add(host);
            } else {
                needs.addAll(byHost.get(host).needs());
            }
        }
        return sure;
    }

    /// Of two parties without a common network, the one to speak about: that which has none, else the smaller, else the
    /// later.
    private static boolean isCulprit(SortedSet<String> one, SortedSet<String> other,
            Map<SortedSet<String>, List<Id>> parties, List<SortedSet<String>> order) {
        if (one.isEmpty() != other.isEmpty()) {
            return one.isEmpty();
        }
        int bySize = Integer.compare(parties.get(one).size(), parties.get(other).size());
        return bySize < 0 || bySize == 0 && order.indexOf(one) > order.indexOf(other);
    }

    private Finding finding(Facts facts, Element group, SortedSet<String> keys, List<Id> culprits, Set<Id> peers,
            Map<Id, Standpoint> byHost, String selected) {
        Set<Id> others = new LinkedHashSet<>(peers);
        culprits.forEach(others::remove);
        boolean one = culprits.size() == 1;
        String who = names(facts, culprits);
        String verb = one ? " shares" : " share";
        Finding finding = Finding.of(id(), Severity.ERROR, culprits.getFirst())
                .fact("what", who + verb + " no network for live migration"
                        + (others.isEmpty() ? " with each other" : " with " + names(facts, others)) + ": of " + selected
                        + (one ? " it has " : " they have ")
                        + (keys.isEmpty() ? "none" : Names.join(List.copyOf(keys)))
                        + ". Every migration between them fails at once")
                .fact("fix", "Give " + (one ? "it" : "them") + " an endpoint on a network of the others, or select one "
                        + "that all have.")
                .concerning("group", group.id());
        for (Id host : culprits) {
            finding = finding.proof(host, "migration networks", keys.isEmpty() ? "none" : String.join(", ", keys))
                    .concerning("host", host);
        }
        for (Id host : others) {
            finding = finding.proof(host, "migration networks", String.join(", ", byHost.get(host).keys()));
        }
        return finding;
    }

    private static String names(Facts facts, Iterable<Id> hosts) {
        List<String> names = new ArrayList<>();
        hosts.forEach((Id host) -> names.add(facts.name(host)));
        return Names.few(names, MOST_NAMES);
    }

    /// Selects the networks that every node has: those tagged for live migration, else all of them.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Optional<FailoverCluster> found = finding.concerns("cluster").stream().findFirst()
                .or(() -> finding.concerns("group").stream().findFirst())
                .flatMap(id -> facts.topology().find(id, FailoverCluster.class));
        if (found.isEmpty()) {
            return List.of();
        }
        FailoverCluster cluster = found.get();
        int hosts = facts.topology().hosts(cluster.id()).size();
        List<ClusterNetwork> common = facts.topology().networks(cluster.id()).stream()
                .filter(network -> facts.topology().endpoints().on(network).stream().map(Endpoint::host).distinct()
                        .count() == hosts)
                .toList();
        NetworkTags tags = new NetworkTags(facts.topology());
        List<ClusterNetwork> tagged = common.stream()
                .filter(network -> tags.carries(network, Set.of(Purpose.LIVE_MIGRATION)).is(true)).toList();
        List<Id> chosen = new ArrayList<>(cluster.lmNetworks().find().orElse(List.of()));
        (tagged.isEmpty() ? common : tagged).stream().map(ClusterNetwork::id).filter(id -> !chosen.contains(id))
                .forEach(chosen::add);
        return common.isEmpty() || cluster.lmNetworks().isUnset() ? List.of()
                : List.of(Remedy.of("Select " + facts.names().list(chosen) + " for live migration",
                        Put.set(List.of(cluster), "lmNetworks", chosen, "migration networks")));
    }
}
