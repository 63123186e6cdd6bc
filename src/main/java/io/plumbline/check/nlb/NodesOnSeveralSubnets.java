package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.AddressSource;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpInterface;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Ipv6;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Shape;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanMode;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Balancing;
import io.plumbline.topology.EffectiveVlan;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// NLB nodes that are not in one broadcast domain and one subnet with static addresses, or a VIP that is no host address.
public record NodesOnSeveralSubnets() implements Rule {

    @Override
    public String id() {
        return "NLB006";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Answer<List<NlbNode>> known = facts.topology().effective().nodes(cluster);
        List<NlbNode> nodes = known.orElse(List.of());
        List<Outcome> outside = outside(facts, cluster, nodes).toList();
        boolean strays = outside.stream().anyMatch(Finding.class::isInstance);
        return Stream.of(facts.cannotTell(id(), cluster.id(), known), domains(facts, cluster, nodes), outside.stream(),
                dynamic(facts, cluster, nodes), unusable(facts, cluster),
                strays ? Stream.<Outcome>empty() : prefixes(facts, cluster, nodes), unrouted(facts, cluster, nodes))
                .flatMap(outcomes -> outcomes);
    }

    private Finding finding(Facts facts, NlbCluster cluster, String variant, Severity severity) {
        return Finding.of(id(), variant, severity, cluster.id()).fact("cluster", facts.name(cluster.id()))
                .concerning("nlbCluster", cluster.id());
    }

    // a: one broadcast domain

    private static Map<VlanId, List<NlbNode>> byVlan(Facts facts, List<NlbNode> nodes, SortedSet<Missing> needs) {
        Map<VlanId, List<NlbNode>> byVlan = new LinkedHashMap<>();
        for (NlbNode node : nodes) {
            Answer<EffectiveVlan> vlan = facts.topology().balancing().vlan(node);
            needs.addAll(vlan.needs());
            vlan.find().flatMap(EffectiveVlan::single)
                    .ifPresent(number -> byVlan.computeIfAbsent(number, _ -> new ArrayList<>()).add(node));
        }
        return byVlan;
    }

    /// The VLAN of most nodes; of equally many the one that comes first.
    private static VlanId majority(Map<VlanId, List<NlbNode>> byVlan) {
        int most = byVlan.values().stream().mapToInt(List::size).max().orElseThrow();
        return byVlan.entrySet().stream().filter(each -> each.getValue().size() == most).findFirst().orElseThrow()
                .getKey();
    }

    private Stream<Outcome> domains(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        SortedSet<Missing> needs = new TreeSet<>();
        Map<VlanId, List<NlbNode>> byVlan = byVlan(facts, nodes, needs);
        if (byVlan.size() > 1) {
            Finding finding = finding(facts, cluster, "a", Severity.ERROR).fact("change",
                    "Put all NLB adapters into VLAN " + majority(byVlan));
            List<String> places = new ArrayList<>();
            for (Map.Entry<VlanId, List<NlbNode>> each : byVlan.entrySet()) {
                places.add(names(facts, each.getValue()) + " in VLAN " + each.getKey());
                for (NlbNode node : each.getValue()) {
                    finding = finding.proof(node.member(), "effective VLAN", each.getKey());
                }
            }
            return Stream.of(finding.fact("where", Names.join(places)));
        }
        if (nodes.size() < 2) {
            return Stream.empty();
        }
        return byVlan.isEmpty() || !needs.isEmpty() ? facts.cannotTell(id(), cluster.id(), needs)
                : islands(facts, cluster, byVlan.entrySet().iterator().next());
    }

