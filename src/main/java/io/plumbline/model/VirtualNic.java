package io.plumbline.model;

import java.util.Map;

/// A virtual adapter of a VM or of the management OS.
///
/// Attributes, defaults and units are explained in the resource `vNic.md`.
public record VirtualNic(
        Id id,
        @Inline About about,
        @Refers({
                Kind.HOST, Kind.VM}) Id owner,
        @Refers(value = Kind.VIRTUAL_SWITCH, orName = true) Attribute<String> vSwitch,
        Attribute<VlanMode> vlanMode,
        Attribute<VlanId> vlanId,
        Attribute<VlanId> nativeVlanId,
        Attribute<VlanSet> allowedVlanIds,
        Attribute<MacMode> macMode,
        Attribute<Mac> mac,
        Attribute<Boolean> macSpoofing,
        Attribute<Boolean> allowTeaming,
        Attribute<Integer> iovWeight,
        Attribute<Boolean> iovRequired,
        Attribute<Integer> virtualSubnetId,
        Attribute<Bytes> jumboPacket,
        Rss rss,
        Attribute<Boolean> rdmaEnabled,
        @Refers(Kind.PHYSICAL_NIC) Attribute<Id> mappedNic,
        Attribute<Integer> minBandwidthWeight,
        Attribute<Long> minBandwidthAbsolute,
        Attribute<Boolean> forwarding,
        Attribute<Boolean> weakHostSend,
        Attribute<Boolean> weakHostReceive,
        Attribute<Boolean> dhcpGuard,
        Attribute<Boolean> routerGuard,
        @Refers(Kind.VLAN) Attribute<Id> intendedVlan,
        IpConfig ip) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static VirtualNic of(Id id, String name, Id owner) {
        return Shape.of(VirtualNic.class).of(Map.of("id", id, "name", name, "owner", owner));
    }

    @Override
    public Kind kind() {
        return Kind.V_NIC;
    }
}
