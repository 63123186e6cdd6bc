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
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.HostFeature;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.OsVersion;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.SmbUse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Live migrations share NICs with CSV or storage, and nothing keeps them from taking everything.
public record NothingLimitsMigration() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "LM009";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    /// A host whose limit is larger than what one lost NIC leaves.
    private record TooMuch(long limit, long left) {}

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        Effective effective = facts.topology().effective();
        SequencedMap<Host, List<Endpoint>> unlimited = new LinkedHashMap<>();
        SequencedMap<TooMuch, SequencedMap<Host, List<Endpoint>>> tooMuch = new LinkedHashMap<>();
        List<Host> idle = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Host host : facts.topology().hosts(cluster.id())) {
            boolean mayBeSmb = !host.lm().option().isUnset()
                    && !effective.lmOption(host).surely(option -> option != MigrationOption.SMB);
            if (!mayBeSmb && host.smb().lmLimitBytesPerSec().isUnset()
                    || effective.osVersion(host).is(OsVersion.WINDOWS_2012)) {
                continue;
            }
            Answer<Boolean> smb = effective.lmOption(host).map(option -> option == MigrationOption.SMB);
            Answer<Optional<Long>> limit = effective.lmLimitBytesPerSec(host);
            if (smb.is(false)) {
                if (limit.surely(Optional::isPresent)) {
                    idle.add(host);
                }
                continue;
            }
            Answer<List<Endpoint>> shared = shared(facts, host);
            if (shared.surely(List::isEmpty)) {
                continue;
            }
            Answer<Boolean> needed = Answer.allOf(List.of(smb, shared.then(_ -> Answer.sure(true)),
                    limit.then(value -> Answer.sure(value.isEmpty())),
                    Answer.not(effective.setSmbBandwidthLimit(cluster))));
            if (needed.is(true)) {
                unlimited.put(host, shared.orElse(List.of()));
            } else if (!needed.isSure()) {
                facts.cannotTell(id(), host.id(), needed).forEach(outcomes::add);
            } else if (smb.is(true) && limit.surely(Optional::isPresent)) {
                long bytes = limit.orElse(Optional.empty()).orElse(0L);
                Answer<List<Mbps>> nics = Bandwidth.nics(facts, shared.orElse(List.of()));
                facts.cannotTell(id(), host.id(), nics).forEach(outcomes::add);
                List<Mbps> speeds = nics.orElse(List.of());
                if (speeds.size() > 1 && Bandwidth.megabits(bytes) >= Bandwidth.withoutOne(speeds)) {
                    tooMuch.computeIfAbsent(new TooMuch(bytes, Bandwidth.withoutOne(speeds)),
                            _ -> new LinkedHashMap<>()).put(host, shared.orElse(List.of()));
                }
            }
        }
        if (!unlimited.isEmpty()) {
            outcomes.add(unlimited(facts, cluster, unlimited));
        }
        tooMuch.forEach((figures, hosts) -> outcomes.add(tooMuch(facts, cluster, figures, hosts)));
        if (!idle.isEmpty()) {
            outcomes.add(idle(facts, cluster, idle));
        }
        return outcomes.stream();
    }

    /// The endpoints of a host that carry live migrations and storage.
    private static Answer<List<Endpoint>> shared(Facts facts, Host host) {
        SmbUse use = new SmbUse(facts.topology());
        return use.migrationEndpoints(host).then(endpoints -> {
            List<Endpoint> sure = new ArrayList<>();
            List<Answer<Boolean>> open = new ArrayList<>();
            for (Endpoint endpoint : endpoints) {
                Answer<Boolean> storage = use.carriesStorage(endpoint);
                if (storage.is(true)) {
                    sure.add(endpoint);
                } else if (!storage.isSure()) {
                    open.add(storage);
                }
            }
            return sure.isEmpty() && !open.isEmpty() ? Answer.all(open).map(_ -> sure) : Answer.sure(sure);
        });
    }

    private Finding unlimited(Facts facts, FailoverCluster cluster, SequencedMap<Host, List<Endpoint>> hosts) {
        List<Mbps> speeds = Bandwidth.nics(facts, hosts.firstEntry().getValue()).orElse(List.of());
        Finding finding = Finding.of(id(), "a", Severity.WARNING, hosts.firstEntry().getKey().id())
                .fact("hosts", names(facts, hosts.keySet())).fact("send", hosts.size() == 1 ? "sends" : "send")
                .fact("networks", networks(facts, hosts))
                .fact("have", hosts.size() == 1 ? "has" : "have")
                .fact("value", speeds.isEmpty() ? "about 40 % of the NICs together"
                        : Bandwidth.bytes(Bandwidth.recommended(speeds)) + " (40 % of "
                                + Bandwidth.words(Bandwidth.sum(speeds)) + ")");
        return concerned(finding, cluster, hosts, "none");
    }

    private Finding tooMuch(Facts facts, FailoverCluster cluster, TooMuch figures,
            SequencedMap<Host, List<Endpoint>> hosts) {
        List<Mbps> speeds = Bandwidth.nics(facts, hosts.firstEntry().getValue()).orElse(List.of());
        Finding finding = Finding.of(id(), "b", Severity.WARNING, hosts.firstEntry().getKey().id())
                .fact("hosts", names(facts, hosts.keySet())).fact("limit", Bandwidth.bytes(figures.limit()))
                .fact("bits", Bandwidth.words(Bandwidth.megabits(figures.limit())))
                .fact("left", Bandwidth.words(figures.left()))
                .fact("value", Bandwidth.bytes(Bandwidth.recommended(speeds)));
        return concerned(finding, cluster, hosts, Bandwidth.bytes(figures.limit()));
    }

    private static Finding concerned(Finding finding, FailoverCluster cluster,
            SequencedMap<Host, List<Endpoint>> hosts, String limit) {
        Finding proven = finding.concerning("cluster", cluster.id());
        for (var each : hosts.entrySet()) {
            proven = proven.proof(each.getKey().id(), "smb.lmLimitBytesPerSec", limit).concerning("host",
                    each.getKey().id());
            for (Endpoint endpoint : each.getValue()) {
                proven = proven.proof(endpoint.id(), "carries", "live migrations and storage")
                        .concerning("endpoint", endpoint.id());
            }
        }
        return proven;
    }

    private Finding idle(Facts facts, FailoverCluster cluster, List<Host> hosts) {
        Host first = hosts.getFirst();
        Finding finding = Finding.of(id(), "c", Severity.ADVICE, first.id()).fact("hosts", names(facts, hosts))
                .fact("have", hosts.size() == 1 ? "has" : "have").fact("migrate", hosts.size() == 1
                        ? "migrates"
                        : "migrate")
                .fact("option", Names.join(hosts.stream()
                        .map(host -> OptionDiffersBetweenNodes
                                .word(facts.topology().effective().lmOption(host).orElse(MigrationOption.TCPIP)))
                        .distinct().toList()))
                .concerning("cluster", cluster.id());
        for (Host host : hosts) {
            finding = finding
                    .proof(host.id(), "smb.lmLimitBytesPerSec", Bandwidth.bytes(facts.topology().effective()
                            .lmLimitBytesPerSec(host).orElse(Optional.empty()).orElse(0L)))
                    .proof(host.id(), "lm.option", facts.topology().effective().lmOption(host)
                            .map(MigrationOption::display).orElse(""))
                    .concerning("host", host.id());
        }
        return finding;
    }

    private static String names(Facts facts, Iterable<Host> hosts) {
        List<String> names = new ArrayList<>();
        hosts.forEach(host -> names.add(facts.name(host.id())));
        return Names.few(names, MOST_NAMES);
    }

    private static String networks(Facts facts, SequencedMap<Host, List<Endpoint>> hosts) {
        SortedSet<Id> networks = new TreeSet<>();
        hosts.values().stream().flatMap(List::stream).forEach(endpoint -> facts.topology().endpoints()
                .network(endpoint).orElse(Optional.empty()).ifPresent(network -> networks.add(network.id())));
        return facts.names().list(networks);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<Host> hosts = finding.concerns("host").stream()
                .map((Id id) -> facts.topology().element(id, Host.class)).toList();
        if (finding.variant().equals("c")) {
            return List.of(Remedy.of("Remove the limit from " + names(facts, hosts),
                    Put.set(hosts, "smb.lmLimitBytesPerSec", Attribute.unset(), "the live-migration limit")));
        }
        List<Element> limited = new ArrayList<>();
        for (Host host : hosts) {
            List<Mbps> speeds = Bandwidth.nics(facts, shared(facts, host).orElse(List.of())).orElse(List.of());
            if (speeds.isEmpty()) {
                return List.of();
            }
            SortedSet<HostFeature> features =
                    new TreeSet<>(facts.topology().effective().features(host).orElse(new TreeSet<>()));
            features.add(HostFeature.SMB_BANDWIDTH_LIMIT);
            Element withFeature = host.features().isUnknown() ? host : Element.with(host, "features", features);
            limited.add(Element.with(withFeature, "smb.lmLimitBytesPerSec", Bandwidth.recommended(speeds)));
        }
        String label = "Limit live migration to 40 % of the NICs on " + names(facts, hosts);
        return List.of(Remedy.of(label, new Put(label, limited)));
    }
}