    private Stream<Outcome> islands(Facts facts, NlbCluster cluster, Map.Entry<VlanId, List<NlbNode>> in) {
        VlanId vlan = in.getKey();
        List<Map.Entry<NlbNode, SequencedSet<Id>>> placed = new ArrayList<>();
        for (NlbNode node : in.getValue()) {
            SequencedSet<Id> devices = new LinkedHashSet<>();
            facts.topology().balancing().presentPorts(node).orElse(new TreeSet<>())
                    .forEach(port -> devices.add(facts.topology().wiring().deviceOf(port)));
            if (!devices.isEmpty()) {
                placed.add(Map.entry(node, devices));
            }
        }
        for (Map.Entry<NlbNode, SequencedSet<Id>> other : placed) {
            Map.Entry<NlbNode, SequencedSet<Id>> first = placed.getFirst();
            boolean apart = first.getValue().stream().allMatch(from -> other.getValue().stream()
                    .allMatch(to -> facts.topology().vlans().path(vlan, from, to).is(false)));
            if (apart) {
                String here = facts.names().list(first.getValue());
                String there = facts.names().list(other.getValue());
                return Stream.of(finding(facts, cluster, "a", Severity.ERROR)
                        .fact("where", NlbWords.node(facts, first.getKey()) + " at " + here + " and "
                                + NlbWords.node(facts, other.getKey()) + " at " + there + ", and no link carries VLAN "
                                + vlan + " between the two")
                        .fact("change", "Carry VLAN " + vlan + " from " + here + " to " + there)
                        .proof(first.getKey().member(), "switch", here)
                        .proof(other.getKey().member(), "switch", there));
            }
        }
        return Stream.empty();
    }

    private static String names(Facts facts, List<NlbNode> nodes) {
        return Names.join(nodes.stream().map(node -> NlbWords.node(facts, node)).distinct().toList());
    }

    // b: one subnet

    /// The own addresses of a node on its NLB adapter: the stated one, else what the adapter has beside VIPs.
    private static List<IpAddress> dedicated(Facts facts, NlbCluster cluster, NlbNode node) {
        if (!node.dip().isUnset()) {
            return node.dip().find().map(List::of).orElse(List.of());
        }
        List<IpAddress> vips = facts.topology().nlbClusters(node.member()).stream()
                .flatMap(each -> facts.topology().balancing().vips(each).orElse(List.of()).stream()).toList();
        return facts.topology().balancing().ip(node).addresses().orElse(List.of()).stream().map(IpAssignment::address)
                .filter(address -> !vips.contains(address) && !address.isLinkLocal()).toList();
    }

    private static Map<NlbNode, IpAddress> strays(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Map<NlbNode, IpAddress> strays = new LinkedHashMap<>();
        Optional<IpPrefix> subnet = facts.topology().balancing().subnet(cluster).find();
        for (NlbNode node : subnet.isPresent() ? nodes : List.<NlbNode>of()) {
            List<IpAddress> own = dedicated(facts, cluster, node).stream()
                    .filter(address -> address.width() == subnet.get().address().width()).toList();
            if (!own.isEmpty() && own.stream().noneMatch(subnet.get()::contains)) {
                strays.put(node, own.getFirst());
            }
        }
        return strays;
    }

    private Stream<Outcome> outside(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Map<NlbNode, IpAddress> strays = strays(facts, cluster, nodes);
        if (strays.isEmpty()) {
            Answer<IpPrefix> subnet = facts.topology().balancing().subnet(cluster);
            boolean finished = !cluster.primaryVip().isUnset();
            return Stream.concat(finished ? facts.cannotTell(id(), cluster.id(), subnet) : Stream.empty(),
                    nodes.stream().anyMatch(node -> node.dip().isUnknown())
                            ? facts.cannotTell(id(), cluster.id(), Answer.needs(cluster.id(), "nodes.dip"))
                            : Stream.empty());
        }
        Finding finding = finding(facts, cluster, "b", Severity.ERROR)
                .fact("subnet", facts.topology().balancing().subnet(cluster).find().orElseThrow())
                .fact("addresses", Names.few(strays.entrySet().stream()
                        .map(each -> each.getValue() + " of " + NlbWords.node(facts, each.getKey())).toList(), 4))
                .fact("lie", strays.size() == 1 ? "lies" : "lie").fact("them", strays.size() == 1 ? "it" : "them");
        for (Map.Entry<NlbNode, IpAddress> each : strays.entrySet()) {
            finding = finding.proof(each.getKey().member(), "dip", each.getValue());
        }
        return Stream.of(finding.proof(cluster.id(), "primaryVip", cluster.primaryVip().find().orElseThrow()));
    }

    // c: static addresses

    private static boolean isDynamic(IpAssignment each) {
        return each.source().is(AddressSource.DHCP) && each.address() instanceof Ipv4;
    }

