package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A NIC team: LBFO, or the SET team of one virtual switch.
///
/// Attributes, defaults and units are explained in the resource `team.md`.
public record Team(
        Id id,
        @Inline About about,
        @Refers({
                Kind.HOST, Kind.VM}) Id owner,
        @Standard("lbfo") TeamTechnology technology,
        Attribute<TeamingMode> teamingMode,
        Attribute<LoadBalancing> lbAlgorithm,
        Attribute<LacpTimer> lacpTimer,
        List<TeamMember> members) implements Element {

    public Team {
        members = List.copyOf(members);
    }

    /// With what it cannot be without; every other attribute unset.
    public static Team of(Id id, String name, Id owner) {
        return Shape.of(Team.class).of(Map.of("id", id, "name", name, "owner", owner));
    }

    @Override
    public Kind kind() {
        return Kind.TEAM;
    }
}
