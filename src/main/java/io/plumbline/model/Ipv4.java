package io.plumbline.model;

/// An IPv4 address, written as a strict dotted quad: no leading zeros, no shortened forms.
public record Ipv4(int bits) implements IpAddress, Comparable<Ipv4> {

    public static Ipv4 parse(String text) {
        String[] octets = text.split("\\.", -1);
        int bits = 0;
        for (String octet : octets) {
            boolean strict = octets.length == 4 && octet.length() >= 1 && octet.length() <= 3
                    && octet.chars().allMatch(c -> c >= '0' && c <= '9')
                    && (octet.length() == 1 || octet.charAt(0) != '0')
                    && Integer.parseInt(octet) <= 255;
            if (!strict) {
                String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
                throw new IllegalArgumentException("\"" + shown
                        + "\" is no IPv4 address; write four numbers from 0 to 255 such as 172.31.3.232, without leading zeros.");
            }
            bits = bits << 8 | Integer.parseInt(octet);
        }
        return new Ipv4(bits);
    }

    /// The octet at this place, 0 being the first written.
    public int octet(int index) {
        return bits >> (24 - 8 * index) & 0xFF;
    }

    @Override
    public int width() {
        return 32;
    }

    @Override
    public Ipv4 network(int prefixLength) {
        return new Ipv4(prefixLength == 0 ? 0 : bits & -1 << (32 - prefixLength));
    }

    /// The address with all bits behind `prefixLength` set.
    public Ipv4 broadcast(int prefixLength) {
        return new Ipv4(prefixLength == 0 ? -1 : bits | ~(-1 << (32 - prefixLength)));
    }

    @Override
    public boolean isMulticast() {
        return octet(0) >= 224 && octet(0) <= 239;
    }

    @Override
    public boolean isLinkLocal() {
        return octet(0) == 169 && octet(1) == 254;
    }

    @Override
    public int compareTo(Ipv4 other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
    }
}
