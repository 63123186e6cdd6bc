package io.plumbline.predict;

import io.plumbline.model.Mac;

/// How a device writes a MAC address. Every notation is read everywhere; each device gets its own.
public enum Notation {
    /// `02-BF-AC-1F-01-E8`
    WINDOWS("Windows"),
    /// `02bf.ac1f.01e8`
    CISCO("Cisco IOS/NX-OS"),
    /// `02:bf:ac:1f:01:e8`
    DELL("Dell PowerConnect / OS9"),
    /// `02BFAC1F01E8`
    BARE("Bare");

    private final String display;

    Notation(String display) {
        this.display = display;
    }

    public String display() {
        return display;
    }

    public String write(Mac mac) {
        return switch (this) {
            case WINDOWS -> mac.toWindows();
            case CISCO -> mac.toDotted();
            case DELL -> mac.toColons();
            case BARE -> mac.toBare();
        };
    }

    /// The notation of a switch operating system (`ios`, `nxos`, `eos`, `os9`, `powerconnect` ...); Windows for others.
    public static Notation of(String os) {
        return switch (os) {
            case "ios", "ios-xe", "iosxe", "nxos", "nx-os", "eos" -> CISCO;
            case "os9", "ftos", "os10", "powerconnect", "junos", "aoscx", "aos-cx" -> DELL;
            default -> WINDOWS;
        };
    }

    /// The notation in which a text is written.
    public static Notation used(String text) {
        return text.contains(".") ? CISCO : text.contains(":") ? DELL : text.contains("-") ? WINDOWS : BARE;
    }
}
