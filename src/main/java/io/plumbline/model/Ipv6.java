package io.plumbline.model;

import java.net.Inet6Address;
import java.util.Locale;

/// An IPv6 address, in the short form of RFC 5952.
public record Ipv6(long high, long low) implements IpAddress, Comparable<Ipv6> {

    public static Ipv6 parse(String text) {
        try {
            if (text.indexOf('%') < 0 && text.indexOf('[') < 0) {
                byte[] octets = Inet6Address.ofLiteral(text).getAddress();
                if (octets.length == 16) {
                    return new Ipv6(eight(octets, 0), eight(octets, 8));
                }
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the one message below.
        }
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        throw new IllegalArgumentException(
                "\"" + shown + "\" is no IPv6 address; write it as 2001:db8::10, without zone or brackets.");
    }

    private static long eight(byte[] octets, int from) {
        long bits = 0;
        for (int i = from; i < from + 8; i++) {
            bits = bits << 8 | octets[i] & 0xFF;
        }
        return bits;
    }

    @Override
    public int width() {
        return 128;
    }

    @Override
    public Ipv6 network(int prefixLength) {
        long highMask = prefixLength == 0 ? 0 : prefixLength >= 64 ? -1L : -1L << (64 - prefixLength);
        long lowMask = prefixLength <= 64 ? 0 : -1L << (128 - prefixLength);
        return new Ipv6(high & highMask, low & lowMask);
    }

    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xFF;
    }

    @Override
    public boolean isLinkLocal() {
        return high >>> 54 == 0x3FA;
    }

    @Override
    public int compareTo(Ipv6 other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    private int group(int index) {
        return (int) ((index < 4 ? high : low) >>> (48 - 16 * (index % 4))) & 0xFFFF;
    }

    @Override
    public String toString() {
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && group(i + run) == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":")
                        .append(Integer.toHexString(group(i)).toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
