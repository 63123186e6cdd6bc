package io.plumbline.ui.canvas;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Contoso;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Token;
import io.plumbline.diagram.Viewport;
import io.plumbline.exporter.Png;
import io.plumbline.model.Design;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class CanvasPainterTest {
    private static final Path PICTURES = Path.of("target/pictures");
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 660;
    private static final double MOST_DIFFERENT = 0.03;
    private static final double LEAST_DRAWN = 0.005;

    /// A difference of a channel that one sees.
    private static final int VISIBLE = 32;

    @BeforeAll
    static void startTheToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1", "DARK, 1", "CONTRAST_BLACK, 1", "CONTRAST_WHITE, 1", "LIGHT, 0.5", "DARK, 0.2"})
    void theCanvasShowsWhatThePngShows(Theme theme, double zoom) throws IOException {
        Picture picture = Picture.of(Contoso.design(), Contoso.marks());
        var view = new Viewport(0, 0, zoom, WIDTH, HEIGHT);
        BufferedImage canvas = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> snapshot(picture, theme, view));
        BufferedImage png = Png.draw(picture, theme, new Bounds(0, 0, WIDTH / zoom, HEIGHT / zoom), zoom);
        String name = "diagram-" + theme.cssName() + "-" + Math.round(zoom * 100);
        Files.createDirectories(PICTURES);
        ImageIO.write(canvas, "png", PICTURES.resolve(name + "-canvas.png").toFile());
        ImageIO.write(png, "png", PICTURES.resolve(name + "-png.png").toFile());
        double different = different(canvas, png, theme.argb(Token.CANVAS_DOT));
        assertTrue(different < MOST_DIFFERENT, name + ": " + different);
        assertTrue(different(canvas, blank(theme), theme.argb(Token.CANVAS_DOT)) > LEAST_DRAWN, "nothing was drawn");
    }

    private static BufferedImage snapshot(Picture picture, Theme theme, Viewport view) {
        var canvas = new Canvas(view.width(), view.height());
        new CanvasPainter(canvas.getGraphicsContext2D(), theme).paint(picture, view, Level.at(view.zoom()), Set.of());
        WritableImage image = canvas.snapshot(null, null);
        var copy = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return copy;
    }

    private static BufferedImage blank(Theme theme) {
        return Png.draw(Picture.of(Design.empty("")), theme, new Bounds(0, 0, WIDTH, HEIGHT), 1);
    }

    /// The share of pixels that differ visibly; the dots of the canvas are not in the file.
    private static double different(BufferedImage a, BufferedImage b, int dot) {
        int different = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int one = a.getRGB(x, y);
                int two = b.getRGB(x, y);
                boolean visible = Math.abs((one >> 16 & 0xFF) - (two >> 16 & 0xFF)) > VISIBLE
                        || Math.abs((one >> 8 & 0xFF) - (two >> 8 & 0xFF)) > VISIBLE
                        || Math.abs((one & 0xFF) - (two & 0xFF)) > VISIBLE;
                different += visible && one != dot ? 1 : 0;
            }
        }
        return different / (double) (WIDTH * HEIGHT);
    }
}
