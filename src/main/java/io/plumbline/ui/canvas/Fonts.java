package io.plumbline.ui.canvas;

import io.plumbline.diagram.Face;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;

/// The bundled fonts in the sizes that were asked for. Loading them also makes their families known to style sheets.
public final class Fonts {
    private static final Map<Face, String> NAMES = new EnumMap<>(Face.class);
    private static final Map<Face, Map<Double, Font>> SIZES = new EnumMap<>(Face.class);

    static {
        for (Face face : Face.values()) {
            NAMES.put(face, load(face));
            SIZES.put(face, new HashMap<>());
        }
    }

    private Fonts() {}

    public static Font of(Face face, double size) {
        return SIZES.get(face).computeIfAbsent(size, wanted -> new Font(NAMES.get(face), wanted));
    }

    private static String load(Face face) {
        try (var in = face.resource().openStream()) {
            Font font = Font.loadFont(in, 12);
            if (font == null) {
                throw new IllegalStateException("The font " + face.file() + " cannot be read.");
            }
            return font.getName();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
