package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.VlanId;

/// A switch port, or a LAG, that the frames of a path pass.
///
/// @param port   the port; where it is bundled the LAG
/// @param device the switch or stack it is on
/// @param vlan   the VLAN of the frames
/// @param tagged whether they carry its tag on the wire here
/// @param place  at a host, or between switches
public record Hop(Id port, Id device, VlanId vlan, boolean tagged, Place place) {

    public enum Place {
        /// The port faces a host.
        EDGE,
        /// A link between switches: a cable, a LAG, or the peer link of an MLAG pair.
        INTER_SWITCH
    }
}
