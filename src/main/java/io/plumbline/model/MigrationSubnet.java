package io.plumbline.model;

import java.util.Map;

/// A subnet on which a host accepts live migrations.
public record MigrationSubnet(
        Attribute<IpPrefix> prefix,
        Attribute<Integer> priority) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static MigrationSubnet unset() {
        return Shape.of(MigrationSubnet.class).of(Map.of());
    }
}
