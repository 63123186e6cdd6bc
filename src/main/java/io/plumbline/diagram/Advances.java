package io.plumbline.diagram;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// How far the pen moves for each character of one face, in ems.
///
/// The widths stand in a table made from the font files, so that the window, SVG, PNG and the command line shorten the
/// same labels at the same letter, with or without a display.
final class Advances {
    private static final char ELLIPSIS = '…';
    private static final int PAGE = 256;
    private static final int PAGES = 0x3000 / PAGE;

    /// What a system's fallback font takes for a script that none of our faces holds: East Asian letters fill the em.
    private static final float WIDE = 1f;
    private static final float UNKNOWN = 0.62f;

    private final float[][] pages;

    private Advances(float[][] pages) {
        this.pages = pages;
    }

    static Advances of(Face face) {
        return Table.BY_FACE.get(face);
    }

    double ems(String text) {
        double sum = 0;
        for (int i = 0; i < text.length();) {
            int letter = text.codePointAt(i);
            sum += em(letter);
            i += Character.charCount(letter);
        }
        return sum;
    }

    String fit(String text, double max) {
        if (ems(text) <= max) {
            return text;
        }
        double room = max - em(ELLIPSIS);
        double sum = 0;
        int end = 0;
        for (int i = 0; i < text.length();) {
            int letter = text.codePointAt(i);
            sum += em(letter);
            if (sum > room) {
                break;
            }
            i += Character.charCount(letter);
            end = i;
        }
        String kept = text.substring(0, end).stripTrailing();
        return kept.isEmpty() ? "" : kept + ELLIPSIS;
    }

    private float em(int letter) {
        if (letter < PAGES * PAGE) {
            float[] page = pages[letter / PAGE];
            float advance = page == null ? -1 : page[letter % PAGE];
            if (advance >= 0) {
                return advance;
            }
        }
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.CONTROL -> 0;
            default -> isWide(letter) ? WIDE : UNKNOWN;
        };
    }

    private static boolean isWide(int letter) {
        return letter >= 0x1100 && letter < 0x1200 || letter >= 0x2E80 && letter < 0xA4D0
                || letter >= 0xAC00 && letter < 0xD7A4 || letter >= 0xF900 && letter < 0xFB00
                || letter >= 0xFF00 && letter < 0xFF61 || letter >= 0x1F300;
    }

    /// The table as it stands in `advances.txt`: `face <file> <units per em>`, then lines of a first code point and the
    /// advances from there on, equal neighbours as `advance*count`.
    private static final class Table {
        static final Map<Face, Advances> BY_FACE = read();

        private static Map<Face, Advances> read() {
            var byFace = new EnumMap<Face, Advances>(Face.class);
            try (var in = Advances.class.getResourceAsStream("advances.txt");
                    var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                float[][] pages = null;
                float unitsPerEm = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] words = line.split(" ");
                    if (words[0].equals("face")) {
                        pages = new float[PAGES][];
                        unitsPerEm = Float.parseFloat(words[2]);
                        byFace.put(face(words[1]), new Advances(pages));
                    } else {
                        addRun(pages, words, unitsPerEm);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return byFace;
        }

        private static Face face(String file) {
            return Arrays.stream(Face.values()).filter(face -> face.file().equals(file)).findFirst().orElseThrow();
        }

        private static void addRun(float[][] pages, String[] words, float unitsPerEm) {
            int letter = Integer.parseInt(words[0], 16);
            for (int w = 1; w < words.length; w++) {
                int star = words[w].indexOf('*');
                int count = star < 0 ? 1 : Integer.parseInt(words[w].substring(star + 1));
                int advance = Integer.parseInt(star < 0 ? words[w] : words[w].substring(0, star));
                for (int i = 0; i < count; i++, letter++) {
                    int page = letter / PAGE;
                    if (pages[page] == null) {
                        pages[page] = new float[PAGE];
                        Arrays.fill(pages[page], -1);
                    }
                    pages[page][letter % PAGE] = advance / unitsPerEm;
                }
            }
        }
    }
}
