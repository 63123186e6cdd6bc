package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Evidence;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Capacity;
import io.plumbline.topology.Crossing;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.IpMtu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Two networks that SMB Multichannel uses at once do not carry the same packets.
public record TwinNetworksDiffer() implements Rule {

    @Override
    public String id() {
        return "MTU010";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<ClusterNetwork> networks = facts.topology().networks(cluster.id());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            for (int j = i + 1; j < networks.size(); j++) {
                judge(facts, networks.get(i), networks.get(j), outcomes);
            }
        }
        return outcomes.stream();
    }

    private void judge(Facts facts, ClusterNetwork one, ClusterNetwork other, List<Outcome> outcomes) {
        Answer<Boolean> twins = samePurpose(facts, one, other);
        if (twins.is(false)) {
            return;
        }
        Answer<Boolean> equal = equal(facts, one, other);
        if (equal.is(false)) {
            return;
        }
        // Where a network itself is mixed, that is the fault to speak about.
        Answer<Optional<Integer>> here = size(facts, one);
        Answer<Optional<Integer>> there = size(facts, other);
        if (here.surely(Optional::isEmpty) || there.surely(Optional::isEmpty)) {
            return;
        }
        Answer<Boolean> differ = here.with(there, (a, b) -> !a.equals(b));
        Answer<Boolean> fires = Answer.allOf(List.of(twins, equal, differ));
        if (fires.is(true)) {
            outcomes.add(differing(facts, one, other));
        } else if (!fires.isSure()) {
            facts.cannotTell(id(), one.id(), fires).forEach(outcomes::add);
        } else {
            int bytes = here.orElse(Optional.empty()).orElse(0);
            Optional<Failure> failureHere = failure(facts, one, bytes);
            Optional<Failure> failureThere = failure(facts, other, bytes);
            if (failureHere.isPresent() != failureThere.isPresent()) {
                outcomes.add(failing(facts, failureHere.isPresent() ? one : other,
                        failureHere.isPresent() ? other : one, failureHere.or(() -> failureThere).orElseThrow()));
            }
        }
    }

    private static Answer<Boolean> samePurpose(Facts facts, ClusterNetwork one, ClusterNetwork other) {
        Sizes sizes = new Sizes(facts);
        return Answer.anyOf(Stream.of(Purpose.LIVE_MIGRATION, Purpose.CSV)
                .map(purpose -> Answer.allOf(List.of(sizes.carries(one, Set.of(purpose)),
                        sizes.carries(other, Set.of(purpose)))))
                .toList());
    }

    /// Whether two hosts each have a pair of NICs here that SMB takes for equal.
    private static Answer<Boolean> equal(Facts facts, ClusterNetwork one, ClusterNetwork other) {
        Map<Id, Endpoint> byHost = new LinkedHashMap<>();
        facts.topology().endpoints().on(one).forEach(endpoint -> byHost.putIfAbsent(endpoint.host(), endpoint));
        int sure = 0;
        List<Answer<Boolean>> open = new ArrayList<>();
        for (Endpoint twin : facts.topology().endpoints().on(other)) {
            Endpoint endpoint = byHost.remove(twin.host());
            if (endpoint == null) {
                continue;
            }
            Answer<Boolean> equal = facts.topology().endpoints().equal(endpoint, twin);
            if (equal.is(true)) {
                sure++;
            } else if (!equal.isSure()) {
                open.add(equal);
            }
        }
        return sure > 1 ? Answer.sure(true)
                : sure + open.size() < 2 ? Answer.sure(false) : Answer.all(open).then(_ -> Answer.sure(true));
    }

    /// The one size that a network's endpoints send; empty when they differ or there are none.
    private static Answer<Optional<Integer>> size(Facts facts, ClusterNetwork network) {
        List<Answer<Integer>> sizes = new ArrayList<>();
        int first = -1;
        for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
            Answer<Integer> size = facts.topology().frames().ipMtu(endpoint).map(IpMtu::bytes);
            int bytes = size.orElse(-1);
            if (bytes >= 0 && first >= 0 && bytes != first) {
                return Answer.sure(Optional.empty());
            }
            first = bytes >= 0 ? bytes : first;
            sizes.add(size);
        }
        return Answer.all(sizes).map(all -> all.stream().findFirst());
    }

    private static int bytes(Facts facts, ClusterNetwork network) {
        return size(facts, network).orElse(Optional.empty()).orElse(0);
    }

    private Finding differing(Facts facts, ClusterNetwork one, ClusterNetwork other) {
        boolean swap = bytes(facts, one) > bytes(facts, other);
        ClusterNetwork small = swap ? other : one;
        ClusterNetwork large = swap ? one : other;
        Finding finding = Finding.of(id(), Severity.WARNING, small.id())
                .fact("what", both(facts, one, other) + ", but " + facts.name(large.id()) + " sends packets of "
                        + bytes(facts, large) + " bytes of IP and " + facts.name(small.id()) + " of "
                        + bytes(facts, small))
                .fact("fix", "Bring both to the same value, and prove both ways.")
                .concerning("twin", one.id()).concerning("twin", other.id());
        Sizes sizes = new Sizes(facts);
        for (ClusterNetwork network : List.of(small, large)) {
            finding = sizes.sent(finding.proof(network.id(), "sends", bytes(facts, network) + " bytes of IP"),
                    facts.topology().endpoints().on(network).getFirst());
        }
        return finding;
    }

    private static String both(Facts facts, ClusterNetwork one, ClusterNetwork other) {
        return "SMB Multichannel uses " + facts.name(one.id()) + " and " + facts.name(other.id()) + " at once";
    }

    /// Why packets do not arrive: a place that stops them, or a test that somebody ran.
    private record Failure(String words, Id element, String attribute, String value) {}

    private static Optional<Failure> failure(Facts facts, ClusterNetwork network, int bytes) {
        Sizes sizes = new Sizes(facts);
        for (Crossing crossing : facts.topology().crossings().in(network).crossings()) {
            Optional<Capacity> passes = facts.topology().frames().hopIp(crossing.hop()).find();
            if (!crossing.failover() && passes.isPresent() && sizes.mayFail(crossing)
                    && passes.get().passage(crossing.bytes()) == Capacity.Passage.FAILS) {
                return Optional.of(new Failure(facts.name(crossing.hop().port()) + " passes "
                        + passes.get().atMost() + " of its " + bytes + " bytes of IP", crossing.hop().port(), "passes",
                        passes.get().atMost() + " bytes of IP"));
            }
        }
        List<Endpoint> endpoints = facts.topology().endpoints().on(network);
        Probes probes = new Probes(facts);
        for (Endpoint from : endpoints) {
            if (facts.topology().evidenceFrom(from.id()).isEmpty()) {
                continue;
            }
            for (Endpoint to : endpoints) {
                Optional<Evidence> failed = from.host().equals(to.host()) ? Optional.empty()
                        : probes.verdict(from, to, FrameSizes.pingMax(bytes)).filter(each -> each.ok().is(false));
                if (failed.isPresent()) {
                    int payload = failed.get().sizeBytes().map(Bytes::value).orElse(0);
                    return Optional.of(new Failure("a recorded ping of " + payload + " bytes from "
                            + facts.name(from.id()) + " to " + facts.name(to.id()) + " was not answered",
                            failed.get().id(), "ok", "false, -l " + payload));
                }
            }
        }
        return Optional.empty();
    }

    private Finding failing(Facts facts, ClusterNetwork network, ClusterNetwork twin, Failure failure) {
        return Finding.of(id(), Severity.WARNING, network.id())
                .fact("what", (network.id().compareTo(twin.id()) < 0 ? both(facts, network, twin)
                        : both(facts, twin, network)) + ", and only " + facts.name(twin.id())
                        + " carries full packets: on " + facts.name(network.id()) + " " + failure.words())
                .fact("fix", "Repair the way of " + facts.name(network.id()) + ", and prove both.")
                .concerning("network", network.id()).proof(network.id(), "twin", facts.name(twin.id()))
                .proof(failure.element(), failure.attribute(), failure.value());
    }

    /// Up to the larger size where the ways of the smaller twin pass it, else down to the smaller.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        List<ClusterNetwork> twins = finding.concerns("twin").stream()
                .map(id -> facts.topology().element(id, ClusterNetwork.class)).toList();
        if (twins.size() < 2) {
            return List.of();
        }
        ClusterNetwork small = facts.topology().element(finding.primary(), ClusterNetwork.class);
        ClusterNetwork large = twins.getFirst().id().equals(small.id()) ? twins.getLast() : twins.getFirst();
        List<Remedy> remedies = new ArrayList<>();
        int more = bytes(facts, large);
        if (Resizing.fits(facts, small, more)) {
            String label = "Set JumboPacket " + (more + FrameSizes.HEADER) + " on all endpoints of "
                    + facts.name(small.id());
            new Resizing(facts).endpoints(facts.topology().endpoints().on(small), more).edit(label)
                    .map(edit -> Remedy.of(label, edit)).ifPresent(remedies::add);
        }
        String label = "Set JumboPacket " + (bytes(facts, small) + FrameSizes.HEADER) + " on all endpoints of "
                + facts.name(large.id());
        new Resizing(facts).lower(facts.topology().endpoints().on(large), bytes(facts, small)).edit(label)
                .map(edit -> Remedy.of(label, edit)).ifPresent(remedies::add);
        return remedies;
    }
}
