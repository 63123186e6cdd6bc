package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// What a switch model can do, copied from the catalogue.
///
/// Attributes, defaults and units are explained in the resource `switchModel.md`.
public record SwitchModel(
        Id id,
        @Inline About about,
        Attribute<String> vendor,
        Attribute<String> os,
        Attribute<Bytes> minMtuBytes,
        Attribute<Bytes> maxMtuBytes,
        Attribute<Bytes> defaultMtuBytes,
        Attribute<List<Bytes>> allowedMtuBytes,
        @Standard("UNKNOWN") MtuAccounting accountingKind,
        Attribute<MtuScope> mtuScope,
        Attribute<Boolean> igmp,
        Attribute<Boolean> staticMac,
        Attribute<Boolean> staticArp,
        Attribute<Boolean> stacking,
        Attribute<Boolean> mlag,
        Attribute<Boolean> pfc,
        Attribute<MulticastLookup> mcastLookup,
        Attribute<Boolean> multiPortUnicastStatic,
        Attribute<Boolean> pinsIpMulticastMac,
        Attribute<Boolean> bridgeMulticastFilteringSetting,
        Attribute<List<String>> sources) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static SwitchModel of(Id id, String name) {
        return Shape.of(SwitchModel.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.SWITCH_MODEL;
    }
}
