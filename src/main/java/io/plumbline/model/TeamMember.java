package io.plumbline.model;

import java.util.Map;

/// A member of a team.
public record TeamMember(
        @Refers({
                Kind.PHYSICAL_NIC, Kind.V_NIC}) Id nic,
        Attribute<MemberMode> mode) implements Part {

    public static TeamMember of(Id nic) {
        return Shape.of(TeamMember.class).of(Map.of("nic", nic));
    }
}
