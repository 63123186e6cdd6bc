package io.plumbline.model;

/// How a team and the switch agree on the aggregate.
public enum TeamingMode implements Word {
    SWITCH_INDEPENDENT("switchIndependent", "Switch independent"),
    STATIC("static", "Static"),
    LACP("lacp", "LACP");

    private final String word;
    private final String display;

    TeamingMode(String word, String display) {
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
