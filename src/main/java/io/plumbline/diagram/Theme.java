package io.plumbline.diagram;

/// One look of the whole window: a colour for every token and an opacity for every fade.
public enum Theme {
    LIGHT, DARK, CONTRAST_BLACK, CONTRAST_WHITE;

    /// The colour of a token as `0xAARRGGBB`.
    public int argb(Token token) {
        return token.argb(this);
    }

    /// The colour of an ink as `0xAARRGGBB`, its fade included; zero where this theme leaves the ink out.
    public int argb(Ink ink) {
        int solid = ink.token().argb(this);
        int alpha = (int) Math.round((solid >>> 24) * opacity(ink.fade()));
        return alpha << 24 | solid & 0xFFFFFF;
    }

    public double opacity(Fade fade) {
        return fade.opacity(this);
    }

    /// The name in style sheets and in a file of settings: `contrast-black`.
    public String cssName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
