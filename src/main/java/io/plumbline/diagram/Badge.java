package io.plumbline.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The sign of a finding at the place of its cause, and the small copies at the other elements involved.
final class Badge {
    static final double FULL = 9;
    static final double SMALL = 8;
    static final double SMALL_UNDER = 22;
    static final double ON_TAB = 6.5;
    static final double COMPACT = 7;
    private static final double ECHO = 4.6;
    private static final double ECHO_HALO = 8;

    private static final Map<Look, List<Shape>> KNOWN = new ConcurrentHashMap<>();

    private Badge() {}

    /// The shapes around the origin; equal badges are the same list, so that a painter can keep what it made of them.
    static List<Shape> of(Mark mark, double r) {
        return KNOWN.computeIfAbsent(new Look(mark, r), look -> shapes(look.mark(), new Point(0, 0), look.r()));
    }

    private record Look(Mark mark, double r) {}

    private static List<Shape> shapes(Mark mark, Point at, double r) {
        boolean echo = mark.role() == Mark.Role.ECHO;
        var shapes = new ArrayList<Shape>();
        if (mark.sign() != Sign.TO_DO && mark.sign() != Sign.ACCEPTED) {
            shapes.add(new Shape.Disc(at, echo ? ECHO_HALO : r + 8, Ink.of(mark.sign().token(), Fade.HALO),
                    Stroke.NONE));
        }
        shapes.addAll(mark.sign().at(at, echo ? ECHO : r, Token.PANEL));
        if (!echo && mark.count() > 1) {
            addCount(shapes, mark, at.plus(r - 4, r - 6));
        }
        return List.copyOf(shapes);
    }

    private static void addCount(List<Shape> shapes, Mark mark, Point at) {
        String count = mark.count() > 99 ? "99+" : Integer.toString(mark.count());
        double width = Math.max(14, Math.ceil(Face.FIGURES_SEMI_BOLD.width(count, 10)) + 7);
        shapes.add(new Shape.Box(new Bounds(at.x(), at.y(), width, 12), 6, Shape.Corners.ALL, Ink.of(Token.PANEL),
                Stroke.hairline(mark.sign().outlineToken())));
        shapes.add(new Shape.Text(count, at.plus(width / 2, 9.4), Face.FIGURES_SEMI_BOLD, 10, Shape.Anchor.MIDDLE,
                width, Ink.of(Token.INK_1)));
    }
}
