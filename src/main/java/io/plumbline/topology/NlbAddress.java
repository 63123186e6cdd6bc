package io.plumbline.topology;

import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbMode;

/// Addresses that Windows NLB derives from the primary virtual address `w.x.y.z`.
public final class NlbAddress {
    private static final int UNICAST = 0x02;
    private static final int MULTICAST = 0x03;
    private static final int NLB = 0xBF;
    private static final long IGMP_PREFIX = 0x0100_5E7FL;

    private NlbAddress() {}

    /// The cluster MAC: `02-BF-w-x-y-z`, `03-BF-w-x-y-z` or `01-00-5E-7F-y-z`.
    public static Mac clusterMac(NlbMode mode, Ipv4 vip) {
        return switch (mode) {
            case UNICAST -> own(UNICAST, NLB, vip);
            case MULTICAST -> own(MULTICAST, NLB, vip);
            case IGMP_MULTICAST -> groupMac(igmpGroup(vip));
        };
    }

    /// The group that nodes join in IGMP multicast mode: `239.255.y.z`.
    public static Ipv4 igmpGroup(Ipv4 vip) {
        return new Ipv4(239 << 24 | 255 << 16 | vip.octet(2) << 8 | vip.octet(3));
    }

    /// The MAC of an IPv4 multicast group: its low 23 bits behind `01-00-5E`.
    public static Mac groupMac(Ipv4 group) {
        return Mac.ofOctets(0x01, 0x00, 0x5E, group.octet(1) & 0x7F, group.octet(2), group.octet(3));
    }

    /// The source MAC of a unicast node with MaskSourceMac: `02-hh-w-x-y-z`, hh its host priority.
    public static Mac maskedSource(Ipv4 vip, int hostPriority) {
        if (hostPriority < 1 || hostPriority > 32) {
            throw new IllegalArgumentException(
                    hostPriority + " is no host priority; host priorities run from 1 to 32.");
        }
        return own(UNICAST, hostPriority, vip);
    }

    /// Whether a MAC begins as cluster MACs of a mode do: `02-BF`, `03-BF` or `01-00-5E-7F`.
    public static boolean hasPrefix(NlbMode mode, Mac mac) {
        return switch (mode) {
            case UNICAST -> mac.octet(0) == UNICAST && mac.octet(1) == NLB;
            case MULTICAST -> mac.octet(0) == MULTICAST && mac.octet(1) == NLB;
            case IGMP_MULTICAST -> mac.bits() >> 16 == IGMP_PREFIX;
        };
    }

    /// Whether a MAC looks like a slip of the pen for another one of the same mode: at most two of the last four octets
    /// differ; in IGMP mode exactly one of the last two, or the two are swapped.
    public static boolean isNear(NlbMode mode, Mac meant, Mac written) {
        if (mode != NlbMode.IGMP_MULTICAST) {
            return distance(meant, written) <= 2;
        }
        boolean swapped = meant.octet(4) == written.octet(5) && meant.octet(5) == written.octet(4);
        return swapped || distance(meant, written) == 1;
    }

    /// In how many octets two MACs differ.
    public static int distance(Mac a, Mac b) {
        int different = 0;
        for (int i = 0; i < 6; i++) {
            different += a.octet(i) == b.octet(i) ? 0 : 1;
        }
        return different;
    }

    private static Mac own(int first, int second, Ipv4 vip) {
        return Mac.ofOctets(first, second, vip.octet(0), vip.octet(1), vip.octet(2), vip.octet(3));
    }
}