    private Stream<Outcome> dynamic(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Balancing balancing = facts.topology().balancing();
        List<NlbNode> dynamic = nodes.stream().filter(node -> balancing.ip(node).addresses().orElse(List.of()).stream()
                .anyMatch(NodesOnSeveralSubnets::isDynamic)).toList();
        if (dynamic.isEmpty()) {
            return nodes.stream().filter(node -> balancing.ip(node).addresses().orElse(List.of()).stream()
                    .anyMatch(each -> each.source().isUnknown()))
                    .flatMap(node -> facts.cannotTell(id(), node.member(),
                            Answer.needs(node.member(), "ip.addresses.source")));
        }
        Finding finding = finding(facts, cluster, "c", Severity.ERROR)
                .fact("adapters", facts.names().list(dynamic.stream().map(NlbNode::member).toList()))
                .fact("get", dynamic.size() == 1 ? "gets" : "get").fact("it", dynamic.size() == 1 ? "it" : "them");
        for (NlbNode node : dynamic) {
            finding = finding.proof(node.member(), "ip.addresses.source", AddressSource.DHCP.display());
        }
        return Stream.of(finding);
    }

    // d: a VIP is a host address

    private Stream<Outcome> unusable(Facts facts, NlbCluster cluster) {
        Map<IpAddress, String> reasons = new LinkedHashMap<>();
        cluster.primaryVip().find().ifPresent(vip -> reason(vip, facts.topology().effective().prefixLength(cluster)
                .find()).ifPresent(reason -> reasons.put(vip, reason)));
        for (IpInterface each : cluster.additionalVips().orElse(List.of())) {
            reason(each.address(), Optional.of(each.prefixLength()))
                    .ifPresent(reason -> reasons.put(each.address(), reason));
        }
        if (reasons.isEmpty()) {
            return Stream.empty();
        }
        Finding finding = finding(facts, cluster, "d", Severity.ERROR).fact("reasons", Names.join(reasons.entrySet()
                .stream().map(each -> each.getKey() + " is " + each.getValue()).toList()));
        for (IpAddress vip : reasons.keySet()) {
            finding = finding.proof(cluster.id(), cluster.primaryVip().is(vip) ? "primaryVip" : "additionalVips", vip);
        }
        return Stream.of(finding);
    }

    private static Optional<String> reason(IpAddress vip, Optional<Integer> prefixLength) {
        if (vip.isMulticast()) {
            return Optional.of("an IP multicast address");
        }
        return switch (vip) {
            case Ipv6 six -> six.equals(Ipv6.parse("::")) || six.equals(Ipv6.parse("::1"))
                    ? Optional.of("no address that a network can have")
                    : Optional.empty();
            case Ipv4 four -> {
                int length = prefixLength.orElse(four.width());
                boolean hasEnds = length >= 0 && length < four.width() - 1;
                if (four.octet(0) == 0 || four.octet(0) == 127 || four.octet(0) > 239) {
                    yield Optional.of("no address that a network can have");
                }
                yield !hasEnds ? Optional.empty()
                        : four.equals(four.network(length)) ? Optional.of("the network address of its /" + length)
                                : four.equals(four.broadcast(length))
                                        ? Optional.of("the broadcast address of its /" + length)
                                        : Optional.empty();
            }
        };
    }

    // e: one prefix length

    private static Map<NlbNode, IpAssignment> oddOnes(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Map<NlbNode, IpAssignment> odd = new LinkedHashMap<>();
        Optional<Integer> length = facts.topology().effective().prefixLength(cluster).find();
        for (NlbNode node : length.isPresent() ? nodes : List.<NlbNode>of()) {
            List<IpAddress> own = dedicated(facts, cluster, node);
            facts.topology().balancing().ip(node).addresses().orElse(List.of()).stream()
                    .filter(each -> own.contains(each.address()) && each.prefixLength() != length.get()
                            && cluster.primaryVip().find()
                                    .filter(vip -> vip.width() == each.address().width()).isPresent())
                    .findFirst().ifPresent(each -> odd.put(node, each));
        }
        return odd;
    }

