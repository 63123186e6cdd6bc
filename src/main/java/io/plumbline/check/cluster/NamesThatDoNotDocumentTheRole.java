package io.plumbline.check.cluster;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A cluster network whose name, or the names of its NICs, says nothing or something wrong: Windows gave it, every host
/// uses another one, or it promises an order that the cluster does not follow.
public record NamesThatDoNotDocumentTheRole() implements Rule {

    private static final Pattern DEFAULT_NETWORK = Pattern.compile("(?i)Cluster Network( \\d+)?|");
    private static final Pattern DEFAULT_NIC = Pattern.compile("(?i)(Ethernet|Local Area Connection)( \\d+)?");

    /// The slot may differ from host to host: it says where the NIC is, not what it is for.
    private static final Pattern SLOT =
            Pattern.compile("(?i)(slot|pcie?)[ _-]*\\d+([ _-]*port[ _-]*\\d+)?[ _-]*|[ _-]*(slot|pcie?)[ _-]*\\d+$");

    @Override
    public String id() {
        return "CN006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(FailoverCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster) {
        return facts.topology().networks(cluster.id()).stream().flatMap(network -> judge(facts, cluster, network));
    }

    private Stream<Outcome> judge(Facts facts, FailoverCluster cluster, ClusterNetwork network) {
        List<Outcome> gaps = new ArrayList<>();
        Finding finding = Finding.of(id(), Severity.ADVICE, network.id()).concerning("network", network.id());
        List<String> problems = new ArrayList<>();
        boolean unnamed = DEFAULT_NETWORK.matcher(network.name()).matches();
        if (unnamed) {
            problems.add("it has the name that Windows gave it");
            finding =
                    finding.proof(network.id(), "name", network.name().isBlank() ? "Cluster Network" : network.name());
        }
        List<Endpoint> endpoints = facts.topology().endpoints().on(network).stream()
                .filter(endpoint -> !endpoint.element().name().isBlank()).toList();
        List<Endpoint> byDefault = endpoints.stream()
                .filter(endpoint -> DEFAULT_NIC.matcher(endpoint.element().name()).matches()).toList();
        Map<SortedSet<String>, List<Endpoint>> byNames = byNames(endpoints);
        List<Endpoint> shown = byNames.size() > 1 ? endpoints : byDefault;
        if (byNames.size() > 1) {
            problems.add("its NICs are called " + byNames.values().stream().map(same -> called(facts, same))
                    .collect(Collectors.joining(", ")));
        } else if (!byDefault.isEmpty()) {
            problems.add(facts.names().list(byDefault.stream().map(Endpoint::id).toList())
                    + (byDefault.size() == 1 ? " has the name that Windows gave it"
                            : " have the names that Windows gave them"));
        }
        for (Endpoint endpoint : shown) {
            finding = finding.proof(endpoint.id(), "name", endpoint.element().name());
        }
        for (Purpose purpose : List.of(Purpose.CSV, Purpose.LIVE_MIGRATION)) {
            Answer<Optional<Contradiction>> broken = contradiction(facts, cluster, network, purpose);
            facts.cannotTell(id(), network.id(), broken).forEach(gaps::add);
            if (broken.find().flatMap(each -> each).orElse(null) instanceof Contradiction it) {
                problems.add(it.sentence());
                finding = finding.proof(network.id(), it.attribute(), it.own())
                        .proof(it.other(), it.attribute(), it.others());
            }
        }
        if (problems.isEmpty()) {
            return gaps.stream();
        }
        String example = unnamed ? "Name it after its purposes, such as CSV1+LM2, and its NICs alike on every node."
                : byNames.size() > 1 || !byDefault.isEmpty()
                        ? "Call its NICs alike on every node, such as SLOT41-" + network.name() + "."
                        : "Rename it, or change the order.";
        return Stream.of(finding.fact("network", Names.sentence(facts.name(network.id())))
                .fact("problems", String.join("; ", problems)).fact("fix", example));
    }

    /// Hosts whose NICs on the network have the same names stand together; case and slot make no difference.
    private static Map<SortedSet<String>, List<Endpoint>> byNames(List<Endpoint> endpoints) {
        Map<Id, List<Endpoint>> byHost = new LinkedHashMap<>();
        endpoints.forEach(each -> byHost.computeIfAbsent(each.host(), _ -> new ArrayList<>()).add(each));
        Map<SortedSet<String>, List<Endpoint>> byNames = new LinkedHashMap<>();
        byHost.values().forEach(ofHost -> {
            SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            ofHost.forEach(endpoint -> names.add(withoutSlot(endpoint.element().name())));
            byNames.entrySet().stream().filter(each -> sameNames(each.getKey(), names)).findFirst()
                    .map(Map.Entry::getValue)
                    .orElseGet(() -> byNames.computeIfAbsent(names, _ -> new ArrayList<>())).addAll(ofHost);
        });
        return byNames;
    }

