package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Affinity;
import io.plumbline.model.Attribute;
import io.plumbline.model.FilterMode;
import io.plumbline.model.IpAddress;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PortRule;
import io.plumbline.model.Service;
import io.plumbline.model.Shape;
import io.plumbline.model.Transport;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Port rules that do not go together: other ones on another node, clashing priorities or ranges, an affinity that breaks
/// UDP, a service that no rule lets in.
public record ContradictoryPortRules() implements Rule {

    private static final int LAST_PRIORITY = 32;

    /// What all nodes have to have in common about a rule, and what each has for itself.
    private record Known(Optional<IpAddress> vip, int first, int last, Transport protocol, FilterMode filter,
            Affinity affinity) {

        boolean overlaps(Known other) {
            return vip.equals(other.vip) && first <= other.last && other.first <= last && (protocol == other.protocol
                    || protocol == Transport.BOTH || other.protocol == Transport.BOTH);
        }

        boolean covers(int port, Transport wanted) {
            return first <= port && port <= last && (protocol == Transport.BOTH || protocol == wanted);
        }

        /// Affinity plays a part only where several nodes share the clients.
        boolean breaksFragments() {
            return filter == FilterMode.MULTIPLE && protocol != Transport.TCP && affinity == Affinity.NONE;
        }

        @Override
        public String toString() {
            String ports = first == last ? "port " + first : "ports " + first + " to " + last;
            return ports + " " + switch (protocol) {
                case TCP -> "TCP";
                case UDP -> "UDP";
                case BOTH -> "TCP and UDP";
            } + vip.map(address -> " of " + address).orElse("");
        }

        String full() {
            return this + ", " + switch (filter) {
                case MULTIPLE -> "multiple hosts, affinity " + affinity.display();
                case SINGLE -> "single host";
                case DISABLED -> "disabled";
            };
        }
    }

    private record Ruled(NlbNode node, List<PortRule> stated, List<Known> rules) {}

    @Override
    public String id() {
        return "NLB014";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<List<NlbNode>> nodes = facts.topology().effective().nodes(cluster);
        SortedSet<Missing> needs = new TreeSet<>(nodes.needs());
        List<Ruled> ruled = new ArrayList<>();
        for (NlbNode node : nodes.orElse(List.of())) {
            Answer<Ruled> known = known(facts.topology().effective(), cluster, node);
            needs.addAll(known.needs());
            known.find().ifPresent(ruled::add);
        }
        return Stream.of(differences(facts, cluster, ruled), clashes(facts, cluster, ruled),
                fragments(facts, cluster, ruled),
                needs.isEmpty() ? services(facts, cluster, ruled) : Stream.<Outcome>empty(),
                facts.cannotTell(id(), cluster.id(), needs)).flatMap(outcomes -> outcomes);
    }

    private static Answer<Ruled> known(Effective effective, NlbCluster cluster, NlbNode node) {
        return effective.portRules(cluster, node).then(rules -> Answer
                .all(rules.stream().map(rule -> known(effective, cluster, rule)).toList())
                .map(all -> new Ruled(node, rules, all)));
    }

    private static Answer<Known> known(Effective effective, NlbCluster cluster, PortRule rule) {
        return effective.vip(cluster, rule).then(vip -> effective.startPort(cluster, rule)
                .then(first -> effective.endPort(cluster, rule).then(last -> effective.protocol(cluster, rule)
                        .then(protocol -> effective.filterMode(cluster, rule)
                                .with(effective.affinity(cluster, rule), (filter, affinity) -> new Known(vip, first,
                                        last, protocol, filter,
                                        filter == FilterMode.MULTIPLE ? affinity : Affinity.SINGLE))))));
    }

