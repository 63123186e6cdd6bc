package io.plumbline.check.nlb;

import io.plumbline.check.Facts;
import io.plumbline.check.Finding;
import io.plumbline.check.Outcome;
import io.plumbline.check.Remedy;
import io.plumbline.check.Rule;
import io.plumbline.check.Severity;
import io.plumbline.check.Subject;
import io.plumbline.edit.Put;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Shape;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.predict.Ip2Mac;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Missing;
import io.plumbline.topology.Names;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbReconfiguration;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Two NLB clusters of one VLAN with one cluster MAC, or a cluster whose group belongs to somebody else already.
public record OneMacForTwoClusters() implements Rule {

    private static final int RESERVED = 255;
    private static final int SSDP = 250;
    private static final int SLP = 253;

    @Override
    public String id() {
        return "NLB008";
    }

    @Override
    public List<Subject<?>> subjects() {
        return List.of(Subject.each(NlbCluster.class, this::judge));
    }

    private Stream<Outcome> judge(Facts facts, NlbCluster cluster) {
        Optional<VlanId> vlan = facts.topology().balancing().vlan(cluster).find().flatMap(found -> found);
        return vlan.isEmpty() ? Stream.empty()
                : Stream.concat(collisions(facts, cluster, vlan.get()), foreign(facts, cluster, vlan.get()));
    }

    // a: two clusters

    private Stream<Outcome> collisions(Facts facts, NlbCluster cluster, VlanId vlan) {
        Topology topology = facts.topology();
        List<NlbCluster> others = topology.balancing().clustersIn(vlan).stream()
                .filter(other -> !other.id().equals(cluster.id()) && mayMeet(topology, cluster, other)).toList();
        if (others.isEmpty()) {
            return Stream.empty();
        }
        Answer<Mac> own = topology.balancing().clusterMac(cluster);
        if (!own.isSure()) {
            return facts.cannotTell(id(), cluster.id(), own);
        }
        List<NlbCluster> same = others.stream()
                .filter(other -> topology.balancing().clusterMac(other).is(own.find().orElseThrow())).toList();
        // The first of them speaks for all.
        if (same.isEmpty() || same.getFirst().id().compareTo(cluster.id()) < 0) {
            return Stream.empty();
        }
        List<NlbCluster> all = new ArrayList<>(List.of(cluster));
        all.addAll(same);
        Mac mac = own.find().orElseThrow();
        boolean igmp = all.stream().allMatch(each -> topology.effective().mode(each).is(NlbMode.IGMP_MULTICAST)
                && each.macOverride().isUnset());
        Finding finding = Finding.of(id(), "a", Severity.ERROR, cluster.id())
                .fact("clusters", Names.join(all.stream().map(each -> facts.name(each.id()) + vip(each)).toList()))
                .fact("vlan", "VLAN " + vlan).fact("mac", mac)
                .fact("reason", igmp ? ", since IGMP multicast keeps only the last two octets of the VIP" : "");
        for (NlbCluster each : all) {
            finding = finding.proof(each.id(), "cluster MAC", mac).concerning("nlbCluster", each.id());
        }
        return Stream.of(finding);
    }

    private static String vip(NlbCluster cluster) {
        return cluster.primaryVip().find().map(vip -> " (" + vip + ")").orElse("");
    }

    /// Whether two clusters with one VLAN id are in one layer-2 domain, unless it is sure that they are not.
    private static boolean mayMeet(Topology topology, NlbCluster one, NlbCluster other) {
        Optional<NlbDomain> here = topology.balancing().domain(one).find().flatMap(found -> found);
        Optional<NlbDomain> there = topology.balancing().domain(other).find().flatMap(found -> found);
        return here.isEmpty() || there.isEmpty()
                || !Collections.disjoint(here.get().devices(), there.get().devices());
    }

    // b: somebody else's group

    private Stream<Outcome> foreign(Facts facts, NlbCluster cluster, VlanId vlan) {
        Topology topology = facts.topology();
        if (!topology.effective().mode(cluster).is(NlbMode.IGMP_MULTICAST)) {
            return Stream.empty();
        }
        Answer<Optional<Ipv4>> group = topology.balancing().igmpGroup(cluster);
        Answer<Mac> mac = topology.balancing().clusterMac(cluster);
        Optional<Ipv4> own = group.find().flatMap(found -> found);
        if (own.isEmpty() || mac.find().isEmpty()) {
            // An unfinished cluster, or one whose MAC rule NLB009 asks for.
            return Stream.empty();
        }
        if (own.get().octet(0) == 239 && own.get().octet(1) == RESERVED && own.get().octet(2) == RESERVED) {
            int last = own.get().octet(3);
            return Stream.of(foreign(facts, cluster, vlan, own.get(), mac.find().get(), "in the block that every "
                    + "application may use for itself"
                    + (last == SSDP ? " (239.255.255.250 is SSDP and WS-Discovery)"
                            : last == SLP ? " (239.255.255.253 is SLP)" : ""))
                    .proof(cluster.id(), "IGMP group",
                            own.get()));
        }
        SortedSet<Missing> needs = new TreeSet<>();
        for (Vlan each : topology.vlans().named(vlan)) {
            if (each.multicastGroups().isUnknown()) {
                needs.add(new Missing(each.id(), "multicastGroups"));
            }
            for (IpAddress other : each.multicastGroups().orElse(List.of())) {
                if (other instanceof Ipv4 four && four.isMulticast() && !four.equals(own.get())
                        && Ip2Mac.groupMac(four).equals(mac.find().get())) {
                    return Stream.of(foreign(facts, cluster, vlan, own.get(), mac.find().get(), "and " + four
                            + ", a group of " + facts.name(each.id()) + ", has the same MAC").proof(each.id(),
                                    "multicastGroups", four));
                }
            }
        }
        return facts.cannotTell(id(), cluster.id(), needs);
    }

