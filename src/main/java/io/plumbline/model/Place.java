package io.plumbline.model;

/// Where an element stands on the diagram: its upper left corner, in diagram units (pixels at 100 %).
/// A pinned element is left where it is by automatic layout.
public record Place(double x, double y, boolean pinned) {

    public Place {
        if (!Double.isFinite(x) || !Double.isFinite(y) || Math.abs(x) > 1e7 || Math.abs(y) > 1e7) {
            throw new IllegalArgumentException(x + ", " + y + " is no place on the diagram.");
        }
        // There is no negative zero, or equal places would not be equal.
        x += 0.0;
        y += 0.0;
    }

    public static Place at(double x, double y) {
        return new Place(x, y, false);
    }
}
