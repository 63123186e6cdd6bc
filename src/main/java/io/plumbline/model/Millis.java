package io.plumbline.model;

/// A time in milliseconds.
public record Millis(int value) implements Quantity, Comparable<Millis> {

    public static final int MOST = 86400000;

    public Millis {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(value + " is outside 0 to 86400000 ms.");
        }
    }

    @Override
    public long amount() {
        return value;
    }

    @Override
    public int compareTo(Millis other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
