package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.predict.Lane;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A network that is selected for live migration is slower than 1 Gbps.
public record SlowMigrationNetwork() implements Rule {

    private static final int MOST_NAMES = 4;
    private static final Mbps ENOUGH = new Mbps(1000);

    @Override
    public String id() {
        return "LM014";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<Endpoint> some = new ArrayList<>();
        List<Endpoint> all = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            Answer<List<Endpoint>> endpoints = new SmbUse(facts.topology()).migrationEndpoints(host);
            List<Endpoint> slow = new ArrayList<>();
            SortedSet<Missing> needs = new TreeSet<>(endpoints.needs());
            int fast = 0;
            for (Endpoint endpoint : endpoints.orElse(List.of())) {
                Answer<Mbps> speed = facts.topology().endpoints().speed(endpoint);
                if (!speed.isSure()) {
                    needs.addAll(speed.needs());
                } else if (speed.surely(each -> each.compareTo(ENOUGH) < 0)) {
                    slow.add(endpoint);
                } else {
                    fast++;
                }
            }
            (fast > 0 || !needs.isEmpty() ? some : all).addAll(slow);
            if (slow.isEmpty()) {
                facts.cannotTell(id(), host.id(), needs).forEach(outcomes::add);
            }
        }
        if (!all.isEmpty()) {
            outcomes.add(finding(facts, cluster, all, Severity.ERROR));
        }
        if (!some.isEmpty()) {
            outcomes.add(finding(facts, cluster, some, Severity.WARNING));
        }
        return outcomes.stream();
    }

    private Finding finding(Facts facts, FailoverCluster cluster, List<Endpoint> slow, Severity severity) {
        SequencedSet<Id> networks = new LinkedHashSet<>();
        SortedSet<Id> hosts = new TreeSet<>();
        for (Endpoint endpoint : slow) {
            network(facts, endpoint).ifPresent(network -> networks.add(network.id()));
            hosts.add(endpoint.host());
        }
        boolean one = slow.size() == 1;
        String who = Names.few(hosts.stream().map((Id id) -> facts.name(id)).toList(), MOST_NAMES);
        Finding finding = Finding.of(id(), severity, slow.getFirst().id())
                .fact("nics", Names.few(slow.stream().map(each -> facts.name(each.id())).toList(), MOST_NAMES))
                .fact("run", one ? "runs" : "run").fact("speed", speeds(facts, slow))
                .fact("networks", facts.names().list(networks))
                .fact("are", networks.size() == 1 ? "is" : "are")
                .fact("consequence", severity == Severity.ERROR
                        ? ", and " + who + (hosts.size() == 1 ? " has" : " have") + " no faster one selected"
                        : "")
                .fact("fix", severity == Severity.ERROR ? "Replace the NICs, or select a faster network."
                        : "Deselect " + (networks.size() == 1 ? "it" : "them") + ", or replace the "
                                + (one ? "NIC." : "NICs."))
                .concerning("cluster", cluster.id());
        for (Endpoint endpoint : slow) {
            finding = finding.proof(endpoint.id(), "speed", speeds(facts, List.of(endpoint)))
                    .concerning("endpoint", endpoint.id());
        }
        for (Id network : networks) {
            finding = finding.concerning("network", network);
        }
        return finding;
    }

    private static Optional<ClusterNetwork> network(Facts facts, Endpoint endpoint) {
        return facts.topology().endpoints().network(endpoint).orElse(Optional.empty());
    }

    private static String speeds(Facts facts, List<Endpoint> endpoints) {
        return Names.join(endpoints.stream().flatMap(each -> facts.topology().endpoints().speed(each).find().stream())
                .distinct().sorted().map(Lane::gigabits).toList());
    }

    /// Deselects the slow networks where something remains to migrate over.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster =
                facts.topology().element(finding.concerns("cluster").first(), FailoverCluster.class);
        List<ClusterNetwork> selected = new SmbUse(facts.topology()).selected(cluster).orElse(List.of());
        List<Id> left = selected.stream().map(ClusterNetwork::id)
                .filter(id -> !finding.concerns("network").contains(id)).toList();
        int hosts = facts.topology().hosts(cluster.id()).size();
        boolean remains = left.stream().anyMatch(id -> facts.topology().endpoints()
                .on(facts.topology().element(id, ClusterNetwork.class)).stream().map(Endpoint::host).distinct()
                .count() == hosts);
        if (finding.severity() == Severity.ERROR || !remains) {
            return List.of();
        }
        return List.of(Remedy.of("Deselect " + facts.names().list(finding.concerns("network")) + " for live migration",
                Put.set(List.of(cluster), "lmNetworks", left, "migration networks")));
    }
}
