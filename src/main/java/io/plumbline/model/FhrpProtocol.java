package io.plumbline.model;

/// How gateways share an address.
public enum FhrpProtocol implements Word {
    HSRP("hsrp", "HSRP"),
    VRRP("vrrp", "VRRP"),
    VLT_PEER_ROUTING("vltPeerRouting", "VLT peer routing"),
    VSX_ACTIVE_GATEWAY("vsxActiveGateway", "VSX active gateway");

    private final String word;
    private final String display;

    FhrpProtocol(String word, String display) {
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
