package io.plumbline.check.vlan;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Attachment;
import io.plumbline.topology.EffectiveVlan;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Link;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Subnets and VLANs do not match one to one: a cluster network in two VLANs, or two cluster networks in one.
public record SubnetAgainstVlans() implements Rule {

    @Override
    public String id() {
        return "NET004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::judge),
                Subject.each(FailoverCluster.class, this::judge));
    }

    /// A VLAN on a switch.
    private record Spot(VlanId vlan, Id device) {}

    // One subnet in two VLANs

    private Stream<Outcome> judge(Facts facts, ClusterNetwork network) {
        SortedMap<VlanId, List<Endpoint>> byVlan = new TreeMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        List<Endpoint> endpoints = facts.topology().endpoints().on(network);
        for (Endpoint endpoint : endpoints) {
            Answer<EffectiveVlan> vlan = facts.topology().vlans().effective(endpoint);
            needs.addAll(vlan.needs());
            vlan.find().filter(each -> each.tagging() != EffectiveVlan.Tagging.TRUNK).flatMap(EffectiveVlan::single)
                    .ifPresent(id -> byVlan.computeIfAbsent(id, _ -> new ArrayList<>()).add(endpoint));
        }
        if (byVlan.size() < 2) {
            return endpoints.size() > 1 ? facts.cannotTell(id(), network.id(), needs) : Stream.empty();
        }
        VlanId usual = usual(facts, network, byVlan);
        Set<Spot> reached = reached(facts.topology(), spots(facts, byVlan.get(usual)));
        SortedMap<VlanId, List<Endpoint>> odd = new TreeMap<>();
        byVlan.forEach((vlan, some) -> some.stream()
                .filter(endpoint -> !vlan.equals(usual)
                        && Collections.disjoint(reached, spots(facts, List.of(endpoint))))
                .forEach(endpoint -> odd.computeIfAbsent(vlan, _ -> new ArrayList<>()).add(endpoint)));
        return odd.isEmpty() ? Stream.empty() : Stream.of(split(facts, network, usual, byVlan.get(usual), odd));
    }

    /// The VLAN of the most; of as many the one that was intended.
    private static VlanId usual(Facts facts, ClusterNetwork network, SortedMap<VlanId, List<Endpoint>> byVlan) {
        Optional<VlanId> intended = network.vlan().find().flatMap(vlan -> facts.topology().vlans().idOf(vlan).find());
        int most = byVlan.values().stream().mapToInt(List::size).max().orElse(0);
        return intended.filter(vlan -> byVlan.getOrDefault(vlan, List.of()).size() == most)
                .orElseGet(() -> byVlan.entrySet().stream().filter(each -> each.getValue().size() == most)
                        .map(Map.Entry::getKey).findFirst().orElseThrow());
    }

    private static Set<Spot> spots(Facts facts, List<Endpoint> endpoints) {
        Set<Spot> spots = new LinkedHashSet<>();
        for (Endpoint endpoint : endpoints) {
            for (Attachment each : facts.topology().paths().attachments(endpoint).orElse(List.of())) {
                spots.add(new Spot(each.vlan(), each.device()));
            }
        }
        return spots;
    }

    /// Everything that these are joined to, also by links that put untagged frames of one VLAN into another.
    private static Set<Spot> reached(Topology topology, Set<Spot> from) {
        Set<Spot> reached = new LinkedHashSet<>();
        Deque<Spot> todo = new ArrayDeque<>(from);
        while (!todo.isEmpty()) {
            Spot at = todo.pop();
            if (!reached.add(at)) {
                continue;
            }
            topology.vlans().domain(at.vlan(), at.device()).forEach(device -> todo.add(new Spot(at.vlan(), device)));
            for (Link link : topology.vlans().links()) {
                if (link.portA().isPresent() && link.portB().isPresent()
                        && (link.a().equals(at.device()) || link.b().equals(at.device()))) {
                    Id here = link.portAt(at.device()).orElseThrow();
                    Id there = link.portAt(link.other(at.device())).orElseThrow();
                    if (topology.vlans().ofUntagged(here).is(at.vlan())) {
                        topology.vlans().ofUntagged(there).find()
                                .ifPresent(vlan -> todo.add(new Spot(vlan, link.other(at.device()))));
                    }
                }
            }
        }
        return reached;
    }

    private Finding split(Facts facts, ClusterNetwork network, VlanId usual, List<Endpoint> others,
            SortedMap<VlanId, List<Endpoint>> odd) {
        List<String> words = new ArrayList<>();
        odd.forEach((vlan, endpoints) -> words.add(few(facts, endpoints) + " in VLAN " + vlan));
        Finding finding = Finding.of(id(), Severity.ERROR, network.id()).fact("problem",
                Names.sentence(facts.name(network.id())) + " is one subnet in separate VLANs: " + Names.join(words)
                        + ", " + few(facts, others) + " in VLAN " + usual + ". They cannot reach each other")
                .fact("fix", "Move " + few(facts, odd.values().stream().flatMap(List::stream).toList())
                        + " to VLAN " + usual + ".")
                .concerning("network", network.id());
        for (Map.Entry<VlanId, List<Endpoint>> each : odd.entrySet()) {
            for (Endpoint endpoint : each.getValue()) {
                finding = finding.proof(endpoint.id(), "VLAN", each.getKey()).concerning("endpoint", endpoint.id());
            }
        }
        for (Endpoint endpoint : others) {
            finding = finding.proof(endpoint.id(), "VLAN", usual);
        }
        return finding;
    }

    private static String few(Facts facts, List<Endpoint> endpoints) {
        return Names.few(endpoints.stream().map((Endpoint each) -> facts.name(each.id())).toList(), 6);
    }

    // Two subnets in one VLAN

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        List<ClusterNetwork> networks = facts.topology().networks(cluster.id());
        Map<Spot, Spot> domains = new HashMap<>();
        List<Set<Spot>> places = new ArrayList<>();
        for (ClusterNetwork network : networks) {
            Set<Spot> spots = new LinkedHashSet<>();
            spots(facts, facts.topology().endpoints().on(network))
                    .forEach(spot -> spots.add(domains.computeIfAbsent(spot, each -> domain(facts, each))));
            places.add(spots);
        }
        List<Outcome> findings = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            for (int j = i + 1; j < networks.size(); j++) {
                Set<Spot> second = places.get(j);
                Optional<Spot> shared = places.get(i).stream().filter(second::contains).findFirst();
                if (shared.isPresent()) {
                    findings.add(shared(facts, networks.get(i), networks.get(j), shared.get().vlan()));
                }
            }
        }
        return findings.stream();
    }

    /// A broadcast domain, told by its VLAN and the first switch of it.
    private static Spot domain(Facts facts, Spot spot) {
        return new Spot(spot.vlan(),
                Collections.min(facts.topology().vlans().domain(spot.vlan(), spot.device())));
    }

    private Finding shared(Facts facts, ClusterNetwork one, ClusterNetwork other, VlanId vlan) {
        return Finding.of(id(), Severity.ADVICE, other.id())
                .fact("problem", Names.sentence(facts.name(one.id())) + " and " + facts.name(other.id())
                        + " share VLAN " + vlan + ": they are one broadcast domain and fail together")
                .fact("fix", "Give each its own VLAN.").proof(one.id(), "VLAN", vlan)
                .proof(other.id(), "VLAN", vlan).concerning("network", one.id()).concerning("network", other.id());
    }

    // The remedy

    /// Moves tagged endpoints to the VLAN of the others, where the switches in front of them are joined to those already.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (finding.severity() != Severity.ERROR) {
            return List.of();
        }
        Topology topology = facts.topology();
        ClusterNetwork network = topology.element(finding.primary(), ClusterNetwork.class);
        List<Endpoint> odd = finding.concerns("endpoint").stream()
                .flatMap(id -> topology.endpoints().find(id).stream()).toList();
        List<Endpoint> others = topology.endpoints().on(network).stream().filter(each -> !odd.contains(each)).toList();
        Optional<VlanId> usual = others.stream()
                .flatMap(each -> topology.vlans().effective(each).find().flatMap(EffectiveVlan::single).stream())
                .findFirst();
        if (usual.isEmpty() || !odd.stream().allMatch(each -> topology.vlans().effective(each)
                .surely(EffectiveVlan::isTagged))) {
            return List.of();
        }
        Proposal proposal = new Proposal(topology);
        for (Endpoint endpoint : odd) {
            proposal.set(endpoint.element(), "vlanId", usual.get());
            for (Id port : topology.uplinks().hostPorts(topology.endpoints().nics(endpoint).orElse(List.of()))) {
                boolean joined = spots(facts, others).stream().anyMatch(spot -> topology.vlans()
                        .path(usual.get(), spot.device(), topology.wiring().deviceOf(port)).is(true));
                Optional<VlanSet> allowed = topology.switches().allowedVlans(port).find();
                if (!joined || allowed.isEmpty()) {
                    return List.of();
                }
                if (!allowed.get().contains(usual.get())) {
                    proposal.set(topology.element(port), "allowedVlans", allowed.get().plus(usual.get().value()));
                }
            }
        }
        return List.of(proposal.as("Move " + few(facts, odd) + " to VLAN " + usual.get()));
    }
}
