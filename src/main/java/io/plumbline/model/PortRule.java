package io.plumbline.model;

import java.util.Map;

/// An NLB port rule.
public record PortRule(
        Attribute<IpAddress> vip,
        Attribute<Integer> startPort,
        Attribute<Integer> endPort,
        Attribute<Transport> protocol,
        Attribute<FilterMode> filterMode,
        Attribute<Affinity> affinity,
        Attribute<Integer> handlingPriority,
        Attribute<Integer> loadWeight,
        Attribute<Integer> timeoutMinutes) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static PortRule unset() {
        return Shape.of(PortRule.class).of(Map.of());
    }
}
