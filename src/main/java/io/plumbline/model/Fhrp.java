package io.plumbline.model;

import java.util.Map;

/// A first-hop redundancy group of a gateway.
public record Fhrp(
        Attribute<FhrpProtocol> protocol,
        Attribute<Integer> group,
        Attribute<IpAddress> virtualIp) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Fhrp unset() {
        return Shape.of(Fhrp.class).of(Map.of());
    }
}
