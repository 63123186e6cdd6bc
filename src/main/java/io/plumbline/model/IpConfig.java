package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// The IP settings of an endpoint.
public record IpConfig(
        Attribute<List<IpAssignment>> addresses,
        Attribute<IpAddress> defaultGateway,
        Attribute<Bytes> nlMtuBytes,
        Bindings bindings,
        Attribute<NetworkCategory> networkCategory,
        Attribute<SortedSet<Purpose>> purposes) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static IpConfig unset() {
        return Shape.of(IpConfig.class).of(Map.of());
    }
}
