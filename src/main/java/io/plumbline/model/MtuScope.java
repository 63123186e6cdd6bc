package io.plumbline.model;

/// Where a switch family sets its MTU.
public enum MtuScope implements Word {
    PORT("port", "Port"),
    SYSTEM("system", "System"),
    VLAN("vlan", "VLAN"),
    CLASS("class", "Traffic class");

    private final String word;
    private final String display;

    MtuScope(String word, String display) {
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
