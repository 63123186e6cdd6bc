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
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Crossings;
import io.plumbline.topology.Hop;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A switch port in front of a host is set below what the NICs of a network send to each other, and could carry it.
public record PortBelowItsNics() implements Rule {

    private static final Set<Purpose> BULK = Set.of(Purpose.LIVE_MIGRATION, Purpose.CSV, Purpose.SMB_STORAGE);

    @Override
    public String id() {
        return "MTU002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        Sizes sizes = new Sizes(facts);
        List<Outcome> outcomes = new ArrayList<>();
        Map<Id, List<Crossing>> bySetting = new LinkedHashMap<>();
        for (ClusterNetwork network : facts.topology().networks(cluster.id())) {
            SortedSet<Missing> needs = new TreeSet<>();
            List<Crossing> below = below(sizes, network, needs);
            below.forEach(crossing -> bySetting.computeIfAbsent(sizes.setAt(crossing.hop()), _ -> new ArrayList<>())
                    .add(crossing));
            if (below.isEmpty()) {
                facts.cannotTell(id(), network.id(), needs).forEach(outcomes::add);
            }
        }
        bySetting.forEach((setAt, crossings) -> outcomes.add(finding(sizes, setAt, crossings)));
        return outcomes.stream();
    }

    private static List<Crossing> below(Sizes sizes, ClusterNetwork network, SortedSet<Missing> needs) {
        Facts facts = sizes.facts();
        Answer<Boolean> carries = sizes.carries(network, BULK);
        if (carries.is(false)) {
            return List.of();
        }
        Crossings.Found found = facts.topology().crossings().in(network);
        if (sizes.jumboOn(network)) {
            needs.addAll(found.needs());
        }
        List<Crossing> below = new ArrayList<>();
        for (Crossing crossing : found.crossings()) {
            if (crossing.hop().place() != Hop.Place.EDGE || !sizes.mayFail(crossing)) {
                continue;
            }
            Answer<Capacity> now = facts.topology().frames().hopIp(crossing.hop());
            Answer<Boolean> tooSmall = now.then(each -> fails(each, crossing.bytes()));
            Answer<Boolean> raisable = tooSmall.is(false) ? Answer.sure(true)
                    : facts.topology().frames().hopIpMax(crossing.hop())
                            .then(each -> Answer.not(fails(each, crossing.bytes())));
            Answer<Boolean> fires = Answer.allOf(List.of(tooSmall, raisable, carries));
            if (fires.is(true) && crossing.needs().isEmpty()) {
                below.add(crossing);
            } else if (!fires.is(false)) {
                needs.addAll(fires.needs());
                needs.addAll(crossing.needs());
            }
        }
        return below;
    }

    private static Answer<Boolean> fails(Capacity capacity, int bytes) {
        return Answer.sure(capacity.passage(bytes) == Capacity.Passage.FAILS);
    }

    private Finding finding(Sizes sizes, Id setAt, List<Crossing> crossings) {
        Facts facts = sizes.facts();
        Crossing worst = crossings.stream().min(Comparator.comparing(each -> passes(facts, each.hop()))).orElseThrow();
        int passes = passes(facts, worst.hop());
        List<Id> networks = crossings.stream().map(Crossing::network).distinct().sorted().toList();
        Finding finding = Finding.of(id(), Severity.ERROR, setAt).fact("port", Names.sentence(facts.name(setAt)))
                .fact("passes", passes).fact("limit", sizes.configured(worst.hop(), passes))
                .fact("nic", sizes.sender(worst.a())).fact("network", facts.names().list(networks))
                .fact("sends", sizes.sends(worst.a())).fact("jumbo", sizes.jumbo(worst.a()))
                .fact("fix", sizes.raise(worst.hop(), worst.bytes()));
        for (Crossing each : crossings) {
            finding = finding.concerning("network", each.network()).concerning("hop", each.hop().port());
        }
        finding = sizes.passed(sizes.sent(finding, worst.a()), worst.hop());
        return sizes.sent(finding, worst.b());
    }

    private static int passes(Facts facts, Hop hop) {
        return facts.topology().frames().hopIp(hop).find().orElseThrow().atMost();
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return Raising.on(facts, finding.concerns("network"));
    }
}
