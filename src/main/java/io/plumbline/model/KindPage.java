package io.plumbline.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The resource page of a kind, `<kind>.md`: what people read about it and its attributes, in forms and in the
/// published schema.
///
/// @param sentence   what an element of this kind is
/// @param textByPath by the attribute's name in files; `lm.option` inside a group, `lm.networks[].prefix` inside a list
public record KindPage(String title, String sentence, SortedMap<String, AttributeText> textByPath) {
    private static final Map<Kind, KindPage> PAGES = new ConcurrentHashMap<>();

    public KindPage {
        textByPath = Collections.unmodifiableSortedMap(new TreeMap<>(textByPath));
    }

    public static KindPage of(Kind kind) {
        return PAGES.computeIfAbsent(kind, KindPage::read);
    }

    /// The text of the attribute with this path, which must have one.
    public AttributeText text(String path) {
        AttributeText text = textByPath.get(path);
        if (text == null) {
            throw new IllegalArgumentException("The page \"" + title + "\" says nothing about \"" + path + "\".");
        }
        return text;
    }

    private static KindPage read(Kind kind) {
        try (InputStream in = KindPage.class.getResourceAsStream(kind.word() + ".md")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String title = lines.getFirst().substring("# ".length());
            SortedMap<String, AttributeText> texts = new TreeMap<>();
            for (String line : lines.subList(lines.indexOf("|---|---|---|---|") + 1, lines.size())) {
                List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
                texts.put(cells.get(1), new AttributeText(cells.get(2), cells.get(3), cells.get(4)));
            }
            return new KindPage(title, lines.get(2), texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
