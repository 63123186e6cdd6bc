package io.plumbline.model;

/// What a virtual switch connects.
public enum VirtualSwitchType implements Word {
    EXTERNAL("external", "External"),
    INTERNAL("internal", "Internal"),
    PRIVATE("private", "Private");

    private final String word;
    private final String display;

    VirtualSwitchType(String word, String display) {
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
