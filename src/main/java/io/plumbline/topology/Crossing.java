package io.plumbline.topology;

import io.plumbline.model.Id;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// The largest packet of IP that two endpoints of a network agree on and that passes a hop on the way between them.
///
/// @param network  the cluster network
/// @param hop      the port or LAG it passes
/// @param a        the endpoint on whose side the hop is
/// @param b        the other
/// @param bytes    the smaller of what the two send; [#UNBOUNDED] while neither is known
/// @param failover whether it comes this way only after a failure
/// @param fits     whether the ports at which the two meet the network let it through, as far as known
/// @param needs    sizes that are not known and could make it smaller
public record Crossing(Id network, Hop hop, Endpoint a, Endpoint b, int bytes, boolean failover, boolean fits,
        SortedSet<Missing> needs) {

    public static final int UNBOUNDED = Integer.MAX_VALUE;

    public Crossing {
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }
}
