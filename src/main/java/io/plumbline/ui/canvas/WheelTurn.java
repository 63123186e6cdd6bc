package io.plumbline.ui.canvas;

/// How far a wheel was turned.
final class WheelTurn {
    /// What one notch is on the platforms that count in pixels.
    private static final double PIXELS_PER_NOTCH = 40;

    private WheelTurn() {}

    /// The notches in a scroll event. Platforms report either pixels (40 for a notch) or notches (1 for a notch); a
    /// touch pad reports parts of either.
    ///
    /// @param delta      what the event says was turned
    /// @param multiplier the pixels a notch has by the event itself, or 0 when it does not say
    static double notches(double delta, double multiplier) {
        if (multiplier > 1) {
            return delta / multiplier;
        }
        return multiplier == 1 || Math.abs(delta) <= 1 ? delta : delta / PIXELS_PER_NOTCH;
    }

    /// How far the drawing is scrolled for it, in pixels on the screen.
    static double pixels(double delta, double multiplier) {
        return notches(delta, multiplier) * PIXELS_PER_NOTCH * 1.5;
    }
}
