package io.plumbline.model;

/// The live-migration performance option.
public enum MigrationOption implements Word {
    TCPIP("tcpip", "TCP/IP"),
    COMPRESSION("compression", "Compression"),
    SMB("smb", "SMB");

    private final String word;
    private final String display;

    MigrationOption(String word, String display) {
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
