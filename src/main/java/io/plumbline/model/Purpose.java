package io.plumbline.model;

/// What a network is for.
public enum Purpose implements Word {
    LIVE_MIGRATION("liveMigration", "Live migration"),
    CSV("csv", "CSV"),
    MANAGEMENT("management", "Management"),
    CLIENT("client", "Client"),
    HEARTBEAT("heartbeat", "Heartbeat"),
    SMB_STORAGE("smbStorage", "SMB storage"),
    STORAGE_ONLY("storageOnly", "Storage only"),
    ISCSI("iscsi", "iSCSI"),
    BMC("bmc", "BMC"),
    BACKUP("backup", "Backup"),
    VM("vm", "VM");

    private final String word;
    private final String display;

    Purpose(String word, String display) {
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
