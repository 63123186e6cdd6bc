package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// What a NIC model can do, copied from the catalogue.
///
/// Attributes, defaults and units are explained in the resource `nicModel.md`.
public record NicModel(
        Id id,
        @Inline About about,
        Attribute<String> vendor,
        Attribute<List<Bytes>> allowedJumboBytes,
        Attribute<Bytes> minJumboBytes,
        Attribute<Bytes> maxJumboBytes,
        Attribute<Bytes> stepBytes,
        Attribute<Bytes> defaultJumboBytes,
        @Standard("HEADER14") JumboSemantics jumboSemantics,
        Attribute<SortedSet<RdmaTechnology>> rdmaTechnologies,
        Attribute<List<Mbps>> linkSpeedsMbps,
        Attribute<List<String>> sources) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static NicModel of(Id id, String name) {
        return Shape.of(NicModel.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.NIC_MODEL;
    }
}
