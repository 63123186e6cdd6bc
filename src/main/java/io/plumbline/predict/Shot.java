package io.plumbline.predict;

import java.util.List;
import java.util.Optional;

/// One do-not-fragment packet on its way.
///
/// @param payload   the `-l` of the ping
/// @param ipBytes   the size of its IP packet
/// @param legs      every place on the way, in order, with what becomes of the packet there
/// @param droppedAt the place that does not let it through; empty when it arrives
/// @param reply     what the administrator sees
public record Shot(int payload, int ipBytes, List<Leg> legs, Optional<Stop> droppedAt, String reply) {

    public Shot {
        legs = List.copyOf(legs);
    }

    public boolean arrives() {
        return droppedAt.isEmpty();
    }

    /// What becomes of the packet at one place.
    public enum Fate {
        PASSES,
        /// Passes or not: what the device's number counts is not documented.
        MAY_PASS,
        DROPPED,
        /// Dropped before it came here.
        NEVER_REACHED
    }

    /// One place on the way.
    ///
    /// @param counted the packet as this device counts it, to compare with `stop.number()`
    public record Leg(Stop stop, int counted, Fate fate) {}
}
