package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A hardware load balancer.
///
/// Attributes, defaults and units are explained in the resource `hardwareLoadBalancer.md`.
public record HardwareLoadBalancer(
        Id id,
        @Inline About about,
        @Refers(Kind.HARDWARE_LOAD_BALANCER) Attribute<Id> haPeer,
        Attribute<List<LoadBalancerInterface>> interfaces,
        Attribute<List<LoadBalancerVip>> vips,
        Attribute<List<Backend>> backends,
        Attribute<Boolean> sourceNat,
        Attribute<String> healthCheck) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static HardwareLoadBalancer of(Id id, String name) {
        return Shape.of(HardwareLoadBalancer.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.HARDWARE_LOAD_BALANCER;
    }
}
