package io.plumbline.check.cabling;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.Mac;
import io.plumbline.model.MlagPair;
import io.plumbline.model.MlagTechnology;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.PortMode;
import io.plumbline.model.StaticArp;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.EffectiveSwitch;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntries;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.Topology;
import io.plumbline.topology.Wiring;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Two MLAG peers that are not the one switch which they show to hosts: VLANs that the link between them does not carry,
/// halves of a LAG that differ, two identities, and what was entered for NLB on one peer only.
public record DisagreeingMlagPeers() implements Rule {

    @Override
    public String id() {
        return "LAG004";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(MlagPair.class, this::peerLink), Subject.each(Lag.class, this::halves),
                Subject.each(MlagPair.class, this::identity), Subject.each(NlbCluster.class, this::nlb));
    }

    /// The two control planes of a pair; empty while it is not drawn as two.
    static List<Id> peers(Topology topology, MlagPair pair) {
        List<Id> peers = pair.switches().stream().map(each -> topology.wiring().controlPlane(each).id()).distinct()
                .toList();
        return peers.size() == 2 ? peers : List.of();
    }

    // a: the link between the peers

    private Stream<Outcome> peerLink(Facts facts, MlagPair pair) {
        Topology topology = facts.topology();
        List<Lag> bundled = new ArrayList<>();
        for (Id peer : peers(topology, pair)) {
            topology.wiring().lagsOf(peer).stream().filter(lag -> lag.mlagId().isKnown()).forEach(bundled::add);
        }
        // A pair over which nothing is bundled yet is being drawn.
        if (bundled.isEmpty()) {
            return Stream.empty();
        }
        if (pair.peerLink().isUnknown()) {
            return facts.cannotTell(id(), pair.id(), Answer.needs(pair.id(), "peerLink"));
        }
        Optional<Lag> link = pair.peerLink().find().flatMap(id -> topology.find(id, Lag.class));
        if (link.isEmpty()) {
            return Stream.of(Finding.of(id(), "a", Severity.ERROR, pair.id())
                    .fact("problem", facts.name(pair.id()) + " has no peer link")
                    .fact("consequence",
                            "the peers cannot agree on what they forward, and frames for hosts on one of them get lost")
                    .fact("change", "Join the two switches by a LAG and name it as the peer link")
                    .proof(pair.id(), "peerLink", "none").proof(bundled.getFirst().id(), "mlagId",
                            bundled.getFirst().mlagId().find().orElseThrow()));
        }
        return missingVlans(facts, pair, link.get(), bundled);
    }

    private Stream<Outcome> missingVlans(Facts facts, MlagPair pair, Lag link, List<Lag> bundled) {
        SortedSet<Missing> needs = new TreeSet<>();
        BitSet missing = new BitSet();
        SequencedSet<Id> users = new LinkedHashSet<>();
        SequencedSet<Id> narrow = new LinkedHashSet<>();
        List<Lag> ends = linkEnds(facts.topology(), link);
        for (Lag lag : bundled) {
            Answer<VlanSet> used = used(facts.topology(), lag);
            needs.addAll(used.needs());
            if (used.surely(VlanSet::isEmpty) || !used.isSure()) {
                continue;
            }
            for (Lag end : ends) {
                Answer<VlanSet> carried = carried(facts.topology(), pair, end);
                needs.addAll(carried.needs());
                BitSet lacks = minus(used.find().orElseThrow(), carried.orElse(VlanSet.ALL));
                if (!lacks.isEmpty()) {
                    missing.or(lacks);
                    users.add(lag.id());
                    narrow.add(end.id());
                }
            }
        }
        if (missing.isEmpty()) {
            return facts.cannotTell(id(), pair.id(), needs);
        }
        boolean one = missing.cardinality() == 1;
        String vlans = (one ? "VLAN " : "VLANs ") + VlanSet.of(missing.stream().toArray());
        Finding finding = Finding.of(id(), "a", Severity.ERROR, pair.id())
                .fact("problem",
                        "The peer link of " + facts.name(pair.id()) + " (" + facts.names().list(narrow)
                                + ") does not carry " + vlans + ", which "
                                + Names.few(users.stream().map(facts::name).toList(), 4)
                                + (users.size() == 1 ? " uses" : " use"))
                .fact("consequence", "a frame that arrives at one peer for a host behind the other is lost")
                .fact("change", "Add " + vlans + " to the peer link at both ends");
        for (Id end : narrow) {
            finding = finding.proof(end, "allowedVlans",
                    carried(facts.topology(), pair, facts.topology().element(end, Lag.class)).find().orElseThrow());
        }
        for (Id user : users) {
            finding = finding.proof(user, "allowedVlans",
                    used(facts.topology(), facts.topology().element(user, Lag.class)).find().orElseThrow());
        }
        return Stream.of(finding);
    }

    /// The LAG that is named as the peer link, and the one at the far end of its cables.
    static List<Lag> linkEnds(Topology topology, Lag link) {
        SequencedSet<Lag> ends = new LinkedHashSet<>(List.of(link));
        link.memberPorts().stream().flatMap(port -> topology.wiring().peers(port).stream())
                .filter(SwitchPort.class::isInstance).forEach(far -> ends.addAll(topology.wiring().lags(far.id())));
        return List.copyOf(ends);
    }

    /// The VLANs that somebody put on a LAG. "All" is no statement about any VLAN, and what was left as it came is none.
    private static Answer<VlanSet> used(Topology topology, Lag lag) {
        boolean configured = !lag.configuration().mode().isUnset() || lag.memberPorts().stream()
                .anyMatch(port -> !topology.element(port, SwitchPort.class).configuration().mode().isUnset());
        if (!configured) {
            return Answer.sure(VlanSet.NONE);
        }
        EffectiveSwitch switches = topology.switches();
        return switches.mode(lag.id()).then(mode -> mode == PortMode.ACCESS
                ? switches.accessVlan(lag.id()).map(vlan -> vlan.isNone() ? VlanSet.NONE : VlanSet.of(vlan.value()))
                : switches.allowedVlans(lag.id()).map(vlans -> vlans.equals(VlanSet.ALL) ? VlanSet.NONE : vlans));
    }

    private static Answer<VlanSet> carried(Topology topology, MlagPair pair, Lag end) {
        // The link of a VLT domain takes no VLAN configuration: it carries what the peers have.
        boolean asItComes = end.configuration().mode().isUnset() && end.configuration().allowedVlans().isUnset()
                && end.memberPorts().stream().allMatch(
                        port -> topology.element(port, SwitchPort.class).configuration().mode().isUnset());
        if (asItComes && pair.technology().is(MlagTechnology.VLT)) {
            return Answer.sure(VlanSet.ALL);
        }
        EffectiveSwitch switches = topology.switches();
        return switches.mode(end.id()).then(mode -> mode == PortMode.ACCESS
                ? switches.accessVlan(end.id()).map(vlan -> vlan.isNone() ? VlanSet.NONE : VlanSet.of(vlan.value()))
                : switches.allowedVlans(end.id()));
    }

    private static BitSet minus(VlanSet used, VlanSet carried) {
        BitSet missing = new BitSet();
        if (!used.equals(carried) && !carried.equals(VlanSet.ALL)) {
            used.ids().filter(vlan -> !carried.contains(vlan)).forEach(missing::set);
        }
        return missing;
    }

    // b: the halves of one LAG

    private Stream<Outcome> halves(Facts facts, Lag lag) {
        if (lag.mlagId().isUnset() || !facts.topology().wiring().bundle(lag).equals(lag.id())) {
            return Stream.empty();
        }
        Optional<Lag> twin = facts.topology().wiring().twin(lag);
        if (twin.isEmpty()) {
            return Stream.empty();
        }
        SortedSet<Missing> needs = new TreeSet<>();
        List<MlagSetting> differing = MlagSetting.differing(facts.topology(), lag, twin.get(), needs);
        if (differing.isEmpty()) {
            return facts.cannotTell(id(), lag.id(), needs);
        }
        Finding finding = Finding.of(id(), "b", Severity.ERROR, lag.id()).fact("one", facts.name(lag.id()))
                .fact("other", facts.name(twin.get().id())).fact("mlagId", lag.mlagId().find().orElseThrow())
                .fact("differences",
                        Names.join(differing.stream()
                                .map(each -> each.words() + " (" + each.one() + " and " + each.other() + ")")
                                .toList()));
        for (MlagSetting each : differing) {
            finding = finding.proof(lag.id(), each.attribute(), each.one()).proof(twin.get().id(), each.attribute(),
                    each.other());
        }
        return Stream.of(finding);
    }

    // c: one identity

    private Stream<Outcome> identity(Facts facts, MlagPair pair) {
        List<String> differences = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        Finding finding = Finding.of(id(), "c", Severity.ERROR, pair.id()).fact("pair", facts.name(pair.id()));
        switch (pair.domainIds()) {
            case Attribute.Known<List<Integer>>(List<Integer> ids) when ids.stream().distinct().count() > 1 -> {
                differences.add("domain ids (" + joined(ids) + ")");
                finding = finding.proof(pair.id(), "domainIds", joined(ids));
            }
            case Attribute.Unknown<List<Integer>> _ -> needs.add(new Missing(pair.id(), "domainIds"));
            default -> {
                // One id, or none stated.
            }
        }
        switch (pair.systemMacs()) {
            case Attribute.Known<List<Mac>>(List<Mac> macs) when macs.stream().distinct().count() > 1 -> {
                differences.add("system MAC addresses (" + joined(macs) + ")");
                finding = finding.proof(pair.id(), "systemMacs", joined(macs));
            }
            case Attribute.Unknown<List<Mac>> _ -> needs.add(new Missing(pair.id(), "systemMacs"));
            default -> {
                // One address, or none stated.
            }
        }
        for (Lag lag : oneHalves(facts.topology(), pair)) {
            Lag twin = facts.topology().wiring().twin(lag).orElseThrow();
            if (lag.lacpSystemId().isKnown() && twin.lacpSystemId().isKnown()
                    && !lag.lacpSystemId().equals(twin.lacpSystemId())
                    && !facts.topology().effective().protocol(lag).is(LagProtocol.STATIC)) {
                Mac one = lag.lacpSystemId().find().orElseThrow();
                Mac other = twin.lacpSystemId().find().orElseThrow();
                differences.add("LACP system ids at " + facts.name(lag.id()) + " and " + facts.name(twin.id()) + " ("
                        + one + " and " + other + ")");
                finding = finding.proof(lag.id(), "lacpSystemId", one).proof(twin.id(), "lacpSystemId", other);
            }
        }
        return differences.isEmpty() ? facts.cannotTell(id(), pair.id(), needs)
                : Stream.of(finding.fact("differences", Names.join(differences)));
    }

    private static String joined(List<?> values) {
        return Names.join(values.stream().map(Object::toString).toList());
    }

    /// The first halves of the LAGs over both peers.
    static List<Lag> oneHalves(Topology topology, MlagPair pair) {
        return peers(topology, pair).stream().flatMap(peer -> topology.wiring().lagsOf(peer).stream())
                .filter(lag -> topology.wiring().twin(lag).isPresent()
                        && topology.wiring().bundle(lag).equals(lag.id()))
                .toList();
    }

    // d and e: what NLB needs

    private Stream<Outcome> nlb(Facts facts, NlbCluster cluster) {
        Topology topology = facts.topology();
        if (topology.all(MlagPair.class).isEmpty()) {
            return Stream.empty();
        }
        Optional<NlbDomain> domain = topology.balancing().domain(cluster).find().flatMap(found -> found);
        if (domain.isEmpty()) {
            return Stream.empty();
        }
        SequencedSet<MlagPair> pairs = new LinkedHashSet<>();
        domain.get().switches().forEach(device -> topology.wiring().mlagPair(device).ifPresent(pairs::add));
        List<Outcome> outcomes = new ArrayList<>();
        for (MlagPair pair : pairs) {
            List<Id> peers = peers(topology, pair);
            if (peers.size() == 2 && domain.get().switches().containsAll(peers)) {
                entries(facts, domain.get(), pair, peers, outcomes);
                arp(facts, domain.get(), peers, outcomes);
                snooping(facts, domain.get(), pair, peers, outcomes);
            }
        }
        return outcomes.stream();
    }

    private void entries(Facts facts, NlbDomain domain, MlagPair pair, List<Id> peers, List<Outcome> outcomes) {
        NlbEntries first = domain.entries(peers.getFirst());
        NlbEntries second = domain.entries(peers.getLast());
        boolean onFirst = !first.exact().isEmpty();
        if (onFirst == !second.exact().isEmpty()) {
            return;
        }
        NlbEntries there = onFirst ? first : second;
        NlbEntries here = onFirst ? second : first;
        if (!here.wrong().isEmpty()) {
            // An entry with a slip of the pen is the subject of another rule.
            return;
        }
        if (!here.needs().isEmpty()) {
            facts.cannotTell(id(), domain.cluster().id(), here.needs()).forEach(outcomes::add);
            return;
        }
        Id has = onFirst ? peers.getFirst() : peers.getLast();
        Id lacks = onFirst ? peers.getLast() : peers.getFirst();
        NlbEntry entry = there.exact().getFirst();
        outcomes.add(Finding.of(id(), "d", Severity.ERROR, domain.cluster().id())
                .fact("entry", (entry.group() ? "The static multicast group " : "The static MAC entry ") + entry.mac()
                        + " in VLAN " + domain.vlan())
                .fact("cluster", facts.name(domain.cluster().id())).fact("has", facts.name(has))
                .fact("lacks", facts.name(lacks)).fact("pair", facts.name(pair.id()))
                .fact("consequence", "frames that arrive at " + facts.name(lacks) + " are not steered by it")
                .proof(has, entry.attribute(), entry.mac()).proof(lacks, entry.attribute(), "no entry")
                .concerning("nlbCluster", domain.cluster().id()).concerning("switch", lacks));
    }

    private void arp(Facts facts, NlbDomain domain, List<Id> peers, List<Outcome> outcomes) {
        Effective effective = facts.topology().effective();
        Answer<Mac> mac = facts.topology().balancing().clusterMac(domain.cluster());
        if (!effective.mode(domain.cluster()).surely(mode -> mode != NlbMode.UNICAST) || !mac.isSure()) {
            return;
        }
        List<L3Interface> first = facts.topology().vlans().gatewaysOn(peers.getFirst(), domain.vlan());
        List<L3Interface> second = facts.topology().vlans().gatewaysOn(peers.getLast(), domain.vlan());
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        for (IpAddress vip : facts.topology().balancing().vips(domain.cluster()).orElse(List.of())) {
            Optional<L3Interface> one = holding(first, vip);
            Optional<L3Interface> other = holding(second, vip);
            if (one.isPresent() == other.isPresent()) {
                continue;
            }
            L3Interface has = one.or(() -> other).orElseThrow();
            L3Interface lacks = one.isPresent() ? second.getFirst() : first.getFirst();
            if (lacks.staticArp().isUnknown() || !effective.acceptsMulticastArp(lacks).is(false)) {
                continue;
            }
            Id peer = facts.topology().wiring().controlPlane(lacks.device()).id();
            outcomes.add(Finding.of(id(), "d", Severity.ERROR, lacks.id())
                    .fact("entry", "The static ARP entry for " + vip)
                    .fact("cluster", facts.name(domain.cluster().id())).fact("has", facts.name(has.id()))
                    .fact("lacks", facts.name(lacks.id()))
                    .fact("pair", facts.topology().wiring().mlagPair(peer).map(pair -> facts.name(pair.id()))
                            .orElseThrow())
                    .fact("consequence", "packets that " + facts.name(peer) + " routes do not reach it")
                    .proof(has.id(), "staticArp", vip).proof(lacks.id(), "staticArp", "no entry for " + vip)
                    .concerning("nlbCluster", domain.cluster().id()).concerning("gateway", lacks.id()));
        }
    }

    private static Optional<L3Interface> holding(List<L3Interface> gateways, IpAddress vip) {
        return gateways.stream().filter(gateway -> gateway.staticArp().orElse(List.<StaticArp>of()).stream()
                .anyMatch(entry -> entry.ip().equals(vip))).findFirst();
    }

    private void snooping(Facts facts, NlbDomain domain, MlagPair pair, List<Id> peers, List<Outcome> outcomes) {
        EffectiveSwitch switches = facts.topology().switches();
        VlanId vlan = domain.vlan();
        Answer<Boolean> first = switches.igmpSnooping(peers.getFirst(), vlan);
        Answer<Boolean> second = switches.igmpSnooping(peers.getLast(), vlan);
        if (!first.isSure() || !second.isSure()) {
            facts.cannotTell(id(), pair.id(), first.with(second, (_, _) -> true)).forEach(outcomes::add);
            return;
        }
        if (first.equals(second)) {
            return;
        }
        Id on = first.is(true) ? peers.getFirst() : peers.getLast();
        Id off = first.is(true) ? peers.getLast() : peers.getFirst();
        outcomes.add(Finding.of(id(), "e", Severity.WARNING, domain.cluster().id()).fact("vlan", vlan)
                .fact("cluster", facts.name(domain.cluster().id())).fact("on", facts.name(on))
                .fact("off", facts.name(off)).fact("pair", facts.name(pair.id())).proof(on, "igmpSnooping", "on")
                .proof(off, "igmpSnooping", "off").concerning("nlbCluster", domain.cluster().id()));
    }

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        Element primary = facts.topology().element(finding.primary());
        return switch (finding.variant()) {
            case "a" -> MlagRemedies.withVlans(facts, (MlagPair) primary);
            case "b" -> MlagRemedies.copied(facts, (Lag) primary);
            case "c" -> MlagRemedies.oneIdentity(facts, (MlagPair) primary);
            case "d" -> primary instanceof L3Interface gateway ? MlagRemedies.arp(facts, gateway, finding)
                    : MlagRemedies.entry(facts, (NlbCluster) primary, finding);
            default -> MlagRemedies.snooping(facts, (NlbCluster) primary, finding);
        };
    }

    /// The VLANs that the peer link lacks at one end.
    static BitSet lacking(Topology topology, MlagPair pair, Lag end) {
        BitSet lacking = new BitSet();
        for (Id peer : peers(topology, pair)) {
            for (Lag lag : topology.wiring().lagsOf(peer)) {
                if (lag.mlagId().isKnown()) {
                    lacking.or(minus(used(topology, lag).orElse(VlanSet.NONE),
                            carried(topology, pair, end).orElse(VlanSet.ALL)));
                }
            }
        }
        return lacking;
    }

    /// What stands at the far end of a port or LAG of a peer: the twin of a LAG, the other end of the peer link.
    static Optional<Id> counterpart(Topology topology, MlagPair pair, Id portOrLag) {
        Optional<Lag> lag = topology.find(portOrLag, Lag.class);
        if (topology.wiring().isPeerLink(portOrLag)) {
            List<Id> far = topology.wiring().members(portOrLag).stream()
                    .flatMap(port -> topology.wiring().cables(port).stream()
                            .map(cable -> topology.wiring().logicalPort(Wiring.other(cable, port))))
                    .distinct().toList();
            return far.size() == 1 ? Optional.of(far.getFirst()) : Optional.empty();
        }
        return lag.flatMap(topology.wiring()::twin).map(Lag::id)
                .filter(twin -> peers(topology, pair).contains(topology.wiring().deviceOf(twin)));
    }
}
