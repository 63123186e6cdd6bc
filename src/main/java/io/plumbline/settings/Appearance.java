package io.plumbline.settings;

import io.plumbline.model.Word;

/// The colours of the window.
public enum Appearance implements Word {
    SYSTEM("system", "As the system"),
    LIGHT("light", "Light"),
    DARK("dark", "Dark"),
    HIGH_CONTRAST("highContrast", "High contrast");

    private final String word;
    private final String display;

    Appearance(String word, String display) {
        this.word = word;
        this.display = display;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String display() {
        return display;
    }
}
