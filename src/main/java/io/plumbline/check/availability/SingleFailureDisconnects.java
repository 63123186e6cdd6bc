package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.LossWords;
import io.plumbline.check.LossWords.Sides;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.topology.ClusterFailures.Joint;
import io.plumbline.topology.ClusterFailures.Pair;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Loss;
import io.plumbline.topology.Missing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One part whose loss takes every cluster network, or everything that carries live migrations, between nodes that a
/// drawing joins twice.
public record SingleFailureDisconnects() implements Rule {

    @Override
    public String id() {
        return "HA003";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    /// @param total whether it takes every cluster network, not only those that migrate
    private record Cause(Loss loss, boolean total) {}

    private record Case(SequencedSet<Id> networks, List<Sides> pairs) {
        Case() {
            this(new LinkedHashSet<>(), new ArrayList<>());
        }
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        SequencedMap<Cause, Case> cases = new LinkedHashMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (Pair pair : facts.topology().failures().of(cluster).pairs()) {
            SortedSet<Missing> open = pair.open();
            List<Joint> used = pair.used();
            List<Loss> losses = smallest(pair.losses(used));
            if (!losses.isEmpty()) {
                if (open.isEmpty()) {
                    losses.forEach(loss -> add(cases, new Cause(loss, true), pair, used));
                } else {
                    needs.addAll(open);
                }
            }
            if (pair.needs().isEmpty()) {
                migration(facts, cluster, pair, pair.losses(used), cases);
            }
        }
        return Stream.concat(
                cases.entrySet().stream().map(each -> finding(facts, cluster, each.getKey(), each.getValue())),
                facts.cannotTell(id(), cluster.id(), needs));
    }

    /// Where a cable is enough nobody needs to hear of the switch behind it. A whole stack is judged by HA004.
    private static List<Loss> smallest(Collection<Loss> losses) {
        List<Loss> parts = losses.stream().filter(loss -> loss.kind() != Loss.Kind.STACK).toList();
        return parts.stream().map(Loss::kind).min(Comparator.naturalOrder())
                .map(kind -> parts.stream().filter(loss -> loss.kind() == kind).toList()).orElse(List.of());
    }

    /// What takes every network that can carry a live migration. One such network alone is another fault.
    private static void migration(Facts facts, FailoverCluster cluster, Pair pair, List<Loss> total,
            SequencedMap<Cause, Case> cases) {
        List<Id> selected = facts.topology().effective().lmNetworks(cluster).orElse(List.of());
        List<Joint> joints = pair.joints().stream().filter(joint -> selected.contains(joint.network().id())).toList();
        if (joints.size() < 2) {
            return;
        }
        List<Joint> able = isPlain(facts, pair, joints) ? joints
                : joints.stream().filter(joint -> carriesAlone(facts, pair, joints, joint)).toList();
        if (able.size() < 2) {
            return;
        }
        List<Loss> losses = pair.losses(able).stream().filter(loss -> !total.contains(loss)).toList();
        smallest(losses).forEach(loss -> add(cases, new Cause(loss, false), pair, able));
    }

    /// Whether nothing keeps any of these networks from carrying a migration alone: every link is up, and SMB is bound.
    private static boolean isPlain(Facts facts, Pair pair, List<Joint> joints) {
        Effective effective = facts.topology().effective();
        for (Host host : List.of(pair.from().getFirst(), pair.to().getLast())) {
            for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
                boolean plain = facts.topology().endpoints().linkUp(endpoint).is(true)
                        && effective.msClientBound(endpoint.id(), endpoint.ip()).is(true)
                        && effective.msServerBound(endpoint.id(), endpoint.ip()).is(true);
                if (!plain && facts.topology().endpoints().network(endpoint).orElse(Optional.empty())
                        .filter(network -> joints.stream().anyMatch(joint -> joint.network().id()
                                .equals(network.id())))
                        .isPresent()) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Whether migrations still run, in both directions, when this is the only one left of the selected networks.
    private static boolean carriesAlone(Facts facts, Pair pair, List<Joint> joints, Joint joint) {
        Set<Id> lost = joints.stream().filter(each -> each != joint).map(each -> each.network().id())
                .collect(Collectors.toSet());
        Host a = pair.from().getFirst();
        Host b = pair.to().getLast();
        return LiveMigrationPredictor.predictWithout(facts.topology(), a, b, lost).surely(there -> !there.fails())
                && LiveMigrationPredictor.predictWithout(facts.topology(), b, a, lost).surely(back -> !back.fails());
    }

    private static void add(SequencedMap<Cause, Case> cases, Cause cause, Pair pair, List<Joint> networks) {
        Case found = cases.computeIfAbsent(cause, _ -> new Case());
        networks.forEach(each -> found.networks().add(each.network().id()));
        found.pairs().add(Sides.of(pair, cause.loss()));
    }

    private Finding finding(Facts facts, FailoverCluster cluster, Cause cause, Case found) {
        LossWords words = new LossWords(facts);
        Loss loss = cause.loss();
        boolean one = found.networks().size() == 1;
        Finding finding = Finding.of(id(), cause.total() ? Severity.WARNING : Severity.ADVICE, loss.element())
                .fact("part", words.name(loss)).fact("networks", facts.names().list(found.networks()))
                .fact("fail", one ? "fails" : "fail together")
                .fact("what", cause.total() ? "every cluster network " : "everything that carries live migrations ")
                .fact("between", words.between(found.pairs()))
                .fact("fix", fix(loss)).concerning("single", loss.element()).concerning("cluster", cluster.id())
                .proof(loss.element(), "carries", facts.names().list(found.networks()));
        for (Id network : found.networks()) {
            finding = finding.proof(network, "fails with", words.name(loss)).concerning("network", network);
        }
        return LossWords.concerning(finding, found.pairs());
    }

    private static String fix(Loss loss) {
        return switch (loss.kind()) {
            case NIC -> "Lead a network over another NIC.";
            case CARD -> "Lead a network over a NIC on another card.";
            case LINK -> "Lead a network over another link.";
            case UNIT -> "Move a cable to another unit.";
            case SWITCH, STACK -> "Lead a network over another switch.";
        };
    }
}
