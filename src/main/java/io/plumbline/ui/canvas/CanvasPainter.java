package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Brush;
import io.plumbline.diagram.Dash;
import io.plumbline.diagram.Face;
import io.plumbline.diagram.Fade;
import io.plumbline.diagram.Ink;
import io.plumbline.diagram.Layer;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.PathData;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Shape.Corners;
import io.plumbline.diagram.Stroke;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Id;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Paints a picture on a canvas. All places are worked out in whole pixels of the canvas, so that lines are sharp at
/// every zoom, and what is dear to draw (round corners, bends, curves of text) is avoided or remembered.
public final class CanvasPainter {
    private static final double LEAST_TEXT = 10;
    private static final double MOST_LINE_SCALE = 1.5;
    private static final Id NONE = new Id("none");
    private static final double DOT = 16;
    private static final double LEAST_DOT = 12;
    private static final double MOST_SPRITE = 40;

    /// Under this zoom cables are a grey mist that costs more than all the rest.
    static final double LEAST_CABLES = 0.09;

    private final GraphicsContext graphics;
    private final Sprites sprites = new Sprites();
    private final Color[][] colors = new Color[Token.values().length][Fade.values().length];
    private final int[][] argbs = new int[Token.values().length][Fade.values().length];
    private Theme theme;
    private Dots dots;
    private double canvasWidth;
    private double canvasHeight;
    private boolean clear = true;
    private Set<Id> lit = Set.of();
    private Set<Id> holders = Set.of();
    private Color fill;
    private Face face;
    private double size;

    public CanvasPainter(GraphicsContext graphics, Theme theme) {
        this.graphics = graphics;
        setTheme(theme);
    }

    public Theme theme() {
        return theme;
    }

    public void setTheme(Theme theme) {
        this.theme = theme;
        sprites.clear();
        for (Token token : Token.values()) {
            for (Fade fade : Fade.values()) {
                int argb = isMixedBeforehand(fade) ? mixed(theme.argb(Token.CANVAS), theme.argb(Ink.of(token, fade)))
                        : theme.argb(Ink.of(token, fade));
                argbs[token.ordinal()][fade.ordinal()] = argb;
                colors[token.ordinal()][fade.ordinal()] = color(argb);
            }
        }
    }

    /// The base: the ground with its dots, and the picture without what a gesture has lifted.
    public void paint(Picture picture, Viewport view, Level level, Set<Id> without) {
        begin();
        canvasWidth = view.width();
        canvasHeight = view.height();
        ground(view);
        picture.paint(level, view.area(), without, brush(view, level));
        graphics.setGlobalAlpha(1);
    }

    /// Lets everything step back but these elements, the cards that hold them, and the frames; nothing when there are
    /// none. The signs of a card step back with the rest.
    public void light(Set<Id> elements, Set<Id> cards) {
        lit = elements;
        holders = cards;
    }

    /// What a gesture has lifted, where it has moved it, on a clear overlay.
    public void paintLifted(Picture picture, Viewport view, Level level, Set<Id> lifted, double dx, double dy) {
        begin();
        picture.paintLifted(level, lifted, dx, dy, brush(view, level));
    }

    /// The signs of some elements again, over what covers them.
    public void paintSigns(Picture picture, Viewport view, Level level, Predicate<Id> wanted) {
        begin();
        picture.paintSigns(level, wanted, brush(view, level));
    }

    /// Makes the canvas transparent, as an overlay starts.
    public void clear(Viewport view) {
        if (!clear) {
            graphics.clearRect(0, 0, view.width(), view.height());
            clear = true;
        }
    }

    /// Whether nothing was painted since the canvas was made transparent.
    public boolean isClear() {
        return clear;
    }

    /// Shapes of the overlay, in places of the drawing.
    public void paint(List<Shape> shapes, Viewport view, Level level) {
        begin();
        Brush brush = brush(view, level);
        brush.figure(NONE, shapes, 0, 0);
    }

    /// Shapes around a place of the drawing that keep their size on screen.
    public void pin(List<Shape> shapes, Point at, Viewport view) {
        begin();
        brush(view, Level.FULL).pin(NONE, shapes, at);
    }

    private void begin() {
        fill = null;
        face = null;
        size = 0;
    }

