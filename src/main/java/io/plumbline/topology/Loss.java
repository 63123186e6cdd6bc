package io.plumbline.topology;

import io.plumbline.model.Id;
import java.util.Optional;

/// Something that can fail as one: a part of the network, with everything that goes along.
///
/// Two are equal when the same thing fails.
///
/// @param kind    what it is
/// @param element the NIC, cable, switch or stack; of a card its first NIC, of a LAG between switches its first cable
/// @param whole   the host of a NIC or card, the stack of a unit; empty for the rest
public record Loss(Kind kind, Id element, Optional<Id> whole) {

    /// From the smallest to the largest.
    public enum Kind {
        /// A NIC with its cable and the port that the cable leads to.
        NIC,
        /// A cable between switches, or the LAG that bundles several of them.
        LINK,
        /// An adapter card with all its NICs.
        CARD,
        /// One unit of a stack.
        UNIT,
        /// A switch that is in no stack.
        SWITCH,
        /// A stack as a whole.
        STACK
    }

    static Loss of(Kind kind, Id element) {
        return new Loss(kind, element, Optional.empty());
    }

    static Loss in(Id whole, Kind kind, Id element) {
        return new Loss(kind, element, Optional.of(whole));
    }

    /// Whether it is inside of a host.
    public boolean isLocal() {
        return kind == Kind.NIC || kind == Kind.CARD;
    }
}
