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

    @Test
    void aWrongEntryExplainsTheMissingRegistrationOnItsOwnSwitchAlone() {
        Finding wrong = finding("NLB010", "b", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        Finding here = finding("SW003", "b", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        Finding there = finding("SW003", "b", "s-2", "nlbCluster", "nlb-1", "switch", "s-2");
        Finding otherCluster = finding("SW003", "b", "s-1", "nlbCluster", "nlb-2", "switch", "s-1");
        standing(List.of(wrong, there, otherCluster), wrong, here, there, otherCluster);
        Finding arp = finding("NLB010", "a", "l3-1", "nlbCluster", "nlb-1", "switch", "s-1");
        standing(List.of(arp, here), arp, here);
    }

    @Test
    void separateSwitchesExplainTheMissingLagAndTheLagsThatDoNotPairUp() {
        Finding cause = finding("TEAM005", "", "t-1", "team", "t-1", "lag", "lag-1", "lag", "lag-2");
        standing(List.of(cause), cause, finding("TEAM004", "", "t-1", "team", "t-1"),
                finding("LAG002", "", "lag-1", "lag", "lag-1", "team", "t-1"));
    }

    @Test
    void aCrossedCableExplainsTheTeamsAtItsEndsUnlessItIsExplainedItself() {
        Finding crossed = finding("LAG002", "", "lag-1", "lag", "lag-1", "team", "t-1");
        Finding team = finding("TEAM004", "", "t-1", "team", "t-1");
        Finding other = finding("TEAM004", "", "t-2", "team", "t-2");
        standing(List.of(crossed, other), crossed, team, other);
    }

    @Test
    void whatIsMissingOnOnePeerIsNamedOnceThere() {
        Finding mirror = finding("LAG004", "d", "pair-1", "nlbCluster", "nlb-1", "switch", "s-2");
        Finding registration = finding("SW003", "b", "s-2", "nlbCluster", "nlb-1", "switch", "s-2");
        Finding coverage = finding("SW006", "", "s-2", "nlbCluster", "nlb-1", "switch", "s-2");
        Finding firstPeer = finding("SW006", "", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        standing(List.of(mirror, firstPeer), mirror, registration, coverage, firstPeer);
        Finding arp = finding("LAG004", "d", "pair-1", "gateway", "l3-2");
        Finding gateway = finding("NLB009", "", "l3-2", "gateway", "l3-2", "nlbCluster", "nlb-1");
        standing(List.of(gateway), arp, gateway);
    }

    @Test
    void aGroupThatIsFoundByAddressOrDroppedIsNamedByTheRuleThatSaysSo() {
        Finding byAddress = finding("SW005", "", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        Finding registration = finding("SW003", "a", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        Finding hint = finding("SW004", "c", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        standing(List.of(byAddress), byAddress, registration, hint);
        standing(List.of(registration), registration, hint);
        Finding dead = finding("SW004", "a", "s-1", "nlbCluster", "nlb-1", "switch", "s-1");
        standing(List.of(dead), dead, finding("NLB003", "b", "nlb-1", "nlbCluster", "nlb-1"));
    }

    @Test
    void anAddressInUseTwiceExplainsWhatFollowsFromIt() {
        Finding twice = finding("NLB007", "", "nlb-1", "nlbCluster", "nlb-1");
        Finding unusable = finding("NLB006", "d", "nlb-1", "nlbCluster", "nlb-1");
        Finding mac = finding("NLB008", "a", "nlb-1", "nlbCluster", "nlb-1");
        Finding elsewhere = finding("NLB006", "a", "nlb-1", "nlbCluster", "nlb-1");
        standing(List.of(twice, elsewhere), twice, unusable, mac, elsewhere);
    }

    @Test
    void aNicThatIsTooSmallExplainsTheEndpointsThatFallShort() {
        Finding team = finding("MTU005", "", "t-1", "endpoint", "ti-1", "endpoint", "ti-2");
        Finding virtual = finding("MTU006", "", "vn-1", "endpoint", "vn-1");
        Finding byTeam = finding("MTU004", "", "ti-1", "endpoint", "ti-1", "network", "n-1");
        Finding byVirtual = finding("MTU004", "", "vn-1", "endpoint", "vn-1", "network", "n-2");
        Finding another = finding("MTU004", "", "n-3", "endpoint", "ti-2", "endpoint", "n-3", "network", "n-3");
        standing(List.of(team, virtual, another), team, virtual, byTeam, byVirtual, another);
    }

    @Test
    void aNumberThatIsWrongIsNotAlsoTooSmall() {
        Finding impossible = finding("MTU008", "", "p-1", "hop", "p-1");
        Finding typed = finding("MTU008", "", "nic-1", "endpoint", "nic-1");
        Finding same = finding("MTU002", "", "p-1", "hop", "p-1", "network", "n-1");
        Finding further = finding("MTU001", "", "p-1", "hop", "p-1", "hop", "p-2", "network", "n-1");
        Finding mixed = finding("MTU004", "", "nic-1", "endpoint", "nic-1", "network", "n-1");
        standing(List.of(impossible, typed, further), impossible, typed, same, further, mixed);
    }

    @Test
    void whereSmbCannotRunThereIsNothingToSayAboutItsChoice() {
        Finding unbound = finding("LM010", "a", "n-1", "endpoint", "n-1");
        Finding firewall = finding("LM010", "c", "h-2", "endpoint", "n-2");
        Finding idle = finding("LM005", "", "n-1", "endpoint", "n-1");
        Finding slower = finding("LM005", "", "n-2", "endpoint", "n-2");
        Finding teamed = finding("LM008", "a", "t-1", "endpoint", "n-1", "nic", "n-9");
        Finding surprise = finding("LM003", "", "h-2", "endpoint", "n-1", "endpoint", "n-2", "cluster", "fc-1");
        standing(List.of(unbound, firewall, slower, surprise), unbound, firewall, idle, slower, teamed, surprise);
    }

    @Test
    void whatCuresTheSurpriseCuresTheSinglePath() {
        Finding surprise = finding("LM003", "", "h-2", "cluster", "fc-1");
        Finding single = finding("LM004", "a", "fc-1", "cluster", "fc-1", "host", "h-1");
        Finding spare = finding("LM004", "b", "cn-1", "cluster", "fc-1");
        Finding elsewhere = finding("LM004", "a", "fc-2", "cluster", "fc-2", "host", "h-3");
        standing(List.of(surprise, spare, elsewhere), surprise, single, spare, elsewhere);
        Finding none = finding("LM012", "", "h-3", "host", "h-3");
        standing(List.of(none), none, elsewhere);
    }

    @Test
    void aWayThatIsProvenBadNeedsNoTest() {
        for (String rule : List.of("MTU001", "MTU002", "MTU003", "MTU007")) {
            Finding bad = finding(rule, "", "p-1", "hop", "p-1", "network", "n-1");
            Finding unproven = finding("MTU011", "", "n-1", "network", "n-1");
            Finding failing = finding("MTU010", "", "n-1", "network", "n-1");
            Finding differing = finding("MTU010", "", "n-2", "twin", "n-1", "twin", "n-2");
            Finding other = finding("MTU011", "", "n-2", "network", "n-2");
            standing(List.of(bad, differing, other), bad, unproven, failing, differing, other);
        }
        Finding beyond = finding("MTU001", "", "p-1", "hop", "p-1", "network", "n-1");
        standing(List.of(beyond), beyond, finding("MTU009", "", "n-1", "network", "n-1"));
    }

    @Test
    void theMissingLimitIsNamedOnce() {
        Finding limit = finding("LM009", "a", "h-1", "endpoint", "vn-1", "endpoint", "vn-2");
        Finding classes = finding("QOS001", "b", "vs-1", "endpoint", "vn-1");
        Finding other = finding("QOS001", "b", "vs-2", "endpoint", "vn-3");
        standing(List.of(limit, other), limit, classes, other);
    }

    @Test
    void aCrossedCableExplainsTheTeamsAtItsEnds() {
        Finding crossed = finding("LAG002", "", "lag-1", "lag", "lag-1", "lag", "lag-2", "team", "t-1", "team", "t-2");
        Finding first = finding("TEAM004", "", "t-1", "team", "t-1");
        Finding second = finding("TEAM004", "", "t-2", "team", "t-2");
        Finding elsewhere = finding("TEAM004", "", "t-3", "team", "t-3");
        standing(List.of(crossed, elsewhere), crossed, first, second, elsewhere);
        Finding apart = finding("TEAM005", "", "t-1", "team", "t-1", "lag", "lag-1", "lag", "lag-2");
        standing(List.of(apart), apart, finding("LAG002", "", "lag-1", "lag", "lag-1"), first);
    }

    @Test
    void aMemberThatDiffersExplainsWhatIsTooSmallOrMissingOnItsLag() {
        Finding odd = finding("LAG003", "", "lag-1", "hop", "lag-1", "port", "lag-1");
        Finding small = finding("MTU002", "", "p-1", "hop", "lag-1", "network", "n-1");
        Finding link = finding("MTU003", "", "p-1", "hop", "lag-1", "network", "n-1");
        Finding other = finding("MTU002", "", "p-9", "hop", "p-9", "network", "n-1");
        standing(List.of(odd, other), odd, small, link, other);
    }

    @Test
    void rdmaThatIsDemandedIsNamedOnce() {
        Finding demanded = finding("TEAM008", "b", "n-1", "nic", "n-1", "team", "t-1");
        Finding lost = finding("LM008", "a", "n-1", "nic", "n-1", "team", "t-1");
        Finding unmapped = finding("LM008", "d", "n-1", "nic", "n-1");
        standing(List.of(demanded, unmapped), demanded, lost, unmapped);
    }

    @Test
    void aSplitNetworkIsASymptomOfItsMask() {
        Finding mask = finding("IP002", "c", "n-1", "network", "n-1", "host", "h-2");
        Finding missing = finding("CN005", "", "n-1", "network", "n-1", "host", "h-2");
        Finding elsewhere = finding("CN005", "", "n-2", "network", "n-2", "host", "h-2");
        standing(List.of(mask, elsewhere), mask, missing, elsewhere);
    }

    @Test
    void aVlanBelowTheVirtualSwitchExplainsThatItDoesNotArrive() {
        Finding below = finding("TEAM011", "a", "t-1", "team", "t-1", "host", "h-1", "vlan", "v-1");
        Finding missing = finding("NET001", "a", "p-1", "host", "h-1", "vlan", "v-1");
        Finding otherHost = finding("NET001", "a", "p-2", "host", "h-2", "vlan", "v-1");
        standing(List.of(below, otherHost), below, missing, otherHost);
    }

    @Test
    void aNetworkThatANodeLacksExplainsThatOneWayIsLeft() {
        Finding lacking = finding("CN005", "", "h-2", "host", "h-2", "network", "cn-2");
        Finding single = finding("LM004", "a", "fc-1", "cluster", "fc-1", "host", "h-2", "network", "cn-2");
        Finding chosen = finding("LM004", "a", "fc-2", "cluster", "fc-2", "host", "h-2");
        standing(List.of(lacking, chosen), lacking, single, chosen);
    }

    @Test
    void theSwitchThatCarriesEverythingExplainsNetworksThatShareNothingElse() {
        Finding all = finding("HA001", "", "s-1", "single", "s-1", "host", "h-1", "host", "h-2");
        Finding shared = finding("CN001", "", "s-1", "single", "s-1", "host", "h-1", "host", "h-2");
        Finding failure = finding("HA003", "", "s-1", "single", "s-1", "host", "h-1", "host", "h-2");
        standing(List.of(all), all, shared, failure);
        Finding nicToo = finding("CN001", "", "s-1", "single", "s-1", "single", "n-1", "host", "h-1", "host", "h-2");
        standing(List.of(all, nicToo), all, nicToo, failure);
        Finding stack = finding("HA004", "", "st-1", "single", "st-1", "host", "h-1", "host", "h-2");
        standing(List.of(stack), stack,
                finding("CN001", "", "st-1", "single", "st-1", "host", "h-1", "host", "h-2"));
    }

    @Test
    void dependentNetworksExplainTheFailureOfTheSamePartForTheSameNodes() {
        Finding shared = finding("CN001", "", "n-1", "single", "n-1", "host", "h-1", "host", "h-2");
        Finding failure = finding("HA003", "", "n-1", "single", "n-1", "host", "h-1", "host", "h-2");
        Finding card = finding("HA003", "", "n-9", "single", "n-9", "host", "h-1", "host", "h-2");
        Finding others = finding("HA003", "", "n-1", "single", "n-1", "host", "h-1", "host", "h-3");
        standing(List.of(shared, card, others), shared, failure, card, others);
    }

    @Test
    void theNativeVlanExplainsWhereUntaggedFramesEndUpAndTheSplitNetworkTheMissingNode() {
        Finding untagged = finding("NET002", "b", "e-1", "endpoint", "e-1");
        Finding stopped = finding("NET001", "a", "p-1", "endpoint", "e-1");
        Finding both = finding("NET001", "a", "p-2", "endpoint", "e-1", "endpoint", "e-2");
        Finding split = finding("NET004", "", "cn-1", "endpoint", "e-1", "network", "cn-1");
        standing(List.of(untagged, both), untagged, stopped, both, split);
        Finding elsewhere = finding("NET004", "", "cn-1", "endpoint", "e-3", "network", "cn-1");
        standing(List.of(untagged, elsewhere), untagged, elsewhere, finding("CN005", "", "cn-1", "network", "cn-1"));
    }
}
