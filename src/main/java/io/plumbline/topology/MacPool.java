package io.plumbline.topology;

import io.plumbline.model.Mac;

/// The MACs that a host gives to virtual adapters without one of their own.
public record MacPool(Mac first, Mac last) {

    public boolean isEmpty() {
        return first.compareTo(last) > 0;
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
