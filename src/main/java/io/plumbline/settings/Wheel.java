package io.plumbline.settings;

import io.plumbline.model.Word;

/// What the mouse wheel does on the canvas; with Ctrl it does the other.
public enum Wheel implements Word {
    ZOOMS("zooms", "Zooms"),
    SCROLLS("scrolls", "Scrolls");

    private final String word;
    private final String display;

    Wheel(String word, String display) {
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
