package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Looks through the static entries of one switch for those of one NLB cluster.
final class NlbEntrySearch {
    private final Topology topology;
    private final NlbDomain domain;
    private final Id holder;
    private final List<NlbEntry> exact = new ArrayList<>();
    private final List<NlbEntry> wrong = new ArrayList<>();
    private final SortedSet<Missing> needs = new TreeSet<>();

    private NlbEntrySearch(Topology topology, NlbDomain domain, Id device) {
        this.topology = topology;
        this.domain = domain;
        holder = topology.switches().holder(device);
    }

    static NlbEntries of(Topology topology, NlbDomain domain, Id device) {
        return new NlbEntrySearch(topology, domain, device).search();
    }

    private NlbEntries search() {
        StaticEntry.All all = StaticEntry.of(topology, holder);
        needs.addAll(all.needs());
        if (!all.entries().isEmpty()) {
            Answer<Mac> own = topology.balancing().clusterMac(domain.cluster());
            needs.addAll(own.needs());
            own.find().ifPresent(mac -> all.entries().forEach(entry -> judge(mac, entry)));
        }
        return new NlbEntries(exact, wrong, needs);
    }

    private void judge(Mac own, StaticEntry entry) {
        Answer<Boolean> inVlan = entry.isIn(topology, domain.vlan());
        Answer<Boolean> fits = isOverriddenGroup(entry) ? Answer.sure(true)
                : entry.mac().then(mac -> Answer.sure(mac.equals(own)));
        Answer<Boolean> slipped = entry.mac().then(mac -> isSlip(own, mac, entry));
        Answer<Boolean> isExact = Answer.allOf(List.of(inVlan, fits));
        Answer<Boolean> isWrong = Answer.allOf(List.of(inVlan, Answer.not(fits), slipped));
        needs.addAll(isExact.needs());
        needs.addAll(isWrong.needs());
        if (isExact.is(true) || isWrong.is(true)) {
            (isExact.is(true) ? exact : wrong).add(new NlbEntry(entry, entry.mac().find().orElse(own),
                    Answer.of(entry.ports(), holder, entry.attribute("ports"), List.of())));
        }
    }

    /// A group that was typed into NLB has another MAC than the cluster; entering that group is right.
    private boolean isOverriddenGroup(StaticEntry entry) {
        NlbCluster cluster = domain.cluster();
        return entry.group() && cluster.igmpGroupOverride().isKnown()
                && topology.effective().mode(cluster).is(NlbMode.IGMP_MULTICAST)
                && cluster.igmpGroupOverride().equals(entry.address());
    }

    /// Whether an entry was meant for the cluster but carries another MAC.
    private Answer<Boolean> isSlip(Mac own, Mac mac, StaticEntry entry) {
        NlbMode mode = topology.effective().mode(domain.cluster()).find().orElseThrow();
        boolean named = entry.cluster().is(domain.cluster().id());
        boolean near = !entry.cluster().isKnown() && NlbAddress.isNear(mode, own, mac);
        if (!NlbAddress.hasPrefix(mode, mac) || !named && !near) {
            return Answer.sure(false);
        }
        List<Answer<Boolean>> all = new ArrayList<>();
        all.add(Answer.not(entry.isForAnother()));
        for (NlbCluster other : topology.balancing().clustersIn(domain.vlan())) {
            if (!other.id().equals(domain.cluster().id())) {
                all.add(topology.balancing().clusterMac(other)
                        .then(its -> Answer.sure(!its.equals(mac) && (named || !isNearer(other, its, own, mac)))));
            }
        }
        return Answer.allOf(all);
    }

    /// With several clusters nearby, the nearest is meant; of two equally near ones the first.
    private boolean isNearer(NlbCluster other, Mac its, Mac own, Mac mac) {
        NlbMode mode = topology.effective().mode(other).find().orElseThrow();
        int theirs = NlbAddress.distance(its, mac);
        int ours = NlbAddress.distance(own, mac);
        return NlbAddress.hasPrefix(mode, mac) && NlbAddress.isNear(mode, its, mac)
                && (theirs < ours || theirs == ours && other.id().compareTo(domain.cluster().id()) < 0);
    }
}
