package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// An ETS traffic class (New-NetQosTrafficClass).
public record TrafficClass(
        Attribute<String> name,
        Attribute<List<Integer>> priorities,
        Attribute<Integer> bandwidthPercent) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static TrafficClass unset() {
        return Shape.of(TrafficClass.class).of(Map.of());
    }
}
