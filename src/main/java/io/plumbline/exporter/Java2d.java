package io.plumbline.exporter;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Dash;
import io.plumbline.diagram.Face;
import io.plumbline.diagram.Ink;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.PathData;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Shape.Corners;
import io.plumbline.diagram.Stroke;
import io.plumbline.diagram.Theme;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Draws the shapes of a picture with Java2D. All places are worked out in pixels of the image, so that lines are sharp
/// at every scale.
final class Java2d {
    private static final double LEAST_TEXT = 10;
    private static final double MOST_LINE_SCALE = 1.5;

    private final Graphics2D graphics;
    private final Theme theme;
    private final Bounds view;
    private final double scale;
    private final double lineScale;

    Java2d(Graphics2D graphics, Theme theme, Bounds view, double scale, Level level) {
        this.graphics = graphics;
        this.theme = theme;
        this.view = view;
        this.scale = scale;
        this.lineScale = level == Level.FULL ? scale : Math.max(1, Math.min(scale, MOST_LINE_SCALE));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void draw(Shape shape, double dx, double dy) {
        draw(shape, new Spot((dx - view.x()) * scale, (dy - view.y()) * scale, scale, lineScale));
    }

    /// Shapes around a place that do not shrink with the drawing.
    void drawPinned(List<Shape> shapes, Point at) {
        double own = Math.max(1, scale);
        var spot = new Spot((at.x() - view.x()) * scale, (at.y() - view.y()) * scale, own, own);
        shapes.forEach(shape -> draw(shape, spot));
    }

    /// Where the origin of the shapes lies in the image, and how large they are.
    private record Spot(double x, double y, double scale, double lineScale) {
        double x(double at) {
            return x + at * scale;
        }

        double y(double at) {
            return y + at * scale;
        }
    }

    private void draw(Shape shape, Spot spot) {
        switch (shape) {
            case Shape.Box box -> box(box, spot);
            case Shape.Disc disc -> disc(disc, spot);
            case Shape.Wire wire -> wire(wire, spot);
            case Shape.Trace trace -> trace(trace, spot);
            case Shape.Text text -> text(text, spot);
        }
    }

    private void box(Shape.Box box, Spot spot) {
        Bounds bounds = box.bounds();
        double left = Math.rint(spot.x(bounds.x()));
        double top = Math.rint(spot.y(bounds.y()));
        double right = Math.rint(spot.x(bounds.right()));
        double bottom = Math.rint(spot.y(bounds.bottom()));
        if (box.bounds().width() * spot.scale() < 4 || box.bounds().height() * spot.scale() < 4) {
            left = spot.x(bounds.x());
            top = spot.y(bounds.y());
            right = spot.x(bounds.right());
            bottom = spot.y(bounds.bottom());
        }
        boolean hairline = !box.stroke().isNone() && box.stroke().isHairline();
        double line = hairline ? Math.max(1, Math.floor(spot.lineScale())) : box.stroke().width() * spot.lineScale();
        double inset = hairline ? line / 2 : 0;
        double radius = Math.max(0, Math.min(box.radius() * spot.scale(), Math.min(right - left, bottom - top) / 2)
                - inset);
        java.awt.Shape outline = outline(left + inset, top + inset, right - left - 2 * inset,
                bottom - top - 2 * inset, radius, box.corners());
        if (!box.fill().isNone()) {
            graphics.setColor(color(box.fill()));
            graphics.fill(outline);
        }
        if (!box.stroke().isNone()) {
            stroke(box.stroke(), line, spot.lineScale(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
            graphics.draw(outline);
        }
    }

    private static java.awt.Shape outline(double x, double y, double width, double height, double radius,
            Corners corners) {
        if (radius < 0.5) {
            return new Rectangle2D.Double(x, y, width, height);
        }
        if (corners == Corners.ALL) {
            return new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius);
        }
        double handle = radius * (1 - 0.5523);
        var path = new Path2D.Double();
        if (corners == Corners.TOP) {
            path.moveTo(x, y + height);
            path.lineTo(x, y + radius);
            path.curveTo(x, y + handle, x + handle, y, x + radius, y);
            path.lineTo(x + width - radius, y);
            path.curveTo(x + width - handle, y, x + width, y + handle, x + width, y + radius);
            path.lineTo(x + width, y + height);
        } else {
            path.moveTo(x, y);
            path.lineTo(x + width, y);
            path.lineTo(x + width, y + height - radius);
            path.curveTo(x + width, y + height - handle, x + width - handle, y + height, x + width - radius,
                    y + height);
            path.lineTo(x + radius, y + height);
            path.curveTo(x + handle, y + height, x, y + height - handle, x, y + height - radius);
        }
        path.closePath();
        return path;
    }

    private void disc(Shape.Disc disc, Spot spot) {
        double r = disc.radius() * spot.scale();
        var circle = new Ellipse2D.Double(spot.x(disc.centre().x()) - r, spot.y(disc.centre().y()) - r, 2 * r, 2 * r);
        if (!disc.fill().isNone()) {
            graphics.setColor(color(disc.fill()));
            graphics.fill(circle);
        }
        if (!disc.stroke().isNone()) {
            stroke(disc.stroke(), disc.stroke().width() * spot.lineScale(), spot.lineScale(), BasicStroke.CAP_BUTT,
                    BasicStroke.JOIN_MITER);
            graphics.draw(circle);
        }
    }

    private void wire(Shape.Wire wire, Spot spot) {
        if (wire.stroke().isNone()) {
            return;
        }
        var path = new Path2D.Double();
        double originX = Math.rint(spot.x());
        double originY = Math.rint(spot.y());
        wire.draw(new Pen(path, originX, originY, 1), spot.scale());
        stroke(wire.stroke(), Math.max(1, wire.stroke().width() * spot.lineScale()), spot.lineScale(),
                BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        graphics.draw(path);
    }

    private void trace(Shape.Trace trace, Spot spot) {
        var path = new Path2D.Double();
        trace.path().draw(new Pen(path, spot.x(trace.origin().x()), spot.y(trace.origin().y()),
                trace.scale() * spot.scale()));
        if (!trace.fill().isNone()) {
            graphics.setColor(color(trace.fill()));
            graphics.fill(path);
        }
        if (!trace.stroke().isNone()) {
            stroke(trace.stroke(), trace.stroke().width() * spot.lineScale(), spot.lineScale(), BasicStroke.CAP_ROUND,
                    BasicStroke.JOIN_ROUND);
            graphics.draw(path);
        }
    }

    private void text(Shape.Text text, Spot spot) {
        double size = spot.scale() == 1 ? text.size()
                : Math.max(LEAST_TEXT, Math.rint(text.size() * spot.scale()));
        String shown = text.shownAt(size, spot.scale());
        if (shown.isEmpty()) {
            return;
        }
        double width = text.face().width(shown, size);
        double x = spot.x(text.at().x()) - switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        graphics.setColor(color(text.ink()));
        graphics.setFont(Fonts.of(text.face()).deriveFont((float) size));
        graphics.drawString(shown, (float) x, (float) Math.rint(spot.y(text.at().y())));
    }

    private void stroke(Stroke stroke, double width, double dashScale, int cap, int join) {
        graphics.setColor(color(stroke.ink()));
        float[] dashes = null;
        if (stroke.dash() != Dash.SOLID) {
            List<Double> lengths = stroke.dash().lengths();
            dashes = new float[lengths.size()];
            for (int i = 0; i < dashes.length; i++) {
                dashes[i] = (float) (lengths.get(i) * dashScale);
            }
        }
        graphics.setStroke(new BasicStroke((float) width, cap, join, 10, dashes, 0));
    }

    private Color color(Ink ink) {
        return new Color(theme.argb(ink), true);
    }

    private record Pen(Path2D.Double path, double x, double y, double scale) implements PathData.Pen {
        @Override
        public void moveTo(double toX, double toY) {
            path.moveTo(x + toX * scale, y + toY * scale);
        }

        @Override
        public void lineTo(double toX, double toY) {
            path.lineTo(x + toX * scale, y + toY * scale);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
            path.curveTo(x + x1 * scale, y + y1 * scale, x + x2 * scale, y + y2 * scale, x + toX * scale,
                    y + toY * scale);
        }

        @Override
        public void close() {
            path.closePath();
        }
    }

    /// The bundled font files, read once.
    private static final class Fonts {
        private static final Map<Face, Font> BY_FACE = read();

        static Font of(Face face) {
            return BY_FACE.get(face);
        }

        private static Map<Face, Font> read() {
            var fonts = new EnumMap<Face, Font>(Face.class);
            for (Face face : Face.values()) {
                try (var in = face.resource().openStream()) {
                    fonts.put(face, Font.createFont(Font.TRUETYPE_FONT, in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (FontFormatException e) {
                    throw new IllegalStateException("The font " + face.file() + " cannot be read.", e);
                }
            }
            return fonts;
        }
    }
}
