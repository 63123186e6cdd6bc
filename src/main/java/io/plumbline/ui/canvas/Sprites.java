package io.plumbline.ui.canvas;

import io.plumbline.diagram.PathData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Small pictures of what is dear to draw again and again: the round corners of boxes and the bends of cables. With them
/// a frame consists of filled rectangles and copied pixels.
final class Sprites {
    private static final int SAMPLES = 4;
    private static final int MOST = 4096;

    private final Map<Object, Image> images = new HashMap<>();

    /// A corner of a box, seen as the upper left one and mirrored: `radius` pixels wide and high.
    ///
    /// @param edge the colour of the line along the edge, as `0xAARRGGBB`, and `line` its width
    record Corner(int radius, int line, int fill, int edge, boolean right, boolean bottom) {}

    /// A quarter of a ring: the bend of a line `width` pixels wide whose outer edge fills a square of `size` pixels.
    ///
    /// @param right whether the bend's outer corner is at the right, `bottom` whether it is at the bottom
    record Bend(int size, double width, int color, boolean right, boolean bottom) {}

    /// A row of dots on the ground, the first at the left end.
    record Strip(int ground, int color, double spacing, int size, int width) {}

    /// An outline with its fill and its line, whose origin lies `left` and `top` of the picture's corner.
    record Traced(PathData path, double scale, double line, int fill, int edge, double left, double top, int width,
            int height) {}

    /// A disc with the line along its edge, whose centre lies `x` and `y` of the picture's corner.
    record Ball(double radius, double line, int fill, int edge, double x, double y, int size) {}

    void clear() {
        images.clear();
    }

    Image of(Corner corner) {
        return remembered(corner, () -> image(corner.radius(), corner.radius(), (x, y) -> cornerColor(corner, x, y)));
    }

    Image of(Bend bend) {
        return remembered(bend, () -> image(bend.size(), bend.size(), (x, y) -> bendColor(bend, x, y)));
    }

    Image of(Strip strip) {
        return remembered(strip, () -> {
            var row = new int[strip.width()];
            Arrays.fill(row, strip.ground());
            for (double x = 0; Math.rint(x) + strip.size() <= strip.width(); x += strip.spacing()) {
                for (int i = 0; i < strip.size(); i++) {
                    row[(int) Math.rint(x) + i] = strip.color();
                }
            }
            var pixels = new int[strip.width() * strip.size()];
            for (int y = 0; y < strip.size(); y++) {
                System.arraycopy(row, 0, pixels, y * strip.width(), strip.width());
            }
            return image(strip.width(), strip.size(), pixels);
        });
    }

    Image of(Ball ball) {
        return remembered(ball, () -> image(ball.size(), ball.size(), (x, y) -> ballColor(ball, x, y)));
    }

    Image of(Traced traced) {
        return remembered(traced, () -> {
            var outline = new Outline(traced);
            return image(traced.width(), traced.height(), outline::color);
        });
    }

    /// The straight pieces of an outline in pixels of its picture.
    private static final class Outline implements PathData.Pen {
        private static final int PIECES = 8;

        /// Marks a piece that only the fill sees.
        private static final double CLOSING = 1;

        private final Traced traced;
        private final List<double[]> pieces = new ArrayList<>();
        private double x;
        private double y;
        private double startX;
        private double startY;

        Outline(Traced traced) {
            this.traced = traced;
            traced.path().draw(this);
            closeSilently();
        }

        @Override
        public void moveTo(double toX, double toY) {
            closeSilently();
            startX = x = toX * traced.scale() - traced.left();
            startY = y = toY * traced.scale() - traced.top();
        }

        /// A fill closes every part of an outline; its line does not.
        private void closeSilently() {
            if (x != startX || y != startY) {
                pieces.add(new double[]{x, y, startX, startY, CLOSING});
            }
        }

        @Override
        public void lineTo(double toX, double toY) {
            add(toX * traced.scale() - traced.left(), toY * traced.scale() - traced.top());
        }

        private void add(double toX, double toY) {
            pieces.add(new double[]{x, y, toX, toY, 0});
            x = toX;
            y = toY;
        }

