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
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.Purpose;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MigrationForecast;
import io.plumbline.predict.Unused;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Attachment;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import io.plumbline.topology.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Live migrations between two hosts have one network, and that hangs on a single NIC or switch; or they have several, and
/// the option uses the first alone.
public record SingleMigrationPath() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "LM004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    /// What holds for these directions.
    private record Same(MigrationForecast forecast, List<Direction> directions) {}

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        if (facts.topology().networks(cluster.id()).isEmpty()) {
            return Stream.empty();
        }
        SequencedMap<String, Same> single = new LinkedHashMap<>();
        SequencedMap<String, Same> spares = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Direction direction : Directions.in(facts, cluster).all()) {
            Answer<MigrationForecast> forecast =
                    LiveMigrationPredictor.predict(facts.topology(), direction.source(), direction.target());
            needs.addAll(forecast.needs());
            forecast.find().ifPresent(each -> {
                List<Segment> usable = usable(each);
                if (usable.size() == 1) {
                    single.computeIfAbsent(usable.getFirst().key(), _ -> new Same(each, new ArrayList<>()))
                            .directions().add(direction);
                } else if (usable.size() > 1 && each.option() != MigrationOption.SMB) {
                    spares.computeIfAbsent(usable.getFirst().key(), _ -> new Same(each, new ArrayList<>()))
                            .directions().add(direction);
                }
            });
        }
        List<Outcome> outcomes = new ArrayList<>();
        single.values().forEach(same -> single(facts, cluster, same, needs).ifPresent(outcomes::add));
        spares.values().forEach(same -> outcomes.add(spares(facts, cluster, same)));
        if (outcomes.isEmpty()) {
            facts.cannotTell(id(), cluster.id(), needs).forEach(outcomes::add);
        }
        return outcomes.stream();
    }

    /// The networks of the order that are up at both ends, in that order.
    private static List<Segment> usable(MigrationForecast forecast) {
        List<Segment> carrying = forecast.carrying();
        return forecast.selected().stream().filter(network -> carrying.stream().anyMatch(network::isSame)
                || forecast.unused().stream().anyMatch(
                        each -> each.network().isSame(network) && each.reason() != Unused.Reason.DOWN))
                .toList();
    }

    // a: one network

    private Optional<Finding> single(Facts facts, FailoverCluster cluster, Same same, SortedSet<Missing> needs) {
        Segment network = usable(same.forecast()).getFirst();
        Pairs pairs = Pairs.of(same.directions());
        SequencedMap<Id, Endpoint> byHost = new LinkedHashMap<>();
        for (Id host : pairs.hosts()) {
            Directions.endpoints(facts, List.of(host), network).forEach(each -> byHost.putIfAbsent(host, each));
        }
        Set<Id> weak = weak(facts, byHost, needs);
        if (weak.isEmpty()) {
            return Optional.empty();
        }
        List<Id> others = same.forecast().selected().stream().filter(each -> !each.isSame(network))
                .flatMap(each -> each.network().stream()).map(ClusterNetwork::id).toList();
        List<Id> more = unselected(facts, cluster).stream().map(ClusterNetwork::id).toList();
        Finding finding = Finding.of(id(), "a", Severity.WARNING, cluster.id())
                .fact("pairs", pairs.inWords(facts, new TreeSet<>(weak))).fact("network", Names.quoted(network.name()))
                .fact("legs", legs(facts, byHost, weak))
                .fact("fix", !others.isEmpty() ? "Give every host an endpoint with a link on "
                        + facts.names().list(others) + " as well."
                        : !more.isEmpty() ? "Select " + facts.names().list(more) + " as well."
                                : "Select a second network, or build this one on a team that reaches two switches.")
                .concerning("cluster", cluster.id());
        if (network.network().isPresent()) {
            finding = finding.proof(network.network().get().id(), "usable", "the only network of the order");
        }
        for (Id host : weak) {
            Endpoint endpoint = byHost.get(host);
            finding = finding.proof(endpoint.id(), "reaches it over", leg(facts, endpoint));
            finding = others.isEmpty() ? finding.concerning("host", host) : finding;
        }
        for (Segment other : same.forecast().selected()) {
            finding = other.isSame(network) ? finding : lacking(facts, finding, pairs, other);
        }
        return Optional.of(finding);
    }

    /// The hosts that have no link on a network of the order.
    private static Finding lacking(Facts facts, Finding finding, Pairs pairs, Segment network) {
        Finding concerned = finding;
        for (Id host : pairs.hosts()) {
            boolean up = Directions.endpoints(facts, List.of(host), network).stream()
                    .anyMatch(endpoint -> facts.topology().endpoints().linkUp(endpoint).is(true));
            if (!up && network.network().isPresent()) {
                concerned = concerned.proof(network.network().get().id(), "has no link on", facts.name(host))
                        .concerning("host", host).concerning("network", network.network().get().id());
            }
        }
        return concerned;
    }

    /// The hosts whose way to this network does not survive the loss of a NIC or switch.
    private static Set<Id> weak(Facts facts, Map<Id, Endpoint> byHost, SortedSet<Missing> needs) {
        SequencedSet<Id> weak = new LinkedHashSet<>();
        SequencedMap<Id, List<Attachment>> strong = new LinkedHashMap<>();
        byHost.forEach((host, endpoint) -> {
            Answer<List<Attachment>> attachments = facts.topology().paths().attachments(endpoint);
            needs.addAll(attachments.needs());
            List<Attachment> legs = attachments.orElse(List.of());
            boolean cabled = !legs.isEmpty() || facts.topology().endpoints().nics(endpoint).orElse(List.of()).stream()
                    .anyMatch(nic -> facts.topology().wiring().isCabled(nic.id()));
            // What has no cable yet is not finished.
            if (attachments.isSure() && cabled) {
                if (legs.stream().map(Attachment::nic).distinct().count() < 2
                        || legs.stream().map(leg -> leg.port().onSwitch()).distinct().count() < 2) {
                    weak.add(host);
                } else {
                    strong.put(host, legs);
                }
            }
        });
        if (weak.isEmpty() && strong.size() > 1) {
            // Each host has two legs; do the switches between them hold when one is gone?
            Id first = strong.firstEntry().getKey();
            strong.forEach((host, legs) -> {
                if (!host.equals(first)
                        && !survives(facts, byHost.get(first), byHost.get(host), strong.get(first), legs, needs)) {
                    weak.add(host);
                }
            });
        }
        return weak;
    }

    private static boolean survives(Facts facts, Endpoint a, Endpoint b, List<Attachment> from, List<Attachment> to,
            SortedSet<Missing> needs) {
        SortedSet<Id> losses = new TreeSet<>();
        Stream.concat(from.stream(), to.stream()).forEach(leg -> {
            losses.add(leg.nic().id());
            losses.add(leg.port().onSwitch());
        });
        for (Id loss : losses) {
            Answer<Boolean> joined = facts.topology().paths().joinedWithout(a, b, Set.of(loss));
            needs.addAll(joined.needs());
            if (joined.is(false)) {
                return false;
            }
        }
        return true;
    }

    /// "HV1/A and HV2/A reach over a single NIC each"
    private static String legs(Facts facts, Map<Id, Endpoint> byHost, Set<Id> weak) {
        SequencedMap<String, List<String>> byLeg = new LinkedHashMap<>();
        for (Id host : weak) {
            Endpoint endpoint = byHost.get(host);
            byLeg.computeIfAbsent(leg(facts, endpoint), _ -> new ArrayList<>()).add(facts.name(endpoint.id()));
        }
        return Names.join(byLeg.entrySet().stream()
                .map(each -> Names.few(each.getValue(), MOST_NAMES)
                        + (each.getValue().size() == 1 ? " reaches over " + each.getKey()
                                : " reach over " + each.getKey() + " each"))
                .toList());
    }

    private static String leg(Facts facts, Endpoint endpoint) {
        List<Attachment> legs = facts.topology().paths().attachments(endpoint).orElse(List.of());
        List<Id> switches = legs.stream().map(leg -> leg.port().onSwitch()).distinct().toList();
        long nics = legs.stream().map(leg -> leg.nic().id()).distinct().count();
        return nics < 2 ? "a single NIC"
                : switches.size() == 1 ? facts.name(switches.getFirst()) + " alone"
                        : "switches that one failure parts";
    }

    /// Networks meant for live migration that all nodes have and the selection leaves out.
    private static List<ClusterNetwork> unselected(Facts facts, FailoverCluster cluster) {
        int hosts = facts.topology().hosts(cluster.id()).size();
        NetworkTags tags = new NetworkTags(facts.topology());
        List<Id> selected = cluster.lmNetworks().find().orElse(List.of());
        return cluster.lmNetworks().isUnset() ? List.of()
                : facts.topology().networks(cluster.id()).stream().filter(each -> !selected.contains(each.id()))
                        .filter(each -> tags.carries(each, Set.of(Purpose.LIVE_MIGRATION)).is(true))
                        .filter(each -> facts.topology().endpoints().on(each).stream().map(Endpoint::host).distinct()
                                .count() == hosts)
                        .toList();
    }

    // b: spares

    private Finding spares(Facts facts, FailoverCluster cluster, Same same) {
        List<Segment> usable = usable(same.forecast());
        Segment first = usable.getFirst();
        Pairs pairs = Pairs.of(same.directions());
        boolean twins = twins(facts, pairs, usable);
        List<MigrationOption> options = same.directions().stream()
                .flatMap(each -> facts.topology().effective().lmOption(each.source()).find().stream()).distinct()
                .sorted().toList();
        Finding finding = Finding.of(id(), "b", Severity.ADVICE,
                first.network().map(ClusterNetwork::id).orElse(cluster.id()))
                .fact("pairs", pairs.inWords(facts, new TreeSet<>()))
                .fact("first", Names.quoted(first.name()))
                .fact("option",
                        Names.join(options.stream().map(OptionDiffersBetweenNodes::word).toList()))
                .fact("rest",
                        Names.join(usable.stream().skip(1).map(Segment::name).map(Names::quoted).toList()))
                .fact("wait", usable.size() == 2 ? "waits" : "wait")
                .fact("fix", twins ? "Choose SMB where they should work together." : "That is a spare, not bandwidth.")
                .concerning("cluster", cluster.id()).concerning(twins ? "twins" : "unlike", cluster.id());
        for (Id host : pairs.hosts()) {
            finding = finding.proof(host, "lm.option", facts.topology().effective()
                    .lmOption(facts.topology().element(host, Host.class)).map(MigrationOption::display).orElse(""));
        }
        return finding;
    }

    /// Whether SMB would use all these networks at once.
    private static boolean twins(Facts facts, Pairs pairs, List<Segment> networks) {
        for (Id host : pairs.hosts()) {
            List<Endpoint> endpoints = new ArrayList<>();
            networks.forEach(network -> endpoints.addAll(Directions.endpoints(facts, List.of(host), network)));
            if (endpoints.stream().anyMatch(
                    each -> !facts.topology().endpoints().equal(endpoints.getFirst(), each).is(true))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster =
                facts.topology().element(finding.concerns("cluster").first(), FailoverCluster.class);
        if (finding.variant().equals("b")) {
            List<Host> hosts = facts.topology().hosts(cluster.id()).stream()
                    .filter(host -> !facts.topology().effective().lmOption(host).is(MigrationOption.SMB)).toList();
            return finding.concerns("twins").isEmpty() ? List.of()
                    : List.of(Remedy.of("Migrate over SMB on all nodes of " + facts.name(cluster.id()),
                            Put.set(hosts, "lm.option", MigrationOption.SMB.word(), "the performance option")));
        }
        List<Id> selected = new ArrayList<>(cluster.lmNetworks().find().orElse(List.of()));
        List<Id> more = unselected(facts, cluster).stream().map(ClusterNetwork::id).toList();
        selected.addAll(more);
        return more.isEmpty() ? List.of()
                : List.of(Remedy.of("Select " + facts.names().list(more) + " for live migration as well",
                        Put.set(List.of(cluster), "lmNetworks", selected, "migration networks")));
    }
}
