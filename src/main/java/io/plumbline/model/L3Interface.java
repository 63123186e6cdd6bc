package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A routed interface: SVI or router leg.
///
/// Attributes, defaults and units are explained in the resource `l3Interface.md`.
public record L3Interface(
        Id id,
        @Inline About about,
        @Refers({
                Kind.SWITCH, Kind.SWITCH_STACK, Kind.ROUTER}) Id device,
        @Refers(Kind.VLAN) Attribute<Id> vlan,
        Attribute<List<IpInterface>> addresses,
        Attribute<Fhrp> fhrpGroup,
        Attribute<List<StaticArp>> staticArp,
        Attribute<Boolean> acceptsMulticastArp,
        Attribute<Bytes> ipMtu,
        Attribute<String> addressSpaceId) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static L3Interface of(Id id, String name, Id device) {
        return Shape.of(L3Interface.class).of(Map.of("id", id, "name", name, "device", device));
    }

    @Override
    public Kind kind() {
        return Kind.L3_INTERFACE;
    }
}
