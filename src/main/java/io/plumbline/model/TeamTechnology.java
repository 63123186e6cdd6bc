package io.plumbline.model;

/// LBFO (Windows NIC Teaming) or SET (Switch Embedded Teaming).
public enum TeamTechnology implements Word {
    LBFO("lbfo", "LBFO"),
    SET("set", "SET");

    private final String word;
    private final String display;

    TeamTechnology(String word, String display) {
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
