package io.plumbline.model;

/// How often LACP partners greet each other.
public enum LacpTimer implements Word {
    SLOW("slow", "Slow"),
    FAST("fast", "Fast");

    private final String word;
    private final String display;

    LacpTimer(String word, String display) {
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
