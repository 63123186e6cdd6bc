package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A static MAC address entry of a switch.
public record StaticMacEntry(
        Mac mac,
        @Refers(Kind.VLAN) Attribute<Id> vlan,
        @Refers({
                Kind.SWITCH_PORT, Kind.LAG}) Attribute<List<Id>> ports,
        @Refers(Kind.NLB_CLUSTER) Attribute<Id> nlbCluster,
        Attribute<String> otherApplication,
        Attribute<SortedSet<Flag>> flags) implements Part {

    public static StaticMacEntry of(Mac mac) {
        return Shape.of(StaticMacEntry.class).of(Map.of("mac", mac));
    }
}