    private Stream<Outcome> prefixes(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Map<NlbNode, IpAssignment> odd = oddOnes(facts, cluster, nodes);
        if (odd.isEmpty()) {
            return cluster.prefixLength().isUnknown() && !nodes.isEmpty() && cluster.primaryVip().isUnset()
                    ? facts.cannotTell(id(), cluster.id(), Answer.needs(cluster.id(), "prefixLength"))
                    : Stream.empty();
        }
        int length = facts.topology().effective().prefixLength(cluster).find().orElseThrow();
        Finding finding = finding(facts, cluster, "e", Severity.ERROR).fact("length", "/" + length)
                .fact("nodes",
                        Names.few(odd.entrySet().stream().map(each -> NlbWords.node(facts, each.getKey()) + " has "
                                + each.getValue().address() + "/" + each.getValue().prefixLength()).toList(), 4));
        for (Map.Entry<NlbNode, IpAssignment> each : odd.entrySet()) {
            finding = finding.proof(each.getKey().member(), "ip.addresses",
                    each.getValue().address() + "/" + each.getValue().prefixLength());
        }
        return Stream.of(finding.proof(cluster.id(), "prefixLength", length));
    }

    // f: additional VIPs

    private Stream<Outcome> unrouted(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        List<IpInterface> more = cluster.additionalVips().orElse(List.of());
        Optional<IpPrefix> own = facts.topology().balancing().subnet(cluster).find();
        if (more.isEmpty() || own.isEmpty() || nodes.isEmpty()) {
            return Stream.empty();
        }
        List<Answer<List<IpAddress>>> all = nodes.stream().map(node -> addresses(facts.topology(), node)).toList();
        List<String> unrouted = new ArrayList<>();
        for (IpInterface vip : more) {
            if (!own.get().contains(vip.address()) && all.stream()
                    .allMatch(node -> node.surely(addresses -> addresses.stream().noneMatch(vip::contains)))) {
                unrouted.add(vip.toString());
            }
        }
        return unrouted.isEmpty() ? Stream.empty()
                : Stream.of(finding(facts, cluster, "f", Severity.ADVICE).fact("vips", Names.join(unrouted))
                        .fact("lie", unrouted.size() == 1 ? "lies" : "lie").fact("subnet", own.get())
                        .proof(cluster.id(), "additionalVips", Names.join(unrouted)));
    }

