package io.plumbline.model;

/// Duplex of a port.
public enum Duplex implements Word {
    FULL("full", "Full"),
    HALF("half", "Half");

    private final String word;
    private final String display;

    Duplex(String word, String display) {
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
