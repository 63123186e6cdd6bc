package io.plumbline.topology;

import io.plumbline.model.PhysicalNic;
import java.util.List;

/// One loop-free way from a NIC to another.
///
/// @param a        where it starts
/// @param nicA     the NIC under it that sends
/// @param hops     the ports and LAGs passed, in order; none when a cable joins the two NICs
/// @param nicB     the NIC that receives
/// @param b        where it ends
/// @param failover whether it is taken only after a failure: by a standby member, or by a detour
public record Path(Endpoint a, PhysicalNic nicA, List<Hop> hops, PhysicalNic nicB, Endpoint b, boolean failover) {

    public Path {
        hops = List.copyOf(hops);
    }
}
