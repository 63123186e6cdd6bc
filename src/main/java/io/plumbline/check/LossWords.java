package io.plumbline.check;

import io.plumbline.model.Cable;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.PhysicalNic;
import io.plumbline.topology.ClusterFailures.Pair;
import io.plumbline.topology.Loss;
import io.plumbline.topology.Names;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Failing parts, and the nodes they disconnect, as messages name them.
public record LossWords(Facts facts) {

    private static final int MOST_NAMES = 6;

    /// "SW-A", "unit S1 of Stack", "card 1 of HV1", "Po9 of A", "the cable from port 1 of A to port 1 of B".
    public String name(Loss loss) {
        return switch (loss.kind()) {
            case NIC, SWITCH, STACK -> facts.name(loss.element());
            case UNIT -> "unit " + facts.name(loss.element()) + loss.whole().map(stack -> " of " + facts.name(stack))
                    .orElse("");
            case CARD -> "card " + Names.quoted(card(loss)) + loss.whole().map(host -> " of " + facts.name(host))
                    .orElse("");
            case LINK -> lag(loss).map(lag -> facts.name(lag.id())).orElseGet(() -> facts.name(loss.element()));
        };
    }

    private String card(Loss loss) {
        return facts.topology().element(loss.element(), PhysicalNic.class).card().orElse("");
    }

    /// The LAG that holds a cable together with others.
    private Optional<Lag> lag(Loss loss) {
        Cable cable = facts.topology().element(loss.element(), Cable.class);
        return facts.topology().wiring().lag(cable.endA()).or(() -> facts.topology().wiring().lag(cable.endB()))
                .filter(lag -> lag.memberPorts().size() > 1);
    }

    /// Nodes on one side, and on the other; the same ones for every pair among them.
    public record Sides(SortedSet<Id> from, SortedSet<Id> to) {

        public static Sides of(Pair pair) {
            return new Sides(ids(pair.from()), ids(pair.to()));
        }

        /// Those that a loss sets apart: of something inside of a host that host from the others.
        public static Sides of(Pair pair, Loss loss) {
            Sides sides = of(pair);
            return loss.whole().filter(_ -> loss.isLocal())
                    .map(host -> new Sides(new TreeSet<>(Set.of(host)),
                            sides.from.contains(host) ? sides.to : sides.from))
                    .orElse(sides);
        }

        private static SortedSet<Id> ids(List<Host> hosts) {
            return hosts.stream().map(Host::id).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// A finding that concerns these nodes.
    public static Finding concerning(Finding finding, Collection<Sides> pairs) {
        SortedSet<Id> hosts = new TreeSet<>();
        for (Sides sides : pairs) {
            hosts.addAll(sides.from());
            hosts.addAll(sides.to());
        }
        return finding.concerning("host", hosts);
    }

    /// "between HV1 and HV2", "between any two of HV1, HV2 and HV3", "between HV3 and each of HV1 and HV2".
    public String between(Collection<Sides> pairs) {
        SequencedMap<Id, SequencedSet<Id>> peers = new LinkedHashMap<>();
        for (Sides sides : pairs) {
            join(peers, sides.from(), sides.to());
            join(peers, sides.to(), sides.from());
        }
        SortedSet<Id> hosts = new TreeSet<>(peers.keySet());
        if (hosts.size() == 2) {
            return "between " + few(hosts);
        }
        // Those that the fault sets apart from every other node; the rest may still have each other.
        SortedSet<Id> centre = new TreeSet<>();
        peers.forEach((host, others) -> {
            if (others.size() == hosts.size() - 1) {
                centre.add(host);
            }
        });
        SortedSet<Id> rest = new TreeSet<>(hosts);
        rest.removeAll(centre);
        if (rest.isEmpty()) {
            return "between any two of " + few(hosts);
        }
        if (!centre.isEmpty() && rest.stream().allMatch(host -> centre.containsAll(peers.get(host)))) {
            return "between " + few(centre) + " and " + (rest.size() == 1 ? "" : "each of ") + few(rest);
        }
        SortedSet<Id> other = new TreeSet<>(peers.firstEntry().getValue());
        SortedSet<Id> side = new TreeSet<>(hosts);
        side.removeAll(other);
        boolean twoSides = peers.entrySet().stream().allMatch(
                each -> each.getValue().equals(other.contains(each.getKey()) ? side : other));
        return twoSides ? "between " + few(side) + " on one side and " + few(other) + " on the other"
                : "between nodes among " + few(hosts);
    }

    private static void join(SequencedMap<Id, SequencedSet<Id>> peers, Collection<Id> from, Collection<Id> to) {
        for (Id host : from) {
            SequencedSet<Id> others = peers.computeIfAbsent(host, _ -> new LinkedHashSet<>());
            to.stream().filter(other -> !other.equals(host)).forEach(others::add);
        }
    }

    private String few(SortedSet<Id> hosts) {
        return Names.few(hosts.stream().map((Id host) -> facts.name(host)).toList(), MOST_NAMES);
    }

    /// Names in a sentence, no more than a few of them.
    public static String few(List<String> names) {
        return Names.few(names, MOST_NAMES);
    }
}
