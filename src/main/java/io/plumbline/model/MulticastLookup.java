package io.plumbline.model;

/// By what a switch looks up multicast frames.
public enum MulticastLookup implements Word {
    MAC("mac", "MAC address"),
    IP("ip", "IP address");

    private final String word;
    private final String display;

    MulticastLookup(String word, String display) {
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
