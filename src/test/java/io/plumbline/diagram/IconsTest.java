package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {
    private static final Path FOLDER = Path.of("icons");

    /// One path of lines, one filled path, or both, in the colour of whatever shows them.
    private static final Pattern STYLE = Pattern.compile("""
            <svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">\
            (<path d="[^"]+" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" \
            stroke-linejoin="round"/>)?\
            (<path d="[^"]+" fill="currentColor"/>)?</svg>\\s*""");

    @Test
    void theIndexListsTheFolder() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var inFolder = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".svg"))
                    .map(name -> name.substring(0, name.length() - ".svg".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(List.copyOf(inFolder), indexed());
        }
    }

    @ParameterizedTest
    @MethodSource("indexed")
    void anIconIsDrawnInTheOneStyleAndCanBeRead(String name) throws IOException {
        var svg = Files.readString(FOLDER.resolve(name + ".svg"));
        assertTrue(STYLE.matcher(svg).matches(), svg);
        var icon = Icon.of(name);
        assertTrue(Stream.of(icon.outline(), icon.filled()).flatMap(part -> part.stream())
                .allMatch(part -> new Bounds(0, 0, 16, 16).contains(part.bounds())), svg);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasAnIcon(Kind kind) throws IOException {
        assertTrue(indexed().contains(kind.icon()), kind.icon());
    }

    @Test
    void noTwoKindsShareAnIcon() {
        assertEquals(Kind.values().length, Stream.of(Kind.values()).map(Kind::icon).distinct().count());
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256})
    void theApplicationIconHasThisManyPixels(int size) throws IOException {
        var image = ImageIO.read(Icon.class.getResource("/io/plumbline/icon/app/plumbline-" + size + ".png"));
        assertEquals(List.of(size, size), List.of(image.getWidth(), image.getHeight()));
    }

    private static List<String> indexed() throws IOException {
        try (var in = Icon.class.getResourceAsStream("/io/plumbline/icon/index.txt")) {
            return new String(in.readAllBytes()).lines().toList();
        }
    }
}
