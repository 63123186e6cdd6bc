package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A host's live-migration settings (Set-VMHost).
public record LiveMigration(
        Attribute<Boolean> enabled,
        Attribute<Boolean> anyNetwork,
        Attribute<List<MigrationSubnet>> networks,
        Attribute<MigrationOption> option,
        Attribute<Integer> maxConcurrent,
        Attribute<MigrationAuthentication> auth) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static LiveMigration unset() {
        return Shape.of(LiveMigration.class).of(Map.of());
    }
}