    /// "SMB1 on HV1 and HV2".
    private static String called(Facts facts, List<Endpoint> same) {
        List<String> names = same.stream().map(each -> Names.quoted(each.element().name())).distinct().toList();
        return Names.join(names) + " on " + facts.names().list(same.stream().map(Endpoint::host).distinct().toList());
    }

    private static boolean sameNames(SortedSet<String> one, SortedSet<String> other) {
        return one.size() == other.size() && one.containsAll(other);
    }

    private static String withoutSlot(String name) {
        String rest = SLOT.matcher(name).replaceAll("");
        return rest.isBlank() ? name : rest;
    }

    /// @param sentence what the name promises and what holds
    /// @param other    the network with which it changes places
    private record Contradiction(String sentence, String attribute, String own, Id other, String others) {}

    /// Whether a network that its name puts first for a purpose comes behind another one that its name puts behind.
    private Answer<Optional<Contradiction>> contradiction(Facts facts, FailoverCluster cluster, ClusterNetwork network,
            Purpose purpose) {
        Optional<Integer> rank = NetworkTags.rank(network, purpose);
        if (rank.isEmpty()) {
            return Answer.sure(Optional.empty());
        }
        List<ClusterNetwork> behind = facts.topology().networks(cluster.id()).stream()
                .filter(other -> NetworkTags.rank(other, purpose).filter(each -> each > rank.get()).isPresent())
                .toList();
        List<Answer<Optional<Contradiction>>> each = behind.stream()
                .map(other -> sharedOverSmb(facts, cluster, network, other).then(shared -> shared
                        ? Answer.<Optional<Contradiction>>sure(Optional.empty())
                        : purpose == Purpose.CSV
                                ? byMetric(facts, network, other)
                                : byOrder(facts, cluster, network, other)))
                .toList();
        return each.stream().filter(found -> found.surely(Optional::isPresent)).findFirst()
                .orElseGet(() -> Answer.all(each).map(all -> Optional.empty()));
    }

    /// Twins that carry both kinds over SMB and say so: the order counts only when Multichannel is out.
    private static Answer<Boolean> sharedOverSmb(Facts facts, FailoverCluster cluster, ClusterNetwork a,
            ClusterNetwork b) {
        boolean bothKinds = Stream.of(a, b).allMatch(network -> NetworkTags.rank(network, Purpose.CSV).isPresent()
                && NetworkTags.rank(network, Purpose.LIVE_MIGRATION).isPresent());
        if (!bothKinds) {
            return Answer.sure(false);
        }
        List<Host> nodes = facts.topology().hosts(cluster.id());
        return Answer.allOf(nodes.stream().map(node -> facts.topology().effective().lmOption(node)
                .then(option -> Answer.sure(option == MigrationOption.SMB))).toList());
    }

    private static Answer<Optional<Contradiction>> byMetric(Facts facts, ClusterNetwork first, ClusterNetwork second) {
        Effective effective = facts.topology().effective();
        Answer<Boolean> counted = Answer.allOf(Stream.of(first, second).map(effective::role)
                .map(role -> role.then(each -> Answer.sure(each != NetworkRole.NONE))).toList());
        return counted.then(both -> !both ? Answer.<Optional<Contradiction>>sure(Optional.empty())
                : effective.metric(first).with(effective.metric(second), (own, others) -> own <= others
                        ? Optional.<Contradiction>empty()
                        : Optional.of(new Contradiction("its name says first for CSV, but "
                                + facts.name(second.id()) + " has the lower metric", "metric", position(first, own),
                                second.id(), position(second, others)))));
    }

    /// Only a stated metric is a number to print; a computed one ranks.
    private static String position(ClusterNetwork network, int metric) {
        return network.metric().isKnown() ? Integer.toString(metric) : "automatic";
    }

    /// Without a stored order there is nothing to contradict.
    private static Answer<Optional<Contradiction>> byOrder(Facts facts, FailoverCluster cluster, ClusterNetwork first,
            ClusterNetwork second) {
        if (!(cluster.lmNetworks() instanceof Attribute.Known<List<Id>>(List<Id> order))) {
            return cluster.lmNetworks().isUnknown() ? Answer.needs(cluster.id(), "lmNetworks")
                    : Answer.sure(Optional.empty());
        }
        int own = order.indexOf(first.id());
        int others = order.indexOf(second.id());
        return Answer.sure(own < 0 || others < 0 || own < others ? Optional.empty()
                : Optional.of(new Contradiction("its name says first for live migration, but "
                        + facts.name(second.id()) + " comes first in the order of " + facts.name(cluster.id()),
                        "place in the order", Integer.toString(own + 1), second.id(), Integer.toString(others + 1))));
    }
}
