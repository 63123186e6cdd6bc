package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tables of PREDICTIONS part 1, row by row.
class Ip2MacTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            172.31.1.232 | 02-BF-AC-1F-01-E8 | 03-BF-AC-1F-01-E8 | 01-00-5E-7F-01-E8 | 239.255.1.232 | 02-01-AC-1F-01-E8 | 02-20-AC-1F-01-E8
            172.31.3.232 | 02-BF-AC-1F-03-E8 | 03-BF-AC-1F-03-E8 | 01-00-5E-7F-03-E8 | 239.255.3.232 | 02-01-AC-1F-03-E8 | 02-20-AC-1F-03-E8
            188.31.1.100 | 02-BF-BC-1F-01-64 | 03-BF-BC-1F-01-64 | 01-00-5E-7F-01-64 | 239.255.1.100 | 02-01-BC-1F-01-64 | 02-20-BC-1F-01-64
            10.0.0.1 | 02-BF-0A-00-00-01 | 03-BF-0A-00-00-01 | 01-00-5E-7F-00-01 | 239.255.0.1 | 02-01-0A-00-00-01 | 02-20-0A-00-00-01
            192.168.1.100 | 02-BF-C0-A8-01-64 | 03-BF-C0-A8-01-64 | 01-00-5E-7F-01-64 | 239.255.1.100 | 02-01-C0-A8-01-64 | 02-20-C0-A8-01-64
            192.168.127.15 | 02-BF-C0-A8-7F-0F | 03-BF-C0-A8-7F-0F | 01-00-5E-7F-7F-0F | 239.255.127.15 | 02-01-C0-A8-7F-0F | 02-20-C0-A8-7F-0F
            1.2.3.4 | 02-BF-01-02-03-04 | 03-BF-01-02-03-04 | 01-00-5E-7F-03-04 | 239.255.3.4 | 02-01-01-02-03-04 | 02-20-01-02-03-04
            172.16.0.10 | 02-BF-AC-10-00-0A | 03-BF-AC-10-00-0A | 01-00-5E-7F-00-0A | 239.255.0.10 | 02-01-AC-10-00-0A | 02-20-AC-10-00-0A
            """)
    void everythingFollowsFromThePrimaryVip(String vip, String unicast, String multicast, String igmp, String group,
            String first, String last) {
        Ipv4 address = Ipv4.parse(vip);
        assertEquals(unicast, Ip2Mac.clusterMac(NlbMode.UNICAST, address).toWindows());
        assertEquals(multicast, Ip2Mac.clusterMac(NlbMode.MULTICAST, address).toWindows());
        assertEquals(igmp, Ip2Mac.clusterMac(NlbMode.IGMP_MULTICAST, address).toWindows());
        assertEquals(group, Ip2Mac.igmpGroup(address).toString());
        assertEquals(first, Ip2Mac.maskedSource(address, 1).toWindows());
        assertEquals(last, Ip2Mac.maskedSource(address, 32).toWindows());
    }

    @ParameterizedTest
    @CsvSource({"172.31.1.232,UNICAST,02-BF-AC-1F-01-E8,02bf.ac1f.01e8,02:bf:ac:1f:01:e8,02BFAC1F01E8",
            "172.31.1.232,MULTICAST,03-BF-AC-1F-01-E8,03bf.ac1f.01e8,03:bf:ac:1f:01:e8,03BFAC1F01E8",
            "172.31.1.232,IGMP_MULTICAST,01-00-5E-7F-01-E8,0100.5e7f.01e8,01:00:5e:7f:01:e8,01005E7F01E8",
            "172.31.3.232,UNICAST,02-BF-AC-1F-03-E8,02bf.ac1f.03e8,02:bf:ac:1f:03:e8,02BFAC1F03E8",
            "172.31.3.232,MULTICAST,03-BF-AC-1F-03-E8,03bf.ac1f.03e8,03:bf:ac:1f:03:e8,03BFAC1F03E8",
            "172.31.3.232,IGMP_MULTICAST,01-00-5E-7F-03-E8,0100.5e7f.03e8,01:00:5e:7f:03:e8,01005E7F03E8"})
    void everyNotationIsReadAndPrinted(String vip, NlbMode mode, String windows, String dotted, String colons,
            String bare) {
        Mac mac = Ip2Mac.clusterMac(mode, Ipv4.parse(vip));
        assertEquals(windows, mac.toWindows());
        assertEquals(dotted, mac.toDotted());
        assertEquals(colons, mac.toColons());
        assertEquals(bare, mac.toBare());
        for (String notation : new String[]{windows, dotted, colons, bare}) {
            assertEquals(mac, Mac.parse(notation));
        }
    }

    @Test
    void aMacTellsWhatItWasMadeOf() {
        assertEquals(new Ip2Mac.Origin.ClusterMac(NlbMode.MULTICAST, Ipv4.parse("188.31.1.100")),
                Ip2Mac.decode(Mac.parse("03bf.bc1f.0164")));
        assertEquals(new Ip2Mac.Origin.ClusterMac(NlbMode.MULTICAST, Ipv4.parse("172.31.1.232")),
                Ip2Mac.decode(Mac.parse("03bf.ac1f.01e8")));
        assertEquals(new Ip2Mac.Origin.ClusterMac(NlbMode.UNICAST, Ipv4.parse("172.31.1.232")),
                Ip2Mac.decode(Mac.parse("02-BF-AC-1F-01-E8")));
        Ip2Mac.Origin.IgmpGroup igmp = new Ip2Mac.Origin.IgmpGroup(Ipv4.parse("239.255.1.232"));
        assertEquals(igmp, Ip2Mac.decode(Mac.parse("01:00:5e:7f:01:e8")));
        assertEquals("?.?.1.232", igmp.vipPattern());
        assertEquals(new Ip2Mac.Origin.MaskedSource(5, Ipv4.parse("172.31.1.232")),
                Ip2Mac.decode(Mac.parse("02-05-AC-1F-01-E8")));
        assertEquals(new Ip2Mac.Origin.IgmpGroup(Ipv4.parse("239.255.232.1")),
                Ip2Mac.decode(Mac.parse("0100.5e7f.e801")));
    }

    @ParameterizedTest
    @CsvSource({"0300.5e01.0101", "00bf.ac10.0001", "c8c8.c8c8.c8c8", "02-00-AC-1F-01-E8", "02-21-AC-1F-01-E8",
            "01-00-5E-80-01-E8", "01-00-5E-00-00-FB"})
    void otherMacsAreNotDerivable(String mac) {
        assertEquals(new Ip2Mac.Origin.Other(), Ip2Mac.decode(Mac.parse(mac)));
    }

    @ParameterizedTest
    @CsvSource({"239.1.1.1,24", "172.31.3.255,24", "172.31.3.0,24", "0.0.0.0,24", "127.0.0.1,8", "ff02::1,64"})
    void someAddressesCannotBeVips(String vip, int prefixLength) {
        assertTrue(Ip2Mac.refusal(IpAddress.parse(vip), prefixLength).isPresent());
    }

    @Test
    void anAddressThatEndsIn255IsAnOrdinaryHostInAWiderPrefix() {
        assertEquals(Optional.empty(), Ip2Mac.refusal(IpAddress.parse("172.31.3.255"), 16));
        assertEquals("239.255.3.255", Ip2Mac.igmpGroup(Ipv4.parse("172.31.3.255")).toString());
        assertEquals(Optional.empty(), Ip2Mac.refusal(IpAddress.parse("10.0.0.0"), 31));
    }

    @Test
    void anIpv6VipHasNoDerivableMac() {
        assertEquals(Optional.empty(),
                Ip2Mac.clusterMac(NlbMode.UNICAST, IpAddress.parse("2001:4898:e8:3018:bd82:dde1:6615:7b0")));
    }

    @ParameterizedTest
    @CsvSource({"0", "33", "-1"})
    void aHostPriorityIsOneToThirtyTwo(int priority) {
        assertThrows(IllegalArgumentException.class, () -> Ip2Mac.maskedSource(Ipv4.parse("10.0.0.1"), priority));
    }
}
