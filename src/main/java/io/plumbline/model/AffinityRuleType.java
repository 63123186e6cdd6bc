package io.plumbline.model;

/// What a cluster affinity rule asks for.
public enum AffinityRuleType implements Word {
    SAME_NODE("sameNode", "Same node"),
    DIFFERENT_NODE("differentNode", "Different node"),
    SAME_FAULT_DOMAIN("sameFaultDomain", "Same fault domain"),
    DIFFERENT_FAULT_DOMAIN("differentFaultDomain", "Different fault domain");

    private final String word;
    private final String display;

    AffinityRuleType(String word, String display) {
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