    private Brush brush(Viewport view, Level level) {
        double lineScale = level == Level.FULL ? Math.min(view.zoom(), MOST_LINE_SCALE) : 1;
        double originX = Math.rint(-view.x() * view.zoom());
        double originY = Math.rint(-view.y() * view.zoom());
        return new Brush() {
            private boolean dims;
            private boolean signs;

            @Override
            public boolean shows(Layer layer) {
                return layer != Layer.CABLE || view.zoom() >= LEAST_CABLES;
            }

            @Override
            public void layer(Layer layer) {
                dims = !lit.isEmpty() && layer != Layer.FRAME;
                signs = layer.compareTo(Layer.OUTLINE) >= 0;
                if (!dims) {
                    graphics.setGlobalAlpha(1);
                }
            }

            @Override
            public void figure(Id id, List<Shape> shapes, double dx, double dy) {
                double x = originX + dx * view.zoom();
                double y = originY + dy * view.zoom();
                dim(id);
                for (Shape shape : shapes) {
                    draw(shape, x, y, view.zoom(), lineScale);
                }
            }

            @Override
            public void pin(Id id, List<Shape> shapes, Point at) {
                double x = Math.rint(originX + at.x() * view.zoom());
                double y = Math.rint(originY + at.y() * view.zoom());
                dim(id);
                for (Shape shape : shapes) {
                    draw(shape, x, y, 1, 1);
                }
            }

            private void dim(Id id) {
                if (dims) {
                    boolean stands = lit.contains(id) || !signs && holders.contains(id);
                    graphics.setGlobalAlpha(stands ? 1 : theme.opacity(Fade.DIM));
                }
            }
        };
    }

    // --- the ground

    private void ground(Viewport view) {
        dots = Dots.of(view);
        graphics.setFill(fill = colors[Token.CANVAS.ordinal()][Fade.SOLID.ordinal()]);
        graphics.fillRect(0, 0, view.width(), view.height());
        dots(argb(Ink.of(Token.CANVAS)), argb(Ink.of(Token.CANVAS_DOT)), 0, 0, view.width(), view.height());
    }

    /// The grid of dots at a zoom: how far apart in pixels of the canvas, how large, and where the first is.
    private record Dots(double spacing, int size, double left, double top, int width) {
        static Dots of(Viewport view) {
            double spacing = DOT * view.zoom();
            while (spacing < LEAST_DOT) {
                spacing *= 2;
            }
            int size = Math.max(1, Math.min(2, (int) Math.rint(1.8 * view.zoom())));
            return new Dots(spacing, size, first(view.x(), view.zoom(), spacing), first(view.y(), view.zoom(), spacing),
                    (int) Math.ceil(view.width() + 2 * spacing));
        }

        private static double first(double origin, double zoom, double spacing) {
            double before = origin * zoom - spacing / 2;
            return Math.ceil(before / spacing) * spacing - before;
        }
    }

    /// Rows of dots in a part of the canvas. A row is a strip of pixels that is copied.
    private void dots(int ground, int color, double left, double top, double right, double bottom) {
        Image strip = sprites.of(new Sprites.Strip(ground, color, dots.spacing(), dots.size(), dots.width()));
        double firstColumn = dots.left() + Math.ceil((left - dots.left()) / dots.spacing()) * dots.spacing();
        double firstRow = dots.top() + Math.ceil((top - dots.top()) / dots.spacing()) * dots.spacing();
        double width = Math.rint(right - firstColumn);
        if (width < dots.size()) {
            return;
        }
        for (double y = firstRow; y + dots.size() <= bottom; y += dots.spacing()) {
            graphics.drawImage(strip, 0, 0, width, dots.size(), Math.rint(firstColumn), Math.rint(y), width,
                    dots.size());
        }
    }

    /// A large tint over the ground, mixed beforehand: mixing a million pixels per frame is what costs most.
    private void tint(Shape.Box box, double left, double top, double width, double height, int corner) {
        int ground = mixed(argb(Ink.of(Token.CANVAS)), argb(box.fill()));
        graphics.setFill(fill = color(ground));
        graphics.fillRect(left + 1, top + corner, width - 2, height - 2 * corner);
        graphics.fillRect(left + corner, top + 1, width - 2 * corner, corner - 1);
        graphics.fillRect(left + corner, top + height - corner, width - 2 * corner, corner - 1);
        dots(ground, mixed(argb(Ink.of(Token.CANVAS_DOT)), argb(box.fill())), Math.max(0, left + corner),
                Math.max(0, top + corner),
                Math.min(canvasWidth, left + width - corner), Math.min(canvasHeight, top + height - corner));
    }

