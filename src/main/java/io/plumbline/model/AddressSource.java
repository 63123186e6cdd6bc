package io.plumbline.model;

/// Where an address comes from.
public enum AddressSource implements Word {
    STATIC("static", "Static"),
    DHCP("dhcp", "DHCP"),
    LINK_LOCAL("linkLocal", "Link-local");

    private final String word;
    private final String display;

    AddressSource(String word, String display) {
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
