package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.MtuAccounting;

/// The MTU number in force at a switch port, as the device counts it.
///
/// @param value      the number
/// @param accounting what it counts
/// @param origin     where the number stands
/// @param setAt      the element that holds it: port, LAG, switch, stack, or the model for a default
public record PortMtu(int value, MtuAccounting accounting, Origin origin, Id setAt) {

    public enum Origin {
        PORT,
        LAG,
        /// One number for the whole switch.
        SYSTEM,
        /// Jumbo frames are a property of the VLAN.
        VLAN,
        /// The number of a traffic class.
        CLASS,
        /// Left as it came.
        DEFAULT
    }

    /// Whether nobody typed the number.
    public boolean isDefault() {
        return origin == Origin.DEFAULT;
    }
}
