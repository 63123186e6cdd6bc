package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// How far the static entries of the switches reach the nodes of an NLB cluster in one of the multicast modes.
///
/// @param gaps  switches whose entries leave a node without frames, now or after a live migration
/// @param needs what would have to be known about further gaps
public record NlbCoverage(List<NlbGap> gaps, SortedSet<Missing> needs) {

    public NlbCoverage {
        gaps = List.copyOf(gaps);
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }

    /// Whether some node starves, now or after a live migration.
    public Answer<Boolean> starvesNodes() {
        return !gaps.isEmpty() ? Answer.sure(true) : needs.isEmpty() ? Answer.sure(false) : Answer.needs(needs);
    }

    static NlbCoverage of(Topology topology, NlbCluster cluster) {
        List<NlbGap> gaps = new ArrayList<>();
        SortedSet<Missing> needs = new TreeSet<>();
        Answer<Optional<NlbDomain>> domain = topology.balancing().domain(cluster);
        if (topology.effective().mode(cluster).is(NlbMode.UNICAST)) {
            return new NlbCoverage(gaps, needs);
        }
        needs.addAll(domain.needs());
        domain.find().flatMap(found -> found).ifPresent(found -> found.switches()
                .forEach(device -> judge(topology, found, device, gaps, needs)));
        return new NlbCoverage(gaps, needs);
    }

    private static void judge(Topology topology, NlbDomain domain, Id device, List<NlbGap> gaps,
            SortedSet<Missing> needs) {
        NlbEntries entries = domain.entries(device);
        needs.addAll(entries.needs());
        if (entries.attributed().isEmpty()) {
            return;
        }
        Answer<List<List<Id>>> ports = Answer.all(entries.attributed().stream().map(NlbEntry::ports).toList());
        if (!ports.isSure()) {
            needs.addAll(ports.needs());
            return;
        }
        SortedSet<Id> listed = new TreeSet<>();
        ports.find().orElseThrow().forEach(listed::addAll);
        SortedSet<Id> members = new TreeSet<>(listed);
        members.removeIf(port -> topology.wiring().lag(port).map(lag -> listed.contains(lag.id())).orElse(true));
        SortedSet<Id> missing = new TreeSet<>(domain.exits(device));
        missing.removeAll(listed);
        if (missing.isEmpty() && members.isEmpty()) {
            needs.addAll(domain.needs());
            return;
        }
        Answer<Boolean> harmless = isHarmless(topology, domain, device, entries.attributed());
        if (harmless.is(false)) {
            gaps.add(new NlbGap(device, entries.attributed(), listed, missing, members));
        }
        needs.addAll(harmless.needs());
    }

    /// Whether a switch sends the frames further than its entries say.
    private static Answer<Boolean> isHarmless(Topology topology, NlbDomain domain, Id device, List<NlbEntry> entries) {
        EffectiveSwitch switches = topology.switches();
        Answer<Boolean> notFiltering = Answer.not(switches.bridgeMulticastFiltering(device));
        // Found by IP address, a group steers no frame whose destination is a unicast address.
        Answer<Boolean> steersNothing = entries.stream().allMatch(NlbEntry::group)
                ? switches.mcastLookup(device).then(lookup -> Answer.sure(lookup == MulticastLookup.IP))
                : Answer.sure(false);
        if (topology.effective().mode(domain.cluster()).is(NlbMode.MULTICAST)) {
            return Answer.sure(notFiltering.is(true) || steersNothing.is(true));
        }
        return Answer.anyOf(List.of(notFiltering, steersNothing,
                Answer.allOf(List.of(switches.staticMergesDynamic(device),
                        switches.igmpSnooping(device, domain.vlan())))));
    }
}
