package io.plumbline.predict;

import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Ipv6;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbMode;
import io.plumbline.topology.NlbAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

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
        return NlbAddress.clusterMac(mode, vip);
    }

    /// The group that nodes in IGMP multicast mode join.
    public static Ipv4 igmpGroup(Ipv4 vip) {
        return NlbAddress.igmpGroup(vip);
    }

    /// The MAC of an IPv4 multicast group: 01-00-5E and the group's low 23 bits (RFC 1112 section 6.4).
    public static Mac groupMac(Ipv4 group) {
        return NlbAddress.groupMac(group);
    }

    /// What a unicast node writes as sender while it masks its source MAC.
    ///
    /// @param hostPriority 1 to 32
    public static Mac maskedSource(Ipv4 vip, int hostPriority) {
        return NlbAddress.maskedSource(vip, hostPriority);
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
            return Optional.of(Texts.of("ip2mac.multicast", "vip", vip));
        }
        if (vip instanceof Ipv4 address) {
            if (address.octet(0) == 127 || address.octet(0) == 0) {
                return Optional.of(Texts.of("ip2mac.never", "vip", vip));
            }
            if (prefixLength < 31 && address.network(prefixLength).equals(address)) {
                return Optional.of(Texts.of("ip2mac.network", "vip", vip, "prefix", prefixLength));
            }
            if (prefixLength < 31 && address.broadcast(prefixLength).equals(address)) {
                return Optional.of(Texts.of("ip2mac.broadcast", "vip", vip, "prefix", prefixLength));
            }
        }
        return Optional.empty();
    }

    // What somebody typed

    /// What a text gives that somebody typed as virtual address, with or without prefix length.
    public sealed interface Reading {

        /// Everything follows from this address.
        record Derivable(Ipv4 vip) implements Reading {}

        /// A virtual address from which nothing can be derived: the cluster MAC must be read off a node.
        record Underivable(IpAddress vip, String reason) implements Reading {}

        /// No virtual address at all.
        record Refused(String reason) implements Reading {}
    }

    /// Reads `172.31.1.232` or `172.31.1.232/24`; without a prefix length network and broadcast address go unnoticed.
    public static Reading read(String text) {
        String typed = text.strip();
        int slash = typed.indexOf('/');
        try {
            IpAddress vip = IpAddress.parse(slash < 0 ? typed : typed.substring(0, slash));
            int prefixLength = slash < 0 ? vip.width() : prefixLength(typed.substring(slash + 1), vip.width());
            Optional<String> refusal = refusal(vip, prefixLength);
            return refusal.isPresent() ? new Reading.Refused(refusal.get()) : switch (vip) {
                case Ipv4 four -> new Reading.Derivable(four);
                case Ipv6 six -> new Reading.Underivable(six, Texts.of("ip2mac.ipv6", "vip", six));
            };
        } catch (IllegalArgumentException refusal) {
            return new Reading.Refused(refusal.getMessage());
        }
    }

    private static int prefixLength(String text, int width) {
        int length = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
        if (length < 0 || length > width) {
            throw new IllegalArgumentException(Texts.of("ip2mac.prefix", "prefix",
                    text.length() > 20 ? text.substring(0, 20) + "…" : text, "width", width));
        }
        return length;
    }

    // A MAC that somebody entered for a cluster

    /// The sentence about a wrong MAC: to whom it belongs, and which one is right, both in the notation of the device.
    public static String explain(Mac found, NlbMode mode, Ipv4 vip, Notation notation) {
        Origin origin = decode(found);
        String owner = origin instanceof Origin.ClusterMac(NlbMode other, Ipv4 address) && other == mode
                ? address.toString()
                : describe(origin);
        return Texts.of(origin instanceof Origin.Other ? "ip2mac.underivable" : "ip2mac.belongs", "found",
                notation.write(found), "owner", owner, "vip", vip, "mode", modeWord(mode), "expected",
                notation.write(clusterMac(mode, vip)));
    }

    /// Where a MAC comes from, in words: "188.31.1.100 in multicast mode".
    public static String describe(Origin origin) {
        return switch (origin) {
            case Origin.ClusterMac(NlbMode mode, Ipv4 vip) ->
                    Texts.of("ip2mac.origin.cluster", "vip", vip, "mode", modeWord(mode));
            case Origin.IgmpGroup group ->
                    Texts.of("ip2mac.origin.group", "group", group.group(), "vip", group.vipPattern());
            case Origin.MaskedSource(int priority, Ipv4 vip) ->
                    Texts.of("ip2mac.origin.masked", "priority", priority, "vip", vip);
            case Origin.Other() -> Texts.of("ip2mac.origin.other");
        };
    }

    private static String modeWord(NlbMode mode) {
        return Texts.of("mode." + mode.word());
    }

    /// Where two MACs differ: "octet 3: bc instead of ac".
    public static List<String> differences(Mac found, Mac expected) {
        return IntStream.range(0, 6).filter(i -> found.octet(i) != expected.octet(i))
                .mapToObj(i -> Texts.of("ip2mac.octet", "number", i + 1, "found", hex(found.octet(i)), "expected",
                        hex(expected.octet(i))))
                .toList();
    }

    private static String hex(int octet) {
        return String.format(Locale.ROOT, "%02x", octet);
    }
}
