package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A virtual address of a hardware load balancer.
public record LoadBalancerVip(
        IpAddress address,
        Attribute<List<Service>> services) implements Part {

    public static LoadBalancerVip of(IpAddress address) {
        return Shape.of(LoadBalancerVip.class).of(Map.of("address", address));
    }
}
