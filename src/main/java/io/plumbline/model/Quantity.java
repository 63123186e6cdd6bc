package io.plumbline.model;

/// A whole number with a unit. Files hold the bare number.
public interface Quantity {
    long amount();
}
