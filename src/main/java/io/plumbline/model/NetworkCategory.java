package io.plumbline.model;

/// The firewall profile of a connection.
public enum NetworkCategory implements Word {
    DOMAIN("domainAuthenticated", "Domain"),
    PRIVATE("private", "Private"),
    PUBLIC("public", "Public");

    private final String word;
    private final String display;

    NetworkCategory(String word, String display) {
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
