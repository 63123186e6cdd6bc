package io.plumbline.model;

import java.util.Map;
import java.util.SortedSet;

/// A port of a network adapter in a host.
///
/// Attributes, defaults and units are explained in the resource `physicalNic.md`.
public record PhysicalNic(
        Id id,
        @Inline About about,
        @Refers(Kind.HOST) Id host,
        @Refers(Kind.NIC_MODEL) Attribute<Id> model,
        Attribute<String> vendor,
        Attribute<String> driverVersion,
        Attribute<String> firmwareVersion,
        Attribute<String> card,
        Attribute<Integer> portOnCard,
        Attribute<MediaType> mediaType,
        Attribute<Mbps> linkSpeedMbps,
        Attribute<Boolean> linkUp,
        Attribute<Bytes> jumboPacket,
        Attribute<VlanId> vlanId,
        Rss rss,
        Attribute<Boolean> vmqEnabled,
        Attribute<Integer> vmqBaseProcessor,
        Attribute<Integer> vmqMaxProcessors,
        Rdma rdma,
        Attribute<Boolean> sriovCapable,
        Attribute<Boolean> dcbEnabled,
        Attribute<SortedSet<Purpose>> purposes,
        IpConfig ip) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static PhysicalNic of(Id id, String name, Id host) {
        return Shape.of(PhysicalNic.class).of(Map.of("id", id, "name", name, "host", host));
    }

    @Override
    public Kind kind() {
        return Kind.PHYSICAL_NIC;
    }
}
