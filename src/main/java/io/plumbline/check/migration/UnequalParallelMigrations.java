package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.MigrationOption;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The number of live migrations at once is set in two places that do not agree, or is too large for the link.
public record UnequalParallelMigrations() implements Rule {

    private static final int MOST_NAMES = 6;
    private static final int USUAL = 2;
    private static final long THIN = 1000;

    @Override
    public String id() {
        return "LM013";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SortedMap<Integer, List<Host>> byNumber = new TreeMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        Attribute<Integer> property = cluster.maxParallelMigrations();
        for (Host host : facts.topology().hosts(cluster.id())) {
            // Where the cluster has a number, it pushes it to the hosts that state none.
            Answer<Integer> number = host.lm().maxConcurrent().isUnset() && property.isKnown()
                    ? Answer.sure(property.find().orElseThrow())
                    : facts.topology().effective().lmMaxConcurrent(host);
            switch (number) {
                case Answer.Sure<Integer>(Integer value) ->
                        byNumber.computeIfAbsent(value, _ -> new ArrayList<>()).add(host);
                case Answer.NotKnown<Integer>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        if (property instanceof Attribute.Known<Integer>(Integer number)) {
            if (byNumber.size() > 1 || !byNumber.isEmpty() && byNumber.firstKey() != number.intValue()) {
                outcomes.add(overruled(facts, cluster, number, byNumber));
            }
        } else if (byNumber.size() > 1) {
            outcomes.add(differing(facts, cluster, byNumber));
        }
        if (outcomes.isEmpty() && facts.topology().hosts(cluster.id()).size() > 1) {
            if (property.isUnknown()) {
                needs.add(new Missing(cluster.id(), "maxParallelMigrations"));
            }
            facts.cannotTell(id(), cluster.id(), needs).forEach(outcomes::add);
        }
        thin(facts, cluster, property, byNumber).ifPresent(outcomes::add);
        return outcomes.stream();
    }

    private Finding overruled(Facts facts, FailoverCluster cluster, int number,
            SortedMap<Integer, List<Host>> byNumber) {
        List<Host> others = byNumber.entrySet().stream().filter(each -> each.getKey() != number)
                .flatMap(each -> each.getValue().stream()).toList();
        Finding finding = Finding.of(id(), Severity.ADVICE, cluster.id())
                .fact("what",
                        facts.name(cluster.id()) + " allows " + at(number) + ", but " + parts(facts, byNumber, number)
                                + "; on updated clusters the cluster's number wins and the hosts' values revert")
                .fact("fix", "Set " + number + " on the hosts as well, or leave theirs unset.")
                .proof(cluster.id(), "maxParallelMigrations", number).concerning("cluster", cluster.id());
        return hosts(finding, others, byNumber);
    }

    private Finding differing(Facts facts, FailoverCluster cluster, SortedMap<Integer, List<Host>> byNumber) {
        int majority = majority(byNumber);
        List<Host> others = byNumber.entrySet().stream().filter(each -> each.getKey() != majority)
                .flatMap(each -> each.getValue().stream()).toList();
        Finding finding = Finding.of(id(), Severity.ADVICE, cluster.id())
                .fact("what", "In " + facts.name(cluster.id()) + " the hosts do not allow the same number of live "
                        + "migrations at once: " + parts(facts, byNumber, Integer.MIN_VALUE))
                .fact("fix", "Set " + majority + " on all of them.").concerning("cluster", cluster.id());
        return hosts(finding, others, byNumber);
    }

    private static Finding hosts(Finding finding, List<Host> others, SortedMap<Integer, List<Host>> byNumber) {
        Finding proven = finding;
        for (Host host : others) {
            proven = proven.concerning("host", host.id());
        }
        for (Map.Entry<Integer, List<Host>> each : byNumber.entrySet()) {
            for (Host host : each.getValue()) {
                proven = proven.proof(host.id(), "lm.maxConcurrent", each.getKey());
            }
        }
        return proven;
    }

    private static int majority(SortedMap<Integer, List<Host>> byNumber) {
        return byNumber.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<Integer, List<Host>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow().getKey();
    }

    private static String parts(Facts facts, SortedMap<Integer, List<Host>> byNumber, int but) {
        return byNumber.entrySet().stream().filter(each -> each.getKey() != but)
                .map(each -> each.getKey() + " on " + Names.few(
                        each.getValue().stream().map(host -> facts.name(host.id())).toList(), MOST_NAMES))
                .collect(Collectors.joining(", "));
    }

    private static String at(int number) {
        return Names.count(number, "live migration", "live migrations") + " at once";
    }

    // Thin links

    /// Hosts that start many migrations at once over no more than 1 Gbps.
    private Optional<Finding> thin(Facts facts, FailoverCluster cluster, Attribute<Integer> property,
            SortedMap<Integer, List<Host>> byNumber) {
        List<Host> hosts = new ArrayList<>();
        List<Endpoint> first = List.of();
        int most = 0;
        long speed = 0;
        for (Map.Entry<Integer, List<Host>> each : byNumber.entrySet()) {
            int number = property.find().orElse(each.getKey());
            for (Host host : number > USUAL ? each.getValue() : List.<Host>of()) {
                List<Endpoint> endpoints = carriers(facts, host);
                Answer<List<Mbps>> speeds =
                        Answer.all(endpoints.stream().map(facts.topology().endpoints()::speed).toList());
                if (!endpoints.isEmpty() && speeds.surely(all -> Bandwidth.sum(all) <= THIN)) {
                    first = hosts.isEmpty() ? endpoints : first;
                    speed = Math.max(speed, Bandwidth.sum(speeds.orElse(List.of())));
                    most = Math.max(most, number);
                    hosts.add(host);
                }
            }
        }
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        Finding finding = Finding.of(id(), Severity.ADVICE, first.getFirst().id())
                .fact("what", Names.few(hosts.stream().map(host -> facts.name(host.id())).toList(), MOST_NAMES)
                        + (hosts.size() == 1 ? " starts up to " : " start up to ") + most
                        + " live migrations at once over " + Bandwidth.words(speed)
                        + ", which stretches the blackout of every VM")
                .fact("fix", "Set " + USUAL + ".").concerning("cluster", cluster.id());
        for (Host host : hosts) {
            finding = finding.proof(host.id(), "lm.maxConcurrent", most).concerning("host", host.id());
        }
        for (Endpoint endpoint : first) {
            finding = finding.proof(endpoint.id(), "speed", Bandwidth.words(speed));
        }
        return Optional.of(finding);
    }

    /// What migrations may run over at once: all selected endpoints under SMB, else one of them, here the fastest.
    private static List<Endpoint> carriers(Facts facts, Host host) {
        List<Endpoint> endpoints = new SmbUse(facts.topology()).migrationEndpoints(host).orElse(List.of());
        return facts.topology().effective().lmOption(host).is(MigrationOption.SMB) ? endpoints
                : endpoints.stream().max(Comparator.comparing(
                        each -> facts.topology().endpoints().speed(each).map(Mbps::value).orElse(Mbps.MOST)))
                        .map(List::of).orElse(List.of());
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster =
                facts.topology().element(finding.concerns("cluster").first(), FailoverCluster.class);
        List<Host> hosts = finding.concerns("host").stream()
                .map((Id id) -> facts.topology().element(id, Host.class)).toList();
        if (!finding.primary().equals(cluster.id())) {
            List<Edit> edits =
                    new ArrayList<>(List.of(Put.set(hosts, "lm.maxConcurrent", USUAL, "parallel migrations")));
            if (cluster.maxParallelMigrations().find().filter(number -> number > USUAL).isPresent()) {
                edits.add(Put.set(List.of(cluster), "maxParallelMigrations", USUAL, "parallel migrations"));
            }
            return List.of(Remedy.of("Allow " + USUAL + " live migrations at once", edits.toArray(Edit[]::new)));
        }
        SortedMap<Integer, List<Host>> byNumber = new TreeMap<>();
        facts.topology().hosts(cluster.id()).forEach(host -> facts.topology().effective().lmMaxConcurrent(host).find()
                .ifPresent(number -> byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(host)));
        int number = cluster.maxParallelMigrations().find().orElseGet(() -> majority(byNumber));
        return List.of(Remedy.of("Allow " + at(number) + " on " + Names.few(
                hosts.stream().map(host -> facts.name(host.id())).toList(), MOST_NAMES),
                Put.set(hosts, "lm.maxConcurrent", number, "parallel migrations")));
    }
}