        @Override
        public void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
            double fromX = (x + traced.left()) / traced.scale();
            double fromY = (y + traced.top()) / traced.scale();
            for (int i = 1; i <= PIECES; i++) {
                double t = i / (double) PIECES;
                double s = 1 - t;
                lineTo(s * s * s * fromX + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * toX,
                        s * s * s * fromY + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * toY);
            }
        }

        @Override
        public void close() {
            if (x != startX || y != startY) {
                add(startX, startY);
            }
        }

        int color(double atX, double atY) {
            double half = traced.line() / 2;
            if (traced.edge() != 0) {
                for (double[] piece : pieces) {
                    if (piece[4] != CLOSING && distance(piece, atX, atY) <= half) {
                        return traced.edge();
                    }
                }
            }
            return traced.fill() != 0 && isInside(atX, atY) ? traced.fill() : 0;
        }

        private static double distance(double[] piece, double x, double y) {
            double dx = piece[2] - piece[0];
            double dy = piece[3] - piece[1];
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.clamp(((x - piece[0]) * dx + (y - piece[1]) * dy) / length, 0, 1);
            return Math.hypot(x - piece[0] - t * dx, y - piece[1] - t * dy);
        }

        /// By the number of windings around the point.
        private boolean isInside(double atX, double atY) {
            int windings = 0;
            for (double[] piece : pieces) {
                boolean down = piece[1] <= atY && piece[3] > atY;
                boolean up = piece[3] <= atY && piece[1] > atY;
                if (down || up) {
                    double crossing = piece[0] + (atY - piece[1]) / (piece[3] - piece[1]) * (piece[2] - piece[0]);
                    if (crossing > atX) {
                        windings += down ? 1 : -1;
                    }
                }
            }
            return windings != 0;
        }
    }

    private Image remembered(Object key, Supplier<Image> made) {
        Image image = images.get(key);
        if (image == null) {
            if (images.size() >= MOST) {
                images.clear();
            }
            image = made.get();
            images.put(key, image);
        }
        return image;
    }

    private static int cornerColor(Corner corner, double x, double y) {
        double fromX = corner.right() ? x : corner.radius() - x;
        double fromY = corner.bottom() ? y : corner.radius() - y;
        double distance = Math.hypot(fromX, fromY);
        return distance > corner.radius() ? 0 : distance > corner.radius() - corner.line() ? corner.edge()
                : corner.fill();
    }

    private static int ballColor(Ball ball, double x, double y) {
        double distance = Math.hypot(x - ball.x(), y - ball.y());
        return Math.abs(distance - ball.radius()) <= ball.line() / 2 ? ball.edge()
                : distance <= ball.radius() ? ball.fill() : 0;
    }

    private static int bendColor(Bend bend, double x, double y) {
        double fromX = bend.right() ? x : bend.size() - x;
        double fromY = bend.bottom() ? y : bend.size() - y;
        double distance = Math.hypot(fromX, fromY);
        return distance <= bend.size() && distance >= bend.size() - bend.width() ? bend.color() : 0;
    }

    private interface Sample {
        int color(double x, double y);
    }

    private static Image image(int width, int height, Sample sample) {
        var pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = average(sample, x, y);
            }
        }
        return image(width, height, pixels);
    }

    private static Image image(int width, int height, int[] pixels) {
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), pixels, 0, width);
        return image;
    }

    private static int average(Sample sample, int x, int y) {
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            int color = sample.color(x + (i % SAMPLES + 0.5) / SAMPLES, y + (i / SAMPLES + 0.5) / SAMPLES);
            double opacity = (color >>> 24) / 255.0;
            alpha += opacity;
            red += (color >> 16 & 0xFF) * opacity;
            green += (color >> 8 & 0xFF) * opacity;
            blue += (color & 0xFF) * opacity;
        }
        double count = SAMPLES * SAMPLES;
        return (int) Math.round(alpha / count * 255) << 24 | (int) Math.round(red / count) << 16
                | (int) Math.round(green / count) << 8 | (int) Math.round(blue / count);
    }
}
