package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.Querier;
import io.plumbline.topology.Answer;
import io.plumbline.topology.EffectiveSwitch;
import io.plumbline.topology.NlbDomain;
import io.plumbline.topology.NlbEntries;
import io.plumbline.topology.NlbEntry;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/// What one switch knows about the multicast MAC of an NLB cluster, and what it does with multicast that it knows nothing
/// about.
///
/// @param entries   its static entries for the cluster
/// @param filtering whether registered multicast is kept to its ports at all
/// @param pinned    whether a static entry registers the cluster's MAC
/// @param pinnedMac whether a static MAC entry does, which also holds where multicast is looked up by IP address
/// @param snooping  whether it snoops IGMP in the VLAN
/// @param accepts   whether it takes the IGMPv1 reports of NLB
/// @param queried   whether somebody asks for members in the VLAN
/// @param byMac     whether multicast is looked up by MAC
/// @param filters   whether it drops unregistered multicast where a frame for the cluster has to leave it
public record NlbRegistration(NlbDomain domain, Id device, NlbEntries entries, Answer<Boolean> filtering,
        Answer<Boolean> pinned, Answer<Boolean> pinnedMac, Answer<Boolean> snooping, Answer<Boolean> accepts,
        Answer<Boolean> queried, Answer<Boolean> byMac, Answer<Boolean> filters) {

    public static NlbRegistration of(Topology topology, NlbDomain domain, Id device) {
        EffectiveSwitch switches = topology.switches();
        NlbEntries entries = domain.entries(device);
        List<Answer<Boolean>> pinned = new ArrayList<>();
        List<Answer<Boolean>> pinnedMac = new ArrayList<>();
        for (NlbEntry entry : entries.exact()) {
            Answer<Boolean> taken = entry.group() ? Answer.sure(true) : switches.pinsIpMulticastMac(device);
            pinned.add(taken);
            if (!entry.group()) {
                pinnedMac.add(taken);
            }
        }
        if (!entries.needs().isEmpty()) {
            pinned.add(Answer.needs(entries.needs()));
            pinnedMac.add(Answer.needs(entries.needs()));
        }
        List<Answer<Boolean>> queried = domain.switches().stream().map(each -> switches.querier(each, domain.vlan())
                .then(querier -> Answer.sure(querier != Querier.NONE))).toList();
        return new NlbRegistration(domain, device, entries, switches.bridgeMulticastFiltering(device),
                Answer.anyOf(pinned), Answer.anyOf(pinnedMac), switches.igmpSnooping(device, domain.vlan()),
                switches.acceptsIgmpV1(device), Answer.anyOf(queried),
                switches.mcastLookup(device).then(lookup -> Answer.sure(lookup == MulticastLookup.MAC)),
                domain.filters(device));
    }

    /// Whether the group of a cluster in IGMP multicast mode stays registered: by a static entry, or by snooping with
    /// somebody who asks.
    public Answer<Boolean> isKept() {
        return Answer.anyOf(List.of(Answer.allOf(List.of(pinned, filtering)),
                Answer.allOf(List.of(snooping, filtering, queried, accepts))));
    }

    public boolean hasEntry() {
        return !entries.exact().isEmpty();
    }

    /// Whether frames for a cluster that is not registered are dropped. Where filtering is off nothing is.
    public Answer<Boolean> isDropped() {
        return filtering.is(false) ? Answer.sure(false) : filters;
    }
}
