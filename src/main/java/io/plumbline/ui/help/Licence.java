package io.plumbline.ui.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody else made and the program contains, with the text that allows it.
///
/// The list of libraries is written by the build (coordinates as Maven has resolved them); the index beside it says whose
/// they are.
///
/// @param parts the libraries with their versions, empty for what does not come as one
/// @param name  the short name of the licence, `MIT`
public record Licence(String product, List<String> parts, String name, String text) {
    public static List<Licence> all() {
        var libraries = libraries();
        return lines("index.txt").filter(line -> !line.startsWith("#")).map(line -> line.split(" \\| ", 4))
                .map(cells -> new Licence(cells[1], partsOf(cells[0], libraries), cells[2], textOf(cells[3])))
                .toList();
    }

    /// `group:artifact version` of every library in the program.
    static List<String> libraries() {
        return lines("libraries.txt").map(String::strip).filter(line -> line.contains(":jar:"))
                .map(line -> line.replaceFirst(" .*", "").split(":"))
                .map(cells -> cells[0] + ":" + cells[1] + " " + cells[cells.length - 2]).distinct().sorted().toList();
    }

    private static List<String> partsOf(String beginning, List<String> libraries) {
        return libraries.stream().filter(library -> library.startsWith(beginning)).toList();
    }

    private static String textOf(String files) {
        return Stream.of(files.split(" ")).map(file -> lines(file).collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private static Stream<String> lines(String file) {
        try (var in = Licence.class.getResourceAsStream(file.startsWith("/") ? file : "licence/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no licence text " + file + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
