package io.plumbline.check.cabling;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Proposal;
import io.plumbline.check.Remedy;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.Mac;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.PortMode;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.SwitchConfiguration;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import io.plumbline.topology.NlbAddress;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What makes two MLAG peers agree: the settings of one of them at the other.
final class MlagRemedies {

    private MlagRemedies() {}

    /// The VLANs that are missing, added to both ends of the peer link.
    static List<Remedy> withVlans(Facts facts, MlagPair pair) {
        Optional<Lag> link = pair.peerLink().find().flatMap(id -> facts.topology().find(id, Lag.class));
        if (link.isEmpty()) {
            return List.of();
        }
        Proposal proposal = new Proposal(facts.topology());
        BitSet added = new BitSet();
        for (Lag end : DisagreeingMlagPeers.linkEnds(facts.topology(), link.get())) {
            BitSet lacking = DisagreeingMlagPeers.lacking(facts.topology(), pair, end);
            if (lacking.isEmpty()) {
                continue;
            }
            if (!facts.topology().switches().mode(end.id()).is(PortMode.TRUNK)) {
                return List.of();
            }
            added.or(lacking);
            facts.topology().switches().allowedVlans(end.id()).orElse(VlanSet.NONE).ids().forEach(lacking::set);
            set(facts.topology(), proposal, end, "allowedVlans", VlanSet.of(lacking.stream().toArray()));
        }
        return List.of(proposal.as("Add " + (added.cardinality() == 1 ? "VLAN " : "VLANs ")
                + VlanSet.of(added.stream().toArray()) + " to the peer link of " + facts.name(pair.id())));
    }

    /// A setting of a LAG, which its members then inherit.
    private static void set(Topology topology, Proposal proposal, Lag lag, String attribute, Object value) {
        proposal.set(lag, attribute, value);
        for (Id id : lag.memberPorts()) {
            SwitchPort port = topology.element(id, SwitchPort.class);
            if (Shape.of(SwitchPort.class).find(attribute).isPresent()
                    && Shape.of(SwitchPort.class).get(port, attribute) instanceof Attribute<?> own && !own.isUnset()) {
                proposal.set(port, attribute, Attribute.unset());
            }
        }
    }

    static List<Remedy> copied(Facts facts, Lag lag) {
        Lag twin = facts.topology().wiring().twin(lag).orElseThrow();
        Proposal proposal = new Proposal(facts.topology());
        for (MlagSetting each : MlagSetting.differing(facts.topology(), lag, twin, new TreeSet<>())) {
            set(facts.topology(), proposal, twin, each.attribute(), each.value());
            if (each.attribute().equals("mode")) {
                set(facts.topology(), proposal, twin, "accessVlan", lag.configuration().accessVlan());
                set(facts.topology(), proposal, twin, "allowedVlans",
                        facts.topology().switches().allowedVlans(lag.id()).orElse(VlanSet.ALL));
                set(facts.topology(), proposal, twin, "nativeVlan",
                        facts.topology().switches().nativeVlan(lag.id()).orElse(new VlanId(1)));
            }
        }
        return List.of(proposal.as("Copy the settings of " + facts.name(lag.id()) + " to " + facts.name(twin.id())));
    }

    static List<Remedy> oneIdentity(Facts facts, MlagPair pair) {
        Proposal proposal = new Proposal(facts.topology());
        pair.domainIds().find().filter(ids -> ids.stream().distinct().count() > 1).ifPresent(
                ids -> proposal.set(pair, "domainIds", ids.stream().map(_ -> ids.getFirst()).toList()));
        pair.systemMacs().find().filter(macs -> macs.stream().distinct().count() > 1).ifPresent(
                macs -> proposal.set(pair, "systemMacs", macs.stream().map(_ -> macs.getFirst()).toList()));
        for (Lag lag : DisagreeingMlagPeers.oneHalves(facts.topology(), pair)) {
            Lag twin = facts.topology().wiring().twin(lag).orElseThrow();
            if (lag.lacpSystemId().isKnown() && twin.lacpSystemId().isKnown()
                    && !lag.lacpSystemId().equals(twin.lacpSystemId())) {
                proposal.set(twin, "lacpSystemId", lag.lacpSystemId());
            }
        }
        return List.of(proposal.as("Give both peers of " + facts.name(pair.id()) + " the identity of the first"));
    }

