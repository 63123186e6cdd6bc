package io.plumbline.topology;

import io.plumbline.model.Id;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A switch whose static entries for an NLB cluster leave out ports at which nodes are or may turn up.
///
/// @param device  the stack or switch
/// @param entries its entries for the cluster
/// @param listed  the ports and LAGs they list
/// @param missing those they lack: ports of nodes, and links to switches that have some
/// @param members ports they list although they are bundled; the LAG would have to stand there
public record NlbGap(Id device, List<NlbEntry> entries, SortedSet<Id> listed, SortedSet<Id> missing,
        SortedSet<Id> members) {

    public NlbGap {
        entries = List.copyOf(entries);
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
        members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    }
}
