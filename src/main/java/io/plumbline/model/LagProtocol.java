package io.plumbline.model;

/// How an aggregate is negotiated.
public enum LagProtocol implements Word {
    LACP("lacp", "LACP"),
    STATIC("static", "Static");

    private final String word;
    private final String display;

    LagProtocol(String word, String display) {
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
