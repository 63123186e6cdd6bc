package io.plumbline.diagram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/// The advance widths of a TrueType file, read from its `head`, `hhea`, `hmtx` and `cmap` tables.
final class FontFile {
    private final ByteBuffer bytes;

    private FontFile(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static FontFile of(Face face) throws IOException {
        try (var in = face.resource().openStream()) {
            return new FontFile(ByteBuffer.wrap(in.readAllBytes()));
        }
    }

    int unitsPerEm() {
        return unsigned(table("head") + 18);
    }

    /// Advance by code point, for all characters of the Unicode map below `limit`.
    SortedMap<Integer, Integer> advances(int limit) {
        int hmtx = table("hmtx");
        int longMetrics = unsigned(table("hhea") + 34);
        var advances = new TreeMap<Integer, Integer>();
        glyphs(limit).forEach((letter, glyph) -> advances.put(letter,
                unsigned(hmtx + 4 * Math.min(glyph, longMetrics - 1))));
        return advances;
    }

    private SortedMap<Integer, Integer> glyphs(int limit) {
        int cmap = table("cmap");
        for (int i = 0; i < unsigned(cmap + 2); i++) {
            int record = cmap + 4 + 8 * i;
            int subtable = cmap + bytes.getInt(record + 4);
            if (unsigned(record) == 3 && unsigned(record + 2) == 1 && unsigned(subtable) == 4) {
                return segments(subtable, limit);
            }
        }
        throw new IllegalStateException("no Unicode map of format 4");
    }

    private SortedMap<Integer, Integer> segments(int subtable, int limit) {
        int segments = unsigned(subtable + 6) / 2;
        int ends = subtable + 14;
        int starts = ends + 2 * segments + 2;
        int deltas = starts + 2 * segments;
        int offsets = deltas + 2 * segments;
        var glyphs = new TreeMap<Integer, Integer>();
        for (int s = 0; s < segments; s++) {
            int last = Math.min(unsigned(ends + 2 * s), limit - 1);
            for (int letter = unsigned(starts + 2 * s); letter <= last; letter++) {
                int offset = unsigned(offsets + 2 * s);
                int delta = unsigned(deltas + 2 * s);
                int glyph = offset == 0 ? letter + delta & 0xFFFF
                        : mapped(offsets + 2 * s + offset + 2 * (letter - unsigned(starts + 2 * s)), delta);
                if (glyph != 0) {
                    glyphs.put(letter, glyph);
                }
            }
        }
        return glyphs;
    }

    private int mapped(int position, int delta) {
        int glyph = unsigned(position);
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }

    private int table(String tag) {
        for (int i = 0; i < unsigned(4); i++) {
            int record = 12 + 16 * i;
            var name = new byte[4];
            bytes.get(record, name);
            if (tag.equals(new String(name, java.nio.charset.StandardCharsets.US_ASCII))) {
                return bytes.getInt(record + 8);
            }
        }
        throw new IllegalStateException("no table " + tag);
    }

    private int unsigned(int position) {
        return bytes.getShort(position) & 0xFFFF;
    }
}
