package io.plumbline.check.migration;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.check.migration.Directions.Direction;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.model.MigrationOption;
import io.plumbline.predict.Lane;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MigrationForecast;

import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Endpoints;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Standing;
import java.util.ArrayList;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A network is selected for live migration, and SMB Multichannel leaves it idle, because another one is of a better class
/// or faster.
public record IdleMigrationNetwork() implements Rule {

    private static final int MOST_NAMES = 4;

    @Override
    public String id() {
        return "LM005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    /// A selected network that idles, and the directions in which it does.
    private record Idle(Segment network, MigrationForecast forecast, List<Direction> directions) {}

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        boolean smb = facts.topology().hosts(cluster.id()).stream().anyMatch(host -> !facts.topology().effective()
                .lmOption(host).surely(option -> option != MigrationOption.SMB));
        if (!smb || facts.topology().networks(cluster.id()).size() < 2) {
            return Stream.empty();
        }
        Map<String, Idle> idle = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Direction direction : Directions.in(facts, cluster).all()) {
            if (facts.topology().effective().lmOption(direction.source())
                    .surely(option -> option != MigrationOption.SMB)) {
                continue;
            }
            Answer<MigrationForecast> forecast =
                    LiveMigrationPredictor.predict(facts.topology(), direction.source(), direction.target());
            needs.addAll(forecast.needs());
            forecast.find().filter(each -> usable(each) > 1)
                    .ifPresent(each -> each.idle().forEach(unused -> idle.computeIfAbsent(unused.network().key(),
                            _ -> new Idle(unused.network(), each, new ArrayList<>())).directions().add(direction)));
        }
        return idle.isEmpty() ? facts.cannotTell(id(), cluster.id(), needs)
                : idle.values().stream().map(each -> finding(facts, cluster, each));
    }

    /// How many networks of the order could carry it.
    private static long usable(MigrationForecast forecast) {
        return forecast.idle().size()
                + forecast.carrying().stream().filter(each -> forecast.selected().stream().anyMatch(each::isSame))
                        .count();
    }

    private Finding finding(Facts facts, FailoverCluster cluster, Idle idle) {
        MigrationForecast forecast = idle.forecast();
        Lane used = forecast.carriers().getFirst();
        Pairs pairs = Pairs.of(idle.directions());
        SequencedSet<Endpoint> weak = new LinkedHashSet<>();
        SequencedSet<Endpoint> ends = new LinkedHashSet<>();
        for (Direction direction : idle.directions()) {
            addEnds(facts, direction, idle.network(), used, weak, ends);
        }
        // NICs of different RDMA technologies are each as good as the others', and too weak together.
        SequencedSet<Endpoint> culprits = weak.isEmpty() ? ends : weak;
        Endpoint first = culprits.getFirst();
        Endpoint peer = ends.stream().filter(end -> !end.host().equals(first.host())).findFirst().orElse(first);
        Endpoints endpoints = facts.topology().endpoints();
        String own = describe(endpoints.speed(first), endpoints.standing(first, peer));
        boolean inverted = endpoints.speed(first).find().filter(speed -> used.speed().find()
                .filter(other -> speed.compareTo(other) > 0).isPresent()).isPresent();
        boolean last = idle.network().isSame(forecast.selected().getLast());
        SortedSet<Id> centre = new TreeSet<>(culprits.stream().map(Endpoint::host).toList());
        Finding finding = Finding.of(id(), Severity.WARNING, first.id())
                .fact("idle", few(facts, culprits) + " (" + Names.quoted(idle.network().name()) + ")")
                .fact("pairs", pairs.inWords(facts, centre))
                .fact("carrier",
                        Names.join(forecast.carrying().stream().map(Segment::name).map(Names::quoted).toList()))
                .fact("are", forecast.carrying().size() == 1 ? "is" : "are")
                .fact("why", inverted
                        ? own + " beside " + used.describe()
                                + ", and the class goes before the speed: the slower NIC wins"
                        : own + " beside " + used.describe())
                .fact("fix", inverted ? "Update the driver that hides RSS."
                        : last ? "Use twin NICs, or document it as a spare."
                                : "Use twin NICs, or move it to the end of the order and document it as a spare.")
                .concerning("cluster", cluster.id());
        for (Endpoint endpoint : culprits) {
            finding = finding.proof(endpoint.id(), "offers",
                    describe(endpoints.speed(endpoint), endpoints.standing(endpoint, peer)))
                    .concerning("endpoint", endpoint.id());
        }
        finding = finding.proof(used.source().id(), "carries", used.name() + ", " + used.describe())
                .proof(used.target().id(), "carries", used.name() + ", " + used.describe())
                .proof(cluster.id(), "lmNetworks", Names.join(
                        forecast.selected().stream().map(Segment::name).map(Names::quoted).toList()));
        return idle.network().network().isPresent()
                ? finding.concerning("network", idle.network().network().get().id())
                : finding;
    }

    /// The ends of the idle network in these migrations, and those of them that fall short of what carries.
    private static void addEnds(Facts facts, Direction direction, Segment network, Lane used,
            SequencedSet<Endpoint> weak,
            SequencedSet<Endpoint> ends) {
        for (List<Host> side : List.of(direction.from(), direction.to())) {
            Host opposite = side == direction.from() ? direction.target() : direction.source();
            List<Endpoint> peers = Directions.endpoints(facts, List.of(opposite.id()), network);
            for (Endpoint endpoint : Directions.endpoints(facts, Pairs.ids(side), network)) {
                ends.add(endpoint);
                if (!peers.isEmpty() && fallsShort(facts, endpoint, peers.getFirst(), used)) {
                    weak.add(endpoint);
                }
            }
        }
    }

    private static boolean fallsShort(Facts facts, Endpoint endpoint, Endpoint peer, Lane used) {
        Answer<Standing> standing = facts.topology().endpoints().standing(endpoint, peer);
        return standing.with(used.standing(), (own, best) -> own.compareTo(best) < 0).is(true)
                || standing.with(used.standing(), Object::equals).is(true) && facts.topology().endpoints()
                        .speed(endpoint).with(used.speed(), (own, best) -> own.compareTo(best) < 0).is(true);
    }

    private static String describe(Answer<Mbps> speed, Answer<Standing> standing) {
        return (speed.map(Lane::gigabits).orElse("") + " " + standing.map(Standing::display).orElse("")).strip();
    }

    private static String few(Facts facts, SequencedSet<Endpoint> endpoints) {
        return Names.few(endpoints.stream().map(endpoint -> facts.name(endpoint.id())).toList(), MOST_NAMES);
    }
}