    /// All addresses of the machine that is a node.
    private static Answer<List<IpAddress>> addresses(Topology topology, NlbNode node) {
        List<Answer<List<IpAssignment>>> all = new ArrayList<>();
        topology.balancing().vm(node).ifPresentOrElse(
                vm -> topology.virtualNics(vm.id())
                        .forEach(nic -> all.add(topology.effective().addresses(nic.id(), nic.ip()))),
                () -> topology.balancing().host(node).ifPresent(host -> topology.endpoints().of(host.id())
                        .forEach(each -> all.add(topology.effective().addresses(each.id(), each.ip())))));
        all.add(topology.effective().addresses(node.member(), topology.balancing().ip(node)));
        return Answer.all(all).map(lists -> lists.stream().flatMap(List::stream).map(IpAssignment::address).toList());
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.primary(), NlbCluster.class);
        List<NlbNode> nodes = cluster.nodes().orElse(List.of());
        return switch (finding.variant()) {
            case "a" -> oneVlan(facts, cluster, nodes).stream().toList();
            case "b" ->
                    readdressed(facts, cluster, List.copyOf(strays(facts, cluster, nodes).keySet())).stream().toList();
            case "c" -> readdressed(facts, cluster, nodes.stream()
                    .filter(node -> facts.topology().balancing().ip(node).addresses().orElse(List.of()).stream()
                            .anyMatch(NodesOnSeveralSubnets::isDynamic))
                    .toList()).stream().toList();
            case "e" -> {
                int length = facts.topology().effective().prefixLength(cluster).find().orElseThrow();
                List<Element> changed = oddOnes(facts, cluster, nodes).entrySet().stream().map(
                        each -> withAddresses(facts, each.getKey(), address -> address.equals(each.getValue())
                                ? Shape.of(IpAssignment.class).with(address, "prefixLength", length)
                                : address))
                        .toList();
                String label = "Set prefix length " + length + " on " + Names.count(changed.size(), "node", "nodes")
                        + " of " + facts.name(cluster.id());
                yield List.of(Remedy.of(label, new Put(label, changed)));
            }
            default -> List.of();
        };
    }

    /// Only adapters that carry a tag of their own, whose ports carry the VLAN of the others as well.
    private static Optional<Remedy> oneVlan(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Topology topology = facts.topology();
        Map<VlanId, List<NlbNode>> byVlan = byVlan(facts, nodes, new TreeSet<>());
        if (byVlan.size() < 2) {
            return Optional.empty();
        }
        VlanId majority = majority(byVlan);
        List<VirtualNic> moved = new ArrayList<>();
        for (Map.Entry<VlanId, List<NlbNode>> each : byVlan.entrySet()) {
            for (NlbNode node : each.getKey().equals(majority) ? List.<NlbNode>of() : each.getValue()) {
                Optional<VirtualNic> nic = topology.find(node.member(), VirtualNic.class)
                        .filter(found -> topology.effective().vlanMode(found).is(VlanMode.ACCESS));
                boolean carried = topology.balancing().ports(node).surely(ports -> ports.stream()
                        .allMatch(port -> topology.vlans().carriesTagged(port, majority).is(true)));
                if (nic.isEmpty() || !carried) {
                    return Optional.empty();
                }
                moved.add(nic.get());
            }
        }
        // Where the first node moves, the gateways of another VLAN become those of the cluster.
        boolean stays = topology.balancing().vlan(cluster).is(Optional.of(majority));
        return stays
                ? Optional.of(Remedy.of("Set VLAN " + majority + " on all NLB adapters of " + facts.name(cluster.id()),
                        Put.set(moved, "vlanId", majority, "VLAN")))
                : Optional.empty();
    }

    private interface Change {
        IpAssignment of(IpAssignment address);
    }

    private static Element withAddresses(Facts facts, NlbNode node, Change change) {
        return Element.with(facts.topology().element(node.member()), "ip.addresses",
                facts.topology().balancing().ip(node)
                        .addresses().orElse(List.of()).stream().map(change::of).toList());
    }

    /// A free static address of the VIP's subnet for each of these nodes.
    private static Optional<Remedy> readdressed(Facts facts, NlbCluster cluster, List<NlbNode> nodes) {
        Optional<IpPrefix> subnet = facts.topology().balancing().subnet(cluster).find();
        if (subnet.isEmpty() || !(cluster.primaryVip().find().orElse(null) instanceof Ipv4 vip)) {
            return Optional.empty();
        }
        Map<Id, Ipv4> given = new LinkedHashMap<>();
        Ipv4 last = vip;
        for (NlbNode node : nodes) {
            Optional<Ipv4> free = facts.topology().claims().nextFree(last, subnet.get());
            if (free.isEmpty() || given.containsValue(free.get())) {
                return Optional.empty();
            }
            last = free.get();
            given.put(node.member(), last);
        }
        List<NlbNode> after = cluster.nodes().orElse(List.of()).stream().map(node -> given.containsKey(node.member())
                ? Shape.of(NlbNode.class).with(node, "dip", given.get(node.member()))
                : node).toList();
        List<Element> adapters = new ArrayList<>();
        for (NlbNode node : nodes) {
            List<IpAssignment> kept =
                    new ArrayList<>(facts.topology().balancing().ip(node).addresses().orElse(List.of()));
            kept.removeIf(each -> isDynamic(each) || !subnet.get().contains(each.address())
                    && dedicated(facts, cluster, node).contains(each.address()));
            kept.addFirst(Shape.of(IpAssignment.class).of(Map.of("address", given.get(node.member()), "prefixLength",
                    subnet.get().prefixLength())));
            adapters.add(Element.with(facts.topology().element(node.member()), "ip.addresses", kept));
        }
        String label = "Give " + Names.join(nodes.stream()
                .map(node -> NlbWords.node(facts, node) + " " + given.get(node.member())).toList());
        List<Edit> edits = List.of(Put.set(List.of(cluster), "nodes", after, "nodes"), new Put(label, adapters));
        return Optional.of(Remedy.of(label, edits.toArray(Edit[]::new)));
    }
}
