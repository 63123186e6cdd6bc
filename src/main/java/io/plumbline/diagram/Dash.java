package io.plumbline.diagram;

import java.util.List;

/// The rhythm of a line, by what it says.
public enum Dash {
    SOLID,
    /// Belonging to an NLB cluster.
    MEMBERSHIP(5, 3),
    /// Ports that nothing uses, a to-do.
    FREE(2, 2),
    /// An element that would accept the dragged cable.
    TARGET(6, 3),
    /// A cable whose end still follows the pointer.
    LOOSE(5, 4),
    /// A cable that would be refused.
    REFUSED(2, 4),
    /// A smart guide.
    GUIDE(4, 3),
    /// What is switched off or missing.
    MISSING(3, 2);

    private final List<Double> lengths;

    Dash(double... lengths) {
        this.lengths = java.util.Arrays.stream(lengths).boxed().toList();
    }

    /// Drawn and left out in turn, in pixels at 100 %; empty for a solid line.
    public List<Double> lengths() {
        return lengths;
    }
}
