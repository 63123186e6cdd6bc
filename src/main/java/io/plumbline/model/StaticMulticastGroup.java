package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A static bridge multicast group of a switch.
public record StaticMulticastGroup(
        Attribute<IpAddress> group,
        Attribute<Mac> mac,
        @Refers(Kind.VLAN) Attribute<Id> vlan,
        @Refers({
                Kind.SWITCH_PORT, Kind.LAG}) Attribute<List<Id>> ports,
        @Refers(Kind.NLB_CLUSTER) Attribute<Id> nlbCluster,
        Attribute<String> otherApplication,
        Attribute<SortedSet<Flag>> flags) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static StaticMulticastGroup unset() {
        return Shape.of(StaticMulticastGroup.class).of(Map.of());
    }
}
