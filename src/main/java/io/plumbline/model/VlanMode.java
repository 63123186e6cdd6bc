package io.plumbline.model;

/// How a virtual adapter treats VLAN tags.
public enum VlanMode implements Word {
    UNTAGGED("untagged", "Untagged"),
    ACCESS("access", "Access"),
    TRUNK("trunk", "Trunk");

    private final String word;
    private final String display;

    VlanMode(String word, String display) {
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
