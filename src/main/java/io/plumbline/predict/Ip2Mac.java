package io.plumbline.predict;

import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Ipv6;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbMode;
import java.util.Optional;

/// What `nlb.exe ip2mac` computes, and the way back: the cluster MAC and the IGMP group that follow from a primary VIP
/// `w.x.y.z`.
///
/// Unicast is 02-BF-w-x-y-z and multicast 03-BF-w-x-y-z, each with the octets in hexadecimal. IGMP multicast uses the
/// group 239.255.y.z, which maps to the MAC 01-00-5E-7F-y-z as every IPv4 group does (its low 23 bits). A unicast node
/// that masks its source sends from 02-hh-w-x-y-z, where hh is its host priority.
public final class Ip2Mac {

    public static final int LAST_HOST_PRIORITY = 32;

    private Ip2Mac() {}

    /// The cluster MAC. Empty for an IPv6 VIP: there it is no copy of octets, and only `nlb.exe ip2mac` on a node knows.
    public static Optional<Mac> clusterMac(NlbMode mode, IpAddress primaryVip) {
        return switch (primaryVip) {
            case Ipv4 vip -> Optional.of(clusterMac(mode, vip));
            case Ipv6 _ -> Optional.empty();
        };
    }

    public static Mac clusterMac(NlbMode mode, Ipv4 vip) {
        return switch (mode) {
            case UNICAST -> withOctets(0x02, 0xBF, vip);
            case MULTICAST -> withOctets(0x03, 0xBF, vip);
            case IGMP_MULTICAST -> groupMac(igmpGroup(vip));
        };
    }

    /// The group that nodes in IGMP multicast mode join.
    public static Ipv4 igmpGroup(Ipv4 vip) {
        return new Ipv4(239 << 24 | 255 << 16 | vip.octet(2) << 8 | vip.octet(3));
    }

    /// The MAC of an IPv4 multicast group: 01-00-5E and the group's low 23 bits (RFC 1112 section 6.4).
    public static Mac groupMac(Ipv4 group) {
        return Mac.ofOctets(0x01, 0x00, 0x5E, group.octet(1) & 0x7F, group.octet(2), group.octet(3));
    }

    /// What a unicast node writes as sender while it masks its source MAC.
    ///
    /// @param hostPriority 1 to 32
    public static Mac maskedSource(Ipv4 vip, int hostPriority) {
        if (hostPriority < 1 || hostPriority > LAST_HOST_PRIORITY) {
            throw new IllegalArgumentException(
                    "A host priority is 1 to " + LAST_HOST_PRIORITY + ", not " + hostPriority + ".");
        }
        return withOctets(0x02, hostPriority, vip);
    }

    /// Where a MAC comes from.
    public sealed interface Origin {

        /// The cluster MAC of this VIP in this mode.
        record ClusterMac(NlbMode mode, Ipv4 vip) implements Origin {}

        /// The MAC of an IGMP group that NLB uses; of the VIP only the last two octets are in it.
        record IgmpGroup(Ipv4 group) implements Origin {
            /// "?.?.1.232"
            public String vipPattern() {
                return "?.?." + group.octet(2) + "." + group.octet(3);
            }
        }

        /// The masked sender of one unicast node: never a destination.
        record MaskedSource(int hostPriority, Ipv4 vip) implements Origin {}

        /// No MAC that NLB derives.
        record Other() implements Origin {}
    }

    /// The way back from a MAC to what it was made of.
    public static Origin decode(Mac mac) {
        Ipv4 lastFour = new Ipv4((int) mac.bits());
        int second = mac.octet(1);
        int first = mac.octet(0);
        if (first == 0x02 && second == 0xBF) {
            return new Origin.ClusterMac(NlbMode.UNICAST, lastFour);
        } else if (first == 0x03 && second == 0xBF) {
            return new Origin.ClusterMac(NlbMode.MULTICAST, lastFour);
        } else if (first == 0x02 && second >= 1 && second <= LAST_HOST_PRIORITY) {
            return new Origin.MaskedSource(second, lastFour);
        } else if (mac.bits() >> 16 == 0x0100_5E7FL) {
            return new Origin.IgmpGroup(new Ipv4(239 << 24 | 255 << 16 | mac.octet(4) << 8 | mac.octet(5)));
        }
        return new Origin.Other();
    }

    /// Why an address cannot be a VIP: a multicast, network, broadcast, loopback or unspecified address. Empty when it
    /// can.
    public static Optional<String> refusal(IpAddress vip, int prefixLength) {
        if (vip.isMulticast()) {
            return Optional.of(vip + " is an IP multicast address; a VIP is an ordinary host address.");
        }
        if (vip instanceof Ipv4 address) {
            if (address.octet(0) == 127 || address.bits() == 0) {
                return Optional.of(vip + " is no address that a cluster can have.");
            }
            if (prefixLength < 31 && address.network(prefixLength).equals(address)) {
                return Optional
                        .of(vip + " is the network address of its /" + prefixLength + "; choose a host address.");
            }
            if (prefixLength < 31 && address.broadcast(prefixLength).equals(address)) {
                return Optional
                        .of(vip + " is the broadcast address of its /" + prefixLength + "; choose a host address.");
            }
        }
        return Optional.empty();
    }

    private static Mac withOctets(int first, int second, Ipv4 vip) {
        return Mac.ofOctets(first, second, vip.octet(0), vip.octet(1), vip.octet(2), vip.octet(3));
    }
}
