package io.plumbline.model;

import java.util.Map;
import java.util.SortedMap;

/// An on/off setting with exceptions by VLAN.
public record VlanSwitch(
        @Called("default") Attribute<Boolean> standard,
        Attribute<SortedMap<VlanId, Boolean>> perVlan) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static VlanSwitch unset() {
        return Shape.of(VlanSwitch.class).of(Map.of());
    }
}
