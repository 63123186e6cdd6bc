package io.plumbline.model;

/// Who hands out dynamic MAC addresses.
public enum MacPoolSource implements Word {
    HYPER_V("hyperV", "Hyper-V"),
    VMM("vmm", "Virtual Machine Manager");

    private final String word;
    private final String display;

    MacPoolSource(String word, String display) {
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
