package io.plumbline.model;

/// The start priority of a clustered VM.
public enum VmPriority implements Word {
    HIGH("high", "High"),
    MEDIUM("medium", "Medium"),
    LOW("low", "Low"),
    NO_AUTO_START("noAutoStart", "No auto start");

    private final String word;
    private final String display;

    VmPriority(String word, String display) {
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
