package io.plumbline.cli;

import io.plumbline.check.Report;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Svg;
import io.plumbline.diagram.Theme;
import io.plumbline.exporter.Png;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "diagram", mixinStandardHelpOptions = true, description = "Draws a design with its findings marked, as SVG or PNG; needs no display.")
final class DiagramCommand implements Callable<Integer> {

    enum Shade {
        light, dark
    }

    private static final double LARGEST_SCALE = 8;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A design file; - reads standard input.")
    private String file;

    @Option(names = "--out", required = true, paramLabel = "PICTURE", description = "The picture; ends with .svg or .png.")
    private String out;

    @Option(names = "--theme", defaultValue = "light", paramLabel = "THEME", description = "light or dark; light when not given.")
    private Shade shade;

    @Option(names = "--scale", defaultValue = "2", paramLabel = "N", description = "Pixels of a PNG per unit of the drawing, above 0 and up to 8; 2 when not given.")
    private double scale;

    @Override
    public Integer call() throws IOException {
        if (!(scale > 0 && scale <= LARGEST_SCALE)) {
            throw new Unusable("--scale is above 0 and up to 8, not " + scale + ".");
        }
        String ending = out.toLowerCase(Locale.ROOT);
        if (!ending.endsWith(".svg") && !ending.endsWith(".png")) {
            throw new Unusable("--out ends with .svg or .png; \"" + out + "\" does not.");
        }
        Input input = Input.read(file, System.in);
        Picture picture = Drawings.of(Report.of(input.design()));
        Theme theme = shade == Shade.dark ? Theme.DARK : Theme.LIGHT;
        Output.write(FileName.path(out),
                ending.endsWith(".svg") ? Svg.write(picture, theme).getBytes(StandardCharsets.UTF_8)
                        : png(picture, theme));
        return 0;
    }

    private byte[] png(Picture picture, Theme theme) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Png.write(picture, theme, scale, bytes);
        return bytes.toByteArray();
    }
}
