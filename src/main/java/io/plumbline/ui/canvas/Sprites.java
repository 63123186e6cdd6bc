package io.plumbline.ui.canvas;

import java.util.HashMap;
import java.util.Map;
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

    void clear() {
        images.clear();
    }

    Image of(Corner corner) {
        return remembered(corner, () -> image(corner.radius(), (x, y) -> cornerColor(corner, x, y)));
    }

    Image of(Bend bend) {
        return remembered(bend, () -> image(bend.size(), (x, y) -> bendColor(bend, x, y)));
    }

    private Image remembered(Object key, java.util.function.Supplier<Image> made) {
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

    private static int bendColor(Bend bend, double x, double y) {
        double fromX = bend.right() ? x : bend.size() - x;
        double fromY = bend.bottom() ? y : bend.size() - y;
        double distance = Math.hypot(fromX, fromY);
        return distance <= bend.size() && distance >= bend.size() - bend.width() ? bend.color() : 0;
    }

    private interface Sample {
        int color(double x, double y);
    }

    private static Image image(int size, Sample sample) {
        var pixels = new int[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                pixels[y * size + x] = average(sample, x, y);
            }
        }
        var image = new WritableImage(size, size);
        image.getPixelWriter().setPixels(0, 0, size, size, PixelFormat.getIntArgbPreInstance(), pixels, 0, size);
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
