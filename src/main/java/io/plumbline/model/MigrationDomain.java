package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// Stand-alone hosts that exchange VMs.
///
/// Attributes, defaults and units are explained in the resource `migrationDomain.md`.
public record MigrationDomain(
        Id id,
        @Inline About about,
        @Refers(Kind.HOST) Attribute<List<Id>> hosts,
        Attribute<List<IpPrefix>> allowedSubnets) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static MigrationDomain of(Id id, String name) {
        return Shape.of(MigrationDomain.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.MIGRATION_DOMAIN;
    }
}
