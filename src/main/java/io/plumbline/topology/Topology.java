package io.plumbline.topology;

import io.plumbline.model.Design;

/// What follows from a drawing, indexed once per design.
public record Topology(Design design) {

    public static Topology of(Design design) {
        return new Topology(design);
    }
}
