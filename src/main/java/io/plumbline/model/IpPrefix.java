package io.plumbline.model;

/// A subnet, such as `10.10.1.0/24`: the bits behind the prefix are zero.
public record IpPrefix(IpAddress address, int prefixLength) {

    public IpPrefix {
        if (prefixLength < 0 || prefixLength > address.width()) {
            throw new IllegalArgumentException(
                    "/" + prefixLength + " is no prefix length; it runs from 0 to " + address.width() + ".");
        }
        address = address.network(prefixLength);
    }

    public static IpPrefix parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{1,3}")) {
            String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            throw new IllegalArgumentException("\"" + shown + "\" is not a subnet; write it as 10.10.1.0/24.");
        }
        return new IpPrefix(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(IpAddress other) {
        return other.width() == address.width() && other.network(prefixLength).equals(address.network(prefixLength));
    }

    @Override
    public String toString() {
        return address + "/" + prefixLength;
    }
}
