package io.plumbline.topology;

/// What SMB multichannel sees in an endpoint, the weakest first. Classes are never mixed: only the best is used.
public enum Standing {
    PLAIN("plain"),
    RSS("RSS"),
    RDMA("RDMA");

    private final String display;

    Standing(String display) {
        this.display = display;
    }

    public String display() {
        return display;
    }
}
