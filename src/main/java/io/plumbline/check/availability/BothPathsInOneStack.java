package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.LossWords;
import io.plumbline.check.LossWords.Sides;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proof;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.Switch;
import io.plumbline.topology.ClusterFailures.Joint;
import io.plumbline.topology.ClusterFailures.Pair;
import io.plumbline.topology.Loss;
import io.plumbline.topology.Missing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every path between nodes of a cluster ends in the units of one stack: one control plane with more ports.
public record BothPathsInOneStack() implements Rule {

    @Override
    public String id() {
        return "HA004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private record Case(SequencedSet<Id> networks, List<Sides> pairs) {}

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SequencedMap<Id, Case> byStack = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Pair pair : facts.topology().failures().of(cluster).pairs()) {
            List<Joint> used = pair.used();
            List<Loss> stacks = stacks(pair, used);
            SortedSet<Missing> open = pair.open();
            if (!open.isEmpty()) {
                if (!stacks.isEmpty() || !stacks(pair, pair.joints()).isEmpty()) {
                    needs.addAll(open);
                }
                continue;
            }
            for (Loss stack : stacks) {
                Case found = byStack.computeIfAbsent(stack.element(),
                        _ -> new Case(new LinkedHashSet<>(), new ArrayList<>()));
                used.forEach(each -> found.networks().add(each.network().id()));
                found.pairs().add(Sides.of(pair));
            }
        }
        return Stream.concat(
                byStack.entrySet().stream().map(each -> finding(facts, each.getKey(), each.getValue())),
                facts.cannotTell(id(), cluster.id(), needs));
    }

    private static List<Loss> stacks(Pair pair, List<Joint> networks) {
        return pair.losses(networks).stream().filter(loss -> loss.kind() == Loss.Kind.STACK).toList();
    }

    private Finding finding(Facts facts, Id stack, Case found) {
        List<Id> units = facts.topology().units(stack).stream().map(Switch::id).toList();
        Finding finding = Finding.of(id(), Severity.ADVICE, stack).fact("stack", facts.name(stack))
                .fact("units", facts.names().list(units))
                .fact("paths", paths(facts, found)).concerning("single", stack).concerning("stack", stack)
                .proof(stack, "control plane of", facts.names().list(units));
        for (Id network : found.networks()) {
            finding = finding.proof(network, "passes", facts.name(stack)).concerning("network", network);
        }
        return LossWords.concerning(finding, found.pairs());
    }

    private static String paths(Facts facts, Case found) {
        return facts.names().list(found.networks()) + " " + new LossWords(facts).between(found.pairs());
    }

    /// A stack under two clusters is one finding.
    @Override
    public List<Finding> combine(List<Finding> findings) {
        SequencedMap<Id, Finding> byStack = new LinkedHashMap<>();
        findings.forEach(finding -> byStack.merge(finding.primary(), finding, BothPathsInOneStack::both));
        return List.copyOf(byStack.values());
    }

    private static Finding both(Finding one, Finding other) {
        Finding both = one.fact("paths", one.facts().get("paths") + "; " + other.facts().get("paths"));
        for (Proof proof : other.evidence()) {
            if (!both.evidence().contains(proof)) {
                both = both.proof(proof.element(), proof.attribute(), proof.value());
            }
        }
        for (Map.Entry<String, SortedSet<Id>> concern : other.concernById().entrySet()) {
            for (Id element : concern.getValue()) {
                both = both.concerning(concern.getKey(), element);
            }
        }
        return both;
    }
}
