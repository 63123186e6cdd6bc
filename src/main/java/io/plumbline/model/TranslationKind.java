package io.plumbline.model;

/// What hides client addresses.
public enum TranslationKind implements Word {
    NAT("nat", "NAT"),
    PROXY("proxy", "Proxy");

    private final String word;
    private final String display;

    TranslationKind(String word, String display) {
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
