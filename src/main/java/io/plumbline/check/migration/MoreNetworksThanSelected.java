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
import io.plumbline.model.Attribute;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.TeamInterface;
import io.plumbline.predict.Lane;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MigrationForecast;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Scope;
import io.plumbline.topology.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The cluster leaves networks out of live migration, and SMB uses them nevertheless, because a host accepts any network.
public record MoreNetworksThanSelected() implements Rule {

    private static final int MOST_NAMES = 6;

    @Override
    public String id() {
        return "LM003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    /// Directions in which the same networks surprise.
    private record Surprise(MigrationForecast forecast, List<Direction> directions) {}

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        // Without a stored selection no network is left out; with an empty one nothing migrates.
        if (cluster.lmNetworks().isUnset()
                || cluster.lmNetworks() instanceof Attribute.Known<List<Id>>(List<Id> none) && none.isEmpty()
                || facts.topology().hosts(cluster.id()).stream().allMatch(host -> facts.topology().effective()
                        .lmOption(host).surely(option -> option != MigrationOption.SMB))) {
            return Stream.empty();
        }
        Map<List<String>, Surprise> surprises = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Direction direction : Directions.in(facts, cluster).all()) {
            Answer<Boolean> open = mayBeOpen(facts, direction);
            if (open.is(false)) {
                continue;
            }
            // Were both on any network: what then goes as selected needs no question about the hosts' settings.
            Answer<MigrationForecast> forecast = LiveMigrationPredictor.predict(facts.topology(), direction.source(),
                    direction.target(), Scope.OPEN);
            Answer<Boolean> surprising = forecast
                    .then(each -> Answer.sure(each.surprise() && !isOneTeam(each.carriers())));
            Answer<Boolean> fires = Answer.allOf(List.of(open, surprising));
            needs.addAll(fires.needs());
            if (fires.is(true)) {
                MigrationForecast example = forecast.find().orElseThrow();
                surprises.computeIfAbsent(example.carrying().stream().map(Segment::key).sorted().toList(),
                        _ -> new Surprise(example, new ArrayList<>())).directions().add(direction);
            }
        }
        return surprises.isEmpty() ? facts.cannotTell(id(), cluster.id(), needs)
                : surprises.values().stream().map(surprise -> finding(facts, cluster, surprise));
    }

    /// SMB is the source's option, and one of the two accepts any network.
    private static Answer<Boolean> mayBeOpen(Facts facts, Direction direction) {
        Answer<Boolean> smb = facts.topology().effective().lmOption(direction.source())
                .then(option -> Answer.sure(option == MigrationOption.SMB));
        Answer<Boolean> open = facts.topology().endpoints().scope(direction.source(), direction.target())
                .then(scope -> Answer.sure(scope == Scope.OPEN));
        return Answer.allOf(List.of(smb, open));
    }

    /// Interfaces of one LBFO team are one network to a migration.
    private static boolean isOneTeam(List<Lane> carriers) {
        return Stream.<List<Endpoint>>of(carriers.stream().map(Lane::source).toList(),
                carriers.stream().map(Lane::target).toList()).anyMatch(
                        ends -> team(ends.getFirst()).isPresent()
                                && ends.stream().map(MoreNetworksThanSelected::team).distinct().count() == 1);
    }

    private static Optional<Id> team(Endpoint endpoint) {
        return endpoint.element() instanceof TeamInterface each ? Optional.of(each.team()) : Optional.empty();
    }

    private Finding finding(Facts facts, FailoverCluster cluster, Surprise surprise) {
        Effective effective = facts.topology().effective();
        MigrationForecast forecast = surprise.forecast();
        Pairs pairs = Pairs.of(surprise.directions());
        List<Id> nodes = List.copyOf(pairs.hosts());
        SortedSet<Id> any = new TreeSet<>(nodes);
        any.removeIf(node -> !effective.lmAnyNetwork(host(facts, node)).is(true));
        List<Segment> used = forecast.carrying();
        List<Segment> extra = used.stream().filter(each -> forecast.selected().stream().noneMatch(each::isSame))
                .toList();
        boolean instead = extra.size() == used.size();
        List<Endpoint> nics = used.stream().flatMap(each -> Directions.endpoints(facts, nodes, each).stream()).toList();
        Finding finding = Finding.of(id(), Severity.WARNING, any.getFirst())
                .fact("cluster", facts.name(cluster.id())).fact("selected", names(forecast.selected()))
                .fact("pairs", "live migrations " + pairs.inWords(facts, any))
                .fact("used", names(used) + (instead ? " instead" : ""))
                .fact("any", few(facts, any)).fact("accept", any.size() == 1 ? "accepts" : "accept")
                .fact("takes", instead ? "takes the best NIC pairs, selected or not"
                        : "takes every NIC pair that is as capable")
                .fact("nics", Names.few(nics.stream().map(nic -> facts.name(nic.id())).toList(), MOST_NAMES))
                .fact("fix", instead
                        ? "Set " + few(facts, any) + " to these IP addresses, or select " + names(used) + "."
                        : "Select " + (used.size() == 2 ? "both networks" : names(used)) + ", or set " + few(facts, any)
                                + " to these IP addresses.")
                .concerning("cluster", cluster.id())
                .proof(cluster.id(), "lmNetworks", names(forecast.selected()));
        for (Id host : any) {
            finding = finding.proof(host, "lm.anyNetwork", "any available network").concerning("host", host);
        }
        finding = finding.proof(forecast.source(), "lm.option", forecast.option().display());
        for (Lane lane : forecast.carriers()) {
            finding = finding.proof(lane.source().id(), "carries", lane.name() + ", " + lane.describe())
                    .proof(lane.target().id(), "carries", lane.name() + ", " + lane.describe());
        }
        for (Endpoint nic : nics) {
            finding = finding.concerning("endpoint", nic.id());
        }
        for (Segment each : extra) {
            if (each.network().isPresent()) {
                finding = finding.concerning("network", each.network().get().id());
            }
        }
        return finding;
    }

    private static Host host(Facts facts, Id id) {
        return facts.topology().element(id, Host.class);
    }

    private static String few(Facts facts, SortedSet<Id> hosts) {
        return Names.few(hosts.stream().map((Id host) -> facts.name(host)).toList(), MOST_NAMES);
    }

    private static String names(List<Segment> networks) {
        return Names.join(networks.stream().map(Segment::name).map(Names::quoted).toList());
    }

    /// Select what will be used, or hold the hosts to what is selected.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        FailoverCluster cluster =
                facts.topology().element(finding.concerns("cluster").first(), FailoverCluster.class);
        List<Remedy> remedies = new ArrayList<>();
        List<Id> selected = new ArrayList<>(cluster.lmNetworks().find().orElse(List.of()));
        if (!finding.concerns("network").isEmpty()) {
            selected.addAll(finding.concerns("network"));
            remedies.add(Remedy.of("Select " + facts.names().list(selected) + " for live migration",
                    Put.set(List.of(cluster), "lmNetworks", selected, "migration networks")));
        }
        List<Host> loose = facts.topology().hosts(cluster.id()).stream()
                .filter(node -> facts.topology().effective().lmAnyNetwork(node).is(true)).toList();
        remedies.add(Remedy.of("Set all nodes of " + facts.name(cluster.id()) + " to these networks",
                Put.set(loose, "lm.anyNetwork", false, "any network")));
        return remedies;
    }
}
