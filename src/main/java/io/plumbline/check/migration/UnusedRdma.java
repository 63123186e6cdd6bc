package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.check.migration.Directions.Direction;
import io.plumbline.edit.Put;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.OsVersion;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import io.plumbline.topology.Standing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Hosts have RDMA on their migration networks and enough of it, and migrate by a way that cannot use it.
public record UnusedRdma() implements Rule {

    private static final int MOST_NAMES = 6;
    private static final long WORTH_IT = 5000;

    @Override
    public String id() {
        return "LM007";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SequencedSet<Host> hosts = new LinkedHashSet<>();
        SequencedSet<Endpoint> endpoints = new LinkedHashSet<>();
        SortedSet<Missing> needs = new TreeSet<>();
        long bandwidth = 0;
        for (Direction direction : Directions.in(facts, cluster).all()) {
            Host source = direction.source();
            Effective effective = facts.topology().effective();
            if (effective.lmOption(source).is(MigrationOption.SMB)
                    || effective.osVersion(source).is(OsVersion.WINDOWS_2012) || !hasRdma(facts, source)) {
                continue;
            }
            Answer<Long> usable = usable(facts, source, direction.target(), endpoints);
            Answer<Boolean> fires = Answer.allOf(List.of(
                    usable.then(megabits -> Answer.sure(megabits >= WORTH_IT)),
                    effective.osVersion(source).then(_ -> Answer.sure(true)),
                    effective.lmOption(source).then(option -> Answer.sure(option != MigrationOption.SMB))));
            if (fires.is(true)) {
                hosts.addAll(direction.from());
                bandwidth = bandwidth == 0 ? usable.orElse(0L) : Math.min(bandwidth, usable.orElse(0L));
            } else {
                needs.addAll(fires.needs());
            }
        }
        return hosts.isEmpty() ? facts.cannotTell(id(), cluster.id(), needs)
                : Stream.of(finding(facts, cluster, hosts, endpoints, bandwidth));
    }

    private static boolean hasRdma(Facts facts, Host host) {
        return facts.topology().endpoints().of(host.id()).stream()
                .anyMatch(endpoint -> !facts.topology().endpoints().rdmaUsable(endpoint).is(false));
    }

    /// The bandwidth of the RDMA pairs between two hosts, on the weaker of them and within its limit.
    private static Answer<Long> usable(Facts facts, Host source, Host target, SequencedSet<Endpoint> found) {
        SmbUse use = new SmbUse(facts.topology());
        return use.migrationEndpoints(source).then(here -> use.migrationEndpoints(target).then(there -> {
            List<Answer<Standing>> standings = new ArrayList<>();
            List<Endpoint> from = new ArrayList<>();
            List<Endpoint> to = new ArrayList<>();
            for (Endpoint endpoint : here) {
                Optional<ClusterNetwork> network = network(facts, endpoint);
                Optional<Endpoint> peer = there.stream()
                        .filter(each -> network.isPresent() && network.equals(network(facts, each))).findFirst();
                if (peer.isPresent()) {
                    Answer<Standing> common = facts.topology().endpoints().common(endpoint, peer.get());
                    standings.add(common);
                    if (common.is(Standing.RDMA)) {
                        from.add(endpoint);
                        to.add(peer.get());
                    }
                }
            }
            found.addAll(from);
            found.addAll(to);
            Answer<Long> bandwidth = within(facts, source, from).with(within(facts, target, to), Math::min);
            return from.isEmpty() ? Answer.all(standings).map(_ -> 0L) : bandwidth;
        }));
    }

    private static Optional<ClusterNetwork> network(Facts facts, Endpoint endpoint) {
        return facts.topology().endpoints().network(endpoint).orElse(Optional.empty());
    }

    private static Answer<Long> within(Facts facts, Host host, List<Endpoint> endpoints) {
        return Answer.all(endpoints.stream().map(facts.topology().endpoints()::speed).toList())
                .with(facts.topology().effective().lmLimitBytesPerSec(host),
                        (speeds, limit) -> Math.min(Bandwidth.sum(speeds),
                                limit.map(Bandwidth::megabits).orElse(Long.MAX_VALUE)));
    }

    private Finding finding(Facts facts, FailoverCluster cluster, SequencedSet<Host> hosts,
            SequencedSet<Endpoint> endpoints, long bandwidth) {
        SortedSet<Id> networks = new TreeSet<>();
        endpoints.forEach(each -> network(facts, each).ifPresent(network -> networks.add(network.id())));
        Finding finding = Finding.of(id(), Severity.ADVICE, hosts.getFirst().id())
                .fact("hosts", Names.few(hosts.stream().map(host -> facts.name(host.id())).toList(), MOST_NAMES))
                .fact("migrate", hosts.size() == 1 ? "migrates" : "migrate")
                .fact("option", Names.join(hosts.stream()
                        .map(host -> OptionDiffersBetweenNodes.word(
                                facts.topology().effective().lmOption(host).orElse(MigrationOption.COMPRESSION)))
                        .distinct().toList()))
                .fact("networks", facts.names().list(networks)).fact("bandwidth", Bandwidth.words(bandwidth))
                .concerning("cluster", cluster.id());
        for (Host host : hosts) {
            finding = finding.proof(host.id(), "lm.option",
                    facts.topology().effective().lmOption(host).map(MigrationOption::display).orElse(""))
                    .concerning("host", host.id());
        }
        for (Endpoint endpoint : endpoints) {
            finding = finding.proof(endpoint.id(), "offers", "RDMA");
        }
        return finding;
    }

    /// SMB on all hosts, and the limit that it needs where storage shares the NICs.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster =
                facts.topology().element(finding.concerns("cluster").first(), FailoverCluster.class);
        SmbUse use = new SmbUse(facts.topology());
        List<Element> changed = new ArrayList<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            List<Mbps> speeds =
                    Bandwidth.nics(facts, use.migrationEndpoints(host).orElse(List.of())).orElse(List.of());
            Element sending = Element.with(host, "lm.option", MigrationOption.SMB.word());
            changed.add(speeds.isEmpty() || !host.smb().lmLimitBytesPerSec().isUnset() ? sending
                    : Element.with(sending, "smb.lmLimitBytesPerSec", Bandwidth.recommended(speeds)));
        }
        String label = "Migrate over SMB on all nodes of " + facts.name(cluster.id()) + ", within 40 % of the NICs";
        return List.of(Remedy.of(label, new Put(label, changed)));
    }
}
