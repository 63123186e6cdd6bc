package io.plumbline.diagram;

import io.plumbline.model.Id;
import io.plumbline.topology.Names;
import java.util.List;
import java.util.Set;

/// Writes a picture as one SVG document: real text, no script, nothing from outside.
public final class Svg {
    private static final double MARGIN = 24;

    private Svg() {}

    /// The whole picture in the colours of a theme.
    public static String write(Picture picture, Theme theme) {
        return write(picture, theme, picture.bounds().grownBy(MARGIN));
    }

    /// A part of the picture.
    public static String write(Picture picture, Theme theme, Bounds view) {
        var out = new StringBuilder();
        Bounds area = new Bounds(Math.floor(view.x()), Math.floor(view.y()), Math.ceil(view.width()),
                Math.ceil(view.height()));
        String title = Xml.escape(picture.design().title());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(Xml.number(area.width()))
                .append("\" height=\"").append(Xml.number(area.height())).append("\" viewBox=\"")
                .append(Xml.number(area.x())).append(' ').append(Xml.number(area.y())).append(' ')
                .append(Xml.number(area.width())).append(' ').append(Xml.number(area.height()))
                .append("\" role=\"img\">\n<title>").append(title).append("</title>\n");
        var pen = new SvgPen(theme, out);
        pen.draw(Shapes.box(area, 0, Ink.of(Token.CANVAS), Stroke.NONE));
        picture.paint(Level.FULL, area, Set.of(), new Writing(picture, Names.of(picture.design()), out, pen));
        return out.append("</svg>\n").toString();
    }

    /// One group per element, so that a browser shows its name when the pointer rests on it.
    private record Writing(Picture picture, Names names, StringBuilder out, SvgPen pen) implements Brush {
        @Override
        public void figure(Id id, List<Shape> shapes, double dx, double dy) {
            if (shapes.isEmpty()) {
                return;
            }
            out.append("<g data-id=\"").append(Xml.escape(id.text())).append("\">\n");
            picture.design().find(id).ifPresent(element -> out.append("<title>")
                    .append(Xml.escape(names.of(element))).append("</title>\n"));
            shapes.forEach(shape -> pen.draw(shape.plus(dx, dy)));
            out.append("</g>\n");
        }

        @Override
        public void pin(Id id, List<Shape> shapes, Point at) {
            figure(id, shapes, at.x(), at.y());
        }
    }
}
