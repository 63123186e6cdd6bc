package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Crossings;
import io.plumbline.topology.Hop;
import io.plumbline.topology.Link;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A link between switches passes less than the ports at which hosts meet the network: hosts on one switch reach each
/// other, hosts on different switches do not.
public record LinkBelowTheEdge() implements Rule {

    @Override
    public String id() {
        return "MTU003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        Sizes sizes = new Sizes(facts);
        List<Outcome> outcomes = new ArrayList<>();
        Map<Link, List<Crossing>> byLink = new LinkedHashMap<>();
        for (ClusterNetwork network : facts.topology().networks(cluster.id())) {
            SortedSet<Missing> needs = new TreeSet<>();
            List<Crossing> below = below(sizes, network, needs);
            below.forEach(crossing -> byLink.computeIfAbsent(link(facts, crossing.hop()), _ -> new ArrayList<>())
                    .add(crossing));
            if (below.isEmpty()) {
                facts.cannotTell(id(), network.id(), needs).forEach(outcomes::add);
            }
        }
        byLink.forEach((link, crossings) -> outcomes.add(finding(sizes, link, crossings)));
        return outcomes.stream();
    }

    private static Link link(Facts facts, Hop hop) {
        return facts.topology().vlans().links().stream()
                .filter(link -> link.portAt(hop.device()).filter(hop.port()::equals).isPresent()).findFirst()
                .orElseThrow();
    }

    private static List<Crossing> below(Sizes sizes, ClusterNetwork network, SortedSet<Missing> needs) {
        Facts facts = sizes.facts();
        Crossings.Found found = facts.topology().crossings().in(network);
        if (sizes.jumboOn(network)) {
            needs.addAll(found.needs());
        }
        List<Crossing> below = new ArrayList<>();
        for (Crossing crossing : found.crossings()) {
            if (crossing.hop().place() != Hop.Place.INTER_SWITCH || !crossing.fits() || !sizes.mayFail(crossing)) {
                continue;
            }
            Answer<Capacity> now = facts.topology().frames().hopIp(crossing.hop());
            boolean fails = now.surely(each -> each.passage(crossing.bytes()) == Capacity.Passage.FAILS);
            if (fails && crossing.needs().isEmpty()) {
                below.add(crossing);
            } else if (fails || !now.isSure()) {
                needs.addAll(now.needs());
                needs.addAll(crossing.needs());
            }
        }
        return below;
    }

    private Finding finding(Sizes sizes, Link link, List<Crossing> crossings) {
        Facts facts = sizes.facts();
        // The pair that meets the fault while all is well speaks before one that meets it after a failure.
        Crossing worst = crossings.stream().min(Comparator.comparing(Crossing::failover)
                .thenComparing(each -> passes(facts, each.hop())).thenComparing(each -> each.hop().port()))
                .orElseThrow();
        Hop hop = worst.hop();
        int passes = passes(facts, hop);
        List<Id> networks = crossings.stream().map(Crossing::network).distinct().sorted().toList();
        boolean raisable = facts.topology().frames().hopIpMax(hop)
                .surely(most -> most.passage(worst.bytes()) != Capacity.Passage.FAILS);
        Finding finding = Finding.of(id(), worst.failover() ? Severity.WARNING : Severity.ERROR, hop.port())
                .fact("port", Names.sentence(facts.name(hop.port())))
                .fact("peer", facts.name(link.other(hop.device()))).fact("passes", passes)
                .fact("limit", sizes.configured(hop, passes)).fact("network", facts.names().list(networks))
                .fact("sends", worst.bytes())
                .fact("when",
                        worst.failover() ? "; hidden until failover, because only a way after a failure crosses it"
                                : "")
                .fact("fix", (raisable ? sizes.raise(hop, worst.bytes())
                        : "Set the link, its LAG and every member to at least that.")
                        + otherEnd(facts, hop, crossings));
        for (Crossing each : crossings) {
            finding = finding.concerning("network", each.network()).concerning("hop", each.hop().port());
        }
        Optional<Path> path = sizes.path(worst.a(), worst.b(), hop);
        if (path.isPresent()) {
            return sizes.withPath(finding, path.get());
        }
        return sizes.sent(sizes.passed(sizes.sent(finding, worst.a()), hop), worst.b());
    }

    private static String otherEnd(Facts facts, Hop hop, List<Crossing> crossings) {
        return crossings.stream().map(Crossing::hop).filter(other -> !other.device().equals(hop.device())).findFirst()
                .map(other -> " The other end, " + facts.name(other.port()) + ", needs the same.").orElse("");
    }

    private static int passes(Facts facts, Hop hop) {
        return facts.topology().frames().hopIp(hop).find().orElseThrow().atMost();
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Raising.on(facts, finding.concerns("network"));
    }
}
