package io.plumbline.predict;

import java.util.ResourceBundle;

/// The sentences of the predictors, by key; `{name}` stands for a value.
final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.plumbline.predict.texts");

    private Texts() {}

    /// The sentence with its values put in, given as name and value in turn.
    static String of(String key, Object... namesAndValues) {
        String text = BUNDLE.getString(key);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1].toString());
        }
        return text;
    }
}
