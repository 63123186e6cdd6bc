package io.plumbline.check;

import io.plumbline.model.Word;

/// How bad a finding is. [#ERROR]: documented as unsupported, or provably broken as drawn. [#WARNING]: works today, but
/// degrades, floods, or breaks under a condition that a design cannot show. [#ADVICE]: a better design.
public enum Severity implements Word {
    ERROR("error", "Error"),
    WARNING("warning", "Warning"),
    ADVICE("advice", "Advice");

    private final String word;
    private final String display;

    Severity(String word, String display) {
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

    /// Whether this is as bad as `other`, or worse.
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
