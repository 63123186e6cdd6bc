package io.plumbline.diagram;

import java.util.List;
import java.util.stream.Collectors;

/// Writes shapes as SVG elements in the colours of one theme.
final class SvgPen {
    private final Theme theme;
    private final StringBuilder out;

    SvgPen(Theme theme, StringBuilder out) {
        this.theme = theme;
        this.out = out;
    }

    void draw(List<? extends Shape> shapes) {
        shapes.forEach(this::draw);
    }

    void draw(Shape shape) {
        switch (shape) {
            case Shape.Box box -> box(box);
            case Shape.Disc disc -> disc(disc);
            case Shape.Wire wire -> wire(wire);
            case Shape.Trace trace -> trace(trace);
            case Shape.Text text -> text(text);
        }
    }

    private void box(Shape.Box box) {
        Bounds edge = box.edge();
        if (box.corners() == Shape.Corners.ALL) {
            out.append("<rect");
            number("x", edge.x());
            number("y", edge.y());
            number("width", edge.width());
            number("height", edge.height());
            if (box.edgeRadius() > 0) {
                number("rx", box.edgeRadius());
            }
        } else {
            out.append("<path d=\"").append(halfRound(edge, box.edgeRadius(), box.corners())).append('"');
        }
        paint(box.fill(), box.stroke());
        out.append("/>\n");
    }

    private static String halfRound(Bounds edge, double radius, Shape.Corners corners) {
        String r = Xml.number(radius);
        String left = Xml.number(edge.x());
        String right = Xml.number(edge.right());
        String arc = "A" + r + " " + r + " 0 0 1 ";
        if (corners == Shape.Corners.TOP) {
            return "M" + left + " " + Xml.number(edge.bottom()) + "V" + Xml.number(edge.y() + radius) + arc
                    + Xml.number(edge.x() + radius) + " " + Xml.number(edge.y()) + "H"
                    + Xml.number(edge.right() - radius) + arc + right + " " + Xml.number(edge.y() + radius) + "V"
                    + Xml.number(edge.bottom()) + "Z";
        }
        return "M" + left + " " + Xml.number(edge.y()) + "H" + right + "V" + Xml.number(edge.bottom() - radius) + arc
                + Xml.number(edge.right() - radius) + " " + Xml.number(edge.bottom()) + "H"
                + Xml.number(edge.x() + radius) + arc + left + " " + Xml.number(edge.bottom() - radius) + "Z";
    }

    private void disc(Shape.Disc disc) {
        out.append("<circle");
        number("cx", disc.centre().x());
        number("cy", disc.centre().y());
        number("r", disc.radius());
        paint(disc.fill(), disc.stroke());
        out.append("/>\n");
    }

    private void wire(Shape.Wire wire) {
        out.append("<path d=\"");
        wire.draw(new Path(), 1);
        out.append('"');
        paint(Ink.NONE, wire.stroke());
        out.append("/>\n");
    }

    private void trace(Shape.Trace trace) {
        out.append("<path d=\"").append(trace.path().svg()).append("\" transform=\"translate(")
                .append(Xml.number(trace.origin().x())).append(' ').append(Xml.number(trace.origin().y()));
        out.append(trace.scale() == 1 ? ")\"" : ") scale(" + Xml.number(trace.scale()) + ")\"");
        Stroke stroke = trace.stroke();
        paint(trace.fill(), new Stroke(stroke.ink(), stroke.width() / trace.scale(), stroke.dash()));
        if (!stroke.isNone()) {
            out.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
        }
        out.append("/>\n");
    }

    private void text(Shape.Text text) {
        String shown = text.shown();
        if (shown.isEmpty()) {
            return;
        }
        out.append("<text");
        number("x", text.at().x());
        number("y", text.at().y());
        out.append(" font-family=\"").append(text.face().cssFamilies()).append('"');
        number("font-size", text.size());
        if (text.face().weight() != 400) {
            number("font-weight", text.face().weight());
        }
        switch (text.anchor()) {
            case START -> {
            }
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
        }
        // A reader without our fonts takes others; they must not need more room.
        number("textLength", text.face().width(shown, text.size()));
        out.append(" lengthAdjust=\"spacingAndGlyphs\"");
        ink("fill", text.ink());
        out.append('>').append(Xml.escape(shown)).append("</text>\n");
    }

    private void paint(Ink fill, Stroke stroke) {
        if (fill.isNone()) {
            out.append(" fill=\"none\"");
        } else {
            ink("fill", fill);
        }
        if (!stroke.isNone()) {
            ink("stroke", stroke.ink());
            if (stroke.width() != 1) {
                number("stroke-width", stroke.width());
            }
            if (stroke.dash() != Dash.SOLID) {
                out.append(" stroke-dasharray=\"").append(
                        stroke.dash().lengths().stream().map(Xml::number).collect(Collectors.joining(" ")))
                        .append('"');
            }
        }
    }

    private void ink(String attribute, Ink ink) {
        int argb = theme.argb(ink);
        out.append(' ').append(attribute).append("=\"").append(String.format("#%06X", argb & 0xFFFFFF)).append('"');
        int alpha = argb >>> 24;
        if (alpha != 0xFF) {
            number(attribute + "-opacity", Math.round(alpha / 2.55) / 100.0);
        }
    }

    private void number(String attribute, double value) {
        out.append(' ').append(attribute).append("=\"").append(Xml.number(value)).append('"');
    }

    /// Path data of a wire; a bend is one quarter of a circle.
    private final class Path implements PathData.Pen {
        @Override
        public void moveTo(double x, double y) {
            point('M', x, y);
        }

        @Override
        public void lineTo(double x, double y) {
            point('L', x, y);
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
            point('C', x1, y1);
            point(' ', x2, y2);
            point(' ', x, y);
        }

        @Override
        public void close() {
            out.append('Z');
        }

        private void point(char command, double x, double y) {
            out.append(command).append(Xml.number(x)).append(' ').append(Xml.number(y));
        }
    }
}
