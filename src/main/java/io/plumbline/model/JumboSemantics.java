package io.plumbline.model;

/// What the driver's JumboPacket number counts.
public enum JumboSemantics implements Word {
    HEADER14("HEADER14", "IP MTU + 14"),
    PAYLOAD("PAYLOAD", "IP MTU");

    private final String word;
    private final String display;

    JumboSemantics(String word, String display) {
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
