package io.plumbline.check.cluster;

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
import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The design calls one network first for CSV and another one first for live migration, and the metrics or the order of the
/// live-migration networks say otherwise.
public record MetricsAgainstNames() implements Rule {

    /// Below everything that the cluster computes, as the field report has it.
    private static final int FIRST_METRIC = 900;

    @Override
    public String id() {
        return "CN003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<ClusterNetwork> networks = facts.topology().networks(cluster.id());
        if (networks.size() < 2) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        List<ClusterNetwork> used = used(facts, networks, needs);
        Optional<ClusterNetwork> csv = first(networks, Purpose.CSV);
        Optional<ClusterNetwork> migration = first(networks, Purpose.LIVE_MIGRATION);
        Answer<Boolean> shared = isSharedOverSmb(facts, cluster, csv, migration);
        if (shared.is(true)) {
            return Stream.empty();
        }
        needs.addAll(shared.needs());
        Finding finding = Finding.of(id(), Severity.ADVICE, cluster.id()).concerning("cluster", cluster.id());
        List<String> problems = new ArrayList<>();
        if (csv.isPresent() && migration.isPresent() && csv.get() != migration.get()) {
            finding = ranked(facts, finding, used, csv.get(), migration.get(), problems, needs);
            finding = ordered(facts, finding, cluster, csv.get(), migration.get(), problems, needs);
        }
        finding = tied(facts, finding, used, problems);
        if (problems.isEmpty() || !shared.isSure()) {
            return mayContradict(csv, migration, problems) ? facts.cannotTell(id(), cluster.id(), needs)
                    : Stream.empty();
        }
        return Stream.of(finding.fact("cluster", facts.name(cluster.id())).fact("problems",
                String.join("; ", problems)));
    }

    private static boolean mayContradict(Optional<ClusterNetwork> csv, Optional<ClusterNetwork> migration,
            List<String> problems) {
        return !problems.isEmpty() || csv.isPresent() && migration.isPresent() && csv.get() != migration.get();
    }

    /// The networks that the cluster uses at all.
    private static List<ClusterNetwork> used(Facts facts, List<ClusterNetwork> networks, SortedSet<Missing> needs) {
        List<ClusterNetwork> used = new ArrayList<>();
        for (ClusterNetwork network : networks) {
            Answer<NetworkRole> role = facts.topology().effective().role(network);
            needs.addAll(role.needs());
            if (role.surely(each -> each != NetworkRole.NONE)) {
                used.add(network);
            }
        }
        return used;
    }

    /// The network that the names put first for a purpose; none where two of them claim it.
    private static Optional<ClusterNetwork> first(List<ClusterNetwork> networks, Purpose purpose) {
        List<ClusterNetwork> first = networks.stream()
                .filter(network -> NetworkTags.rank(network, purpose).filter(rank -> rank == 1).isPresent()).toList();
        return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }

    /// Twins that carry both kinds over SMB and say so: the metric counts only when Multichannel is out.
    private static Answer<Boolean> isSharedOverSmb(Facts facts, FailoverCluster cluster,
            Optional<ClusterNetwork> csv, Optional<ClusterNetwork> migration) {
        boolean bothKinds = csv.isPresent() && migration.isPresent() && Stream.of(csv.get(), migration.get())
                .allMatch(each -> NetworkTags.rank(each, Purpose.CSV).isPresent()
                        && NetworkTags.rank(each, Purpose.LIVE_MIGRATION).isPresent());
        return !bothKinds ? Answer.sure(false)
                : Answer.allOf(facts.topology().hosts(cluster.id()).stream()
                        .map(node -> facts.topology().effective().lmOption(node)
                                .then(option -> Answer.sure(option == MigrationOption.SMB)))
                        .toList());
    }

    // The three ways to contradict

    private static Finding ranked(Facts facts, Finding finding, List<ClusterNetwork> used, ClusterNetwork csv,
            ClusterNetwork migration, List<String> problems, SortedSet<Missing> needs) {
        if (!used.contains(csv) || !used.contains(migration)) {
            return finding;
        }
        SequencedMap<ClusterNetwork, Integer> metrics = new LinkedHashMap<>();
        for (ClusterNetwork network : used) {
            Answer<Integer> metric = facts.topology().effective().metric(network);
            needs.addAll(metric.needs());
            metric.find().ifPresent(value -> metrics.put(network, value));
        }
        List<ClusterNetwork> ahead = used.stream().filter(other -> comesBefore(metrics, other, csv)
                || other != csv && comesBefore(metrics, other, migration)).toList();
        if (ahead.isEmpty()) {
            return finding;
        }
        List<ClusterNetwork> order = new ArrayList<>(metrics.keySet());
        order.sort(Comparator.comparing(metrics::get));
        problems.add("by metric the order is " + Names.join(order.stream().map(each -> facts.name(each.id())
                + (each.metric().isKnown() ? " (" + metrics.get(each) + ")" : "")).toList()) + ", while the names put "
                + facts.name(csv.id()) + " first for CSV and " + facts.name(migration.id())
                + " first for live migration");
        Finding proven = finding;
        for (ClusterNetwork network : order) {
            proven = proven.proof(network.id(), "metric", position(network, metrics.get(network)));
        }
        return proven;
    }

