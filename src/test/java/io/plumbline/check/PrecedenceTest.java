package io.plumbline.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.plumbline.model.Id;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrecedenceTest {

    private static Finding finding(String rule, String variant, String primary, String... concerns) {
        Finding finding = Finding.of(rule, variant, Severity.WARNING, new Id(primary));
        for (int i = 0; i < concerns.length; i += 2) {
            finding = finding.concerning(concerns[i], new Id(concerns[i + 1]));
        }
        return finding;
    }

    private static void standing(List<Finding> expected, Finding... found) {
        Precedence.Sorted sorted = Precedence.sort(Stream.of(found));
        assertEquals(expected, sorted.standing());
        assertEquals(found.length, sorted.standing().size() + sorted.withheld().size());
    }

    @Test
    void theRuleThatNamesTheCauseWithholdsTheOtherOnTheSameElement() {
        Finding cause = finding("NLB001", "", "t-1", "nlbCluster", "nlb-1");
        standing(List.of(cause), cause, finding("NLB003", "a", "nlb-1", "nlbCluster", "nlb-1"));
    }

    @Test
    void anotherElementAnotherVariantAndAnotherRoleStand() {
        Finding cause = finding("NLB001", "", "t-1", "nlbCluster", "nlb-1");
        Finding elsewhere = finding("NLB003", "a", "nlb-2", "nlbCluster", "nlb-2");
        Finding variant = finding("NLB003", "b", "nlb-1", "nlbCluster", "nlb-1");
        Finding role = finding("NLB003", "a", "nlb-1", "network", "nlb-1");
        standing(List.of(cause, elsewhere, variant, role), cause, elsewhere, variant, role);
    }

    @Test
    void aFindingAboutTwoNetworksStandsUntilBothAreExplained() {
        Finding both = finding("MTU002", "", "p-1", "hop", "p-1", "network", "n-1", "network", "n-2");
        Finding first = finding("MTU001", "", "p-1", "hop", "p-1", "hop", "p-2", "network", "n-1");
        Finding second = finding("MTU001", "", "p-1", "hop", "p-1", "network", "n-2");
        standing(List.of(first, both), first, both);
        standing(List.of(first, second), first, second, both);
    }

    @Test
    void bothRolesMustMeetInOneFinding() {
        Finding slow = finding("MTU002", "", "p-1", "hop", "p-1", "network", "n-1");
        Finding sameHop = finding("MTU001", "", "p-1", "hop", "p-1", "network", "n-2");
        Finding sameNetwork = finding("MTU001", "", "p-2", "hop", "p-2", "network", "n-1");
        standing(List.of(slow, sameHop, sameNetwork), slow, sameHop, sameNetwork);
    }

    @Test
    void nothingIsWithheldByAFindingThatItselfIsWithheldFurtherDown() {
        for (int i = 0; i < Precedence.TABLE.size(); i++) {
            Precedence.Entry winning = Precedence.TABLE.get(i);
            for (Precedence.Entry later : Precedence.TABLE.subList(i + 1, Precedence.TABLE.size())) {
                assertFalse(later.loser().equals(winning.winner()) && (later.loserVariant().equals("*")
                        || later.loserVariant().equals(winning.winnerVariant())),
                        () -> later + " stands behind " + winning);
            }
        }
    }
}
