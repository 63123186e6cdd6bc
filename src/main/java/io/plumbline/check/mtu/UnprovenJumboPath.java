package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Crossings;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Nobody has recorded that full jumbo packets arrive, in both directions.
public record UnprovenJumboPath() implements Rule {

    private static final int MOST_GAPS = 3;

    @Override
    public String id() {
        return "MTU011";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge));
    }

    /// How many directions there are, how many are not proven, and one of these.
    private record Tally(int all, int unproven, Endpoint from, Endpoint to, int payload) {}

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        List<Endpoint> jumbo = new ArrayList<>();
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            if (facts.topology().frames().ipMtu(endpoint).surely(mtu -> mtu.bytes() > Sizes.PLAIN)) {
                jumbo.add(endpoint);
            }
        }
        Tally tally = tally(facts, jumbo);
        if (tally.unproven() == 0) {
            return Stream.empty();
        }
        Crossings.Found found = facts.topology().crossings().in(network);
        // Without a way there is nothing to prove: the drawing is not finished.
        if (found.crossings().isEmpty() && found.needs().isEmpty() && !facts.topology().paths()
                .reach(tally.from(), tally.to()).surely(Reach::connected)) {
            return Stream.empty();
        }
        return Stream.of(finding(facts, network, jumbo, tally, gaps(facts, found)));
    }

    private static Tally tally(Facts facts, List<Endpoint> jumbo) {
        Probes probes = new Probes(facts);
        Tally tally = new Tally(0, 0, null, null, 0);
        for (Endpoint from : jumbo) {
            for (Endpoint to : jumbo) {
                if (from.host().equals(to.host())) {
                    continue;
                }
                int payload = probes.payload(from, to).orElse(0);
                boolean proven = probes.proven(from, to, payload);
                tally = proven ? new Tally(tally.all + 1, tally.unproven, tally.from, tally.to, tally.payload)
                        : tally.unproven == 0 ? new Tally(tally.all + 1, 1, from, to, payload)
                                : new Tally(tally.all + 1, tally.unproven + 1, tally.from, tally.to, tally.payload);
            }
        }
        return tally;
    }

    /// What is not known about the ways: models and MTUs.
    private static List<Missing> gaps(Facts facts, Crossings.Found found) {
        SortedSet<Missing> gaps = new TreeSet<>(found.needs());
        for (Crossing crossing : found.crossings()) {
            gaps.addAll(facts.topology().frames().hopIp(crossing.hop()).needs());
            gaps.addAll(facts.topology().frames().hopIpMax(crossing.hop()).needs());
        }
        return List.copyOf(gaps);
    }

    private Finding finding(Facts facts, ClusterNetwork network, List<Endpoint> jumbo, Tally tally,
            List<Missing> gaps) {
        long hosts = jumbo.stream().map(Endpoint::host).distinct().count();
        String where = tally.unproven() < tally.all()
                ? "in " + tally.unproven() + " of " + tally.all() + " directions, such as from "
                        + facts.name(tally.from().id()) + " to " + facts.name(tally.to().id())
                : hosts == 2 ? "between " + facts.name(tally.from().id()) + " and " + facts.name(tally.to().id())
                        : "between any two of its " + hosts + " hosts";
        List<String> unknown = gaps.stream()
                .map(each -> each.attribute() + " of " + facts.name(each.element())).toList();
        Finding finding = Finding.of(id(), Severity.ADVICE, network.id())
                .fact("network", Names.sentence(facts.name(network.id())))
                .fact("bytes", new Sizes(facts).sends(tally.from())).fact("where", where)
                .fact("gaps", unknown.isEmpty() ? "" : "; nobody knows " + Names.few(unknown, MOST_GAPS))
                .fact("payload", tally.payload()).concerning("network", network.id());
        finding = new Sizes(facts).sent(finding, tally.from());
        finding = new Sizes(facts).sent(finding, tally.to());
        for (Missing each : gaps) {
            finding = finding.proof(each.element(), each.attribute(), "not known");
        }
        return finding;
    }
}
