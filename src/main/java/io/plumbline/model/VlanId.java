package io.plumbline.model;

/// A VLAN id of IEEE 802.1Q, 1 to 4094; 0 means "no VLAN" where a device uses it so.
public record VlanId(int value) implements Quantity, Comparable<VlanId> {

    public static final VlanId NONE = new VlanId(0);

    public VlanId {
        if (value < 0 || value > 4094) {
            throw new IllegalArgumentException(value + " is no VLAN id; VLAN ids run from 1 to 4094 (0 is none).");
        }
    }

    public boolean isNone() {
        return value == 0;
    }

    @Override
    public long amount() {
        return value;
    }

    @Override
    public int compareTo(VlanId other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
