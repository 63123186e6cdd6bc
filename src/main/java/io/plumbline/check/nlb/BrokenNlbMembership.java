package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Shape;
import io.plumbline.predict.Ip2Mac;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Nodes that cannot form one NLB cluster: different modes, too many of them, host priorities that are used twice or out of
/// range, or a machine that takes part with two adapters.
public record BrokenNlbMembership() implements Rule {

    private static final int MOST_NODES = 32;

    @Override
    public String id() {
        return "NLB005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<List<NlbNode>> known = facts.topology().effective().nodes(cluster);
        List<NlbNode> nodes = known.orElse(List.of());
        return Stream.of(facts.cannotTell(id(), cluster.id(), known), modes(facts, cluster, nodes),
                count(facts, cluster, nodes), priorities(facts, cluster, nodes), adapters(facts, cluster, nodes))
                .flatMap(outcomes -> outcomes);
    }

    // a: one mode

    private Stream<Outcome> modes(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        SortedMap<NlbMode, List<NlbNode>> byMode = new TreeMap<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (NlbNode node : nodes) {
            switch (facts.topology().effective().configuredMode(cluster, node)) {
                case Answer.Sure<NlbMode>(NlbMode mode) ->
                        byMode.computeIfAbsent(mode, _ -> new ArrayList<>()).add(node);
                case Answer.NotKnown<NlbMode>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        if (byMode.size() < 2) {
            return nodes.size() < 2 ? Stream.empty() : facts.cannotTell(id(), cluster.id(), needs);
        }
        List<String> groups = new ArrayList<>();
        Finding finding = finding(facts, cluster, "a");
        for (Map.Entry<NlbMode, List<NlbNode>> each : byMode.entrySet()) {
            groups.add(Names.join(each.getValue().stream().map(node -> NlbWords.node(facts, node)).toList()) + " in "
                    + NlbWords.mode(each.getKey()) + " mode");
            for (NlbNode node : each.getValue()) {
                finding = finding.proof(node.member(), "configuredMode", each.getKey().display());
            }
        }
        return Stream.of(finding.fact("modes", Names.join(groups)));
    }

    // b: no more than 32

    private Stream<Outcome> count(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        return nodes.size() <= MOST_NODES ? Stream.empty()
                : Stream.of(finding(facts, cluster, "b").fact("count", nodes.size())
                        .proof(cluster.id(), "nodes", nodes.size()));
    }

    // c: an identity for each

    private Stream<Outcome> priorities(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        SortedMap<Integer, List<NlbNode>> byPriority = new TreeMap<>();
        boolean open = false;
        for (NlbNode node : nodes) {
            node.hostPriority().find()
                    .ifPresent(priority -> byPriority.computeIfAbsent(priority, _ -> new ArrayList<>()).add(node));
            open |= node.hostPriority().isUnknown();
        }
        List<String> faults = new ArrayList<>();
        Finding finding = finding(facts, cluster, "c");
        for (Map.Entry<Integer, List<NlbNode>> each : byPriority.entrySet()) {
            boolean outside = each.getKey() < 1 || each.getKey() > Ip2Mac.LAST_HOST_PRIORITY;
            List<NlbNode> same = each.getValue();
            if (!outside && same.size() < 2) {
                continue;
            }
            String names = Names.join(same.stream().map(node -> NlbWords.node(facts, node)).toList());
            faults.add(names + (same.size() < 2 ? " has " : same.size() == 2 ? " both have " : " all have ")
                    + "host priority " + each.getKey() + (outside ? ", which is outside 1 to 32" : ""));
            for (NlbNode node : same) {
                finding = finding.proof(node.member(), "hostPriority", each.getKey());
            }
        }
        return !faults.isEmpty() ? Stream.of(finding.fact("faults", String.join("; ", faults)))
                : open ? facts.cannotTell(id(), cluster.id(), List.of(new Missing(cluster.id(), "nodes.hostPriority")))
                        : Stream.empty();
    }

    // d: one adapter each

    private Stream<Outcome> adapters(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Map<Id, SequencedSet<Id>> byMachine = new LinkedHashMap<>();
        for (NlbNode node : nodes) {
            NlbWords.machine(facts.topology(), node).ifPresent(
                    machine -> byMachine.computeIfAbsent(machine, _ -> new LinkedHashSet<>()).add(node.member()));
        }
        return byMachine.entrySet().stream().filter(each -> each.getValue().size() > 1).map(each -> {
            Finding finding = Finding.of(id(), "d", Severity.ERROR, each.getKey())
                    .fact("machine", facts.name(each.getKey())).fact("cluster", facts.name(cluster.id()))
                    .fact("adapters", facts.names().list(each.getValue()))
                    .concerning("nlbCluster", cluster.id());
            for (Id adapter : each.getValue()) {
                finding = finding.proof(adapter, "node of", facts.name(cluster.id()));
            }
            return finding;
        });
    }

    private Finding finding(Facts facts, NlbCluster cluster, String variant) {
        return Finding.of(id(), variant, Severity.ERROR, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .concerning("nlbCluster", cluster.id());
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        String name = finding.facts().get("cluster");
        return switch (finding.variant()) {
            case "a" -> {
                NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
                yield facts.topology().effective().mode(cluster).find().stream().map(mode -> {
                    String label = "Set all nodes of " + name + " to " + NlbWords.mode(mode) + " mode";
                    return nodes(label, cluster,
                            (node, _) -> Shape.of(NlbNode.class).with(node, "configuredMode", mode));
                }).toList();
            }
            case "c" -> {
                NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
                int count = cluster.nodes().orElse(List.of()).size();
                yield count > Ip2Mac.LAST_HOST_PRIORITY ? List.of()
                        : List.of(nodes("Renumber the host priorities of " + name + " from 1 to " + count, cluster,
                                (node, place) -> Shape.of(NlbNode.class).with(node, "hostPriority",
                                        Attribute.of(place + 1))));
            }
            default -> List.of();
        };
    }

    private interface Change {
        NlbNode of(NlbNode node, int place);
    }

    private static Remedy nodes(String label, NlbCluster cluster, Change change) {
        List<NlbNode> before = cluster.nodes().orElse(List.of());
        List<NlbNode> after = new ArrayList<>();
        for (NlbNode node : before) {
            after.add(change.of(node, after.size()));
        }
        return Remedy.of(label, Put.set(List.of(cluster), "nodes", after, "nodes"));
    }
}
