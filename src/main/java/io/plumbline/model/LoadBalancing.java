package io.plumbline.model;

/// How a team spreads traffic over its members.
public enum LoadBalancing implements Word {
    TRANSPORT_PORTS("transportPorts", "Address hash"),
    IP_ADDRESSES("ipAddresses", "IP addresses"),
    MAC_ADDRESSES("macAddresses", "MAC addresses"),
    HYPER_V_PORT("hyperVPort", "Hyper-V port"),
    DYNAMIC("dynamic", "Dynamic");

    private final String word;
    private final String display;

    LoadBalancing(String word, String display) {
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
