package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A VLAN.
///
/// Attributes, defaults and units are explained in the resource `vlan.md`.
public record Vlan(
        Id id,
        @Inline About about,
        Attribute<VlanId> vlanId,
        Attribute<SortedSet<Purpose>> purposes,
        Attribute<List<IpAddress>> multicastGroups,
        Attribute<Boolean> virtualised) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Vlan of(Id id, String name) {
        return Shape.of(Vlan.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.VLAN;
    }
}
