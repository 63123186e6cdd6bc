package io.plumbline.topology;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// The static entries that a switch has for an NLB cluster in its VLAN.
///
/// @param exact entries for the MAC that the cluster uses
/// @param wrong entries that were meant for it and carry another MAC: they have the prefix of its present mode, fit no
///              cluster of the VLAN and no other application, and name the cluster or differ in a slip of the pen
/// @param needs what would have to be known about further entries
public record NlbEntries(List<NlbEntry> exact, List<NlbEntry> wrong, SortedSet<Missing> needs) {

    public NlbEntries {
        exact = List.copyOf(exact);
        wrong = List.copyOf(wrong);
        needs = Collections.unmodifiableSortedSet(new TreeSet<>(needs));
    }

    /// The entries that steer the cluster's frames; where there are none, those that were meant to.
    public List<NlbEntry> attributed() {
        return exact.isEmpty() ? wrong : exact;
    }
}
