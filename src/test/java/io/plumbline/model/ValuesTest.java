package io.plumbline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"02-BF-AC-1F-01-E8", "02bf.ac1f.01e8", "02:bf:ac:1f:01:e8", "02BFAC1F01E8",
            " 02bfac1f01e8 "})
    void everyNotationIsTheSameMac(String text) {
        Mac mac = Mac.parse(text);
        assertEquals("02-BF-AC-1F-01-E8", mac.toWindows());
        assertEquals("02bf.ac1f.01e8", mac.toDotted());
        assertEquals("02:bf:ac:1f:01:e8", mac.toColons());
        assertEquals("02BFAC1F01E8", mac.toBare());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02-BF-AC-1F-01", "02-BF:AC-1F-01-E8", "02bf.ac1f", "0GBFAC1F01E8",
            "02-BF-AC-1F-01-E8-00"})
    void anythingElseIsNoMac(String text) {
        assertThrows(IllegalArgumentException.class, () -> Mac.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"010.0.0.1", "10.0.0.256", "10.0.0", "", "10.0.0.1.2", "10.0.0.-1", "10.0.0.1 ", "1.2.3.x"})
    void onlyStrictDottedQuadsAreIpv4Addresses(String text) {
        assertThrows(IllegalArgumentException.class, () -> Ipv4.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"2001:4898:e8:3018:bd82:dde1:6615:7b0,2001:4898:e8:3018:bd82:dde1:6615:7b0", "::1,::1", "::,::",
            "fe80::1:0:0:1,fe80::1:0:0:1", "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1"})
    void ipv6AddressesArePrintedShort(String text, String printed) {
        assertEquals(printed, IpAddress.parse(text).toString());
    }

    @Test
    void aSubnetHoldsItsAddresses() {
        IpPrefix prefix = IpPrefix.parse("172.31.3.77/24");
        assertEquals("172.31.3.0/24", prefix.toString());
        assertTrue(prefix.contains(IpAddress.parse("172.31.3.232")));
        assertFalse(prefix.contains(IpAddress.parse("172.31.4.1")));
        assertFalse(prefix.contains(IpAddress.parse("::1")));
        assertEquals("172.31.255.255", Ipv4.parse("172.31.3.1").broadcast(16).toString());
        assertEquals("0.0.0.0/0", IpPrefix.parse("1.2.3.4/0").toString());
        assertEquals("2001:db8::/33", IpPrefix.parse("2001:db8:1::1/33").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"30-35,10,20|10,20,30-35", "all|all", "1-4094|all", "none|none",
            "10,11,12|10-12",
            " 5 , 7 |5,7"})
    void vlanListsAreCanonical(String text, String canonical) {
        assertEquals(canonical, VlanSet.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4095", "10-", "a", "10,,20", "20-10", "1-2-3"})
    void nonsenseIsNoVlanList(String text) {
        assertThrows(IllegalArgumentException.class, () -> VlanSet.parse(text));
    }

    @Test
    void aVlanListKnowsItsMembers() {
        VlanSet set = VlanSet.parse("10,20,30-35,4000");
        int members = 0;
        for (int vlan = 1; vlan <= 4094; vlan++) {
            members += set.contains(vlan) ? 1 : 0;
        }
        assertEquals(9, members);
        assertTrue(set.contains(33));
        assertFalse(set.contains(36));
        assertFalse(VlanSet.NONE.contains(1));
        assertTrue(VlanSet.ALL.contains(4094));
    }

    @Test
    void attributesTellUnsetFromUnknown() {
        assertEquals(Attribute.of(5), Attribute.<Integer>unset().orDefault(5));
        assertEquals(Attribute.unknown(), Attribute.<Integer>unknown().orDefault(5));
        assertEquals(Attribute.of(6), Attribute.of(5).map(n -> n + 1));
    }
}
