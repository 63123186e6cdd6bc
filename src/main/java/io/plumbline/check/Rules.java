package io.plumbline.check;

import io.plumbline.check.address.DuplicateAddress;
import io.plumbline.check.cluster.NamesThatDoNotDocumentTheRole;
import io.plumbline.check.migration.MigrationAcceptedOnAnyNetwork;
import io.plumbline.check.migration.NodesDisagreeOnMigrationNetworks;
import java.util.List;

/// Every rule there is, sorted by id: findings, runbooks and approved lists depend on the order.
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new NamesThatDoNotDocumentTheRole(),
            new DuplicateAddress(),
            new MigrationAcceptedOnAnyNetwork(),
            new NodesDisagreeOnMigrationNetworks());

    private Rules() {}
}
