package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import java.util.List;

/// A static MAC or multicast group entry of a switch that was made for an NLB cluster.
///
/// @param entry as it stands on the switch
/// @param mac   the MAC it steers
/// @param ports the ports and LAGs it lists
public record NlbEntry(StaticEntry entry, Mac mac, Answer<List<Id>> ports) {

    /// Whether it is a multicast group (entered by group address or by MAC), not a MAC entry.
    public boolean group() {
        return entry.group();
    }

    /// The attribute of the switch in which it stands.
    public String attribute() {
        return entry.list();
    }
}
