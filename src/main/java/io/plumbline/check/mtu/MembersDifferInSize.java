package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Id;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.FrameSizes;
import io.plumbline.topology.IpMtu;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The endpoints of one network do not send packets of one size.
public record MembersDifferInSize() implements Rule {

    private static final int MOST_NAMES = 4;
    private static final int JUMBO = 9000;

    @Override
    public String id() {
        return "MTU004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        List<Endpoint> endpoints = facts.topology().endpoints().on(network);
        SortedMap<Integer, List<Endpoint>> bySize = new TreeMap<>(Comparator.reverseOrder());
        SortedSet<Missing> needs = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            switch (facts.topology().frames().ipMtu(endpoint)) {
                case Answer.Sure<IpMtu>(IpMtu mtu) ->
                        bySize.computeIfAbsent(mtu.bytes(), _ -> new ArrayList<>()).add(endpoint);
                case Answer.NotKnown<IpMtu>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        if (bySize.size() < 2) {
            return endpoints.size() < 2 ? Stream.empty() : facts.cannotTell(id(), network.id(), needs);
        }
        return Stream.of(finding(new Sizes(facts), network, bySize));
    }

    private Finding finding(Sizes sizes, ClusterNetwork network, SortedMap<Integer, List<Endpoint>> bySize) {
        Facts facts = sizes.facts();
        // The odd one out: the fewest endpoints, of equal parties the smaller size.
        Map.Entry<Integer, List<Endpoint>> odd = bySize.entrySet().stream()
                .min(Comparator.comparing((Map.Entry<Integer, List<Endpoint>> each) -> each.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow();
        String values = bySize.entrySet().stream().map(each -> each.getKey() + " on " + Names.few(
                each.getValue().stream().map(Endpoint::id).map((Id id) -> facts.name(id)).toList(), MOST_NAMES))
                .collect(Collectors.joining(", "));
        Finding finding = Finding.of(id(), Severity.WARNING, odd.getValue().getFirst().id())
                .fact("network", Names.sentence(facts.name(network.id()))).fact("values", values)
                .fact("fix", bySize.firstKey() >= JUMBO
                        ? "Align them all to JumboPacket 9014, unless the whole path is proven for more."
                        : "Align them all to an IP MTU of " + bySize.lastKey() + ", the smallest.")
                .concerning("network", network.id());
        for (Endpoint endpoint : odd.getValue()) {
            finding = sizes.sent(finding, endpoint);
        }
        for (Map.Entry<Integer, List<Endpoint>> each : bySize.entrySet()) {
            if (each.getKey().equals(odd.getKey())) {
                continue;
            }
            for (Endpoint endpoint : each.getValue()) {
                finding = sizes.sent(finding, endpoint);
            }
        }
        // Were those that fall short of the largest repaired, no difference would be left.
        for (Endpoint endpoint : bySize.tailMap(bySize.firstKey() - 1).values().stream().flatMap(List::stream)
                .toList()) {
            finding = finding.concerning("endpoint", endpoint.id());
        }
        return finding;
    }

    /// The usual jumbo size where the ways pass it; the smallest size present in any case.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        ClusterNetwork network = facts.topology().element(finding.concerns("network").first(), ClusterNetwork.class);
        List<Endpoint> endpoints = facts.topology().endpoints().on(network);
        List<Integer> sizes = endpoints.stream().flatMap(each -> facts.topology().frames().ipMtu(each).find().stream())
                .map(IpMtu::bytes).distinct().sorted().toList();
        List<Remedy> remedies = new ArrayList<>();
        if (sizes.getLast() >= JUMBO && sizes.getFirst() < JUMBO && Resizing.fits(facts, network, JUMBO)) {
            align(facts, network, endpoints, JUMBO).ifPresent(remedies::add);
        }
        align(facts, network, endpoints, sizes.getFirst()).ifPresent(remedies::add);
        return remedies;
    }

    private static Optional<Remedy> align(Facts facts, ClusterNetwork network, List<Endpoint> endpoints, int bytes) {
        String label = "Set JumboPacket " + (bytes + FrameSizes.HEADER) + " on all endpoints of "
                + facts.name(network.id());
        boolean known = endpoints.stream().allMatch(each -> facts.topology().frames().ipMtu(each).isSure());
        return (known ? new Resizing(facts).endpoints(endpoints, bytes) : new Resizing(facts).lower(endpoints, bytes))
                .edit(label).map(edit -> Remedy.of(label, edit));
    }
}
