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
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Shape;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Claim;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One address at two holders that get in each other's way, at least one of which is an NLB cluster or a node of one.
public record NlbAddressUsedTwice() implements Rule {

    @Override
    public String id() {
        return "NLB007";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.whole(this::judge));
    }

    private Stream<Outcome> judge(Facts facts) {
        if (facts.topology().all(NlbCluster.class).isEmpty()) {
            return Stream.empty();
        }
        return Stream.concat(
                facts.topology().claims().byAddress().values().stream().flatMap(same -> judge(facts, same)),
                // An address that is marked unknown may be one of those that are known.
                facts.topology().claims().unknown().stream()
                        .flatMap(missing -> facts.cannotTell(id(), missing.element(), List.of(missing))));
    }

    private Stream<Outcome> judge(Facts facts, List<Claim> same) {
        if (same.stream().noneMatch(Claim::ofNlb) || same.stream().map(Claim::holder).distinct().count() < 2) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        List<Claim> left = new ArrayList<>(same);
        // Around every NLB side, all that it meets.
        for (Claim first : same.stream().filter(Claim::ofNlb).sorted(VIPS_FIRST).toList()) {
            if (!left.remove(first)) {
                continue;
            }
            List<Claim> meeting = new ArrayList<>(List.of(first));
            for (Claim other : List.copyOf(left)) {
                Answer<Boolean> meets = other.holder().equals(first.holder()) ? Answer.sure(true)
                        : facts.topology().claims().meet(first, other);
                if (meets.is(true)) {
                    meeting.add(other);
                    left.remove(other);
                }
                needs.addAll(meets.needs());
            }
            if (meeting.stream().map(Claim::holder).distinct().count() > 1) {
                outcomes.add(finding(facts, meeting));
            }
        }
        facts.cannotTell(id(), same.getFirst().element(), needs).forEach(outcomes::add);
        return outcomes.stream();
    }

    private static final Comparator<Claim> VIPS_FIRST = Comparator
            .comparing((Claim claim) -> !claim.attribute().endsWith("Vip") && !claim.attribute().endsWith("Vips"))
            .thenComparing(Claim::element);

    private Finding finding(Facts facts, List<Claim> meeting) {
        Map<String, Claim> byHolder = new LinkedHashMap<>();
        // What speaks best for a holder: the VIP of a cluster, the dedicated IP of a node.
        for (Claim claim : meeting) {
            byHolder.merge(claim.holder(), claim, (old, other) -> rank(other) < rank(old) ? other : old);
        }
        List<Claim> claims = byHolder.values().stream().sorted(Comparator.comparing(Claim::ofNlb).reversed()
                .thenComparing(NlbAddressUsedTwice::rank).thenComparing(Claim::element)).toList();
        Claim primary = claims.getFirst();
        // The side that is no virtual address is the easier one to move.
        Claim other = claims.getLast();
        String address = primary.address().toString();
        Finding finding = Finding.of(id(), Severity.ERROR, primary.element()).fact("address", address)
                .fact("times", claims.size() == 2 ? "twice" : claims.size() + " times")
                .fact("uses", Names.join(claims.stream().map(claim -> use(facts, claim)).toList()))
                .fact("other", facts.name(other.element())).fact("free", free(facts, meeting, other));
        for (Claim claim : claims) {
            finding = finding.proof(claim.element(), claim.attribute(), address);
            if (claim.ofNlb() && facts.topology().is(claim.element(), NlbCluster.class)) {
                finding = finding.concerning("nlbCluster", claim.element());
            }
        }
        return finding;
    }

    private static int rank(Claim claim) {
        return switch (claim.attribute()) {
            case "primaryVip" -> 0;
            case "additionalVips" -> 1;
            case "dip" -> 2;
            default -> 3;
        };
    }

    private static String use(Facts facts, Claim claim) {
        String name = facts.name(claim.element());
        return switch (claim.attribute()) {
            case "primaryVip" -> "the primary VIP of " + name;
            case "additionalVips" -> "an additional VIP of " + name;
            case "dip" -> "the dedicated IP of " + name;
            case "vips" -> "a VIP of " + name;
            case "fhrpGroup.virtualIp" -> "the virtual gateway address of " + name;
            default -> "an address of " + name;
        };
    }

    private static String free(Facts facts, List<Claim> meeting, Claim other) {
        Optional<IpPrefix> subnet = other.subnet()
                .or(() -> meeting.stream().flatMap(claim -> claim.subnet().stream()).findFirst());
        return subnet.isPresent() && other.address() instanceof Ipv4 taken
                ? facts.topology().claims().nextFree(taken, subnet.get())
                        .map(free -> "; " + free + " is free in this design").orElse("")
                : "";
    }

    // What helps

    /// Every side but the first gets an address of its own, where it is an address of a machine: a VIP or a gateway is
    /// somebody's decision.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Topology topology = facts.topology();
        IpAddress address = IpAddress.parse(finding.facts().get("address"));
        List<Claim> same = topology.claims().byAddress().getOrDefault(address, List.of()).stream()
                .filter(claim -> finding.elements().contains(claim.element())).toList();
        Map<Id, Ipv4> given = new LinkedHashMap<>();
        Optional<IpPrefix> subnet = same.stream().flatMap(claim -> claim.subnet().stream()).findFirst();
        if (!(address instanceof Ipv4 last) || subnet.isEmpty()) {
            return List.of();
        }
        for (Claim claim : same) {
            if (claim.element().equals(finding.primary()) || given.containsKey(claim.element())) {
                continue;
            }
            Optional<Ipv4> free = topology.claims().nextFree(last, subnet.get());
            if (!(topology.element(claim.element()) instanceof VirtualNic)
                    && !(topology.element(claim.element()) instanceof PhysicalNic) || free.isEmpty()
                    || given.containsValue(free.get())) {
                return List.of();
            }
            last = free.get();
            given.put(claim.element(), last);
        }
        String label = "Give " + Names.join(given.entrySet().stream()
                .map(each -> facts.name(each.getKey()) + " " + each.getValue()).toList());
        return given.isEmpty() ? List.of()
                : List.of(Remedy.of(label, new Put(label, readdressed(topology, address, given))));
    }

    private static List<Element> readdressed(Topology topology, IpAddress old, Map<Id, Ipv4> given) {
        List<Element> changed = new ArrayList<>();
        given.forEach((adapter, address) -> {
            Element element = topology.element(adapter);
            List<IpAssignment> addresses = (element instanceof VirtualNic nic ? nic.ip() : ((PhysicalNic) element).ip())
                    .addresses().orElse(List.of());
            changed.add(Element.with(element, "ip.addresses", addresses.stream().map(each -> each.address().equals(old)
                    ? Shape.of(IpAssignment.class).with(each, "address", address)
                    : each).toList()));
        });
        for (NlbCluster cluster : topology.all(NlbCluster.class)) {
            List<NlbNode> nodes = cluster.nodes().orElse(List.of());
            List<NlbNode> after = nodes.stream().map(node -> given.containsKey(node.member()) && node.dip().is(old)
                    ? Shape.of(NlbNode.class).with(node, "dip", given.get(node.member()))
                    : node).toList();
            if (!after.equals(nodes)) {
                changed.add(Element.with(cluster, "nodes", after));
            }
        }
        return changed;
    }
}
