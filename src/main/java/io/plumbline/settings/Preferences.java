package io.plumbline.settings;

/// What the user chose for the program as a whole.
///
/// @param fontSize       of the window, in pixels
/// @param snap           whether what is moved snaps to the grid
/// @param animations     whether anything moves by itself
/// @param keepsRecent    off on shared machines: then no file name is remembered
public record Preferences(Appearance appearance, int fontSize, Wheel wheel, boolean snap, boolean animations,
        boolean keepsRecent) {
    public static final int SMALLEST_FONT = 9;
    public static final int LARGEST_FONT = 32;
    public static final Preferences STANDARD = new Preferences(Appearance.SYSTEM, 13, Wheel.SCROLLS, true, true, true);

    public Preferences {
        if (fontSize < SMALLEST_FONT || fontSize > LARGEST_FONT) {
            throw new IllegalArgumentException("The font size runs from %d to %d, %d is outside."
                    .formatted(SMALLEST_FONT, LARGEST_FONT, fontSize));
        }
    }

    public Preferences withAppearance(Appearance changed) {
        return new Preferences(changed, fontSize, wheel, snap, animations, keepsRecent);
    }

    public Preferences withFontSize(int changed) {
        return new Preferences(appearance, changed, wheel, snap, animations, keepsRecent);
    }

    public Preferences withWheel(Wheel changed) {
        return new Preferences(appearance, fontSize, changed, snap, animations, keepsRecent);
    }

    public Preferences withSnap(boolean changed) {
        return new Preferences(appearance, fontSize, wheel, changed, animations, keepsRecent);
    }

    public Preferences withAnimations(boolean changed) {
        return new Preferences(appearance, fontSize, wheel, snap, changed, keepsRecent);
    }

    public Preferences withKeepsRecent(boolean changed) {
        return new Preferences(appearance, fontSize, wheel, snap, animations, changed);
    }
}
