package io.plumbline.runbook;

import io.plumbline.model.Host;
import java.util.ArrayList;
import java.util.List;

/// What to check on the finished network, in the order in which a fault would show: adapters, ping sizes, live
/// migration, NLB. Every expected value is computed from the design.
///
/// Commands have full names, named parameters and single-quoted strings, and need Windows PowerShell 4 or later.
final class CheckSection {

    private final Material material;

    CheckSection(Material material) {
        this.material = material;
    }

    Block.Section section(List<MigrationPairs.Way> ways, List<List<Host>> pairs) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("Carry the checks out in this order: a check relies on those before it. "
                + "None of them changes a setting."));
        add(blocks, "Adapters", new AdapterChecks(material).checks());
        add(blocks, "Ping with don't fragment, every pair, both directions", new PingChecks(material).checks(ways));
        add(blocks, "Live migration", new MigrationChecks(material).checks(pairs));
        add(blocks, "Network Load Balancing", new BalancingChecks(material).checks());
        return new Block.Section("Checks", blocks);
    }

    private static void add(List<Block> blocks, String title, List<Block> checks) {
        if (!checks.isEmpty()) {
            blocks.add(new Block.Section(title, checks));
        }
    }
}
