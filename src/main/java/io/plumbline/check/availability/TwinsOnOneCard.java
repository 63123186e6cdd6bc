package io.plumbline.check.availability;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.model.Team;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NetworkTags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// NICs of a host that stand in for each other are ports of one adapter card.
public record TwinsOnOneCard() implements Rule {

    /// Names that say where a NIC is would be wrong after a swap.
    private static final Pattern PLACE = Pattern.compile("(?i).*(slot|pcie?|card|port).*");

    @Override
    public String id() {
        return "HA002";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(Host.class, this::judge));
    }

    /// NICs that stand in for each other.
    ///
    /// @param primary the team, or the first of the NICs
    /// @param what    what would be lost: "the members of HV1/Team1", "the twins for CSV and live migration"
    private record Group(Id primary, List<PhysicalNic> nics, String what) {

        /// The card on which all of them are; empty where they are on several, or nobody said.
        Optional<String> card() {
            Attribute<String> first = nics.getFirst().card();
            return first.find().filter(card -> nics.stream().allMatch(nic -> nic.card().is(card)));
        }

        /// Whether they are on one card as far as known, and on some nobody knows.
        boolean mayShare() {
            return nics.stream().anyMatch(nic -> nic.card().isUnknown())
                    && nics.stream().noneMatch(nic -> nic.card().isUnset())
                    && nics.stream().flatMap(nic -> nic.card().find().stream()).distinct().count() < 2;
        }
    }

    private Stream<Outcome> judge(Facts facts, Host host) {
        if (!mayShareACard(facts.topology().nics(host.id()))) {
            return Stream.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<Group> groups = groups(facts, host);
        for (Group group : groups) {
            if (group.card().isPresent()) {
                outcomes.add(finding(facts, host, group, group.card().get()));
            } else if (group.mayShare()) {
                SortedSet<Missing> needs = new TreeSet<>();
                group.nics().stream().filter(nic -> nic.card().isUnknown())
                        .forEach(nic -> needs.add(new Missing(nic.id(), "card")));
                facts.cannotTell(id(), group.primary(), needs).forEach(outcomes::add);
            }
        }
        return outcomes.stream();
    }

    private static boolean mayShareACard(List<PhysicalNic> nics) {
        for (int i = 0; i < nics.size(); i++) {
            Attribute<String> card = nics.get(i).card();
            for (int j = i + 1; j < nics.size(); j++) {
                Attribute<String> other = nics.get(j).card();
                if (!card.isUnset() && !other.isUnset()
                        && (card.isUnknown() || other.isUnknown() || card.equals(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Group> groups(Facts facts, Host host) {
        List<Group> groups = new ArrayList<>();
        for (Team team : facts.topology().teams(host.id())) {
            List<PhysicalNic> nics = facts.topology().uplinks().nics(team);
            if (nics.size() > 1) {
                groups.add(new Group(team.id(), nics, "the members of " + facts.name(team.id())));
            }
        }
        List<Group> twins = new ArrayList<>();
        twins(facts, host).forEach((nics, purposes) -> {
            boolean teamed = groups.stream().anyMatch(group -> group.nics().containsAll(nics));
            if (!teamed) {
                twins.add(new Group(nics.getFirst().id(), nics, "the twins for " + Names.join(purposes)));
            }
        });
        groups.addAll(twins);
        return groups;
    }

    /// The NICs under two or more endpoints for one purpose, with the purposes.
    private static Map<List<PhysicalNic>, List<String>> twins(Facts facts, Host host) {
        NetworkTags tags = new NetworkTags(facts.topology());
        Map<List<PhysicalNic>, List<String>> twins = new LinkedHashMap<>();
        List<Endpoint> endpoints = facts.topology().endpoints().of(host.id());
        for (Purpose purpose : List.of(Purpose.CSV, Purpose.LIVE_MIGRATION)) {
            SortedMap<Id, PhysicalNic> nics = new TreeMap<>();
            int count = 0;
            for (Endpoint endpoint : endpoints) {
                Optional<ClusterNetwork> network =
                        facts.topology().endpoints().network(endpoint).orElse(Optional.empty());
                if (network.filter(each -> tags.carries(each, Set.of(purpose)).is(true)).isPresent()) {
                    count++;
                    facts.topology().endpoints().nics(endpoint).orElse(List.of())
                            .forEach(nic -> nics.put(nic.id(), nic));
                }
            }
            if (count > 1 && nics.size() > 1) {
                twins.computeIfAbsent(List.copyOf(nics.values()), _ -> new ArrayList<>())
                        .add(purpose == Purpose.CSV ? "CSV" : "live migration");
            }
        }
        return twins;
    }

    private Finding finding(Facts facts, Host host, Group group, String card) {
        List<Id> ids = group.nics().stream().map(PhysicalNic::id).toList();
        Finding finding = Finding.of(id(), Severity.WARNING, group.primary()).fact("nics", facts.names().list(ids))
                .fact("what", group.what()).fact("card", Names.quoted(card))
                .fact("all", ids.size() == 2 ? "both" : "all").concerning("host", host.id());
        for (Id nic : ids) {
            finding = finding.proof(nic, "card", card).concerning("nic", nic);
        }
        return finding;
    }

    // The remedy

    /// Lets one of the NICs change places with an equal one on another card: the cables and settings stay with the names.
    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Host host = facts.topology().element(finding.concerns("host").first(), Host.class);
        List<Group> groups = groups(facts, host);
        Group group =
                groups.stream().filter(each -> each.primary().equals(finding.primary())).findFirst().orElseThrow();
        List<PhysicalNic> others = facts.topology().nics(host.id()).stream()
                .filter(nic -> nic.card().isKnown() && !group.nics().contains(nic)).toList();
        for (PhysicalNic mine : group.nics().reversed()) {
            for (PhysicalNic other : others) {
                if (!other.card().equals(mine.card()) && areAlike(mine, other)
                        && groups.stream().allMatch(each -> isSpread(each, mine, other))) {
                    return List.of(Remedy.of("Let " + facts.name(mine.id()) + " and " + facts.name(other.id())
                            + " change places (card " + Names.quoted(mine.card().orElse("")) + " and card "
                            + Names.quoted(other.card().orElse("")) + ")",
                            new Put("Swap ports", List.of(moved(mine, other), moved(other, mine)))));
                }
            }
        }
        return List.of();
    }

    private static Element moved(PhysicalNic nic, PhysicalNic to) {
        return Element.with(Element.with(nic, "card", to.card()), "portOnCard", to.portOnCard());
    }

    private static boolean areAlike(PhysicalNic a, PhysicalNic b) {
        return Stream.of(a, b).noneMatch(nic -> PLACE.matcher(nic.name()).matches()) && a.model().equals(b.model())
                && a.vendor().equals(b.vendor()) && a.driverVersion().equals(b.driverVersion())
                && a.firmwareVersion().equals(b.firmwareVersion()) && a.linkSpeedMbps().equals(b.linkSpeedMbps())
                && a.mediaType().equals(b.mediaType()) && a.rdma().capable().equals(b.rdma().capable());
    }

    /// Whether a group is on more than one card once two NICs have changed places.
    private static boolean isSpread(Group group, PhysicalNic a, PhysicalNic b) {
        return group.nics().stream().map(nic -> nic == a ? b.card() : nic == b ? a.card() : nic.card()).distinct()
                .count() > 1;
    }
}
