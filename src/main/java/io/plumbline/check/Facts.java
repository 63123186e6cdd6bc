package io.plumbline.check;

import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.topology.Names;
import io.plumbline.topology.Topology;

/// What rules look at: the design and what follows from it. Built once per change.
public record Facts(Design design, Topology topology, Names names) {

    public static Facts of(Design design) {
        return new Facts(design, Topology.of(design), Names.of(design));
    }

    /// The name of an element as messages print it.
    public String name(Id id) {
        return names.of(id);
    }
}
