package io.plumbline.model;

/// What a switch does with multicast that nobody registered.
public enum UnregisteredMulticast implements Word {
    FORWARD("forward", "Forward"),
    FILTER("filter", "Filter");

    private final String word;
    private final String display;

    UnregisteredMulticast(String word, String display) {
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
