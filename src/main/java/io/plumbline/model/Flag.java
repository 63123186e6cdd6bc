package io.plumbline.model;

/// What is known about the purpose of an element or of the whole design; lowers a warning to advice.
public enum Flag implements Word {
    PLANNED("planned", "Planned"),
    TRANSITIONAL("transitional", "Transitional"),
    TRAINING("training", "Training");

    private final String word;
    private final String display;

    Flag(String word, String display) {
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
