package io.plumbline.importer;

import io.plumbline.model.IpInterface;
import io.plumbline.model.Ipv4;
import java.util.Optional;

/// Addresses as they stand in a configuration: text that may be wrong.
final class Ipv4Text {

    private Ipv4Text() {}

    static Optional<Ipv4> find(String text) {
        try {
            return Optional.of(Ipv4.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Optional<IpInterface> find(Os9Statement.Address address) {
        return address.prefixLength() > 32 ? Optional.empty()
                : find(address.address()).map(ip -> new IpInterface(ip, address.prefixLength()));
    }
}
