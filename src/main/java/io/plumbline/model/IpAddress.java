package io.plumbline.model;

/// An IPv4 or IPv6 address.
public sealed interface IpAddress permits Ipv4, Ipv6 {

    static IpAddress parse(String text) {
        return text.indexOf(':') >= 0 ? Ipv6.parse(text) : Ipv4.parse(text);
    }

    /// Bits of an address of this family: 32 or 128.
    int width();

    /// The address with all bits behind `prefixLength` cleared.
    IpAddress network(int prefixLength);

    boolean isMulticast();

    boolean isLinkLocal();
}