    static List<Remedy> arp(Facts facts, L3Interface gateway, Finding finding) {
        NlbCluster cluster = facts.topology().element(finding.concerns("nlbCluster").first(), NlbCluster.class);
        Optional<Mac> mac = facts.topology().balancing().clusterMac(cluster).find();
        if (mac.isEmpty()) {
            return List.of();
        }
        List<StaticArp> entries = new ArrayList<>(gateway.staticArp().orElse(List.of()));
        for (IpAddress vip : facts.topology().balancing().vips(cluster).orElse(List.of())) {
            if (entries.stream().noneMatch(entry -> entry.ip().equals(vip))) {
                entries.add(StaticArp.of(vip, mac.get()));
            }
        }
        return List.of(new Proposal(facts.topology()).set(gateway, "staticArp", entries)
                .as("Enter " + mac.get() + " for " + facts.name(cluster.id()) + " at " + facts.name(gateway.id())));
    }

    /// The entry with the ports of the other peer: the twins of its LAGs, and the peer link seen from there.
    static List<Remedy> entry(Facts facts, NlbCluster cluster, Finding finding) {
        Topology topology = facts.topology();
        Id lacks = finding.concerns("switch").first();
        MlagPair pair = topology.wiring().mlagPair(lacks).orElseThrow();
        Id has = DisagreeingMlagPeers.peers(topology, pair).stream().filter(peer -> !peer.equals(lacks)).findFirst()
                .orElseThrow();
        NlbDomain domain = topology.balancing().domain(cluster).find().flatMap(found -> found).orElseThrow();
        Mac mac = domain.entries(has).exact().getFirst().mac();
        SwitchConfiguration from = topology.switches().configuration(has);
        Element holder = topology.element(topology.switches().holder(lacks));
        Proposal proposal = new Proposal(topology);
        Optional<StaticMulticastGroup> group = from.staticMcastGroups().orElse(List.of()).stream()
                .filter(entry -> entry.mac().is(mac) || entry.group().find().filter(Ipv4.class::isInstance)
                        .map(Ipv4.class::cast).filter(each -> NlbAddress.groupMac(each).equals(mac)).isPresent())
                .findFirst();
        Optional<StaticMacEntry> unicast = from.staticMacEntries().orElse(List.of()).stream()
                .filter(entry -> entry.mac().equals(mac)).findFirst();
        Attribute<List<Id>> listed = group.map(StaticMulticastGroup::ports)
                .or(() -> unicast.map(StaticMacEntry::ports)).orElse(Attribute.unset());
        List<Id> ports = new ArrayList<>();
        for (Id port : listed.orElse(List.of())) {
            DisagreeingMlagPeers.counterpart(topology, pair, port).ifPresent(ports::add);
        }
        // An entry that leaves out a port would be the next fault.
        if (ports.isEmpty() || !ports.containsAll(domain.exits(lacks))) {
            return List.of();
        }
        if (group.isPresent()) {
            List<StaticMulticastGroup> entries =
                    new ArrayList<>(topology.switches().staticMcastGroups(lacks).orElse(List.of()));
            entries.add(Shape.of(StaticMulticastGroup.class).with(group.get(), "ports", ports));
            proposal.set(holder, "staticMcastGroups", entries);
        } else {
            List<StaticMacEntry> entries =
                    new ArrayList<>(topology.switches().staticMacEntries(lacks).orElse(List.of()));
            entries.add(Shape.of(StaticMacEntry.class).with(unicast.orElseThrow(), "ports", ports));
            proposal.set(holder, "staticMacEntries", entries);
        }
        return List.of(proposal.as("Enter " + mac + " on " + facts.name(lacks) + " too"));
    }

    static List<Remedy> snooping(Facts facts, NlbCluster cluster, Finding finding) {
        VlanId vlan = facts.topology().balancing().domain(cluster).find().flatMap(found -> found).orElseThrow().vlan();
        Id off = finding.evidence().stream().filter(proof -> proof.value().equals("off")).findFirst().orElseThrow()
                .element();
        Element holder = facts.topology().element(facts.topology().switches().holder(off));
        SortedMap<VlanId, Boolean> perVlan = new TreeMap<>(facts.topology().switches().configuration(off)
                .igmpSnooping().perVlan().orElse(new TreeMap<>()));
        perVlan.put(vlan, true);
        return List.of(new Proposal(facts.topology()).set(holder, "igmpSnooping.perVlan", perVlan)
                .as("Switch IGMP snooping of VLAN " + vlan + " on at " + facts.name(off)));
    }
}
