package io.plumbline.model;

/// A number of bytes.
public record Bytes(int value) implements Quantity, Comparable<Bytes> {

    public static final int MOST = 1000000000;

    public Bytes {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(value + " is outside 0 to 1000000000 bytes.");
        }
    }

    @Override
    public long amount() {
        return value;
    }

    @Override
    public int compareTo(Bytes other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
