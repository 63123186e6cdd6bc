package io.plumbline.topology;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// All hops between two endpoints.
///
/// @param connected whether any way joins them
/// @param normal    hops that frames pass while all is well
/// @param failover  hops that frames pass only after a failure
public record Reach(boolean connected, SequencedSet<Hop> normal, SequencedSet<Hop> failover) {

    public Reach {
        normal = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(normal));
        failover = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(failover));
    }
}
