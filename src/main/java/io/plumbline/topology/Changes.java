package io.plumbline.topology;

import java.util.BitSet;
import java.util.stream.IntStream;

/// The numbers of elements, and of facts about the whole design, that an edit changed.
public final class Changes {
    private final BitSet numbers = new BitSet();

    void add(int number) {
        numbers.set(number);
    }

    /// The numbers, as [Noted#reads] has them.
    public IntStream numbers() {
        return numbers.stream();
    }

    /// Whether a calculation that read these would read something else now.
    boolean touch(int[] reads) {
        for (int number : reads) {
            if (numbers.get(number)) {
                return true;
            }
        }
        return false;
    }
}
