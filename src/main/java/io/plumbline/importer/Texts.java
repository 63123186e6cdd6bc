package io.plumbline.importer;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of this package, kept apart from the code so that they can be read and translated in one place.
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.plumbline.importer.texts");

    private Texts() {}

    static String get(String key) {
        return BUNDLE.getString(key);
    }

    /// Numbers are put in as text: a VLAN or a line number has no thousands separator.
    static String get(String key, Object... values) {
        Object[] words = java.util.Arrays.stream(values).map(String::valueOf).toArray();
        return new MessageFormat(BUNDLE.getString(key), Locale.ROOT).format(words);
    }
}
