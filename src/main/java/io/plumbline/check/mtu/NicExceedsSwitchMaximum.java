package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Crossings;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.Hop;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The NICs of a network send packets that a switch on the way cannot carry, whatever it is set to.
public record NicExceedsSwitchMaximum() implements Rule {

    private static final Set<Purpose> BULK = Set.of(Purpose.LIVE_MIGRATION, Purpose.CSV);

    @Override
    public String id() {
        return "MTU001";
    }

    /// A network and the hops that cannot carry its packets, the tightest first.
    private record Beyond(ClusterNetwork network, List<Crossing> crossings, Hop first, Optional<Path> path) {
        Crossing tightest() {
            return crossings.getFirst();
        }
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<Outcome> outcomes = new ArrayList<>();
        // Networks over one port have one cause.
        Map<Id, List<Beyond>> byHop = new LinkedHashMap<>();
        for (ClusterNetwork network : facts.topology().networks(cluster.id())) {
            SortedSet<Missing> needs = new TreeSet<>();
            beyond(facts, network, needs).ifPresentOrElse(
                    each -> byHop.computeIfAbsent(each.first().port(), _ -> new ArrayList<>()).add(each),
                    () -> facts.cannotTell(id(), network.id(), needs).forEach(outcomes::add));
        }
        byHop.values().forEach(same -> outcomes.add(finding(new Sizes(facts), same)));
        return outcomes.stream();
    }

    private static Optional<Beyond> beyond(Facts facts, ClusterNetwork network, SortedSet<Missing> needs) {
        Sizes sizes = new Sizes(facts);
        Answer<Boolean> carries = sizes.carries(network, BULK);
        if (carries.is(false) || !sizes.jumboOn(network)) {
            return Optional.empty();
        }
        Crossings.Found found = facts.topology().crossings().in(network);
        needs.addAll(found.needs());
        List<Crossing> failing = new ArrayList<>();
        for (Crossing crossing : found.crossings()) {
            if (crossing.bytes() <= Sizes.PLAIN) {
                continue;
            }
            Answer<Capacity> most = facts.topology().frames().hopIpMax(crossing.hop());
            boolean fails = most.surely(each -> each.passage(crossing.bytes()) == Capacity.Passage.FAILS);
            if (fails && crossing.needs().isEmpty() && carries.isSure()) {
                failing.add(crossing);
            } else if (fails || !most.isSure()) {
                needs.addAll(most.needs());
                needs.addAll(crossing.needs());
                needs.addAll(carries.needs());
            }
        }
        failing.sort(Comparator.comparing(crossing -> most(facts, crossing.hop())));
        return failing.isEmpty() ? Optional.empty() : Optional.of(located(sizes, network, failing));
    }

    private static int most(Facts facts, Hop hop) {
        return facts.topology().frames().hopIpMax(hop).find().orElseThrow().atMost();
    }

    /// A frame dies at the first hop of its way that cannot carry it.
    private static Beyond located(Sizes sizes, ClusterNetwork network, List<Crossing> failing) {
        Crossing tightest = failing.getFirst();
        Optional<Path> path = sizes.path(tightest.a(), tightest.b(), tightest.hop());
        Hop first = path.flatMap(way -> way.hops().stream().filter(hop -> failing.stream()
                .anyMatch(each -> each.hop().equals(hop))).findFirst()).orElse(tightest.hop());
        return new Beyond(network, failing, first, path);
    }

    private Finding finding(Sizes sizes, List<Beyond> same) {
        Beyond example = same.getFirst();
        Facts facts = sizes.facts();
        List<ClusterNetwork> networks = same.stream().map(Beyond::network).toList();
        int passes = most(facts, example.first());
        int lowest = same.stream().mapToInt(each -> most(facts, each.tightest().hop())).min().orElseThrow();
        boolean failover = same.stream().allMatch(each -> each.crossings().stream().allMatch(Crossing::failover));
        Endpoint sender = example.path().map(Path::a).orElse(example.tightest().a());
        Finding finding = Finding.of(id(), Severity.ERROR, example.first().port())
                .fact("port", Names.sentence(facts.name(example.first().port()))).fact("passes", passes)
                .fact("limit", sizes.mostCounted(example.first(), passes))
                .fact("when", failover ? ", on a way that frames take after a failure" : "")
                .fact("nic", sizes.sender(sender)).fact("sends", sizes.sends(sender))
                .fact("jumbo", sizes.jumbo(sender)).fact("fix", sizes.lower(networks, lowest));
        for (Beyond each : same) {
            finding = finding.concerning("network", each.network().id());
            for (Crossing crossing : each.crossings()) {
                finding = finding.concerning("hop", crossing.hop().port());
            }
        }
        if (example.path().isEmpty()) {
            return sizes.sent(finding, sender).proof(example.first().port(), "passes at most", passes + " bytes of IP");
        }
        Path path = example.path().get();
        finding = sizes.sent(finding, path.a());
        for (Hop hop : path.hops()) {
            Optional<Capacity> most = facts.topology().frames().hopIpMax(hop).find();
            finding = most.isPresent() ? finding.proof(hop.port(), "passes at most",
                    most.get().atMost() + " bytes of IP (" + sizes.mostCounted(hop, most.get().atMost()) + ")")
                    : sizes.passed(finding, hop);
        }
        return sizes.sent(finding, path.b());
    }

    /// Down on every endpoint, to the usual size that every switch on the way can carry.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<ClusterNetwork> networks = finding.concerns("network").stream()
                .map(id -> facts.topology().element(id, ClusterNetwork.class)).toList();
        int lowest = networks.stream()
                .flatMap(network -> facts.topology().crossings().in(network).crossings().stream())
                .flatMap(crossing -> facts.topology().frames().hopIpMax(crossing.hop()).find().stream())
                .mapToInt(Capacity::sure).min().orElse(Sizes.PLAIN);
        int bytes = Sizes.jumboPacket(lowest) - FrameSizes.HEADER;
        List<Endpoint> endpoints = networks.stream()
                .flatMap(network -> facts.topology().endpoints().on(network).stream()).distinct().toList();
        String label = "Set JumboPacket " + Sizes.jumboPacket(lowest) + " on all endpoints of "
                + facts.names().list(finding.concerns("network"));
        Optional<Edit> lowered = new Resizing(facts).lower(endpoints, bytes).edit(label);
        if (lowered.isEmpty()) {
            return List.of();
        }
        // Ports that are set below even that come up along with it.
        return Raising.on(facts, finding.concerns("network"), bytes).stream().findFirst()
                .map(raised -> List.of(Remedy.of(label + ", and raise the ports that pass less", lowered.get(),
                        raised.edit())))
                .orElseGet(() -> List.of(Remedy.of(label, lowered.get())));
    }
}
