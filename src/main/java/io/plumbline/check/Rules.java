package io.plumbline.check;

import io.plumbline.check.migration.NodesDisagreeOnMigrationNetworks;
import java.util.List;

/// Every rule there is, sorted by id: findings, runbooks and approved lists depend on the order.
public final class Rules {

    public static final List<Rule> ALL = List.of(new NodesDisagreeOnMigrationNetworks());

    private Rules() {}
}
