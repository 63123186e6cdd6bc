package io.plumbline.model;

/// Which clients stay with one node.
public enum Affinity implements Word {
    NONE("none", "None"),
    SINGLE("single", "Single"),
    NETWORK("network", "Network");

    private final String word;
    private final String display;

    Affinity(String word, String display) {
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
