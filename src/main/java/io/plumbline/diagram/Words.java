package io.plumbline.diagram;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The few words on the drawing that are no names and no figures.
final class Words {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.plumbline.diagram.diagram");

    /// A thousand cards say the same few things: reading a pattern costs more than filling it in.
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Words() {}

    /// The text of a key with its `{0}`, `{1}` filled in.
    static String of(String key, Object... arguments) {
        if (arguments.length == 0) {
            return BUNDLE.getString(key);
        }
        MessageFormat format = FORMATS.computeIfAbsent(key, _ -> new MessageFormat(BUNDLE.getString(key), Locale.ROOT));
        synchronized (format) {
            return format.format(arguments);
        }
    }
}
