package io.plumbline.check.vlan;

import io.plumbline.model.Cable;
import io.plumbline.model.Id;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Topology;
import io.plumbline.topology.Wiring;
import java.util.Optional;

/// A link between two switches by the ports, or LAGs, at its ends.
record SwitchLink(Id a, Id b) {

    /// The link of a cable. Of a LAG with several cables the first one speaks for all.
    static Optional<SwitchLink> of(Topology topology, Cable cable) {
        if (!isUp(topology, cable.endA()) || !isUp(topology, cable.endB())
                || topology.wiring().controlPlane(cable.endA()) == topology.wiring().controlPlane(cable.endB())) {
            return Optional.empty();
        }
        Id a = topology.wiring().logicalPort(cable.endA());
        Id b = topology.wiring().logicalPort(cable.endB());
        for (Id port : topology.wiring().members(a)) {
            for (Cable other : topology.wiring().cables(port)) {
                Id far = Wiring.other(other, port);
                if (topology.is(far, SwitchPort.class) && topology.wiring().logicalPort(far).equals(b)) {
                    return other.id().equals(cable.id()) ? Optional.of(new SwitchLink(a, b)) : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isUp(Topology topology, Id port) {
        return topology.find(port, SwitchPort.class).filter(each -> !each.adminUp().is(false)).isPresent();
    }
}
