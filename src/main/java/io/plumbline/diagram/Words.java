package io.plumbline.diagram;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The few words on the drawing that are no names and no figures.
final class Words {
    private Words() {}

    /// The text of a key with its `{0}`, `{1}` filled in.
    static String of(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("io.plumbline.diagram.diagram").getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }
}