    private Finding foreign(Facts facts, NlbCluster cluster, VlanId vlan, Ipv4 group, Mac mac, String reason) {
        return Finding.of(id(), "b", Severity.WARNING, cluster.id())
                .fact("cluster", facts.name(cluster.id()) + vip(cluster))
                .fact("group", group).fact("mac", mac).fact("vlan", "VLAN " + vlan).fact("reason", reason)
                .proof(cluster.id(), "cluster MAC", mac).concerning("nlbCluster", cluster.id());
    }

    // What helps

    @Override
    public List<Remedy> remedies(Facts facts, Finding finding) {
        // Of two the later one moves.
        NlbCluster moved = facts.topology().element(finding.concerns("nlbCluster").last(), NlbCluster.class);
        Topology topology = facts.topology();
        Optional<VlanId> vlan = topology.balancing().vlan(moved).find().flatMap(found -> found);
        Optional<IpPrefix> subnet = topology.balancing().subnet(moved).find();
        if (finding.concerns("nlbCluster").size() > 2 || vlan.isEmpty() || subnet.isEmpty()
                || !moved.macOverride().isUnset() || !moved.igmpGroupOverride().isUnset()
                || !(moved.primaryVip().find().orElse(null) instanceof Ipv4 old)) {
            return List.of();
        }
        Optional<Ipv4> free = freeVip(topology, moved, vlan.get(), old, subnet.get());
        return free.stream().flatMap(vip -> readdressed(facts, moved, old, vip).stream()).toList();
    }

    private static Optional<Ipv4> freeVip(Topology topology, NlbCluster moved, VlanId vlan, Ipv4 old, IpPrefix subnet) {
        NlbMode mode = topology.effective().mode(moved).find().orElseThrow();
        Set<Mac> taken = new HashSet<>();
        topology.balancing().clustersIn(vlan)
                .forEach(each -> topology.balancing().clusterMac(each).find().ifPresent(taken::add));
        topology.vlans().named(vlan).forEach(each -> each.multicastGroups().orElse(List.of()).stream()
                .filter(Ipv4.class::isInstance).map(Ipv4.class::cast).map(Ip2Mac::groupMac).forEach(taken::add));
        Set<Ipv4> seen = new HashSet<>();
        Optional<Ipv4> vip = topology.claims().nextFree(old, subnet);
        while (vip.isPresent() && seen.add(vip.get())) {
            if (!taken.contains(Ip2Mac.clusterMac(mode, vip.get())) && vip.get().octet(2) != RESERVED) {
                return vip;
            }
            vip = topology.claims().nextFree(vip.get(), subnet);
        }
        return Optional.empty();
    }

    private static Optional<Remedy> readdressed(Facts facts, NlbCluster moved, Ipv4 old, Ipv4 vip) {
        Topology topology = facts.topology();
        NlbCluster changed = Element.with(moved, "primaryVip", vip);
        Optional<NlbReconfiguration> entries = NlbReconfiguration.of(topology, moved);
        Optional<List<Element>> elements = entries.isEmpty() ? Optional.of(List.of(changed))
                : entries.get().to(changed, entries.get().present());
        return elements.map(found -> {
            List<Element> all = new ArrayList<>(found);
            Set<Id> adapters = new HashSet<>();
            for (NlbNode node : moved.nodes().orElse(List.of())) {
                List<IpAssignment> addresses = topology.balancing().ip(node).addresses().orElse(List.of());
                if (addresses.stream().anyMatch(each -> each.address().equals(old)) && adapters.add(node.member())) {
                    all.add(Element.with(topology.element(node.member()), "ip.addresses", addresses.stream()
                            .map(each -> each.address().equals(old)
                                    ? Shape.of(IpAssignment.class).with(each, "address", vip)
                                    : each)
                            .toList()));
                }
            }
            String label = "Give " + facts.name(moved.id()) + " the VIP " + vip;
            return Remedy.of(label, new Put(label, all));
        });
    }
}
