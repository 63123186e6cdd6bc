package io.plumbline.model;

import java.util.Map;

/// A Hyper-V virtual switch.
///
/// Attributes, defaults and units are explained in the resource `virtualSwitch.md`.
public record VirtualSwitch(
        Id id,
        @Inline About about,
        @Refers(Kind.HOST) Id host,
        Attribute<VirtualSwitchType> type,
        @Refers({
                Kind.PHYSICAL_NIC, Kind.TEAM_INTERFACE, Kind.TEAM}) Attribute<Id> uplink,
        Attribute<Boolean> allowManagementOs,
        Attribute<Boolean> iovEnabled,
        Attribute<BandwidthMode> minBandwidthMode,
        Attribute<Integer> defaultFlowWeight,
        Attribute<Boolean> hnvManaged,
        Attribute<Boolean> allowNetLbfoTeams) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static VirtualSwitch of(Id id, String name, Id host) {
        return Shape.of(VirtualSwitch.class).of(Map.of("id", id, "name", name, "host", host));
    }

    @Override
    public Kind kind() {
        return Kind.VIRTUAL_SWITCH;
    }
}
