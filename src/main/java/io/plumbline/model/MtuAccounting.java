package io.plumbline.model;

/// What a switch family counts as MTU.
public enum MtuAccounting implements Word {
    PAYLOAD("PAYLOAD", "IP bytes"),
    FRAME_FCS("FRAME_FCS", "Frame with FCS"),
    FRAME_FCS_TAG_EXTRA("FRAME_FCS_TAG_EXTRA", "Frame with FCS (tag extra at the default)"),
    FRAME_NOFCS("FRAME_NOFCS", "Frame without FCS"),
    UNKNOWN("UNKNOWN", "Not documented");

    private final String word;
    private final String display;

    MtuAccounting(String word, String display) {
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
