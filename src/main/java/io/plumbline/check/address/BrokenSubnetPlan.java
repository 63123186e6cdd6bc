package io.plumbline.check.address;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.AddressSource;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Shape;
import io.plumbline.model.VlanId;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Subnets that overlap, addresses that do not fit the network they are in, masks that differ, DHCP beside static
/// addresses.
public record BrokenSubnetPlan() implements Rule {

    private static final int MOST_NAMES = 4;

    @Override
    public String id() {
        return "IP002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(ClusterNetwork.class, this::overlap), Subject.each(Host.class, this::overlap),
                Subject.each(Host.class, this::addresses), Subject.each(ClusterNetwork.class, this::siblings));
    }

    private static boolean overlap(IpPrefix one, IpPrefix other) {
        return one.prefixLength() != other.prefixLength()
                && (one.contains(other.address()) && one.prefixLength() < other.prefixLength()
                        || other.contains(one.address()) && other.prefixLength() < one.prefixLength());
    }

    // a: networks of a cluster

    private Stream<Outcome> overlap(Facts facts, ClusterNetwork network) {
        Map<Id, ClusterNetwork> others = new TreeMap<>();
        for (FailoverCluster cluster : facts.topology().clustersOf(network)) {
            facts.topology().networks(cluster.id()).stream().filter(other -> !other.id().equals(network.id()))
                    .forEach(other -> others.put(other.id(), other));
        }
        if (network.prefix().isUnknown() && !others.isEmpty()) {
            return facts.cannotTell(id(), network.id(), Answer.needs(network.id(), "prefix"));
        }
        Optional<IpPrefix> own = network.prefix().find();
        List<ClusterNetwork> overlapping = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        for (ClusterNetwork other : others.values()) {
            Optional<IpPrefix> its = other.prefix().find();
            // The first of the two speaks.
            if (own.isEmpty() || its.isEmpty() || network.id().compareTo(other.id()) > 0
                    || !overlap(own.get(), its.get())) {
                continue;
            }
            Answer<Boolean> meet = facts.topology().effective().addressSpaceId(network)
                    .with(facts.topology().effective().addressSpaceId(other), Object::equals);
            needs.addAll(meet.needs());
            if (meet.is(true)) {
                overlapping.add(other);
            }
        }
        if (overlapping.isEmpty()) {
            return facts.cannotTell(id(), network.id(), needs);
        }
        Finding finding = Finding.of(id(), "a", Severity.ERROR, network.id())
                .fact("one", named(facts, network, own.orElseThrow()))
                .fact("others",
                        Names.join(overlapping.stream()
                                .map(each -> named(facts, each, each.prefix().find().orElseThrow())).toList()))
                .proof(network.id(), "prefix", own.orElseThrow()).concerning("network", network.id());
        for (ClusterNetwork other : overlapping) {
            finding = finding.proof(other.id(), "prefix", other.prefix().find().orElseThrow()).concerning("network",
                    other.id());
        }
        return Stream.of(finding);
    }

    private static String named(Facts facts, ClusterNetwork network, IpPrefix prefix) {
        return facts.name(network.id()) + " (" + prefix + ")";
    }

    // a: endpoints of a host

    /// @param endpoint the endpoint
    /// @param subnet   of one of its addresses
    private record Leg(Endpoint endpoint, IpPrefix subnet) {}

    private Stream<Outcome> overlap(Facts facts, Host host) {
        List<Leg> legs = new ArrayList<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            for (IpAssignment each : endpoint.ip().addresses().orElse(List.of())) {
                if (!each.address().isLinkLocal() && each.prefixLength() >= 0
                        && each.prefixLength() <= each.address().width()) {
                    legs.add(new Leg(endpoint, new IpPrefix(each.address(), each.prefixLength())));
                }
            }
        }
        if (legs.size() < 2) {
            return Stream.empty();
        }
        // The widest subnet is the one that swallows the others.
        legs.sort(Comparator.comparingInt(leg -> leg.subnet().prefixLength()));
        for (Leg wide : legs) {
            List<Leg> inside = legs.stream().filter(leg -> !leg.endpoint().equals(wide.endpoint())
                    && leg.subnet().prefixLength() > wide.subnet().prefixLength()
                    && wide.subnet().contains(leg.subnet().address())
                    && !isExplained(facts, wide.endpoint(), leg.endpoint())).toList();
            if (!inside.isEmpty()) {
                return Stream.of(overlap(facts, host, wide, inside));
            }
        }
        return Stream.empty();
    }

    /// Whether the two are in one network (then their masks differ), in networks that overlap themselves, or overlap only
    /// because the mask of one is not that of its network.
    private static boolean isExplained(Facts facts, Endpoint one, Endpoint other) {
        Optional<ClusterNetwork> first = network(facts, one);
        Optional<ClusterNetwork> second = network(facts, other);
        if (hasOddMask(facts, first, one) || hasOddMask(facts, second, other)) {
            return true;
        }
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        return first.get().id().equals(second.get().id()) || first.get().prefix().find()
                .flatMap(prefix -> second.get().prefix().find().filter(its -> overlap(prefix, its))).isPresent();
    }

    private static boolean hasOddMask(Facts facts, Optional<ClusterNetwork> network, Endpoint endpoint) {
        if (network.isEmpty()) {
            return false;
        }
        SequencedMap<Endpoint, IpAssignment> members = members(facts, network.get());
        return members.containsKey(endpoint)
                && members.get(endpoint).prefixLength() != usual(network.get(), members);
    }

    private static Optional<ClusterNetwork> network(Facts facts, Endpoint endpoint) {
        return facts.topology().endpoints().network(endpoint).find().flatMap(network -> network);
    }

    private Finding overlap(Facts facts, Host host, Leg wide, List<Leg> inside) {
        Finding finding = Finding.of(id(), "a", Severity.ERROR, wide.endpoint().id())
                .fact("one", named(facts, wide))
                .fact("others", Names.join(inside.stream().map(leg -> named(facts, leg)).toList()))
                .proof(wide.endpoint().id(), "ip.addresses", wide.subnet()).concerning("host", host.id());
        for (Leg leg : inside) {
            finding = finding.proof(leg.endpoint().id(), "ip.addresses", leg.subnet());
        }
        return finding;
    }

    private static String named(Facts facts, Leg leg) {
        return facts.name(leg.endpoint().id()) + " (" + leg.subnet() + ")";
    }

    // b: addresses

    /// An address that cannot be used where it is, and the subnet in which the next free one helps.
    private record Misfit(IpAssignment assignment, String problem, IpPrefix subnet, Optional<ClusterNetwork> network) {}

    private Stream<Outcome> addresses(Facts facts, Host host) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Endpoint endpoint : facts.topology().endpoints().of(host.id())) {
            if (endpoint.ip().addresses().isKnown()) {
                misfit(facts, endpoint).ifPresent(misfit -> outcomes.add(finding(facts, endpoint, misfit)));
            }
        }
        return outcomes.stream();
    }

    private static Optional<Misfit> misfit(Facts facts, Endpoint endpoint) {
        for (IpAssignment each : endpoint.ip().addresses().orElse(List.of())) {
            Optional<Misfit> unusable = unusable(each);
            if (unusable.isPresent()) {
                return unusable;
            }
        }
        return outside(facts, endpoint);
    }

    /// The network address or the broadcast address of its own subnet.
    private static Optional<Misfit> unusable(IpAssignment each) {
        if (!(each.address() instanceof Ipv4 address) || each.prefixLength() < 1 || each.prefixLength() > 30) {
            return Optional.empty();
        }
        IpPrefix subnet = new IpPrefix(address, each.prefixLength());
        boolean first = subnet.address().equals(address);
        return first || address.broadcast(each.prefixLength()).equals(address)
                ? Optional.of(new Misfit(each, "which is the " + (first ? "network" : "broadcast") + " address of "
                        + subnet, subnet, Optional.empty()))
                : Optional.empty();
    }

    /// In the VLAN of a network, but with no address in any network of the cluster.
    private static Optional<Misfit> outside(Facts facts, Endpoint endpoint) {
        List<IpAssignment> own = endpoint.ip().addresses().orElse(List.of()).stream()
                .filter(each -> !each.address().isLinkLocal()).toList();
        if (own.isEmpty() || !facts.topology().endpoints().network(endpoint).surely(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<ClusterNetwork> networks = facts.topology().element(endpoint.host(), Host.class).failoverCluster().find()
                .map(facts.topology()::networks).orElse(List.of());
        if (networks.isEmpty()) {
            return Optional.empty();
        }
        Optional<VlanId> vlan = facts.topology().vlans().effective(endpoint).find().flatMap(each -> each.single());
        List<ClusterNetwork> here = networks.stream()
                .filter(network -> vlan.isPresent() && network.vlan().find()
                        .filter(each -> facts.topology().vlans().idOf(each).is(vlan.get())).isPresent())
                .toList();
        if (here.size() != 1 || here.getFirst().prefix().find().isEmpty()) {
            return Optional.empty();
        }
        IpPrefix prefix = here.getFirst().prefix().find().get();
        return own.stream().filter(each -> each.address().width() == prefix.address().width()).findFirst()
                .map(each -> new Misfit(each, "outside " + prefix + ", the subnet of "
                        + facts.name(here.getFirst().id()) + ", in whose VLAN " + vlan.get() + " it is", prefix,
                        Optional.of(here.getFirst())));
    }

    private static Optional<Ipv4> free(Facts facts, IpPrefix subnet) {
        return subnet.address() instanceof Ipv4 first ? facts.topology().claims().nextFree(first, subnet)
                : Optional.empty();
    }

    private Finding finding(Facts facts, Endpoint endpoint, Misfit misfit) {
        Finding finding = Finding.of(id(), "b", Severity.ERROR, endpoint.id())
                .fact("endpoint", facts.name(endpoint.id())).fact("address", misfit.assignment().address())
                .fact("problem", misfit.problem())
                .fact("change", "Give it a host address of " + misfit.subnet()
                        + free(facts, misfit.subnet()).map(free -> "; " + free + " is free in this design").orElse(""))
                .proof(endpoint.id(), "ip.addresses",
                        misfit.assignment().address() + "/" + misfit.assignment().prefixLength())
                .concerning("endpoint", endpoint.id()).concerning("host", endpoint.host());
        if (misfit.network().isPresent()) {
            ClusterNetwork network = misfit.network().get();
            return finding.proof(network.id(), "prefix", misfit.subnet()).concerning("network", network.id());
        }
        return finding;
    }

    // c and d: what the endpoints of a network have in common

    private Stream<Outcome> siblings(Facts facts, ClusterNetwork network) {
        SequencedMap<Endpoint, IpAssignment> members = members(facts, network);
        return members.size() < 2 ? Stream.empty()
                : Stream.concat(lengths(facts, network, members), sources(facts, network, members));
    }

    /// The endpoints of a network with the address that they have in it.
    private static SequencedMap<Endpoint, IpAssignment> members(Facts facts, ClusterNetwork network) {
        SequencedMap<Endpoint, IpAssignment> members = new LinkedHashMap<>();
        Optional<IpPrefix> prefix = network.prefix().find();
        if (prefix.isPresent()) {
            for (Endpoint endpoint : facts.topology().endpoints().on(network)) {
                endpoint.ip().addresses().orElse(List.of()).stream()
                        .filter(each -> prefix.get().contains(each.address()) && !each.address().isLinkLocal())
                        .findFirst().ifPresent(each -> members.put(endpoint, each));
            }
        }
        return members;
    }

    private Stream<Outcome> lengths(Facts facts, ClusterNetwork network,
            SequencedMap<Endpoint, IpAssignment> members) {
        if (members.values().stream().map(IpAssignment::prefixLength).distinct().count() < 2) {
            return Stream.empty();
        }
        int right = usual(network, members);
        Map<Integer, List<String>> namesByLength = new TreeMap<>();
        members.forEach((endpoint, each) -> namesByLength
                .computeIfAbsent(each.prefixLength(), _ -> new ArrayList<>()).add(facts.name(endpoint.id())));
        Finding finding = Finding.of(id(), "c", Severity.ERROR, network.id()).fact("network", facts.name(network.id()))
                .fact("lengths",
                        Names.join(namesByLength.entrySet().stream()
                                .map(each -> "/" + each.getKey() + " at " + Names.few(each.getValue(), MOST_NAMES))
                                .toList()))
                .fact("right", "/" + right).concerning("network", network.id());
        for (Map.Entry<Endpoint, IpAssignment> each : members.entrySet()) {
            if (each.getValue().prefixLength() != right) {
                finding = finding.proof(each.getKey().id(), "ip.addresses",
                        each.getValue().address() + "/" + each.getValue().prefixLength())
                        .concerning("host", each.getKey().host());
            }
        }
        return Stream.of(finding);
    }

    /// The length that most have; of several the one that the network states.
    private static int usual(ClusterNetwork network, SequencedMap<Endpoint, IpAssignment> members) {
        Map<Integer, Long> countByLength = members.values().stream()
                .collect(Collectors.groupingBy(IpAssignment::prefixLength, TreeMap::new, Collectors.counting()));
        long most = countByLength.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        int stated = network.prefix().find().map(IpPrefix::prefixLength).orElse(-1);
        return countByLength.getOrDefault(stated, 0L) == most ? stated
                : countByLength.entrySet().stream().filter(each -> each.getValue() == most).map(Map.Entry::getKey)
                        .findFirst().orElseThrow();
    }

    private Stream<Outcome> sources(Facts facts, ClusterNetwork network,
            SequencedMap<Endpoint, IpAssignment> members) {
        List<Id> dhcp = new ArrayList<>();
        List<Id> fixed = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        members.forEach((endpoint, each) -> {
            Answer<AddressSource> source = facts.topology().effective().source(endpoint.id(), each);
            needs.addAll(source.needs());
            source.find().filter(known -> known != AddressSource.LINK_LOCAL)
                    .ifPresent(known -> (known == AddressSource.DHCP ? dhcp : fixed).add(endpoint.id()));
        });
        if (dhcp.isEmpty() || fixed.isEmpty()) {
            return facts.cannotTell(id(), network.id(), needs);
        }
        Finding finding = Finding.of(id(), "d", Severity.WARNING, network.id())
                .fact("network", facts.name(network.id())).fact("dhcp", few(facts, dhcp))
                .fact("get", dhcp.size() == 1 ? "gets its address" : "get their addresses")
                .fact("fixed", few(facts, fixed)).fact("have", fixed.size() == 1 ? "has" : "have");
        for (Id endpoint : dhcp) {
            finding = finding.proof(endpoint, "ip.addresses.source", AddressSource.DHCP.display());
        }
        for (Id endpoint : fixed) {
            finding = finding.proof(endpoint, "ip.addresses.source", AddressSource.STATIC.display());
        }
        return Stream.of(finding);
    }

    private static String few(Facts facts, List<Id> endpoints) {
        return Names.few(endpoints.stream().map(facts::name).toList(), MOST_NAMES);
    }

    // Remedies

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        return switch (finding.variant()) {
            case "b" -> moved(facts, facts.topology().endpoints().find(finding.primary()).orElseThrow());
            case "c" -> alike(facts, facts.topology().element(finding.primary(), ClusterNetwork.class));
            case "d" -> fixed(facts, facts.topology().element(finding.primary(), ClusterNetwork.class));
            // Which of two networks has to give way, only a person knows.
            default -> List.of();
        };
    }

    private static void change(Proposal proposal, Endpoint endpoint, IpAssignment assignment,
            UnaryOperator<IpAssignment> change) {
        proposal.set(endpoint.element(), "ip.addresses", endpoint.ip().addresses().orElse(List.of()).stream()
                .map(each -> each.equals(assignment) ? change.apply(each) : each).toList());
    }

    private static IpAssignment with(IpAssignment assignment, String attribute, Object value) {
        return Shape.of(IpAssignment.class).with(assignment, attribute, value);
    }

    private static List<Remedy> moved(Facts facts, Endpoint endpoint) {
        Misfit misfit = misfit(facts, endpoint).orElseThrow();
        Optional<Ipv4> free = free(facts, misfit.subnet());
        if (free.isEmpty()) {
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        change(proposal, endpoint, misfit.assignment(), each -> with(with(each, "address", free.get()), "prefixLength",
                misfit.subnet().prefixLength()));
        return List.of(proposal.as("Give " + facts.name(endpoint.id()) + " the address " + free.get()));
    }

    private static List<Remedy> alike(Facts facts, ClusterNetwork network) {
        SequencedMap<Endpoint, IpAssignment> members = members(facts, network);
        int right = usual(network, members);
        Proposal proposal = new Proposal(facts.topology());
        members.forEach((endpoint, assignment) -> {
            if (assignment.prefixLength() != right) {
                change(proposal, endpoint, assignment, each -> with(each, "prefixLength", right));
            }
        });
        return List.of(proposal.as("Set /" + right + " on " + facts.name(network.id())));
    }

    private static List<Remedy> fixed(Facts facts, ClusterNetwork network) {
        Effective effective = facts.topology().effective();
        Proposal proposal = new Proposal(facts.topology());
        members(facts, network).forEach((endpoint, assignment) -> {
            if (effective.source(endpoint.id(), assignment).is(AddressSource.DHCP)) {
                change(proposal, endpoint, assignment,
                        each -> with(each, "source", Attribute.of(AddressSource.STATIC)));
            }
        });
        return List.of(proposal.as("Make all addresses of " + facts.name(network.id()) + " static"));
    }
}
