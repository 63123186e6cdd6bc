package io.plumbline.model;

/// How a port rule spreads traffic.
public enum FilterMode implements Word {
    MULTIPLE("multiple", "Multiple hosts"),
    SINGLE("single", "Single host"),
    DISABLED("disabled", "Disabled");

    private final String word;
    private final String display;

    FilterMode(String word, String display) {
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
