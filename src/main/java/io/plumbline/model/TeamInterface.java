package io.plumbline.model;

import java.util.Map;

/// An interface of an LBFO team (tNIC).
///
/// Attributes, defaults and units are explained in the resource `teamInterface.md`.
public record TeamInterface(
        Id id,
        @Inline About about,
        @Refers(Kind.TEAM) Id team,
        Attribute<VlanId> vlanId,
        Attribute<Boolean> primary,
        IpConfig ip) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static TeamInterface of(Id id, String name, Id team) {
        return Shape.of(TeamInterface.class).of(Map.of("id", id, "name", name, "team", team));
    }

    @Override
    public Kind kind() {
        return Kind.TEAM_INTERFACE;
    }
}
