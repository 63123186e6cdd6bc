package io.plumbline.predict;

import io.plumbline.topology.Segment;

/// A network that both hosts have and that does not carry the migration.
///
/// @param selected whether the selection holds it; then it was meant to work
public record Unused(Segment network, Reason reason, boolean selected) {

    public String name() {
        return network.name();
    }

    /// Whether it stays idle because another network is better.
    public boolean isLesser() {
        return reason == Reason.LESSER_CLASS || reason == Reason.SLOWER;
    }

    public enum Reason {
        NOT_SELECTED,
        /// No link at one end.
        DOWN,
        /// Its class is below the best.
        LESSER_CLASS,
        /// Its class is the best, its speed is not.
        SLOWER,
        /// It waits until the first network is unavailable (TCP/IP, compression).
        STANDBY,
        /// SMB does not run there: not bound, or multichannel is off.
        NO_SMB
    }
}
