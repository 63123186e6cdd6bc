package io.plumbline.predict;

import io.plumbline.model.Id;
import io.plumbline.model.Mbps;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Standing;
import java.util.Optional;

/// A network between two hosts, as a live migration sees it: an endpoint at each side, with the class and the speed of
/// the weaker one.
///
/// @param network the cluster network; empty where the two share a subnet that is none
/// @param name    the network's name, or the subnet
/// @param teamed  whether an end is the interface of an LBFO team
public record Lane(Optional<Id> network, String name, Endpoint source, Endpoint target, Standing standing, Mbps speed,
        boolean teamed) {

    /// "10 Gbps RDMA"
    public String describe() {
        return gigabits(speed) + " " + standing.display();
    }

    static String gigabits(Mbps speed) {
        return speed.value() % 1000 == 0 ? speed.value() / 1000 + " Gbps" : speed.value() + " Mbps";
    }
}
