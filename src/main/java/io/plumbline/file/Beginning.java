package io.plumbline.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

/// Tells by its first bytes when a file is something quite different: a parser would only say "unexpected character".
final class Beginning {
    private static final int LOOKED_AT = 4096;

    private Beginning() {}

    static void check(Source source) throws IOException, UnreadableDesign {
        byte[] start;
        try (InputStream in = source.open()) {
            start = in.readNBytes(LOOKED_AT);
        }
        String what = wrong(start);
        if (what != null) {
            throw new UnreadableDesign(LinesOf.problems(source, List.of(
                    new Slip(0, "$", what, "Restore the file from a backup, or choose another one."))));
        }
    }

    private static String wrong(byte[] start) {
        if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF)) {
            return "The file is text in UTF-16; a design is text in UTF-8.";
        }
        String kind = kind(start);
        if (kind != null) {
            return "The file is no design but " + kind + ".";
        }
        for (byte each : start) {
            if (each == 0) {
                return "The file is not text but binary data.";
            }
        }
        int first = startsWith(start, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (first < start.length && " \n\r\t".indexOf(start[first]) >= 0) {
            first++;
        }
        if (first == start.length) {
            return "The file is empty" + (start.length == LOOKED_AT ? " at its beginning." : ".");
        }
        return start[first] == '{' ? null : "The file is no design: a design begins with \"{\".";
    }

    /// What a file with these first bytes is, or null.
    private static String kind(byte[] start) {
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return "a ZIP archive or an Office document";
        } else if (startsWith(start, 0x89, 'P', 'N', 'G')) {
            return "a PNG picture";
        } else if (startsWith(start, '%', 'P', 'D', 'F')) {
            return "a PDF document";
        } else if (startsWith(start, 0x1F, 0x8B)) {
            return "a file compressed by gzip";
        }
        return null;
    }

    private static boolean startsWith(byte[] start, int... octets) {
        byte[] wanted = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            wanted[i] = (byte) octets[i];
        }
        return start.length >= wanted.length && Arrays.equals(start, 0, wanted.length, wanted, 0, wanted.length);
    }
}
