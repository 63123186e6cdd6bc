package io.plumbline.diagram;

import io.plumbline.Sketch;
import io.plumbline.exporter.Png;
import io.plumbline.model.Design;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Writes pictures into a folder, to be looked at.
final class Gallery {
    private Gallery() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Theme theme : Theme.values()) {
            write(folder, "contoso-" + theme.cssName(), Contoso.design(), Contoso.marks(), theme, 1);
        }
        write(folder, "contoso-2x", Contoso.design(), Contoso.marks(), Theme.LIGHT, 2);
        write(folder, "contoso-50", Contoso.design(), Contoso.marks(), Theme.LIGHT, 0.5);
        write(folder, "contoso-20", Contoso.design(), Contoso.marks(), Theme.LIGHT, 0.2);
        write(folder, "b0", Sketch.b0().design(), Map.of(), Theme.LIGHT, 1);
        write(folder, "converged", Oddities.converged(), Map.of(), Theme.LIGHT, 1);
        write(folder, "bus", RoutingTest.cabled(8), Map.of(), Theme.LIGHT, 1);
        write(folder, "unfinished", Oddities.unfinished(), Map.of(), Theme.LIGHT, 1);
        write(folder, "contoso-auto", Contoso.unplaced(), Contoso.marks(), Theme.LIGHT, 1);
    }

    static void write(Path folder, String name, Design design, Map<io.plumbline.model.Id, Mark> marks, Theme theme,
            double scale) throws IOException {
        Picture picture = Picture.of(design, marks);
        try (var out = Files.newOutputStream(folder.resolve(name + ".png"))) {
            Png.write(picture, theme, scale, out);
        }
        Files.writeString(folder.resolve(name + ".svg"), Svg.write(picture, theme));
    }
}
