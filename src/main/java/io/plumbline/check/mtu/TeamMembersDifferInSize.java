package io.plumbline.check.mtu;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The members of one team do not send packets of one size: the member that the hash picks decides what gets through.
public record TeamMembersDifferInSize() implements Rule {

    @Override
    public String id() {
        return "MTU005";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Team.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, Team team) {
        if (team.members().size() < 2) {
            return Stream.empty();
        }
        SortedMap<Integer, List<Element>> bySize = new TreeMap<>(Comparator.reverseOrder());
        SortedSet<Missing> needs = new TreeSet<>();
        for (TeamMember member : team.members()) {
            Element nic = facts.topology().element(member.nic());
            switch (facts.topology().frames().ownIpMtu(nic)) {
                case Answer.Sure<Integer>(Integer bytes) ->
                        bySize.computeIfAbsent(bytes, _ -> new ArrayList<>(2)).add(nic);
                case Answer.NotKnown<Integer>(SortedSet<Missing> missing) -> needs.addAll(missing);
            }
        }
        return bySize.size() < 2 ? facts.cannotTell(id(), team.id(), needs)
                : Stream.of(finding(facts, team, bySize));
    }

    private Finding finding(Facts facts, Team team, SortedMap<Integer, List<Element>> bySize) {
        Finding finding = Finding.of(id(), Severity.ERROR, team.id())
                .fact("team", Names.sentence(facts.name(team.id())))
                .fact("sizes", bySize.entrySet().stream()
                        .map(each -> each.getKey() + " bytes of IP (JumboPacket " + numbers(facts, each.getValue())
                                + ") on " + facts.names().list(each.getValue().stream().map(Element::id).toList()))
                        .collect(Collectors.joining(", ")))
                .fact("small", facts.names().list(bySize.get(bySize.lastKey()).stream().map(Element::id).toList()));
        for (Map.Entry<Integer, List<Element>> each : bySize.entrySet()) {
            for (Element nic : each.getValue()) {
                finding = finding.proof(nic.id(), "jumboPacket", numbers(facts, List.of(nic)))
                        .concerning("nic", nic.id());
            }
        }
        for (Endpoint endpoint : facts.topology().endpoints().over(team)) {
            finding = finding.concerning("endpoint", endpoint.id());
        }
        return finding.concerning("team", team.id());
    }

    private static String numbers(Facts facts, List<Element> nics) {
        return Names.join(nics.stream().map(nic -> number(facts, nic)).distinct().toList());
    }

    private static String number(Facts facts, Element adapter) {
        Answer<Bytes> number = switch (adapter) {
            case PhysicalNic nic -> facts.topology().effective().jumboPacket(nic);
            case VirtualNic nic -> facts.topology().effective().jumboPacket(nic);
            case Element other -> throw new IllegalArgumentException(other.id() + " is no member of a team.");
        };
        return number.map(Bytes::toString).orElse("");
    }

    /// The largest size that everything behind the team passes; the smallest, which is what gets through now.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Team team = facts.topology().element(finding.primary(), Team.class);
        List<PhysicalNic> nics = facts.topology().uplinks().nics(team);
        SortedSet<Integer> sizes = new TreeSet<>(Comparator.reverseOrder());
        nics.forEach(nic -> facts.topology().frames().ownIpMtu(nic).find().ifPresent(sizes::add));
        if (nics.size() < team.members().size() || sizes.size() < 2) {
            return List.of();
        }
        List<ClusterNetwork> networks = facts.topology().endpoints().over(team).stream()
                .map(facts.topology().endpoints()::network).flatMap(network -> network.find().stream())
                .flatMap(network -> network.stream()).distinct().toList();
        List<Remedy> remedies = new ArrayList<>();
        for (int size : sizes) {
            boolean smallest = size == sizes.last();
            if (smallest || networks.stream().allMatch(network -> Resizing.fits(facts, network, size))) {
                String label = "Set JumboPacket " + numbers(facts, nics, size) + " on all members of "
                        + facts.name(team.id());
                new Resizing(facts).nics(nics, size).edit(label).map(edit -> Remedy.of(label, edit))
                        .ifPresent(remedies::add);
            }
        }
        return remedies;
    }

    private static String numbers(Facts facts, Collection<PhysicalNic> nics, int size) {
        return nics.stream().map(nic -> facts.topology().frames().jumboPacket(nic, size)).distinct()
                .map(Object::toString).collect(Collectors.joining(" or "));
    }
}
