package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Dash;
import io.plumbline.diagram.Face;
import io.plumbline.diagram.Fade;
import io.plumbline.diagram.Ink;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.PathData;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Socket;
import io.plumbline.diagram.Stroke;
import io.plumbline.diagram.Token;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;

/// What is drawn above the picture while people work: hover, selection, targets, guides and tags. All of it keeps its
/// size on the screen, so its shapes are made in pixels of the screen.
final class Overlay {
    private static final double OUTSIDE_SELECTION = 3;
    private static final double OUTSIDE_HOVER = 2;
    private static final double TAG_SIZE = 11.5;
    private static final double PILL = 18;
    private static final double PILL_TEXT = 11;
    private static final double LEAST_PILLS = 0.5;
    private static final PathData CROSS = PathData.of("M-4 0H4M0 -4V4");
    private static final PathData NO_ENTRY = PathData.of("M-4.2 4.2L4.2 -4.2");

    private final Picture picture;
    private final Viewport viewport;
    private final Level level;
    private final List<Shape> shapes = new ArrayList<>();

    Overlay(Picture picture, Viewport viewport, Level level) {
        this.picture = picture;
        this.viewport = viewport;
        this.level = level;
    }

    List<Shape> shapes() {
        return shapes;
    }

    Viewport viewport() {
        return viewport;
    }

    void select(Id id) {
        for (Picture.Spot spot : picture.spotsOf(id, level)) {
            if (!spot.bounds().grownBy(40).overlaps(viewport.area().grownBy(1))) {
                continue;
            }
            if (spot.corners().isEmpty()) {
                Bounds around = Views.toScreen(viewport, spot.bounds()).grownBy(OUTSIDE_SELECTION);
                double radius = spot.radius() * viewport.zoom() + OUTSIDE_SELECTION;
                outline(around, radius, new Stroke(Ink.of(Token.ACCENT, Fade.RING), 5, Dash.SOLID));
                outline(around, radius, Stroke.of(Token.ACCENT, 2));
            } else {
                wire(spot.corners(), new Stroke(Ink.of(Token.ACCENT, Fade.RING), 8, Dash.SOLID));
                wire(spot.corners(), Stroke.of(Token.ACCENT, 2.5));
                handle(spot.corners().getFirst());
                handle(spot.corners().getLast());
            }
        }
    }

    /// What a finding rests on: the way along its cables, and an edge around each element that it names.
    void light(Evidence evidence) {
        for (Id id : evidence.lit()) {
            for (Picture.Spot spot : picture.spotsOf(id, level)) {
                if (!spot.id().equals(id) || !spot.bounds().grownBy(40).overlaps(viewport.area())) {
                    continue;
                }
                if (!spot.corners().isEmpty()) {
                    wire(spot.corners(), new Stroke(Ink.of(Token.ACCENT, Fade.GLOW), 9, Dash.SOLID));
                } else if (evidence.elements().contains(id)) {
                    outline(Views.toScreen(viewport, spot.bounds()).grownBy(1), spot.radius() * viewport.zoom() + 1,
                            Stroke.of(Token.ACCENT, 1.5));
                }
            }
        }
    }

    /// The figures of the evidence, each at its element: that of the fault filled, the others framed. And how to end it.
    void values(Evidence evidence) {
        if (viewport.zoom() >= LEAST_PILLS) {
            var taken = new ArrayList<Bounds>();
            evidence.valueById().forEach((id, value) -> picture.spotsOf(id, level).stream()
                    .filter(spot -> spot.id().equals(id)).findFirst()
                    .ifPresent(spot -> pill(evidence, id, value, spot, taken)));
        }
        int count = evidence.elements().size();
        String text = evidence.rule() + "  " + (count == 1 ? "1 element proves it" : count + " elements prove it")
                + ". Esc ends this view.";
        double width = Math.ceil(Face.REGULAR.width(text, TAG_SIZE)) + 20;
        shapes.add(new Shape.Box(new Bounds(12, 12, width, 24), 6, Shape.Corners.ALL, Ink.of(Token.PANEL),
                Stroke.of(Token.LINE_2, 1)));
        shapes.add(new Shape.Text(text, new Point(22, 28), Face.REGULAR, TAG_SIZE, Shape.Anchor.START, width,
                Ink.of(Token.INK_2)));
    }

