package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.topology.Names;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Ordered pairs of hosts, from source to target, put into words.
record Pairs(Set<Pair> pairs) {

    private static final int MOST_NAMES = 6;

    record Pair(Id source, Id target) {}

    static Pairs of(List<Directions.Direction> directions) {
        return new Pairs(directions.stream().flatMap(direction -> direction.from().stream().flatMap(
                source -> direction.to().stream().filter(target -> target != source)
                        .map(target -> new Pair(source.id(), target.id()))))
                .collect(Collectors.toUnmodifiableSet()));
    }

    SortedSet<Id> hosts() {
        SortedSet<Id> hosts = sources();
        hosts.addAll(targets());
        return hosts;
    }

    private SortedSet<Id> sources() {
        return pairs.stream().map(Pair::source).collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<Id> targets() {
        return pairs.stream().map(Pair::target).collect(Collectors.toCollection(TreeSet::new));
    }

    /// "between HV1 and HV2, in both directions,", "from and to HV2", "between any two of HV1, HV2 and HV3".
    String inWords(Facts facts, SortedSet<Id> centre) {
        SortedSet<Id> hosts = hosts();
        int all = hosts.size() * (hosts.size() - 1);
        if (pairs.size() == all) {
            return hosts.size() == 2 ? "between " + names(facts, hosts) + ", in both directions,"
                    : "between any two of " + names(facts, hosts);
        }
        SortedSet<Id> others = new TreeSet<>(hosts);
        others.removeAll(centre);
        if (!centre.isEmpty() && !others.isEmpty() && pairs.size() == all - others.size() * (others.size() - 1)
                && pairs.stream().allMatch(pair -> centre.contains(pair.source) || centre.contains(pair.target))) {
            return "from and to " + names(facts, centre);
        }
        SortedSet<Id> sources = sources();
        SortedSet<Id> targets = targets();
        if (Collections.disjoint(sources, targets) && pairs.size() == sources.size() * targets.size()) {
            return "from " + names(facts, sources) + " to " + names(facts, targets);
        }
        return "in " + pairs.size() + " of " + all + " directions between " + names(facts, hosts);
    }

    private static String names(Facts facts, SortedSet<Id> hosts) {
        return Names.few(hosts.stream().map((Id host) -> facts.name(host)).toList(), MOST_NAMES);
    }

    static List<Id> ids(List<Host> hosts) {
        return hosts.stream().map(Host::id).toList();
    }
}
