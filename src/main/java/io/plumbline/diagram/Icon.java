package io.plumbline.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A drawing of 16 by 16 in one colour: an outline with round ends, a filled part, or both. Palette, canvas, outline and
/// exports show the same files of `icons/`.
public record Icon(Optional<PathData> outline, Optional<PathData> filled) {
    private static final double SIZE = 16;
    private static final Pattern PATH = Pattern.compile("<path d=\"([^\"]+)\" fill=\"([^\"]+)\"");
    private static final Map<String, Icon> READ = new ConcurrentHashMap<>();

    /// The icon of a file name without its ending, `vswitch`.
    public static Icon of(String name) {
        return READ.computeIfAbsent(name, Icon::read);
    }

    /// The icon as shapes, its upper left corner at `at`.
    public List<Shape> at(Point at, double size, double lineWidth, Ink ink) {
        double scale = size / SIZE;
        var outlineInk = new Stroke(ink, lineWidth * Math.min(1, scale), Dash.SOLID);
        return java.util.stream.Stream.concat(
                outline.stream().map(path -> (Shape) new Shape.Trace(path, at, scale, Ink.NONE, outlineInk)),
                filled.stream().map(path -> (Shape) new Shape.Trace(path, at, scale, ink, Stroke.NONE))).toList();
    }

    private static Icon read(String name) {
        try (var in = Icon.class.getResourceAsStream("/io/plumbline/icon/" + name + ".svg")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no icon " + name + ".");
            }
            Matcher paths = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Optional<PathData> outline = Optional.empty();
            Optional<PathData> filled = Optional.empty();
            while (paths.find()) {
                var path = Optional.of(PathData.of(paths.group(1)));
                if (paths.group(2).equals("none")) {
                    outline = path;
                } else {
                    filled = path;
                }
            }
            return new Icon(outline, filled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
