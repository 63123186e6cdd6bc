package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A node of an NLB cluster.
public record NlbNode(
        @Refers({
                Kind.V_NIC, Kind.PHYSICAL_NIC, Kind.TEAM_INTERFACE}) Id member,
        Attribute<Integer> hostPriority,
        Attribute<IpAddress> dip,
        Attribute<NlbMode> configuredMode,
        Attribute<List<PortRule>> portRules) implements Part {

    public static NlbNode of(Id member) {
        return Shape.of(NlbNode.class).of(Map.of("member", member));
    }
}
