package io.plumbline.check.address;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Shape;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Claim;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One address at two elements that hear each other, or that are routed to each other.
public record DuplicateAddress() implements Rule {

    @Override
    public String id() {
        return "IP001";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.whole(this::judge));
    }

    private Stream<Outcome> judge(Facts facts) {
        Map<IpAddress, List<Claim>> claims = facts.topology().claims().byAddress();
        return claims.values().stream().filter(same -> same.size() > 1).flatMap(same -> judge(facts, same));
    }

    private Stream<Outcome> judge(Facts facts, List<Claim> same) {
        // Where one side is NLB, NLB007 speaks.
        if (same.stream().map(Claim::holder).distinct().count() < 2 || same.stream().anyMatch(Claim::ofNlb)) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        List<Claim> left = new ArrayList<>(same);
        while (!left.isEmpty()) {
            Claim first = left.removeFirst();
            List<Claim> meeting = new ArrayList<>(List.of(first));
            for (Claim other : List.copyOf(left)) {
                Answer<Boolean> meets = facts.topology().claims().meet(first, other);
                if (meets.is(true)) {
                    meeting.add(other);
                    left.remove(other);
                } else if (!other.holder().equals(first.holder())) {
                    needs.addAll(meets.needs());
                }
            }
            if (meeting.stream().map(Claim::holder).distinct().count() > 1) {
                outcomes.add(finding(facts, meeting));
            }
        }
        if (outcomes.isEmpty()) {
            facts.cannotTell(id(), same.getFirst().element(), needs).forEach(outcomes::add);
        }
        return outcomes.stream();
    }

    private Finding finding(Facts facts, List<Claim> claims) {
        Map<String, Id> byHolder = new TreeMap<>();
        claims.forEach(claim -> byHolder.merge(claim.holder(), claim.element(), (a, b) -> a.compareTo(b) < 0 ? a : b));
        SequencedSet<Id> elements = new LinkedHashSet<>(byHolder.values().stream().sorted().toList());
        String address = claims.getFirst().address().toString();
        Finding finding = Finding.of(id(), Severity.ERROR, elements.getFirst()).fact("address", address)
                .fact("times", elements.size() == 2 ? "twice" : Names.number(elements.size()) + " times")
                .fact("holders", facts.names().list(elements))
                .fact("fix", "Give " + (elements.size() == 2 ? "one of them" : "all but one of them")
                        + " another address" + free(facts, claims) + ".");
        for (Claim claim : claims) {
            finding = finding.proof(claim.element(), claim.attribute(), address);
        }
        return finding;
    }

    /// The next address of the subnet that nobody holds.
    private static String free(Facts facts, List<Claim> claims) {
        Optional<IpPrefix> subnet = claims.stream().flatMap(claim -> claim.subnet().stream()).findFirst();
        if (subnet.isEmpty() || !(claims.getFirst().address() instanceof Ipv4 taken)) {
            return "";
        }
        String of = " of " + subnet.get();
        return facts.topology().claims().nextFree(taken, subnet.get())
                .map(free -> of + "; " + free + " is free in this design").orElse(of);
    }

    /// The next free address for one of two adapters that hold the same; gateways and cluster names keep theirs.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        if (finding.elements().size() != 2
                || !(IpAddress.parse(finding.facts().get("address")) instanceof Ipv4 taken)) {
            return List.of();
        }
        List<Remedy> remedies = new ArrayList<>();
        for (Id id : finding.elements().reversed()) {
            Element element = facts.topology().element(id);
            List<IpAssignment> own = switch (element) {
                case PhysicalNic nic -> nic.ip().addresses().orElse(List.of());
                case VirtualNic nic -> nic.ip().addresses().orElse(List.of());
                case TeamInterface each -> each.ip().addresses().orElse(List.of());
                default -> List.of();
            };
            Optional<IpAssignment> held = own.stream().filter(each -> each.address().equals(taken)).findFirst()
                    .filter(each -> each.prefixLength() >= 0 && each.prefixLength() <= taken.width());
            Optional<Ipv4> free = held.flatMap(each -> facts.topology().claims().nextFree(taken,
                    new IpPrefix(taken, each.prefixLength())));
            if (free.isPresent()) {
                remedies.add(new Proposal(facts.topology()).set(element, "ip.addresses", own.stream()
                        .map(each -> each.address().equals(taken)
                                ? Shape.of(IpAssignment.class).with(each, "address", free.get())
                                : each)
                        .toList()).as("Give " + facts.name(id) + " the address " + free.get()));
            }
        }
        return remedies;
    }
}
