package io.plumbline.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.topology.Balancing;
import io.plumbline.topology.Topology;
import java.util.List;
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
        assertEquals(dotted, Notation.CISCO.write(mac));
        assertEquals(colons, Notation.DELL.write(mac));
        assertEquals(bare, Notation.BARE.write(mac));
        assertEquals(Notation.CISCO, Notation.used(dotted));
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
    @CsvSource(delimiter = '|', textBlock = """
            03bf.bc1f.0164 | 03bf.bc1f.0164 belongs to 188.31.1.100; 172.31.1.232 in multicast mode is 03bf.ac1f.01e8
            02bf.ac1f.01e8 | 02bf.ac1f.01e8 belongs to 172.31.1.232 in unicast mode; 172.31.1.232 in multicast mode is 03bf.ac1f.01e8
            0100.5e7f.01e8 | 0100.5e7f.01e8 belongs to the IGMP group 239.255.1.232 of a VIP ?.?.1.232; 172.31.1.232 in multicast mode is 03bf.ac1f.01e8
            0205.ac1f.01e8 | 0205.ac1f.01e8 belongs to the masked source of host 5 of 172.31.1.232; 172.31.1.232 in multicast mode is 03bf.ac1f.01e8
            0300.5e01.0101 | 0300.5e01.0101 is no address that NLB derives; 172.31.1.232 in multicast mode is 03bf.ac1f.01e8
            0100.5e7f.e801 | 0100.5e7f.e801 belongs to the IGMP group 239.255.232.1 of a VIP ?.?.232.1; 172.31.1.232 in multicast mode is 03bf.ac1f.01e8
            """)
    void aWrongMacIsToldApart(String found, String sentence) {
        assertEquals(sentence, Ip2Mac.explain(Mac.parse(found), NlbMode.MULTICAST, Ipv4.parse("172.31.1.232"),
                Notation.used(found)));
    }

    @ParameterizedTest
    @CsvSource({"UNICAST,02-BF-AC-1F-01-E8", "MULTICAST,03-BF-AC-1F-01-E8", "IGMP_MULTICAST,01-00-5E-7F-01-E8"})
    void aMacIsRightInItsOwnModeOnly(NlbMode right, String mac) {
        for (NlbMode mode : NlbMode.values()) {
            assertEquals(mode == right,
                    Ip2Mac.clusterMac(mode, Ipv4.parse("172.31.1.232")).equals(Mac.parse(mac)));
        }
    }

    @Test
    void theWrongOctetsAreCounted() {
        assertEquals(List.of("octet 3: bc instead of ac", "octet 5: 01 instead of 03", "octet 6: 64 instead of e8"),
                Ip2Mac.differences(Mac.parse("03bf.bc1f.0164"), Mac.parse("03bf.ac1f.03e8")));
        assertEquals(List.of("octet 3: bc instead of ac", "octet 6: 64 instead of e8"),
                Ip2Mac.differences(Mac.parse("03bf.bc1f.0164"), Mac.parse("03bf.ac1f.01e8")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            239.1.1.1 | 239.1.1.1 is an IP multicast address; a VIP is an ordinary host address.
            172.31.3.255/24 | 172.31.3.255 is the broadcast address of its /24; choose a host address.
            172.31.3.0/24 | 172.31.3.0 is the network address of its /24; choose a host address.
            010.0.0.1 | "010.0.0.1" is no IPv4 address; write four numbers from 0 to 255 such as 172.31.3.232, without leading zeros.
            10.0.0.256 | "10.0.0.256" is no IPv4 address; write four numbers from 0 to 255 such as 172.31.3.232, without leading zeros.
            10.0.0 | "10.0.0" is no IPv4 address; write four numbers from 0 to 255 such as 172.31.3.232, without leading zeros.
            '' | "" is no IPv4 address; write four numbers from 0 to 255 such as 172.31.3.232, without leading zeros.
            10.0.0.1/33 | "/33" is no prefix length; it runs from 0 to 32.
            10.0.0.1/x | "/x" is no prefix length; it runs from 0 to 32.
            """)
    void whatCannotBeAVipIsRefusedWithTheReason(String typed, String reason) {
        assertEquals(new Ip2Mac.Reading.Refused(reason), Ip2Mac.read(typed));
    }

    @Test
    void whatCanBeAVipIsRead() {
        assertEquals(new Ip2Mac.Reading.Derivable(Ipv4.parse("172.31.3.255")), Ip2Mac.read(" 172.31.3.255/16 "));
        assertEquals(new Ip2Mac.Reading.Derivable(Ipv4.parse("172.31.3.255")), Ip2Mac.read("172.31.3.255"));
        IpAddress six = IpAddress.parse("2001:4898:e8:3018:bd82:dde1:6615:7b0");
        assertEquals(
                new Ip2Mac.Reading.Underivable(six, "The cluster MAC of " + six + " cannot be derived: for an IPv6 "
                        + "primary address Windows does not copy octets. Enter the MAC shown by nlb.exe ip2mac."),
                Ip2Mac.read(six.toString()));
    }

    @Test
    void aFurtherVipHasTheMacOfThePrimaryOne() {
        NlbCluster web = cluster("additionalVips", List.of("172.31.3.233/24"));
        assertEquals("01-00-5E-7F-03-E8 239.255.3.232", derived(web));
        assertNotEquals(Ip2Mac.clusterMac(NlbMode.IGMP_MULTICAST, Ipv4.parse("172.31.3.233")),
                Mac.parse("01-00-5E-7F-03-E8"));
    }

    @Test
    void aTypedMacWinsOverTheDerivedOne() {
        NlbCluster typed = Element.with(Element.with(cluster("macOverride", "02-bf-01-02-03-04"), "mode", "unicast"),
                "primaryVip", "10.9.8.7");
        assertEquals("02-BF-01-02-03-04", derived(typed));
    }

    @Test
    void theGroupOfAnIpv6ClusterIsNotKnown() {
        NlbCluster six = cluster("primaryVip", "2001:4898:e8:3018:bd82:dde1:6615:7b0");
        Balancing balancing = Topology.of(Sketch.b0().with(six).design()).balancing();
        assertEquals("[Missing[element=WEB, attribute=macOverride]]", balancing.clusterMac(six).needs().toString());
        assertEquals("[Missing[element=WEB, attribute=igmpGroupOverride]]",
                balancing.igmpGroup(six).needs().toString());
    }

    @Test
    void theMisprintedGroupOfMicrosoftsArticleIsNotTaken() {
        assertEquals("239.255.0.1", Ip2Mac.igmpGroup(Ipv4.parse("10.0.0.1")).toString());
    }

    private static NlbCluster cluster(String attribute, Object value) {
        return Element.with(Sketch.b0().design().element(new Id("WEB"), NlbCluster.class), attribute, value);
    }

    /// The MAC and the group, as the cluster has them in the design.
    private static String derived(NlbCluster cluster) {
        Balancing balancing = Topology.of(Sketch.b0().with(cluster).design()).balancing();
        return (balancing.clusterMac(cluster).find().orElseThrow() + " "
                + balancing.igmpGroup(cluster).find().orElseThrow().map(Object::toString).orElse("")).strip();
    }

    @ParameterizedTest
    @CsvSource({"0", "33", "-1"})
    void aHostPriorityIsOneToThirtyTwo(int priority) {
        assertThrows(IllegalArgumentException.class, () -> Ip2Mac.maskedSource(Ipv4.parse("10.0.0.1"), priority));
    }
}
