package io.plumbline.topology;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Mac;
import io.plumbline.model.NlbMode;
import org.junit.jupiter.api.Test;

class NlbAddressTest {

    private static boolean near(NlbMode mode, String meant, String written) {
        return NlbAddress.isNear(mode, Mac.parse(meant), Mac.parse(written));
    }

    @Test
    void upToTwoOctetsOfTheAddressMayDiffer() {
        assertTrue(near(NlbMode.MULTICAST, "03-BF-AC-1F-01-E8", "03-BF-BC-1F-01-64"));
        assertTrue(near(NlbMode.UNICAST, "02-BF-AC-1F-01-E8", "02-BF-AC-1F-01-E9"));
        assertFalse(near(NlbMode.MULTICAST, "03-BF-AC-1F-01-E8", "03-BF-BC-1E-01-64"));
    }

    @Test
    void inIgmpModeOneOctetMayDifferOrTheTwoAreSwapped() {
        assertTrue(near(NlbMode.IGMP_MULTICAST, "01-00-5E-7F-01-E8", "01-00-5E-7F-01-E7"));
        assertTrue(near(NlbMode.IGMP_MULTICAST, "01-00-5E-7F-01-E8", "01-00-5E-7F-E8-01"));
        assertFalse(near(NlbMode.IGMP_MULTICAST, "01-00-5E-7F-01-E8", "01-00-5E-7F-02-E9"));
    }

    @Test
    void aPrefixTellsTheMode() {
        assertTrue(NlbAddress.hasPrefix(NlbMode.UNICAST, Mac.parse("02-BF-00-00-00-01")));
        assertTrue(NlbAddress.hasPrefix(NlbMode.MULTICAST, Mac.parse("03-BF-00-00-00-01")));
        assertTrue(NlbAddress.hasPrefix(NlbMode.IGMP_MULTICAST, Mac.parse("01-00-5E-7F-00-01")));
        assertFalse(NlbAddress.hasPrefix(NlbMode.IGMP_MULTICAST, Mac.parse("01-00-5E-00-00-01")));
    }
}
