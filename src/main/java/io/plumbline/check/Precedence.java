package io.plumbline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One root cause, one finding: which findings are withheld, or folded into another, because a third one names the
/// cause. The table is that of the catalogue.
final class Precedence {

    /// @param part the role in which both findings must concern the same element
    private record Entry(String winner, String winnerVariant, String loser, String loserVariant, String part,
            boolean folds) {

        boolean applies(Finding winning, Finding losing) {
            return matches(winning, winner, winnerVariant) && matches(losing, loser, loserVariant)
                    && winning.concernById().containsKey(part)
                    && winning.concernById().get(part).equals(losing.concernById().get(part));
        }

        private static boolean matches(Finding finding, String rule, String variant) {
            return finding.rule().equals(rule) && (variant.equals("*") || finding.variant().equals(variant));
        }
    }

    private static final List<Entry> TABLE = List.of(
            withholds("NLB001", "*", "NLB003", "a", "nlbCluster"),
            withholds("NLB002", "*", "NLB003", "a", "nlbCluster"),
            withholds("TEAM005", "*", "TEAM004", "*", "team"),
            withholds("NLB010", "b", "SW003", "*", "nlbCluster"),
            withholds("MTU001", "*", "MTU002", "*", "hop"),
            withholds("MTU001", "*", "MTU003", "*", "hop"),
            withholds("HA005", "*", "HA006", "a", "nlbCluster"),
            folds("LM003", "LM001", "cluster"),
            folds("LM003", "LM002", "cluster"));

    private Precedence() {}

    private static Entry withholds(String winner, String winnerVariant, String loser, String loserVariant,
            String part) {
        return new Entry(winner, winnerVariant, loser, loserVariant, part, false);
    }

    private static Entry folds(String winner, String loser, String part) {
        return new Entry(winner, "*", loser, "*", part, true);
    }

    /// @param standing what remains, with folded sentences put in
    /// @param withheld what another finding explains
    record Sorted(List<Finding> standing, List<Finding> withheld) {}

    static Sorted sort(Stream<Finding> findings) {
        List<Finding> standing = new ArrayList<>(findings.toList());
        List<Finding> withheld = new ArrayList<>();
        for (Entry entry : TABLE) {
            for (Finding loser : List.copyOf(standing)) {
                int winner = winner(entry, standing, loser);
                if (winner >= 0) {
                    standing.remove(loser);
                    withheld.add(loser);
                    if (entry.folds()) {
                        foldInto(entry, standing, loser);
                    }
                }
            }
        }
        return new Sorted(List.copyOf(standing), List.copyOf(withheld));
    }

    private static int winner(Entry entry, List<Finding> standing, Finding loser) {
        for (int i = 0; i < standing.size(); i++) {
            if (standing.get(i) != loser && entry.applies(standing.get(i), loser)) {
                return i;
            }
        }
        return -1;
    }

    private static void foldInto(Entry entry, List<Finding> standing, Finding loser) {
        standing.replaceAll(each -> entry.applies(each, loser) ? each.because(loser.message()) : each);
    }
}
