package io.plumbline.model;

/// Who sends IGMP queries in a VLAN.
public enum Querier implements Word {
    NONE("none", "None"),
    SELF("self", "This switch"),
    EXTERNAL_ROUTER("externalRouter", "External router");

    private final String word;
    private final String display;

    Querier(String word, String display) {
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
