package io.plumbline.model;

import java.util.Map;

/// Remote direct memory access of an adapter.
public record Rdma(
        Attribute<Boolean> capable,
        Attribute<Boolean> enabled,
        Attribute<RdmaTechnology> technology,
        Attribute<Bytes> roceFrameBytes) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Rdma unset() {
        return Shape.of(Rdma.class).of(Map.of());
    }
}
