package io.plumbline.model;

/// An address with the prefix length of its subnet, such as `172.31.3.1/24`.
public record IpInterface(IpAddress address, int prefixLength) {

    public IpInterface {
        if (prefixLength < 0 || prefixLength > address.width()) {
            throw new IllegalArgumentException(
                    "/" + prefixLength + " is no prefix length; it runs from 0 to " + address.width() + ".");
        }

    }

    public static IpInterface parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw new IllegalArgumentException(
                    "\"" + shown + "\" is not an address with prefix length; write it as 172.31.3.1/24.");
        }
        return new IpInterface(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(IpAddress other) {
        return other.width() == address.width() && other.network(prefixLength).equals(address.network(prefixLength));
    }

    public IpPrefix subnet() {
        return new IpPrefix(address, prefixLength);
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
