package io.plumbline.topology;

import java.util.stream.IntStream;

/// Something that was worked out, and what was read for it.
public final class Noted<T> {
    private final T value;
    private final int[] reads;

    Noted(T value, int[] reads) {
        this.value = value;
        this.reads = reads;
    }

    public T value() {
        return value;
    }

    /// What was read, as numbers that mean something to [Changes] alone.
    public IntStream reads() {
        return IntStream.of(reads);
    }

    /// Whether it would have to be worked out again.
    public boolean isTouchedBy(Changes changes) {
        return changes.touch(reads);
    }
}
