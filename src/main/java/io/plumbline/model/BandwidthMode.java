package io.plumbline.model;

/// How a virtual switch reserves bandwidth.
public enum BandwidthMode implements Word {
    NONE("none", "None"),
    WEIGHT("weight", "Weight"),
    ABSOLUTE("absolute", "Absolute");

    private final String word;
    private final String display;

    BandwidthMode(String word, String display) {
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
