package io.plumbline.model;

import java.util.Map;

/// A real server behind a hardware load balancer.
public record Backend(
        Attribute<IpAddress> address,
        @Refers(Kind.V_NIC) Attribute<Id> vNic,
        Attribute<Integer> port) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Backend unset() {
        return Shape.of(Backend.class).of(Map.of());
    }
}
