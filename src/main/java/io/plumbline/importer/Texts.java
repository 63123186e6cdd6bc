package io.plumbline.importer;

import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sentences of this package, kept apart from the code so that they can be read and translated in one place.
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.plumbline.importer.texts");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Texts() {}

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    /// Puts values into their places, as they are: a VLAN or a line number has no thousands separator, and what a file
    /// says is never read as a pattern.
    static String get(String key, Object... values) {
        return PLACE.matcher(BUNDLE.getString(key)).replaceAll(
                place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }
}
