package io.plumbline.ui;

import io.plumbline.check.Report;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Svg;
import io.plumbline.diagram.Theme;
import io.plumbline.exporter.HtmlWriter;
import io.plumbline.exporter.MarkdownWriter;
import io.plumbline.exporter.Png;
import io.plumbline.model.Design;
import io.plumbline.runbook.Block;
import io.plumbline.runbook.Document;
import io.plumbline.runbook.Runbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes pictures and runbooks. The pictures are light even while the window is dark: they are printed.
final class Exports {
    private static final double PNG_SCALE = 2;

    private Exports() {}

    /// Writes the whole drawing as SVG or PNG, by the ending of the file's name.
    static void picture(Design design, Path file) throws IOException {
        Picture picture = Picture.of(design);
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            try (var out = Files.newOutputStream(file)) {
                Png.write(picture, Theme.LIGHT, PNG_SCALE, out);
            }
        } else {
            Files.writeString(file, Svg.write(picture, Theme.LIGHT));
        }
    }

    /// What a runbook of this name consists of: Markdown, HTML and the drawing.
    static List<Path> runbookFiles(Path folder, String name) {
        return List.of(folder.resolve(name + ".md"), folder.resolve(name + ".html"), folder.resolve(name + ".svg"));
    }

    /// Writes a runbook into a folder, all of its files or none.
    static void runbook(Report report, Path folder, String name, LocalDate date, String version) throws IOException {
        List<Path> files = runbookFiles(folder, name);
        String svg = Svg.write(Picture.of(report.design()), Theme.LIGHT);
        var picture = new Block.Picture(name + ".svg", "The network of " + report.design().title(), svg);
        Document document = Runbook.of(report, date, version, Optional.of(picture));
        List<String> texts = List.of(MarkdownWriter.write(document), HtmlWriter.write(document), svg);
        Files.createDirectories(folder);
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(files.get(i), texts.get(i));
        }
    }

    /// A name for files made from a design: that of its own file, or of the design.
    static String baseName(Optional<Path> file, Design design) {
        String name =
                file.map(path -> path.getFileName().toString()).orElseGet(() -> Documents.suggested(design.title()));
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
