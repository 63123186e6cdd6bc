package io.plumbline.model;

import java.util.Locale;

/// A MAC address: 48 bits, in whatever notation it was written.
public record Mac(long bits) implements Comparable<Mac> {

    private static final long MOST = 0xFFFF_FFFF_FFFFL;

    public Mac {
        if (bits < 0 || bits > MOST) {
            throw new IllegalArgumentException("A MAC address has 48 bits.");
        }
    }

    /// Reads every notation in use: `02-BF-AC-1F-01-E8`, `02:bf:ac:1f:01:e8`, `02bf.ac1f.01e8`, `02BFAC1F01E8`.
    public static Mac parse(String text) {
        String stripped = text.strip();
        boolean known = stripped.matches("[0-9A-Fa-f]{2}(-[0-9A-Fa-f]{2}){5}")
                || stripped.matches("[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}")
                || stripped.matches("[0-9A-Fa-f]{4}(\\.[0-9A-Fa-f]{4}){2}")
                || stripped.matches("[0-9A-Fa-f]{12}");
        if (!known) {
            String shown = stripped.length() > 40 ? stripped.substring(0, 40) + "…" : stripped;
            throw new IllegalArgumentException(
                    "\"" + shown
                            + "\" is no MAC address; write it as 02-BF-AC-1F-01-E8, 02bf.ac1f.01e8 or 02:bf:ac:1f:01:e8.");
        }
        return new Mac(Long.parseLong(stripped.replaceAll("[-:.]", ""), 16));
    }

    public static Mac ofOctets(int a, int b, int c, int d, int e, int f) {
        return new Mac((long) a << 40 | (long) b << 32 | (long) c << 24 | (long) d << 16 | (long) e << 8 | f);
    }

    /// The octet at this place, 0 being the first on the wire.
    public int octet(int index) {
        return (int) (bits >> (40 - 8 * index)) & 0xFF;
    }

    /// Whether the group bit is set: a multicast or broadcast address.
    public boolean isGroup() {
        return (octet(0) & 1) == 1;
    }

    /// As Windows prints it: `02-BF-AC-1F-01-E8`.
    public String toWindows() {
        return pairs("-").toUpperCase(Locale.ROOT);
    }

    /// As Cisco IOS and NX-OS print it: `02bf.ac1f.01e8`.
    public String toDotted() {
        String bare = bare();
        return bare.substring(0, 4) + "." + bare.substring(4, 8) + "." + bare.substring(8);
    }

    /// As Dell PowerConnect and OS9 print it: `02:bf:ac:1f:01:e8`.
    public String toColons() {
        return pairs(":");
    }

    /// Without separators: `02BFAC1F01E8`.
    public String toBare() {
        return bare().toUpperCase(Locale.ROOT);
    }

    private String bare() {
        return String.format(Locale.ROOT, "%012x", bits);
    }

    private String pairs(String separator) {
        return bare().replaceAll("(..)(?!$)", "$1" + separator);
    }

    @Override
    public int compareTo(Mac other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        return toWindows();
    }
}
