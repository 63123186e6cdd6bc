package io.plumbline.topology;

import java.util.BitSet;
import java.util.stream.IntStream;

/// The numbers of elements, and of facts about the whole design, that an edit changed.
public final class Changes {
    private final BitSet numbers = new BitSet();
    private final Reads reads;

    Changes(Reads reads) {
        this.reads = reads;
    }

    void add(int number) {
        numbers.set(number);
        reads.changed(number);
    }

    /// The numbers, as [Noted#reads] has them.
    public IntStream numbers() {
        return numbers.stream();
    }

    /// Whether a calculation that read these would read something else now.
    boolean touch(BitSet reads) {
        return numbers.intersects(reads);
    }
}
