package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;

/// Where an endpoint meets the physical network.
///
/// @param nic    the NIC that carries it
/// @param port   the switch port the NIC is plugged into
/// @param edge   the hop at that port
/// @param bundle what frames to the endpoint are sent to: its LAG with the twin on an MLAG peer, else the port
/// @param spare  whether the NIC carries it only after a failure
public record Attachment(PhysicalNic nic, SwitchPort port, Hop edge, Id bundle, boolean spare) {

    public Id device() {
        return edge.device();
    }

    public VlanId vlan() {
        return edge.vlan();
    }
}
