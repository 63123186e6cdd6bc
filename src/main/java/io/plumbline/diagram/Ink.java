package io.plumbline.diagram;

/// A colour by its meaning, and how much of it: what a shape is filled or stroked with.
public record Ink(Token token, Fade fade) {
    /// Leaves the shape empty, or without an edge.
    public static final Ink NONE = new Ink(Token.CANVAS, Fade.NONE);

    private static final Ink[] SOLID = new Ink[Token.values().length];

    static {
        for (Token token : Token.values()) {
            SOLID[token.ordinal()] = new Ink(token, Fade.SOLID);
        }
    }

    public static Ink of(Token token) {
        return SOLID[token.ordinal()];
    }

    public static Ink of(Token token, Fade fade) {
        return fade == Fade.SOLID ? of(token) : new Ink(token, fade);
    }

    public boolean isNone() {
        return fade == Fade.NONE;
    }
}
