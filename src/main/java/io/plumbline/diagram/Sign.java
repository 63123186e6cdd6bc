package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A severity by its shape first and its colour second, the same in the drawing, the tables and the runbook.
public enum Sign {
    ERROR, WARNING, ADVICE, TO_DO, PASSED, ACCEPTED, LESSON;

    private static final PathData OCTAGON = octagon();
    private static final PathData TRIANGLE = triangle();
    private static final PathData DISC = PathData.of("M-.92 0A.92 .92 0 0 1 .92 0A.92 .92 0 0 1 -.92 0Z");
    private static final PathData RING = PathData.of("M-.8 0A.8 .8 0 0 1 .8 0A.8 .8 0 0 1 -.8 0Z");
    private static final PathData DIAMOND = PathData.of("M0 -1.06L1.06 0L0 1.06L-1.06 0Z");
    private static final PathData SQUARE = PathData.of("M-.44 -.8H.44A.36 .36 0 0 1 .8 -.44V.44A.36 .36 0 0 1 .44 .8"
            + "H-.44A.36 .36 0 0 1 -.8 .44V-.44A.36 .36 0 0 1 -.44 -.8Z");
    private static final PathData CROSS = PathData.of("M-.33 -.33L.33 .33M.33 -.33L-.33 .33");
    private static final PathData BAR_AND_DOT = PathData.of("M0 -.375V.175M0 .5375V.55");
    private static final PathData LETTER_I = PathData.of("M0 -.05V.45M0 -.4375V-.425");
    private static final PathData TICK = PathData.of("M-.375 .025L-.1 .325L.4 -.3");
    private static final PathData QUESTION = PathData.of("M-.275 -.2125A.275 .275 0 1 1 0 .1125V.2M0 .5V.5125");

    /// The colour of the shape.
    public Token token() {
        return switch (this) {
            case ERROR -> Token.ERR;
            case WARNING -> Token.WARN;
            case ADVICE -> Token.INFO;
            case TO_DO, ACCEPTED -> Token.INK_3;
            case PASSED -> Token.OK;
            case LESSON -> Token.ACCENT;
        };
    }

    /// The colour of an outline around the marked element: amber alone would be too pale on a light ground.
    public Token outlineToken() {
        return this == WARNING ? Token.WARN_INK : token();
    }

    /// Whether the marked element gets a coloured outline. Only what needs work is coloured.
    boolean isOutlined() {
        return this == ERROR || this == WARNING;
    }

    /// The name in style sheets: `to-do`.
    public String cssName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The shape with half size `r` around `centre`, cut out of what lies below by a line in the colour of `ground`.
    public List<Shape> at(Point centre, double r, Token ground) {
        var shapes = new ArrayList<Shape>();
        PathData body = body();
        var keyline = new Shape.Trace(body, centre, r, Ink.of(ground), Stroke.of(ground, 2));
        switch (this) {
            case TO_DO -> shapes.add(
                    new Shape.Trace(body, centre, r, Ink.NONE, Stroke.of(Token.INK_3, 1.5, Dash.FREE)));
            case ACCEPTED -> {
                shapes.add(new Shape.Trace(body, centre, r, Ink.of(Token.PANEL),
                        Stroke.of(Token.LINE_3, r * 0.1875)));
                shapes.add(glyph(TICK, centre, r, Token.INK_3, 0.2));
            }
            case WARNING -> {
                shapes.add(keyline);
                shapes.add(new Shape.Trace(body, centre, r, Ink.of(Token.WARN), Stroke.of(Token.WARN_INK, 1)));
                shapes.add(glyph(BAR_AND_DOT, centre, r, Token.WARN_GLYPH, 0.225));
            }
            case ERROR -> addFilled(shapes, keyline, CROSS, Token.ERR_GLYPH, 0.225);
            case ADVICE -> addFilled(shapes, keyline, LETTER_I, Token.INFO_GLYPH, 0.225);
            case PASSED -> addFilled(shapes, keyline, TICK, Token.OK_GLYPH, 0.225);
            case LESSON -> addFilled(shapes, keyline, QUESTION, Token.ON_ACCENT, 0.1875);
        }
        return List.copyOf(shapes);
    }

    private void addFilled(List<Shape> shapes, Shape.Trace keyline, PathData glyph, Token glyphToken, double line) {
        shapes.add(keyline);
        shapes.add(new Shape.Trace(keyline.path(), keyline.origin(), keyline.scale(), Ink.of(token()), Stroke.NONE));
        shapes.add(glyph(glyph, keyline.origin(), keyline.scale(), glyphToken, line));
    }

    private static Shape glyph(PathData path, Point centre, double r, Token token, double line) {
        return new Shape.Trace(path, centre, r, Ink.NONE, Stroke.of(token, line * r));
    }

    private PathData body() {
        return switch (this) {
            case ERROR -> OCTAGON;
            case WARNING -> TRIANGLE;
            case ADVICE, PASSED -> DISC;
            case TO_DO -> RING;
            case ACCEPTED -> SQUARE;
            case LESSON -> DIAMOND;
        };
    }

    private static PathData octagon() {
        var path = new StringBuilder();
        for (int k = 0; k < 8; k++) {
            double angle = Math.toRadians(22.5 + 45 * k);
            path.append(k == 0 ? 'M' : 'L').append(decimals(Math.cos(angle))).append(' ')
                    .append(decimals(Math.sin(angle)));
        }
        return PathData.of(path.append('Z').toString());
    }

    /// Apex up, each corner cut back by the same length and rounded.
    private static PathData triangle() {
        double[][] corners = {{0, -1.04}, {1.10, 0.85}, {-1.10, 0.85}};
        double cut = 0.23;
        var path = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            double[] corner = corners[i];
            double[] in = towards(corner, corners[(i + 2) % 3], cut);
            double[] out = towards(corner, corners[(i + 1) % 3], cut);
            path.append(i == 0 ? 'M' : 'L').append(decimals(in[0])).append(' ').append(decimals(in[1])).append('Q')
                    .append(decimals(corner[0])).append(' ').append(decimals(corner[1])).append(' ')
                    .append(decimals(out[0])).append(' ').append(decimals(out[1]));
        }
        return PathData.of(path.append('Z').toString());
    }

    private static double[] towards(double[] from, double[] to, double length) {
        double whole = Math.hypot(to[0] - from[0], to[1] - from[1]);
        return new double[]{from[0] + (to[0] - from[0]) / whole * length, from[1] + (to[1] - from[1]) / whole * length};
    }

    private static String decimals(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
