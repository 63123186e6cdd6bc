package io.plumbline.topology;

import io.plumbline.model.Cable;
import io.plumbline.model.Id;
import java.util.List;
import java.util.Optional;

/// What joins two control planes: one cable, or the cables between two LAGs.
///
/// @param a      a stack or switch
/// @param b      the other
/// @param portA  the port, or the LAG, at `a`; empty where an MLAG pair is drawn without its peer link
/// @param portB  the same at `b`
/// @param cables its cables
/// @param peer   whether it is the peer link of an MLAG pair
public record Link(Id a, Id b, Optional<Id> portA, Optional<Id> portB, List<Cable> cables, boolean peer) {

    public Link {
        cables = List.copyOf(cables);
    }

    public Id other(Id device) {
        return device.equals(a) ? b : a;
    }

    /// The port or LAG at this end.
    public Optional<Id> portAt(Id device) {
        return device.equals(a) ? portA : portB;
    }
}
