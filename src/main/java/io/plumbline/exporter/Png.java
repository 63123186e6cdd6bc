package io.plumbline.exporter;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Brush;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Shape;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.model.Id;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/// Writes a picture as PNG, without a display.
public final class Png {
    private static final double MARGIN = 24;
    private static final double MOST_PIXELS = 120e6;

    private Png() {}

    /// The whole picture; `scale` is the number of pixels of the file for one of the drawing. A picture that would be
    /// larger than memory should hold gets as many pixels as are sensible.
    public static void write(Picture picture, Theme theme, double scale, OutputStream out) throws IOException {
        ImageIO.write(draw(picture, theme, picture.bounds().grownBy(MARGIN), scale), "png", out);
    }

    /// A part of the picture as an image.
    public static BufferedImage draw(Picture picture, Theme theme, Bounds view, double scale) {
        double wanted = view.width() * view.height() * scale * scale;
        double fitting = wanted > MOST_PIXELS ? scale * Math.sqrt(MOST_PIXELS / wanted) : scale;
        return draw(picture, theme, view, fitting, Level.at(fitting));
    }

    static BufferedImage draw(Picture picture, Theme theme, Bounds view, double scale, Level level) {
        var image = new BufferedImage(Math.max(1, (int) Math.ceil(view.width() * scale)),
                Math.max(1, (int) Math.ceil(view.height() * scale)), BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(theme.argb(Token.CANVAS)));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        var canvas = new Java2d(graphics, theme, view, scale, level);
        picture.paint(level, view, Set.of(), new Painter(canvas));
        graphics.dispose();
        return image;
    }

    private record Painter(Java2d canvas) implements Brush {
        @Override
        public void figure(Id id, List<Shape> shapes, double dx, double dy) {
            shapes.forEach(shape -> canvas.draw(shape, dx, dy));
        }

        @Override
        public void pin(Id id, List<Shape> shapes, Point at) {
            canvas.drawPinned(shapes, at);
        }
    }
}
