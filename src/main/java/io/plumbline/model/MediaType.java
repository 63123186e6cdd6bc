package io.plumbline.model;

/// The medium of an adapter.
public enum MediaType implements Word {
    ETHERNET("ethernet", "Ethernet"),
    INFINIBAND("infiniband", "InfiniBand"),
    WIFI("wifi", "Wi-Fi");

    private final String word;
    private final String display;

    MediaType(String word, String display) {
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