    private Finding finding(Facts facts, NlbCluster cluster, String variant, Severity severity) {
        return Finding.of(id(), variant, severity, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .concerning("nlbCluster", cluster.id());
    }

    // a: the same rules everywhere

    private Stream<Outcome> differences(Facts facts, NlbCluster cluster, List<Ruled> ruled) {
        for (Ruled other : ruled) {
            Ruled first = ruled.getFirst();
            Set<Known> its = new LinkedHashSet<>(other.rules());
            Set<Known> expected = new LinkedHashSet<>(first.rules());
            if (its.equals(expected) && other.rules().size() == first.rules().size()) {
                continue;
            }
            List<String> words = new ArrayList<>();
            Set<Known> added = new LinkedHashSet<>(its);
            added.removeAll(expected);
            expected.removeAll(its);
            if (!expected.isEmpty()) {
                words.add(NlbWords.node(facts, first.node()) + " has a rule for "
                        + Names.few(expected.stream().map(Known::full).toList(), 2));
            }
            if (!added.isEmpty()) {
                words.add(NlbWords.node(facts, other.node()) + " has one for "
                        + Names.few(added.stream().map(Known::full).toList(), 2));
            }
            if (words.isEmpty()) {
                words.add("one of them has a rule twice");
            }
            return Stream.of(finding(facts, cluster, "a", Severity.ERROR)
                    .fact("first", NlbWords.node(facts, first.node())).fact("other", NlbWords.node(facts, other.node()))
                    .fact("difference", String.join("; ", words))
                    .proof(first.node().member(), "portRules", sentence(first))
                    .proof(other.node().member(), "portRules", sentence(other)));
        }
        return Stream.empty();
    }

    private static String sentence(Ruled ruled) {
        return ruled.rules().isEmpty() ? "none" : String.join("; ", ruled.rules().stream().map(Known::full).toList());
    }

    // b: priorities and ranges

    private Stream<Outcome> clashes(Facts facts, NlbCluster cluster, List<Ruled> ruled) {
        SequencedSet<String> faults = new LinkedHashSet<>();
        Set<NlbNode> concerned = new HashSet<>();
        Finding finding = finding(facts, cluster, "b", Severity.ERROR);
        Map<Known, Map<Integer, NlbNode>> taken = new LinkedHashMap<>();
        for (Ruled each : ruled) {
            String name = NlbWords.node(facts, each.node());
            for (int i = 0; i < each.rules().size(); i++) {
                Known rule = each.rules().get(i);
                Optional<Integer> priority = rule.filter() == FilterMode.SINGLE
                        ? each.stated().get(i).handlingPriority().find()
                        : Optional.empty();
                if (priority.isPresent() && (priority.get() < 1 || priority.get() > LAST_PRIORITY)) {
                    faults.add(name + " handles " + rule + " with priority " + priority.get()
                            + ", which is outside 1 to 32");
                    concerned.add(each.node());
                } else if (priority.isPresent()) {
                    NlbNode before = taken.computeIfAbsent(rule, _ -> new LinkedHashMap<>())
                            .putIfAbsent(priority.get(), each.node());
                    if (before != null && !before.equals(each.node())) {
                        faults.add(NlbWords.node(facts, before) + " and " + name + " both handle " + rule
                                + " with priority " + priority.get());
                        concerned.addAll(List.of(before, each.node()));
                    }
                }
                for (int j = 0; j < i; j++) {
                    if (rule.overlaps(each.rules().get(j))) {
                        faults.add("the rules of " + name + " for " + each.rules().get(j) + " and for " + rule
                                + " overlap");
                        concerned.add(each.node());
                    }
                }
            }
        }
        if (faults.isEmpty()) {
            return Stream.empty();
        }
        for (Ruled each : ruled) {
            if (concerned.contains(each.node())) {
                finding = finding.proof(each.node().member(), "portRules", sentence(each));
            }
        }
        return Stream.of(finding.fact("faults", Names.few(List.copyOf(faults), 3)));
    }

    // c: fragments

    private Stream<Outcome> fragments(Facts facts, NlbCluster cluster, List<Ruled> ruled) {
        SequencedSet<Known> rules = new LinkedHashSet<>();
        ruled.forEach(each -> each.rules().stream().filter(Known::breaksFragments).forEach(rules::add));
        return rules.isEmpty() ? Stream.empty()
                : Stream.of(finding(facts, cluster, "c", Severity.WARNING)
                        .fact("rules", Names.few(rules.stream().map(Known::toString).toList(), 3))
                        .fact("rule", rules.size() == 1 ? "The rule" : "The rules")
                        .fact("have", rules.size() == 1 ? "has" : "have")
                        .proof(cluster.id(), "nodes.portRules.affinity", Affinity.NONE.display()));
    }

    // d: services

    private Stream<Outcome> services(Facts facts, NlbCluster cluster, List<Ruled> ruled) {
        Answer<List<Service>> services = facts.topology().effective().services(cluster);
        List<String> shut = new ArrayList<>();
        for (Service service : services.orElse(List.of())) {
            Optional<Integer> port = service.port().find();
            Transport protocol = service.protocol().orElse(Transport.TCP);
            if (port.isEmpty() || ruled.isEmpty()) {
                continue;
            }
            for (Transport each : protocol == Transport.BOTH ? List.of(Transport.TCP, Transport.UDP)
                    : List.of(protocol)) {
                List<Known> covering = ruled.stream().flatMap(node -> node.rules().stream())
                        .filter(rule -> rule.covers(port.get(), each)).toList();
                if (covering.stream().allMatch(rule -> rule.filter() == FilterMode.DISABLED)) {
                    shut.add("port " + port.get() + " " + each.display() + " ("
                            + (covering.isEmpty() ? "no rule, so one node does all the work" : "disabled") + ")");
                }
            }
        }
        return shut.isEmpty() ? facts.cannotTell(id(), cluster.id(), services)
                : Stream.of(finding(facts, cluster, "d", Severity.ADVICE).fact("services", Names.join(shut))
                        .proof(cluster.id(), "services", Names.join(shut)));
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
        String name = facts.name(cluster.id());
        List<NlbNode> nodes = cluster.nodes().orElse(List.of());
        return switch (finding.variant()) {
            case "a" -> {
                NlbNode first = nodes.getFirst();
                List<PortRule> model = first.portRules().orElse(List.of(PortRule.unset()));
                yield nodes.size() > LAST_PRIORITY ? List.of()
                        : List.of(changed("Apply the port rules of " + NlbWords.node(facts, first) + " to all nodes of "
                                + name, cluster, (node, place) -> copied(node, model, place)));
            }
            case "b" -> finding.facts().get("faults").contains(" overlap") || nodes.size() > LAST_PRIORITY ? List.of()
                    : List.of(
                            changed("Number the handling priorities of " + name + " from 1 to " + nodes.size(), cluster,
                                    (node, place) -> prioritised(node, place)));
            case "c" -> List.of(changed("Set affinity Single on the UDP rules of " + name, cluster,
                    (node, _) -> rules(node, rule -> rule.affinity().is(Affinity.NONE)
                            && !rule.protocol().is(Transport.TCP) ? with(rule, "affinity", Affinity.SINGLE) : rule)));
            default -> List.of();
        };
    }

    private interface Change {
        NlbNode of(NlbNode node, int place);
    }

    private interface RuleChange {
        PortRule of(PortRule rule);
    }

    private static Remedy changed(String label, NlbCluster cluster, Change change) {
        List<NlbNode> after = new ArrayList<>();
        for (NlbNode node : cluster.nodes().orElse(List.of())) {
            after.add(change.of(node, after.size()));
        }
        return Remedy.of(label, Put.set(List.of(cluster), "nodes", after, "nodes"));
    }

    private static NlbNode copied(NlbNode node, List<PortRule> model, int place) {
        List<PortRule> own = node.portRules().orElse(List.of());
        List<PortRule> after = new ArrayList<>();
        for (PortRule rule : model) {
            // How much a node takes is its own affair.
            Attribute<Integer> weight = own.stream().filter(each -> each.startPort().equals(rule.startPort())
                    && each.endPort().equals(rule.endPort()) && each.protocol().equals(rule.protocol()))
                    .map(PortRule::loadWeight).findFirst().orElse(Attribute.unset());
            PortRule copy = with(rule, "loadWeight", weight);
            after.add(rule.filterMode().is(FilterMode.SINGLE) ? with(copy, "handlingPriority", place + 1) : copy);
        }
        return Shape.of(NlbNode.class).with(node, "portRules", after);
    }

    private static NlbNode prioritised(NlbNode node, int place) {
        return rules(node,
                rule -> rule.filterMode().is(FilterMode.SINGLE) ? with(rule, "handlingPriority", place + 1) : rule);
    }

    private static NlbNode rules(NlbNode node, RuleChange change) {
        return node.portRules().isKnown() ? Shape.of(NlbNode.class).with(node, "portRules",
                node.portRules().orElse(List.of()).stream().map(change::of).toList()) : node;
    }

    private static PortRule with(PortRule rule, String name, Object value) {
        return Shape.of(PortRule.class).with(rule, name, value);
    }
}
