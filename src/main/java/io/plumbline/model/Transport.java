package io.plumbline.model;

/// The protocol of a port rule.
public enum Transport implements Word {
    TCP("tcp", "TCP"),
    UDP("udp", "UDP"),
    BOTH("both", "TCP and UDP");

    private final String word;
    private final String display;

    Transport(String word, String display) {
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
