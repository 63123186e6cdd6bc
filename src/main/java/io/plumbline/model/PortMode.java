package io.plumbline.model;

/// How a switch port treats VLAN tags.
public enum PortMode implements Word {
    ACCESS("access", "Access"),
    TRUNK("trunk", "Trunk");

    private final String word;
    private final String display;

    PortMode(String word, String display) {
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
