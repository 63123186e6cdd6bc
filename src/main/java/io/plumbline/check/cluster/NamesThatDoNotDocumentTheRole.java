package io.plumbline.check.cluster;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
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
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
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

    // The remedy

    /// Names after purpose and place in the computed order, with the slot of each NIC in front.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        ClusterNetwork network = facts.topology().element(finding.primary(), ClusterNetwork.class);
        FailoverCluster cluster = facts.topology().clustersOf(network).getFirst();
        boolean contradicts = Stream.of(Purpose.CSV, Purpose.LIVE_MIGRATION).anyMatch(
                purpose -> contradiction(facts, cluster, network, purpose).surely(Optional::isPresent));
        // Names that promise the wrong order change places, so all that promise one are renamed together.
        List<ClusterNetwork> concerned = contradicts
                ? facts.topology().networks(cluster.id()).stream().filter(NamesThatDoNotDocumentTheRole::promises)
                        .toList()
                : List.of(network);
        Map<ClusterNetwork, String> names = new LinkedHashMap<>();
        for (ClusterNetwork each : concerned) {
            boolean keeps = !contradicts && !DEFAULT_NETWORK.matcher(each.name()).matches();
            Optional<String> name = keeps ? Optional.of(each.name()) : suggested(facts, cluster, each);
            // A stated rank says more than any name.
            if (name.isEmpty() || contradicts && each.purposeRank().isKnown()) {
                return List.of();
            }
            names.put(each, name.get());
        }
        Stream<String> others = facts.topology().networks(cluster.id()).stream()
                .filter(other -> !names.containsKey(other)).map(ClusterNetwork::name);
        List<String> all =
                Stream.concat(names.values().stream(), others).map(name -> name.toLowerCase(Locale.ROOT)).toList();
        return all.stream().distinct().count() < all.size() ? List.of() : renamed(facts, names);
    }

    private static boolean promises(ClusterNetwork network) {
        return Stream.of(Purpose.CSV, Purpose.LIVE_MIGRATION)
                .anyMatch(purpose -> NetworkTags.rank(network, purpose).isPresent());
    }

    private static List<Remedy> renamed(Facts facts, Map<ClusterNetwork, String> names) {
        Proposal proposal = new Proposal(facts.topology());
        List<String> words = new ArrayList<>();
        int adapters = 0;
        for (Map.Entry<ClusterNetwork, String> each : names.entrySet()) {
            if (!each.getValue().equals(each.getKey().name())) {
                proposal.set(each.getKey(), "name", each.getValue());
                words.add(facts.name(each.getKey().id()) + " to " + Names.quoted(each.getValue()));
            }
            Set<Id> seen = new HashSet<>();
            for (Endpoint endpoint : facts.topology().endpoints().on(each.getKey())) {
                if (!seen.add(endpoint.host())) {
                    // Two NICs of a host on one network need two names, and which is which only people know.
                    return List.of();
                }
                String own = slot(endpoint) + each.getValue();
                if (!own.equals(endpoint.name())) {
                    proposal.set(endpoint.element(), "name", own);
                    adapters++;
                }
            }
        }
        String count = Names.count(adapters, "adapter", "adapters");
        return List.of(proposal.as(words.isEmpty()
                ? "Rename the " + count + " of " + facts.name(names.keySet().iterator().next().id()) + " after it"
                : "Rename " + Names.join(words) + (adapters == 0 ? "" : ", and " + count + " alike")));
    }

    /// "SLOT41-" for a NIC on card "slot 41"; nothing where the card has no number.
    private static String slot(Endpoint endpoint) {
        if (!(endpoint.element() instanceof PhysicalNic nic)) {
            return "";
        }
        Matcher digits = Pattern.compile("\\d{1,3}").matcher(nic.card().orElse(""));
        return digits.find() ? "SLOT" + digits.group() + "-" : "";
    }

    /// CSV1+LM2: the kinds of traffic with the place of the network for each, the best place first.
    private static Optional<String> suggested(Facts facts, FailoverCluster cluster, ClusterNetwork network) {
        Effective effective = facts.topology().effective();
        NetworkTags tags = new NetworkTags(facts.topology());
        SortedSet<Purpose> purposes = effective.purposes(network).orElse(new TreeSet<>());
        Map<String, Integer> places = new TreeMap<>();
        for (Purpose purpose : List.of(Purpose.CSV, Purpose.LIVE_MIGRATION)) {
            if (!tags.carries(network, Set.of(purpose)).is(true)) {
                continue;
            }
            List<ClusterNetwork> same = facts.topology().networks(cluster.id()).stream()
                    .filter(other -> tags.carries(other, Set.of(purpose)).is(true)).toList();
            if (!Stream.concat(same.stream(), Stream.of(network)).allMatch(each -> effective.metric(each).isSure())) {
                return Optional.empty();
            }
            List<Id> order = new ArrayList<>(same.stream().sorted(Comparator.comparing(
                    (ClusterNetwork each) -> effective.metric(each).orElse(Integer.MAX_VALUE)))
                    .map(ClusterNetwork::id).toList());
            if (purpose == Purpose.LIVE_MIGRATION) {
                if (cluster.lmNetworks() instanceof Attribute.Known<List<Id>>(List<Id> stated)) {
                    order = stated;
                } else {
                    // Left to itself migration keeps off the network that CSV takes first.
                    Collections.rotate(order, -1);
                }
            }
            places.put(purpose == Purpose.CSV ? "CSV" : "LM",
                    order.contains(network.id()) ? order.indexOf(network.id()) + 1 : order.size() + 1);
        }
        if (!places.isEmpty()) {
            return Optional.of(places.entrySet().stream().sorted(Map.Entry.comparingByValue())
                    .map(each -> each.getKey() + each.getValue()).collect(Collectors.joining("+")));
        }
        return purposes.isEmpty() ? Optional.empty()
                : Optional.of(purposes.stream().map(Purpose::display).collect(Collectors.joining("+")));
    }
}
