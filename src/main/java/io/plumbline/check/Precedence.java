package io.plumbline.check;

import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One root cause, one finding: which findings are withheld, or folded into another, because a third one names the
/// cause. The table is that of the catalogue.
final class Precedence {

    /// @param winner the rule that names the cause, "*" standing for every variant
    /// @param loser  the rule whose finding is not shown beside it
    /// @param parts  the roles in which both findings must concern the same elements
    /// @param folds  whether the loser becomes a sub-line of the winner
    record Entry(String winner, String winnerVariant, String loser, String loserVariant, List<String> parts,
            boolean folds) {

        /// Whether the winners speak about everything that the losing finding concerns in these roles.
        boolean explains(List<Finding> winners, Finding losing) {
            return parts.stream().allMatch(part -> !losing.concerns(part).isEmpty()
                    && losing.concerns(part).stream().allMatch(
                            id -> winners.stream().anyMatch(winning -> covers(winning, part, id, losing))));
        }

        /// Whether this one of the winners has a share in explaining the losing finding.
        boolean meets(Finding winning, Finding losing) {
            return names(winning)
                    && parts.stream().allMatch(part -> meet(winning, losing, part));
        }

        private boolean covers(Finding winning, String part, Id id, Finding losing) {
            return winning.concerns(part).contains(id)
                    && parts.stream().allMatch(other -> other.equals(part) || meet(winning, losing, other));
        }

        private static boolean meet(Finding winning, Finding losing, String part) {
            return winning.concerns(part).stream().anyMatch(losing.concerns(part)::contains);
        }

        boolean names(Finding winning) {
            return matches(winning, winner, winnerVariant);
        }

        boolean threatens(Finding losing) {
            return matches(losing, loser, loserVariant);
        }

        private static boolean matches(Finding finding, String rule, String variant) {
            return finding.rule().equals(rule) && (variant.equals("*") || finding.variant().equals(variant));
        }
    }

