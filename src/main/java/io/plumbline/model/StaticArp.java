package io.plumbline.model;

import java.util.Map;
import java.util.SortedSet;

/// A static ARP entry of a gateway.
public record StaticArp(
        IpAddress ip,
        Mac mac,
        @Refers(Kind.NLB_CLUSTER) Attribute<Id> nlbCluster,
        Attribute<String> otherApplication,
        Attribute<SortedSet<Flag>> flags) implements Part {

    public static StaticArp of(IpAddress ip, Mac mac) {
        return Shape.of(StaticArp.class).of(Map.of("ip", ip, "mac", mac));
    }
}
