package io.plumbline.predict;

import io.plumbline.model.Mbps;
import io.plumbline.model.TeamInterface;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Segment;
import io.plumbline.topology.Standing;

/// A network between two hosts, as a live migration sees it: an endpoint at each side, with the class and the speed of
/// the weaker one. Neither matters under TCP/IP and compression, so they need not be known.
///
/// @param network the cluster network, or the subnet where it is none
public record Lane(Segment network, Endpoint source, Endpoint target, Answer<Standing> standing, Answer<Mbps> speed) {

    public String name() {
        return network.name();
    }

    /// Whether an end is the interface of an LBFO team: one endpoint for all its members, and no RDMA.
    public boolean teamed() {
        return source.element() instanceof TeamInterface || target.element() instanceof TeamInterface;
    }

    /// "10 Gbps RDMA", as far as it is known.
    public String describe() {
        return (speed.map(Lane::gigabits).orElse("") + " " + standing.map(Standing::display).orElse("")).strip();
    }

    /// "10 Gbps", "100 Mbps"
    public static String gigabits(Mbps speed) {
        return speed.value() >= 1000 && speed.value() % 1000 == 0 ? speed.value() / 1000 + " Gbps"
                : speed.value() + " Mbps";
    }
}
