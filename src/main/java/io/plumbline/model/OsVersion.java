package io.plumbline.model;

/// A Windows Server version, in order of release.
public enum OsVersion implements Word {
    WINDOWS_2012("2012", "Windows Server 2012"),
    WINDOWS_2012_R2("2012R2", "Windows Server 2012 R2"),
    WINDOWS_2016("2016", "Windows Server 2016"),
    WINDOWS_2019("2019", "Windows Server 2019"),
    WINDOWS_2022("2022", "Windows Server 2022"),
    WINDOWS_2025("2025", "Windows Server 2025");

    private final String word;
    private final String display;

    OsVersion(String word, String display) {
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
