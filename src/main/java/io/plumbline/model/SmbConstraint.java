package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A New-SmbMultichannelConstraint entry.
public record SmbConstraint(
        Attribute<String> server,
        @Refers({
                Kind.PHYSICAL_NIC, Kind.TEAM_INTERFACE, Kind.V_NIC}) Attribute<List<Id>> interfaces,
        Attribute<String> purpose) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static SmbConstraint unset() {
        return Shape.of(SmbConstraint.class).of(Map.of());
    }
}
