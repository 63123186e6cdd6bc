package io.plumbline.planted.model;

/// In order.
public record Square(int side) {
    public enum Corner {
        SHARP {
            @Override
            double radius() {
                return 0;
            }
        };

        abstract double radius();
    }
}
