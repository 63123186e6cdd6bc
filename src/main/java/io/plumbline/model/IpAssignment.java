package io.plumbline.model;

import java.util.Map;

/// One address of an endpoint.
public record IpAssignment(
        IpAddress address,
        @Standard("24") int prefixLength,
        Attribute<AddressSource> source) implements Part {

    public static IpAssignment of(IpAddress address) {
        return Shape.of(IpAssignment.class).of(Map.of("address", address));
    }
}
