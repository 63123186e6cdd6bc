package io.plumbline.model;

/// How two switches act as one for a LAG.
public enum MlagTechnology implements Word {
    VLT("vlt", "VLT"),
    VPC("vpc", "vPC"),
    VSX("vsx", "VSX"),
    MC_LAG("mcLag", "MC-LAG"),
    MLAG("mlag", "MLAG");

    private final String word;
    private final String display;

    MlagTechnology(String word, String display) {
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