    private void pill(Evidence evidence, Id id, String value, Picture.Spot spot, List<Bounds> taken) {
        double width = Math.ceil(Face.FIGURES_SEMI_BOLD.width(value, PILL_TEXT)) + 12;
        Point at = anchor(spot);
        Bounds box = new Bounds(Math.round(at.x() - width / 2), Math.round(at.y()), width, PILL);
        while (overlapsAny(box, taken)) {
            box = new Bounds(box.x(), box.y() + PILL + 2, width, PILL);
        }
        taken.add(box);
        boolean fault = id.equals(evidence.primary());
        Token fill = !fault ? Token.PANEL : switch (evidence.severity()) {
            case ERROR -> Token.ERR;
            case WARNING -> Token.WARN;
            case ADVICE -> Token.INFO;
        };
        Token ink = !fault ? Token.ACCENT_INK : switch (evidence.severity()) {
            case ERROR -> Token.ERR_GLYPH;
            case WARNING -> Token.WARN_GLYPH;
            case ADVICE -> Token.INFO_GLYPH;
        };
        shapes.add(new Shape.Box(box, 4, Shape.Corners.ALL, Ink.of(fill),
                fault ? Stroke.of(Token.PANEL, 1) : Stroke.of(Token.ACCENT, 1.5)));
        shapes.add(new Shape.Text(value, new Point(box.centreX(), box.y() + 13), Face.FIGURES_SEMI_BOLD, PILL_TEXT,
                Shape.Anchor.MIDDLE, width, Ink.of(ink)));
    }

