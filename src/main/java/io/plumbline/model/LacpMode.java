package io.plumbline.model;

/// Who starts the LACP negotiation.
public enum LacpMode implements Word {
    ACTIVE("active", "Active"),
    PASSIVE("passive", "Passive");

    private final String word;
    private final String display;

    LacpMode(String word, String display) {
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
