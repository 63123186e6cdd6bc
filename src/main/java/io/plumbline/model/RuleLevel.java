package io.plumbline.model;

/// What a design makes of a rule.
public enum RuleLevel implements Word {
    OFF("off", "Off"),
    ADVICE("advice", "Advice"),
    WARNING("warning", "Warning"),
    ERROR("error", "Error");

    private final String word;
    private final String display;

    RuleLevel(String word, String display) {
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
