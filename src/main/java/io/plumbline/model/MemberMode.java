package io.plumbline.model;

/// The administrative mode of a team member.
public enum MemberMode implements Word {
    ACTIVE("active", "Active"),
    STANDBY("standby", "Standby");

    private final String word;
    private final String display;

    MemberMode(String word, String display) {
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
