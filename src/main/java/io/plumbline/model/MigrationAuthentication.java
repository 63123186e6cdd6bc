package io.plumbline.model;

/// How two hosts authenticate a live migration.
public enum MigrationAuthentication implements Word {
    CREDSSP("credssp", "CredSSP"),
    KERBEROS("kerberos", "Kerberos");

    private final String word;
    private final String display;

    MigrationAuthentication(String word, String display) {
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
