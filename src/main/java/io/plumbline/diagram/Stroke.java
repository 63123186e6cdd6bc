package io.plumbline.diagram;

/// The line around or along a shape. A line of up to 1.25 lies inside the edge of its box, on whole pixels, so that it
/// is sharp; a wider one is centred on the edge.
public record Stroke(Ink ink, double width, Dash dash) {
    public static final Stroke NONE = new Stroke(Ink.NONE, 0, Dash.SOLID);

    public static Stroke of(Token token, double width) {
        return new Stroke(Ink.of(token), width, Dash.SOLID);
    }

    public static Stroke of(Token token, double width, Dash dash) {
        return new Stroke(Ink.of(token), width, dash);
    }

    /// The border of cards, chips and bars.
    public static Stroke hairline(Token token) {
        return of(token, 1);
    }

    public boolean isNone() {
        return ink.isNone() || width == 0;
    }

    /// Whether the line is drawn on whole pixels inside the edge.
    public boolean isHairline() {
        return width <= 1.25;
    }
}