    /// The bands under cables lie on the ground alone.
    private boolean isMixedBeforehand(Fade fade) {
        return (fade == Fade.LANE || fade == Fade.LANE_CORE) && theme.opacity(fade) > 0;
    }

    private static int mixed(int below, int above) {
        double alpha = (above >>> 24) / 255.0;
        return 0xFF << 24 | channel(below, above, 16, alpha) << 16 | channel(below, above, 8, alpha) << 8
                | channel(below, above, 0, alpha);
    }

    private static int channel(int below, int above, int shift, double alpha) {
        return (int) Math.round((below >> shift & 0xFF) * (1 - alpha) + (above >> shift & 0xFF) * alpha);
    }

    private static Color color(int argb) {
        return Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, (argb >>> 24) / 255.0);
    }

    // --- shapes

    private void draw(Shape shape, double x, double y, double scale, double lineScale) {
        clear = false;
        switch (shape) {
            case Shape.Box box -> box(box, x, y, scale, lineScale);
            case Shape.Disc disc -> disc(disc, x, y, scale, lineScale);
            case Shape.Wire wire -> wire(wire, x, y, scale, lineScale);
            case Shape.Trace trace -> trace(trace, x, y, scale, lineScale);
            case Shape.Text text -> text(text, x, y, scale);
        }
    }

    private void box(Shape.Box box, double x, double y, double scale, double lineScale) {
        Bounds bounds = box.bounds();
        double left = x + bounds.x() * scale;
        double top = y + bounds.y() * scale;
        double right = x + bounds.right() * scale;
        double bottom = y + bounds.bottom() * scale;
        left = Math.rint(left);
        top = Math.rint(top);
        right = Math.max(left + 1, Math.rint(right));
        bottom = Math.max(top + 1, Math.rint(bottom));
        Stroke stroke = box.stroke();
        if (!stroke.isNone() && stroke.dash() != Dash.SOLID) {
            dashedBox(box, left, top, right - left, bottom - top, scale, lineScale);
            return;
        }
        int line = stroke.isNone() ? 0 : stroke.isHairline() ? 1 : (int) Math.max(1, Math.rint(stroke.width()
                * lineScale));
        // A thin line lies inside the edge, a thick one on it.
        int over = line / 2;
        left -= over;
        top -= over;
        right += over;
        bottom += over;
        double radius = Math.min(box.radius() * scale + over, Math.min(right - left, bottom - top) / 2);
        int corner = (int) Math.round(radius);
        if (box.fill().token() == Token.FRAME_FILL && dots != null && corner > line
                && argb(box.fill()) >>> 24 < 0xFF) {
            tint(box, left, top, right - left, bottom - top, corner);
            roundBox(withoutFill(box), left, top, right - left, bottom - top, corner, line);
        } else if (corner < 2 || corner < line) {
            squareBox(box, left, top, right - left, bottom - top, line);
        } else {
            roundBox(box, left, top, right - left, bottom - top, corner, line);
        }
    }

    private static Shape.Box withoutFill(Shape.Box box) {
        return new Shape.Box(box.bounds(), box.radius(), box.corners(), Ink.NONE, box.stroke());
    }

    private void squareBox(Shape.Box box, double left, double top, double width, double height, int line) {
        if (line > 0) {
            setFill(box.stroke().ink());
            graphics.fillRect(left, top, width, line);
            graphics.fillRect(left, top + height - line, width, line);
            graphics.fillRect(left, top + line, line, height - 2 * line);
            graphics.fillRect(left + width - line, top + line, line, height - 2 * line);
        }
        if (!box.fill().isNone()) {
            setFill(box.fill());
            graphics.fillRect(left + line, top + line, width - 2 * line, height - 2 * line);
        }
    }

    /// A rounded box as rectangles and four corner sprites, none of which lies on another, so that tints stay even.
    private void roundBox(Shape.Box box, double left, double top, double width, double height, int corner, int line) {
        boolean roundTop = box.corners() != Corners.BOTTOM;
        boolean roundBottom = box.corners() != Corners.TOP;
        double upper = roundTop ? corner : line;
        double lower = roundBottom ? corner : line;
        double insetTop = roundTop ? corner : 0;
        double insetBottom = roundBottom ? corner : 0;
        if (line > 0) {
            setFill(box.stroke().ink());
            graphics.fillRect(left + insetTop, top, width - 2 * insetTop, line);
            graphics.fillRect(left + insetBottom, top + height - line, width - 2 * insetBottom, line);
            graphics.fillRect(left, top + insetTop, line, height - insetTop - insetBottom);
            graphics.fillRect(left + width - line, top + insetTop, line, height - insetTop - insetBottom);
        }
        int fillColor = 0;
        if (!box.fill().isNone()) {
            setFill(box.fill());
            fillColor = argb(box.fill());
            graphics.fillRect(left + line, top + upper, width - 2 * line, height - upper - lower);
            if (roundTop && corner > line) {
                graphics.fillRect(left + corner, top + line, width - 2 * corner, corner - line);
            }
            if (roundBottom && corner > line) {
                graphics.fillRect(left + corner, top + height - corner, width - 2 * corner, corner - line);
            }
        }
        int edge = line > 0 ? argb(box.stroke().ink()) : fillColor;
        if (roundTop) {
            graphics.drawImage(sprites.of(new Sprites.Corner(corner, line, fillColor, edge, false, false)), left, top);
            graphics.drawImage(sprites.of(new Sprites.Corner(corner, line, fillColor, edge, true, false)),
                    left + width - corner, top);
        }
        if (roundBottom) {
            graphics.drawImage(sprites.of(new Sprites.Corner(corner, line, fillColor, edge, false, true)), left,
                    top + height - corner);
            graphics.drawImage(sprites.of(new Sprites.Corner(corner, line, fillColor, edge, true, true)),
                    left + width - corner, top + height - corner);
        }
    }

    private void dashedBox(Shape.Box box, double left, double top, double width, double height, double scale,
            double lineScale) {
        Stroke stroke = box.stroke();
        boolean hairline = stroke.isHairline();
        double inset = hairline ? 0.5 : 0;
        double radius = Math.max(0, Math.min(box.radius() * scale, Math.min(width, height) / 2) - inset);
        if (!box.fill().isNone()) {
            setFill(box.fill());
            graphics.fillRoundRect(left + inset, top + inset, width - 2 * inset, height - 2 * inset, 2 * radius,
                    2 * radius);
        }
        setStroke(stroke, hairline ? 1 : stroke.width() * lineScale, lineScale);
        graphics.strokeRoundRect(left + inset, top + inset, width - 2 * inset, height - 2 * inset, 2 * radius,
                2 * radius);
        endStroke(stroke);
    }

    private void disc(Shape.Disc disc, double x, double y, double scale, double lineScale) {
        double r = disc.radius() * scale;
        double left = x + disc.centre().x() * scale - r;
        double top = y + disc.centre().y() * scale - r;
        if (scale == 1 && disc.stroke().dash() == Dash.SOLID && 2 * r < MOST_SPRITE) {
            discSprite(disc, left + r, top + r, r, disc.stroke().isNone() ? 0 : disc.stroke().width() * lineScale);
            return;
        }
        if (!disc.fill().isNone()) {
            setFill(disc.fill());
            graphics.fillOval(left, top, 2 * r, 2 * r);
        }
        if (!disc.stroke().isNone()) {
            setStroke(disc.stroke(), disc.stroke().width() * lineScale, lineScale);
            graphics.strokeOval(left, top, 2 * r, 2 * r);
            endStroke(disc.stroke());
        }
    }

    /// At 100 % and in badges, discs are the same few again and again; while the view is zoomed they are not.
    private void discSprite(Shape.Disc disc, double x, double y, double r, double line) {
        double margin = r + line / 2 + 1;
        double left = Math.floor(x - margin);
        double top = Math.floor(y - margin);
        var sprite = new Sprites.Ball(r, line, disc.fill().isNone() ? 0 : argb(disc.fill()),
                line == 0 ? 0 : argb(disc.stroke().ink()), part(x - left), part(y - top),
                (int) Math.ceil(2 * margin) + 1);
        graphics.drawImage(sprites.of(sprite), left, top);
    }

    /// To an eighth of a pixel, which no eye can tell.
    private static double part(double at) {
        return Math.rint(at * 8) / 8;
    }

    // --- cables

    private void wire(Shape.Wire wire, double x, double y, double scale, double lineScale) {
        Stroke stroke = wire.stroke();
        // Half pixels are dear to fill; only in full detail they tell one speed from another.
        double width = lineScale == 1 && scale < 1 ? Math.max(1, Math.rint(stroke.width()))
                : Math.max(1, stroke.width() * lineScale);
        if (stroke.dash() != Dash.SOLID || !isSquare(wire.points())) {
            dashedWire(wire, x, y, scale, width, lineScale);
            return;
        }
        setFill(stroke.ink());
        List<Point> points = wire.points();
        double bend = wire.bend() * scale;
        // The upper left edge of each run lies on a whole pixel.
        double startCut = 0;
        for (int i = 0; i + 1 < points.size(); i++) {
            Point a = points.get(i);
            Point b = points.get(i + 1);
            boolean upright = a.x() == b.x();
            double from = upright ? edge(y, a.y(), scale, width) : edge(x, a.x(), scale, width);
            double to = upright ? edge(y, b.y(), scale, width) : edge(x, b.x(), scale, width);
            double across = upright ? edge(x, a.x(), scale, width) : edge(y, a.y(), scale, width);
            int direction = to >= from ? 1 : -1;
            double begin = i == 0 ? end(upright ? y : x, upright ? a.y() : a.x(), scale)
                    : from + (direction > 0 ? startCut : width - startCut);
            double endCut = 0;
            double finish;
            if (i + 2 < points.size()) {
                int corner = cornerSize(points, i + 1, scale, bend, width);
                endCut = Math.max(corner, width);
                finish = direction > 0 ? to + width - endCut : to + endCut;
                corner(points, i + 1, x, y, scale, width, corner, stroke.ink());
            } else {
                finish = end(upright ? y : x, upright ? b.y() : b.x(), scale);
            }
            double least = Math.min(begin, finish);
            double length = Math.abs(finish - begin);
            if (direction * (finish - begin) > 0) {
                if (upright) {
                    graphics.fillRect(across, least, width, length);
                } else {
                    graphics.fillRect(least, across, length, width);
                }
            }
            startCut = endCut;
        }
    }

    private static boolean isSquare(List<Point> points) {
        for (int i = 0; i + 1 < points.size(); i++) {
            if (points.get(i).x() != points.get(i + 1).x() && points.get(i).y() != points.get(i + 1).y()) {
                return false;
            }
        }
        return true;
    }

    private static double edge(double origin, double at, double scale, double width) {
        return Math.rint(origin + at * scale - width / 2);
    }

    private static double end(double origin, double at, double scale) {
        return Math.rint(origin + at * scale);
    }

    /// The side of the square that the bend at a point fills: the line's width where the corner is square.
    private static int cornerSize(List<Point> points, int i, double scale, double bend, double width) {
        Point at = points.get(i);
        double shorter = Math.min(at.distanceTo(points.get(i - 1)), at.distanceTo(points.get(i + 1))) * scale / 2;
        return (int) Math.floor(Math.min(bend, shorter) + width / 2);
    }

    private void corner(List<Point> points, int i, double x, double y, double scale, double width, int corner,
            Ink ink) {
        Point before = points.get(i - 1);
        Point at = points.get(i);
        Point after = points.get(i + 1);
        boolean toRight = Math.max(before.x(), after.x()) > at.x();
        boolean toBottom = Math.max(before.y(), after.y()) > at.y();
        double left = edge(x, at.x(), scale, width);
        double top = edge(y, at.y(), scale, width);
        if (corner <= width + 1) {
            double side = Math.max(corner, width);
            graphics.fillRect(toRight ? left : left + width - side, toBottom ? top : top + width - side, side, side);
            return;
        }
        graphics.drawImage(sprites.of(new Sprites.Bend(corner, width, argb(ink), !toRight, !toBottom)),
                toRight ? left : left + width - corner, toBottom ? top : top + width - corner);
    }

    private void dashedWire(Shape.Wire wire, double x, double y, double scale, double width, double lineScale) {
        double originX = Math.rint(x);
        double originY = Math.rint(y);
        setStroke(wire.stroke(), width, lineScale);
        graphics.beginPath();
        wire.draw(new Pen(originX, originY, 1), scale);
        graphics.stroke();
        endStroke(wire.stroke());
    }

    // --- outlines and text

    private void trace(Shape.Trace trace, double x, double y, double scale, double lineScale) {
        Bounds bounds = trace.path().bounds();
        double own = trace.scale() * scale;
        if (trace.stroke().dash() == Dash.SOLID && Math.max(bounds.width(), bounds.height()) * own < MOST_SPRITE) {
            tracedSprite(trace, bounds, x + trace.origin().x() * scale, y + trace.origin().y() * scale, own,
                    lineScale);
            return;
        }
        graphics.beginPath();
        trace.path().draw(new Pen(x + trace.origin().x() * scale, y + trace.origin().y() * scale,
                trace.scale() * scale));
        if (!trace.fill().isNone()) {
            setFill(trace.fill());
            graphics.fill();
        }
        if (!trace.stroke().isNone()) {
            setStroke(trace.stroke(), trace.stroke().width() * lineScale, lineScale);
            graphics.setLineCap(StrokeLineCap.ROUND);
            graphics.setLineJoin(StrokeLineJoin.ROUND);
            graphics.stroke();
            graphics.setLineCap(StrokeLineCap.BUTT);
            graphics.setLineJoin(StrokeLineJoin.MITER);
            endStroke(trace.stroke());
        }
    }

    /// Icons and signs are the same few outlines again and again.
    private void tracedSprite(Shape.Trace trace, Bounds bounds, double x, double y, double scale, double lineScale) {
        double line = trace.stroke().isNone() ? 0 : trace.stroke().width() * lineScale;
        double margin = Math.ceil(line / 2) + 1;
        double left = Math.floor(bounds.x() * scale - margin);
        double top = Math.floor(bounds.y() * scale - margin);
        var sprite = new Sprites.Traced(trace.path(), scale, line, trace.fill().isNone() ? 0 : argb(trace.fill()),
                trace.stroke().isNone() ? 0 : argb(trace.stroke().ink()), left, top,
                (int) Math.ceil(bounds.right() * scale + margin - left),
                (int) Math.ceil(bounds.bottom() * scale + margin - top));
        graphics.drawImage(sprites.of(sprite), Math.rint(x) + left, Math.rint(y) + top);
    }

    private void text(Shape.Text text, double x, double y, double scale) {
        double pixels = scale == 1 ? text.size() : Math.max(LEAST_TEXT, Math.rint(text.size() * scale));
        String shown = text.shownAt(pixels, scale);
        if (shown.isEmpty()) {
            return;
        }
        double left = x + text.at().x() * scale - switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> text.face().width(shown, pixels) / 2;
            case END -> text.face().width(shown, pixels);
        };
        if (face != text.face() || size != pixels) {
            face = text.face();
            size = pixels;
            graphics.setFont(Fonts.of(face, size));
        }
        setFill(text.ink());
        graphics.fillText(shown, Math.rint(left), Math.rint(y + text.at().y() * scale));
    }

    private void setFill(Ink ink) {
        Color color = colors[ink.token().ordinal()][ink.fade().ordinal()];
        if (color != fill) {
            fill = color;
            graphics.setFill(color);
        }
    }

    private int argb(Ink ink) {
        return argbs[ink.token().ordinal()][ink.fade().ordinal()];
    }

    private void setStroke(Stroke stroke, double width, double dashScale) {
        graphics.setStroke(colors[stroke.ink().token().ordinal()][stroke.ink().fade().ordinal()]);
        graphics.setLineWidth(width);
        if (stroke.dash() != Dash.SOLID) {
            List<Double> lengths = stroke.dash().lengths();
            var dashes = new double[lengths.size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = lengths.get(i) * dashScale;
            }
            graphics.setLineDashes(dashes);
        }
    }

    private void endStroke(Stroke stroke) {
        if (stroke.dash() != Dash.SOLID) {
            graphics.setLineDashes();
        }
    }

    private final class Pen implements PathData.Pen {
        private final double x;
        private final double y;
        private final double scale;

        Pen(double x, double y, double scale) {
            this.x = x;
            this.y = y;
            this.scale = scale;
        }

        @Override
        public void moveTo(double toX, double toY) {
            graphics.moveTo(x + toX * scale, y + toY * scale);
        }

        @Override
        public void lineTo(double toX, double toY) {
            graphics.lineTo(x + toX * scale, y + toY * scale);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
            graphics.bezierCurveTo(x + x1 * scale, y + y1 * scale, x + x2 * scale, y + y2 * scale, x + toX * scale,
                    y + toY * scale);
        }

        @Override
        public void close() {
            graphics.closePath();
        }
    }
}