    /// In this order: what a later entry takes away has explained nothing in an earlier one.
    static final List<Entry> TABLE = List.of(
            withholds("NLB001", "*", "NLB003", "a", "nlbCluster"),
            withholds("NLB002", "*", "NLB003", "a", "nlbCluster"),
            withholds("NLB007", "*", "NLB006", "d", "nlbCluster"),
            withholds("NLB007", "*", "NLB008", "a", "nlbCluster"),
            withholds("TEAM005", "*", "TEAM004", "*", "team"),
            withholds("TEAM005", "*", "LAG002", "*", "lag"),
            withholds("LAG002", "*", "TEAM004", "*", "team"),
            withholds("NLB009", "*", "LAG004", "d", "gateway"),
            withholds("NLB010", "b", "SW003", "*", "nlbCluster", "switch"),
            withholds("NLB010", "b", "SW004", "a", "nlbCluster", "switch"),
            withholds("LAG004", "d", "SW003", "*", "nlbCluster", "switch"),
            withholds("LAG004", "d", "SW006", "*", "nlbCluster", "switch"),
            withholds("SW005", "*", "SW003", "*", "nlbCluster", "switch"),
            // The hint goes with the finding it belongs to, whatever withholds that one.
            withholds("NLB010", "b", "SW004", "c", "nlbCluster", "switch"),
            withholds("LAG004", "d", "SW004", "c", "nlbCluster", "switch"),
            withholds("SW005", "*", "SW004", "c", "nlbCluster", "switch"),
            withholds("SW003", "*", "SW004", "c", "nlbCluster", "switch"),
            withholds("SW004", "a", "NLB003", "b", "nlbCluster"),
            withholds("SW006", "*", "LAG003", "*", "lag"),
            withholds("MTU008", "*", "MTU001", "*", "hop"),
            withholds("MTU008", "*", "MTU002", "*", "hop"),
            withholds("MTU008", "*", "MTU003", "*", "hop"),
            withholds("MTU008", "*", "MTU007", "*", "hop"),
            withholds("MTU008", "*", "MTU004", "*", "endpoint"),
            withholds("MTU001", "*", "MTU009", "*", "network"),
            withholds("MTU001", "*", "MTU010", "*", "network"),
            withholds("MTU001", "*", "MTU011", "*", "network"),
            withholds("LAG003", "*", "MTU002", "*", "hop"),
            withholds("LAG003", "*", "MTU003", "*", "hop"),
            withholds("LAG003", "*", "NET001", "*", "port"),
            withholds("MTU001", "*", "MTU002", "*", "hop", "network"),
            withholds("MTU001", "*", "MTU003", "*", "hop", "network"),
            withholds("MTU001", "*", "MTU007", "*", "hop", "network"),
            withholds("MTU007", "*", "MTU002", "*", "hop", "network"),
            withholds("MTU007", "*", "MTU003", "*", "hop", "network"),
            withholds("IP002", "*", "CN005", "*", "network", "host"),
            withholds("TEAM011", "*", "NET001", "*", "host", "vlan"),
            withholds("TEAM008", "b", "LM008", "a", "nic"),
            withholds("TEAM008", "b", "LM008", "b", "nic"),
            withholds("MTU007", "*", "MTU010", "*", "network"),
            withholds("MTU007", "*", "MTU011", "*", "network"),
            withholds("MTU002", "*", "MTU010", "*", "network"),
            withholds("MTU002", "*", "MTU011", "*", "network"),
            withholds("MTU003", "*", "MTU010", "*", "network"),
            withholds("MTU003", "*", "MTU011", "*", "network"),
            withholds("MTU005", "*", "MTU004", "*", "endpoint"),
            withholds("MTU006", "*", "MTU004", "*", "endpoint"),
            withholds("HA001", "*", "CN001", "*", "single"),
            withholds("HA004", "*", "CN001", "*", "single"),
            withholds("HA001", "*", "HA003", "*", "single"),
            withholds("HA004", "*", "HA003", "*", "single"),
            withholds("CN001", "*", "HA003", "*", "single", "host"),
            withholds("NET002", "*", "NET001", "*", "endpoint"),
            withholds("NET002", "*", "NET004", "*", "endpoint"),
            withholds("NET004", "*", "CN005", "*", "network"),
            withholds("IP002", "*", "CN005", "*", "network"),
            withholds("LM010", "a", "LM003", "*", "endpoint"),
            withholds("LM010", "b", "LM003", "*", "endpoint"),
            withholds("LM010", "a", "LM005", "*", "endpoint"),
            withholds("LM010", "b", "LM005", "*", "endpoint"),
            withholds("LM010", "a", "LM008", "*", "endpoint"),
            withholds("LM010", "b", "LM008", "*", "endpoint"),
            withholds("LM009", "*", "QOS001", "b", "endpoint"),
            withholds("LM012", "*", "LM004", "*", "host"),
            withholds("CN005", "*", "LM004", "*", "host", "network"),
            withholds("LM003", "*", "LM004", "a", "cluster"),
            folds("HA005", "*", "HA006", "a", "nlbCluster"),
            folds("LM003", "*", "LM001", "*", "host"),
            folds("LM003", "*", "LM002", "*", "cluster"));

    private Precedence() {}

    private static Entry withholds(String winner, String winnerVariant, String loser, String loserVariant,
            String... parts) {
        return new Entry(winner, winnerVariant, loser, loserVariant, List.of(parts), false);
    }

    private static Entry folds(String winner, String winnerVariant, String loser, String loserVariant,
            String... parts) {
        return new Entry(winner, winnerVariant, loser, loserVariant, List.of(parts), true);
    }

    /// @param standing what remains, with folded sentences put in
    /// @param withheld what another finding explains
    record Sorted(List<Finding> standing, List<Finding> withheld) {}

    static Sorted sort(Stream<Finding> findings) {
        List<Finding> standing = new ArrayList<>(findings.toList());
        List<Finding> withheld = new ArrayList<>();
        for (Entry entry : TABLE) {
            List<Finding> winners = standing.stream().filter(entry::names).toList();
            if (winners.isEmpty()) {
                continue;
            }
            Set<Finding> explained = Collections.newSetFromMap(new IdentityHashMap<>());
            standing.stream().filter(each -> entry.threatens(each) && entry.explains(winners, each))
                    .forEach(explained::add);
            standing.stream().filter(explained::contains).forEach(withheld::add);
            standing.removeIf(explained::contains);
            if (entry.folds()) {
                withheld.stream().filter(explained::contains).forEach(loser -> standing.replaceAll(
                        each -> entry.meets(each, loser) ? each.because(loser.foldedMessage()) : each));
            }
        }
        return new Sorted(List.copyOf(standing), List.copyOf(withheld));
    }
}
