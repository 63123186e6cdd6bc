package io.plumbline.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AdvancesTest {
    private static final Path TABLE = Path.of("src/main/resources/io/plumbline/diagram/advances.txt");

    /// Letters, figures, punctuation, arrows and boxes; what lies above is not in our faces.
    private static final int LIMIT = 0x2E80;

    /// `-Dapprove=true` writes the table anew after a font was replaced.
    @Test
    void theTableHoldsTheAdvancesOfTheBundledFonts() throws IOException {
        var table = new StringBuilder();
        for (Face face : Face.values()) {
            FontFile font = FontFile.of(face);
            table.append("face ").append(face.file()).append(' ').append(font.unitsPerEm()).append('\n');
            appendRuns(table, font.advances(LIMIT));
        }
        if (Boolean.getBoolean("approve")) {
            Files.writeString(TABLE, table);
        }
        assertEquals(table.toString(), Files.readString(TABLE, StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @EnumSource
    void eachFaceMeasuresEveryLetterAsItsFileDoes(Face face) throws IOException {
        FontFile font = FontFile.of(face);
        SortedMap<Integer, Integer> advances = font.advances(LIMIT);
        assertTrue(advances.size() > 500, face + " maps " + advances.size());
        advances.forEach((letter, advance) -> assertEquals((float) advance / font.unitsPerEm(),
                face.ems(Character.toString(letter)), 1e-6, () -> face + " U+" + Integer.toHexString(letter)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REGULAR | Windows Server 2012 R2 | 11  | 200  | Windows Server 2012 R2
            REGULAR | Windows Server 2012 R2 | 11  | 80   | Windows Ser…
            REGULAR | Windows Server 2012 R2 | 11  | 50   | Windo…
            FIGURES | 172.31.3.232           | 10  | 40   | 172.3…
            REGULAR | WEB                    | 12  | 10   | ''
            REGULAR | ''                     | 12  | 10   | ''
            """)
    void whatDoesNotFitIsShortenedWithAnEllipsis(Face face, String text, double size, double max, String expected) {
        String shortened = face.fit(text, size, max);
        assertEquals(expected, shortened);
        assertTrue(face.width(shortened, size) <= max);
    }

    @Test
    void aShortenedTextNeverEndsInHalfALetter() {
        String text = "😀😀😀😀";
        for (double max = 0; max < 60; max++) {
            String shortened = Face.REGULAR.fit(text, 12, max);
            assertEquals(0, shortened.replace("…", "").length() % 2, shortened);
        }
    }

    @Test
    void figuresAreAsWideAsEachOther() {
        for (char figure = '0'; figure <= '9'; figure++) {
            assertEquals(Face.FIGURES.ems("0"), Face.FIGURES.ems(Character.toString(figure)), 0.001);
        }
    }

    private static void appendRuns(StringBuilder table, SortedMap<Integer, Integer> advances) {
        int expected = -1;
        int repeated = 0;
        int previous = -1;
        for (var entry : advances.entrySet()) {
            boolean continues = entry.getKey() == expected;
            if (continues && entry.getValue() == previous) {
                repeated++;
            } else {
                appendCount(table, repeated);
                repeated = 1;
                if (!continues) {
                    table.append(expected < 0 ? "" : "\n").append(String.format("%04x", entry.getKey()));
                }
                table.append(' ').append(entry.getValue());
                previous = entry.getValue();
            }
            expected = entry.getKey() + 1;
        }
        appendCount(table, repeated);
        table.append('\n');
    }

    private static void appendCount(StringBuilder table, int repeated) {
        if (repeated > 1) {
            table.append('*').append(repeated);
        }
    }
}
