package io.plumbline.topology;

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

    /// What was read, in ascending order, as numbers that mean something to [Readers] alone.
    int[] reads() {
        return reads;
    }
}
