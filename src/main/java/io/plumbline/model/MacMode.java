package io.plumbline.model;

/// Where the MAC address of a virtual adapter comes from.
public enum MacMode implements Word {
    DYNAMIC("dynamic", "Dynamic"),
    STATIC("static", "Static");

    private final String word;
    private final String display;

    MacMode(String word, String display) {
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
