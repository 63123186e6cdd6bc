package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationDomain;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.OsVersion;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Hosts that exchange VMs use different performance options: the sending host decides, so each direction goes its own
/// way.
public record OptionDiffersBetweenNodes() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "LM006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(
                Subject.each(FailoverCluster.class,
                        (facts, cluster) -> judge(facts, cluster, facts.topology().hosts(cluster.id()))),
                Subject.each(MigrationDomain.class, (facts, domain) -> judge(facts, domain, hosts(facts, domain))));
    }

    private static List<Host> hosts(Facts facts, MigrationDomain domain) {
        return domain.hosts().find().orElse(List.of()).stream().distinct()
                .map(id -> facts.topology().element(id, Host.class)).toList();
    }

    private Stream<Outcome> judge(Facts facts, Element group, List<Host> hosts) {
        SortedMap<MigrationOption, List<Host>> byOption = new TreeMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Host host : hosts) {
            // There is nothing to choose before 2012 R2.
            if (facts.topology().effective().osVersion(host).is(OsVersion.WINDOWS_2012)) {
                continue;
            }
            switch (facts.topology().effective().lmOption(host)) {
                case Answer.Sure<MigrationOption>(MigrationOption option) ->
                        byOption.computeIfAbsent(option, _ -> new ArrayList<>()).add(host);
                case Answer.NotKnown<MigrationOption>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        if (byOption.size() < 2) {
            return hosts.size() < 2 ? Stream.empty() : facts.cannotTell(id(), group.id(), needs);
        }
        return Stream.of(finding(facts, group, byOption));
    }

    private Finding finding(Facts facts, Element group, SortedMap<MigrationOption, List<Host>> byOption) {
        MigrationOption majority = majority(byOption);
        List<MigrationOption> order = new ArrayList<>(List.of(majority));
        byOption.keySet().stream().filter(option -> option != majority).forEach(order::add);
        Host odd = byOption.get(order.get(1)).getFirst();
        List<String> parts = order.stream().map(option -> names(facts, byOption.get(option)) + " "
                + (byOption.get(option).size() == 1 ? "sends" : "send") + " over " + word(option)).toList();
        Finding finding = Finding.of(id(), Severity.WARNING, odd.id())
                .fact("group", facts.name(group.id())).fact("parts", String.join(", ", parts))
                .fact("majority", word(majority)).concerning("group", group.id());
        for (MigrationOption option : order) {
            for (Host host : byOption.get(option)) {
                finding = finding.proof(host.id(), "lm.option", option.display()).concerning("host", host.id());
            }
        }
        return finding;
    }

    /// What most hosts have; of equal parties the more capable option.
    private static MigrationOption majority(SortedMap<MigrationOption, List<Host>> byOption) {
        return byOption.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<MigrationOption, List<Host>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow().getKey();
    }

    static String word(MigrationOption option) {
        return switch (option) {
            case TCPIP -> "TCP/IP";
            case COMPRESSION -> "compressed TCP";
            case SMB -> "SMB";
        };
    }

    private static String names(Facts facts, List<Host> hosts) {
        return Names.few(hosts.stream().map(host -> facts.name(host.id())).toList(), MOST_NAMES);
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<Host> hosts = finding.concerns("host").stream()
                .map((Id id) -> facts.topology().element(id, Host.class)).toList();
        SortedMap<MigrationOption, List<Host>> byOption = new TreeMap<>();
        hosts.forEach(host -> facts.topology().effective().lmOption(host).find()
                .ifPresent(option -> byOption.computeIfAbsent(option, _ -> new ArrayList<>()).add(host)));
        MigrationOption majority = majority(byOption);
        List<Host> others = hosts.stream().filter(host -> !byOption.get(majority).contains(host)).toList();
        return List.of(Remedy.of("Set " + majority.display() + " on " + names(facts, others),
                Put.set(others, "lm.option", majority.word(), "the performance option")));
    }
}
