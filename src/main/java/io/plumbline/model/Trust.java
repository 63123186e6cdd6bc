package io.plumbline.model;

/// The mark by which traffic is sorted into priorities.
public enum Trust implements Word {
    PCP("pcp", "PCP (802.1p)"),
    DSCP("dscp", "DSCP");

    private final String word;
    private final String display;

    Trust(String word, String display) {
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
