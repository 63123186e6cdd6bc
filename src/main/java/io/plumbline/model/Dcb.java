package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A host's Data Center Bridging settings.
public record Dcb(
        Attribute<Boolean> willing,
        Attribute<List<Integer>> pfcPriorities,
        Attribute<Integer> smbPriority,
        Attribute<Integer> clusterPriority,
        Attribute<Trust> trust,
        Attribute<List<TrafficClass>> trafficClasses) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Dcb unset() {
        return Shape.of(Dcb.class).of(Map.of());
    }
}