    private static boolean comesBefore(Map<ClusterNetwork, Integer> metrics, ClusterNetwork other,
            ClusterNetwork network) {
        return other != network && metrics.containsKey(other) && metrics.containsKey(network)
                && metrics.get(other) < metrics.get(network);
    }

    /// Only a stated metric is a number to print; a computed one ranks.
    private static String position(ClusterNetwork network, int metric) {
        return network.metric().isKnown() ? Integer.toString(metric) : "automatic";
    }

    private static Finding ordered(Facts facts, Finding finding, FailoverCluster cluster, ClusterNetwork csv,
            ClusterNetwork migration, List<String> problems, SortedSet<Missing> needs) {
        if (cluster.lmNetworks().isUnknown()) {
            needs.add(new Missing(cluster.id(), "lmNetworks"));
        }
        if (!(cluster.lmNetworks() instanceof Attribute.Known<List<Id>>(List<Id> order))) {
            return finding;
        }
        int ofCsv = order.indexOf(csv.id());
        int ofMigration = order.indexOf(migration.id());
        if (ofCsv < 0 || ofMigration < 0 || ofMigration < ofCsv) {
            return finding;
        }
        problems.add("the live-migration order lists " + facts.name(csv.id()) + ", which the names put first for CSV, "
                + "before " + facts.name(migration.id()));
        return finding.proof(cluster.id(), "lmNetworks", facts.names().list(order));
    }

    private static Finding tied(Facts facts, Finding finding, List<ClusterNetwork> used, List<String> problems) {
        Finding proven = finding;
        SequencedMap<Integer, List<ClusterNetwork>> byMetric = new LinkedHashMap<>();
        used.forEach(network -> network.metric().find()
                .ifPresent(metric -> byMetric.computeIfAbsent(metric, _ -> new ArrayList<>()).add(network)));
        for (Map.Entry<Integer, List<ClusterNetwork>> each : byMetric.entrySet()) {
            if (each.getValue().size() > 1) {
                problems.add(facts.names().list(each.getValue().stream().map(ClusterNetwork::id).toList())
                        + " have the same metric, " + each.getKey());
                for (ClusterNetwork network : each.getValue()) {
                    proven = proven.proof(network.id(), "metric", each.getKey());
                }
            }
        }
        return proven;
    }

    // The remedy

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster = facts.topology().element(finding.primary(), FailoverCluster.class);
        List<ClusterNetwork> networks = facts.topology().networks(cluster.id());
        List<ClusterNetwork> wanted = new ArrayList<>();
        first(networks, Purpose.CSV).ifPresent(wanted::add);
        first(networks, Purpose.LIVE_MIGRATION).filter(each -> !wanted.contains(each)).ifPresent(wanted::add);
        if (wanted.size() < 2) {
            wanted.clear();
        }
        Effective effective = facts.topology().effective();
        Comparator<ClusterNetwork> byMetric =
                Comparator.comparing(each -> effective.metric(each).orElse(Integer.MAX_VALUE));
        // The others keep the order they have, behind the two that the names put first.
        networks.stream().filter(each -> !wanted.contains(each) && each.metric().isKnown()).sorted(byMetric)
                .forEach(wanted::add);
        List<Element> changed = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (ClusterNetwork network : wanted) {
            int metric = FIRST_METRIC + words.size();
            words.add(metric + " (" + facts.name(network.id()) + ")");
            changed.add(Element.with(Element.with(network, "autoMetric", false), "metric", metric));
        }
        swapped(cluster, wanted).ifPresent(changed::add);
        return List.of(Remedy.of("Set metrics " + Names.join(words)
                + (changed.size() > wanted.size() ? " and the live-migration order" : ""),
                new Put("Set metrics", changed)));
    }

    /// The cluster with the network for live migration before the one for CSV.
    private static Optional<FailoverCluster> swapped(FailoverCluster cluster, List<ClusterNetwork> wanted) {
        List<Id> order = new ArrayList<>(cluster.lmNetworks().orElse(List.of()));
        if (wanted.size() < 2) {
            return Optional.empty();
        }
        int ofCsv = order.indexOf(wanted.getFirst().id());
        int ofMigration = order.indexOf(wanted.get(1).id());
        if (ofCsv < 0 || ofMigration < ofCsv) {
            return Optional.empty();
        }
        Collections.swap(order, ofCsv, ofMigration);
        return Optional.of(Element.with(cluster, "lmNetworks", order));
    }
}
