package io.plumbline.model;

/// A point a cable was led through by hand.
public record Bend(double x, double y) {

    public Bend {
        Place place = Place.at(x, y);
        x = place.x();
        y = place.y();
    }
}
