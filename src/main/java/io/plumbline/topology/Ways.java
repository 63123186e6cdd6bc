package io.plumbline.topology;

import java.util.List;
import java.util.SortedSet;

/// How a VLAN gets from one control plane to another.
///
/// @param connected whether there is any way; trivially between a device and itself
/// @param shortest  the links on the shortest ways: taken while all is well
/// @param detours   the links on longer loop-free ways: taken after a failure
/// @param hops      the ports and LAGs at the ends of the shortest links
/// @param detourHops the same of the detours
/// @param needs     values that are not known and could open a further way
public record Ways(boolean connected, List<Link> shortest, List<Link> detours, Answer<List<Hop>> hops,
        Answer<List<Hop>> detourHops, SortedSet<Missing> needs) {

    public Ways {
        shortest = List.copyOf(shortest);
        detours = List.copyOf(detours);
    }
}
