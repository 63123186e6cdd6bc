package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// What can be set on a switch port and on a LAG alike.
public record PortConfiguration(
        Attribute<PortMode> mode,
        Attribute<VlanId> accessVlan,
        Attribute<VlanId> nativeVlan,
        Attribute<VlanSet> allowedVlans,
        Attribute<Boolean> tagNative,
        Attribute<Bytes> mtu,
        Attribute<Boolean> stpEdge,
        Attribute<Boolean> bpduGuard,
        Attribute<Boolean> blockUnknownUnicast,
        Attribute<Boolean> blockUnknownMulticast,
        Attribute<Boolean> pfcEnabled,
        Attribute<List<Integer>> pfcPriorities) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static PortConfiguration unset() {
        return Shape.of(PortConfiguration.class).of(Map.of());
    }
}
