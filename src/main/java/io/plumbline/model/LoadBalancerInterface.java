package io.plumbline.model;

import java.util.Map;

/// A leg of a hardware load balancer.
public record LoadBalancerInterface(
        Attribute<String> port,
        @Refers(Kind.VLAN) Attribute<Id> vlan,
        Attribute<IpInterface> address) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static LoadBalancerInterface unset() {
        return Shape.of(LoadBalancerInterface.class).of(Map.of());
    }
}
