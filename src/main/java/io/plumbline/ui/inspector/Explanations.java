package io.plumbline.ui.inspector;

import io.plumbline.model.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The page of a kind: how its attributes are called, what holds where nothing is stated, and what they mean.
record Explanations(String meaning, Map<String, Explanation> byPath) {

    /// @param label    what people call the attribute, its unit in parentheses
    /// @param standard what holds where nothing is stated; "" where nothing does
    record Explanation(String label, String standard, String meaning) {

        /// The label without its unit.
        String name() {
            int bracket = label.indexOf(" (");
            return bracket < 0 ? label : label.substring(0, bracket);
        }

        String unit() {
            int bracket = label.indexOf(" (");
            return bracket < 0 ? "" : label.substring(bracket + 2, label.length() - 1);
        }

        boolean hasStandard() {
            return !standard.isBlank() && !standard.equals("none");
        }
    }

    private static final Map<Kind, Explanations> PAGES = new ConcurrentHashMap<>();

    static Explanations of(Kind kind) {
        return PAGES.computeIfAbsent(kind, Explanations::load);
    }

    /// The explanation of an attribute; one without a line of its own is called by its name in files.
    Explanation of(String path) {
        String last = path.endsWith("[key]") ? "New entry" : path.substring(path.lastIndexOf('.') + 1);
        return byPath.getOrDefault(path, new Explanation(last, "", ""));
    }

    private static Explanations load(Kind kind) {
        try (var in = Kind.class.getResourceAsStream("/io/plumbline/model/" + kind.word() + ".md")) {
            if (in == null) {
                throw new IllegalStateException(
                        "The program is incomplete: the page of " + kind.word() + " is missing.");
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Explanations read(String page) {
        var byPath = new LinkedHashMap<String, Explanation>();
        var meaning = new StringBuilder();
        for (String line : page.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6 && !cells[1].isBlank() && !cells[1].startsWith("---")) {
                byPath.put(cells[1].strip(), new Explanation(cells[2].strip(), cells[3].strip(), cells[4].strip()));
            } else if (!line.startsWith("#") && !line.startsWith("|")) {
                meaning.append(line).append(' ');
            }
        }
        byPath.remove("attribute");
        return new Explanations(meaning.toString().strip(), byPath);
    }
}
