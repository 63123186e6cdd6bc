package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A group of clients.
///
/// Attributes, defaults and units are explained in the resource `clientZone.md`.
public record ClientZone(
        Id id,
        @Inline About about,
        Attribute<IpPrefix> subnet,
        Attribute<String> addressSpaceId,
        @Refers({
                Kind.NLB_CLUSTER, Kind.HARDWARE_LOAD_BALANCER}) Attribute<List<Id>> reaches,
        Attribute<Translation> translatedBy) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static ClientZone of(Id id, String name) {
        return Shape.of(ClientZone.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.CLIENT_ZONE;
    }
}
