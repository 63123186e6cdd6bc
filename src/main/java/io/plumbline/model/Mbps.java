package io.plumbline.model;

/// A link speed in megabits per second.
public record Mbps(int value) implements Quantity, Comparable<Mbps> {

    public static final int MOST = 10000000;

    public Mbps {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(value + " is outside 0 to 10000000 Mbit/s.");
        }
    }

    @Override
    public long amount() {
        return value;
    }

    @Override
    public int compareTo(Mbps other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