    /// Under an element, above a port on the upper edge of its switch; on the longest run of a cable.
    private Point anchor(Picture.Spot spot) {
        if (spot.corners().isEmpty()) {
            Bounds on = Views.toScreen(viewport, spot.bounds());
            boolean onUpperEdge = picture.movedWith(spot.id()).filter(holder -> !holder.equals(spot.id()))
                    .flatMap(picture::boxOf).filter(box -> spot.bounds().y() < box.y() + 1).isPresent();
            return new Point(on.centreX(), onUpperEdge ? on.y() - PILL - 3 : on.bottom() + 3);
        }
        Point from = spot.corners().getFirst();
        Point to = from;
        for (int i = 0; i + 1 < spot.corners().size(); i++) {
            if (spot.corners().get(i).distanceTo(spot.corners().get(i + 1)) > from.distanceTo(to)) {
                from = spot.corners().get(i);
                to = spot.corners().get(i + 1);
            }
        }
        Point middle = viewport.toScreen(new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2));
        return new Point(middle.x(), middle.y() - PILL / 2);
    }

    private static boolean overlapsAny(Bounds box, List<Bounds> taken) {
        return taken.stream().anyMatch(box::overlaps);
    }

    void hover(Id id) {
        var stroke = new Stroke(Ink.of(Token.ACCENT, Fade.HOVER), 1.5, Dash.SOLID);
        for (Picture.Spot spot : picture.spotsOf(id, level)) {
            if (spot.corners().isEmpty()) {
                outline(Views.toScreen(viewport, spot.bounds()).grownBy(OUTSIDE_HOVER),
                        spot.radius() * viewport.zoom() + OUTSIDE_HOVER, stroke);
            } else {
                wire(spot.corners(), new Stroke(Ink.of(Token.ACCENT, Fade.HOVER), 2.5, Dash.SOLID));
            }
        }
    }

    /// An element that would take what is being dropped.
    void target(Id id) {
        for (Picture.Spot spot : picture.spotsOf(id, level)) {
            Bounds around = Views.toScreen(viewport, spot.bounds()).grownBy(OUTSIDE_SELECTION);
            shapes.add(new Shape.Box(around, spot.radius() * viewport.zoom() + OUTSIDE_SELECTION, Shape.Corners.ALL,
                    Ink.of(Token.ACCENT, Fade.TARGET), Stroke.of(Token.ACCENT, 1.5, Dash.TARGET)));
        }
    }

    /// The edge of something that is on its way to its place.
    void ghost(Bounds drawing) {
        outline(Views.toScreen(viewport, drawing).grownBy(1), 8 * viewport.zoom(), Stroke.of(Token.ACCENT, 1.5));
    }

    /// A jack or port that could take the loose end.
    void open(Socket socket) {
        Point at = viewport.toScreen(socket.at());
        shapes.add(new Shape.Disc(at, 4.5, Ink.of(Token.PANEL), Stroke.of(Token.ACCENT, 1.5)));
    }

    /// The exact jack or port that will take it.
    void plus(Point drawing) {
        Point at = viewport.toScreen(drawing);
        shapes.add(new Shape.Disc(at, 8, Ink.of(Token.ACCENT), Stroke.of(Token.PANEL, 1.5)));
        shapes.add(new Shape.Trace(CROSS, at, 1, Ink.NONE, Stroke.of(Token.ON_ACCENT, 1.75)));
    }

    void noEntry(Point drawing) {
        Point at = viewport.toScreen(drawing);
        shapes.add(new Shape.Disc(at, 7.5, Ink.of(Token.PANEL), Stroke.of(Token.ERR, 2)));
        shapes.add(new Shape.Trace(NO_ENTRY, at, 1, Ink.NONE, Stroke.of(Token.ERR, 2)));
    }

    /// A cable whose end still follows the pointer.
    void looseCable(List<Point> points, Dash dash) {
        List<Point> onScreen = points.stream().map(viewport::toScreen).toList();
        shapes.add(new Shape.Wire(onScreen, 0, Stroke.of(dash == Dash.REFUSED ? Token.INK_3 : Token.ACCENT, 2, dash)));
    }

    void guide(Snap.Guide guide) {
        boolean upright = guide.way() == Snap.Guide.Way.UPRIGHT;
        Point from = viewport.toScreen(upright ? new Point(guide.at(), guide.from())
                : new Point(guide.from(), guide.at()));
        Point to = viewport.toScreen(upright ? new Point(guide.at(), guide.to()) : new Point(guide.to(), guide.at()));
        shapes.add(new Shape.Wire(List.of(rounded(from), rounded(to)), 0, Stroke.of(Token.ACCENT, 1, Dash.GUIDE)));
    }

    /// A small filled tag with a distance, in the middle between two things.
    void distance(Point drawing, String text) {
        Point at = viewport.toScreen(drawing);
        double width = Math.ceil(Face.FIGURES_SEMI_BOLD.width(text, 11)) + 10;
        shapes.add(new Shape.Box(new Bounds(Math.round(at.x() - width / 2), Math.round(at.y() - 8), width, 16), 3,
                Shape.Corners.ALL, Ink.of(Token.ACCENT), Stroke.NONE));
        shapes.add(new Shape.Text(text, new Point(at.x(), at.y() + 4), Face.FIGURES_SEMI_BOLD, 11, Shape.Anchor.MIDDLE,
                width, Ink.of(Token.ON_ACCENT)));
    }

    /// The area of a marquee; dashed while everything counts that it touches.
    void marquee(Bounds drawing, Dash dash) {
        shapes.add(new Shape.Box(Views.toScreen(viewport, drawing), 0, Shape.Corners.ALL,
                Ink.of(Token.ACCENT, Fade.TARGET),
                Stroke.of(Token.ACCENT, 1, dash)));
    }

    /// A tag at the pointer: what would happen, or why it cannot.
    void tag(Point drawing, List<String> lines) {
        Point at = viewport.toScreen(drawing);
        double wide = 0;
        for (int i = 0; i < lines.size(); i++) {
            wide = Math.max(wide, face(i).width(lines.get(i), TAG_SIZE));
        }
        double width = Math.ceil(wide) + 16;
        double height = 8 + lines.size() * 16;
        double x = Math.round(Math.min(at.x() + 14, viewport.width() - width - 4));
        double y = Math.round(Math.min(at.y() + 16, viewport.height() - height - 4));
        shapes.add(new Shape.Box(new Bounds(x, y, width, height), 4, Shape.Corners.ALL, Ink.of(Token.INK_1),
                Stroke.NONE));
        for (int i = 0; i < lines.size(); i++) {
            shapes.add(new Shape.Text(lines.get(i), new Point(x + 8, y + 16 + i * 16), face(i), TAG_SIZE,
                    Shape.Anchor.START, width, Ink.of(Token.PANEL)));
        }
    }

    private static Face face(int line) {
        return line == 0 ? Face.SEMI_BOLD : Face.REGULAR;
    }

    private void outline(Bounds bounds, double radius, Stroke stroke) {
        shapes.add(new Shape.Box(bounds, radius, Shape.Corners.ALL, Ink.NONE, stroke));
    }

    private void wire(List<Point> corners, Stroke stroke) {
        shapes.add(new Shape.Wire(corners.stream().map(viewport::toScreen).toList(), 8 * viewport.zoom(), stroke));
    }

    private void handle(Point corner) {
        Point at = viewport.toScreen(corner);
        shapes.add(new Shape.Box(new Bounds(at.x() - 4, at.y() - 4, 8, 8), 1.5, Shape.Corners.ALL, Ink.of(Token.PANEL),
                Stroke.of(Token.ACCENT, 1.5)));
    }

    private static Point rounded(Point point) {
        return new Point(Math.round(point.x()), Math.round(point.y()));
    }
}
