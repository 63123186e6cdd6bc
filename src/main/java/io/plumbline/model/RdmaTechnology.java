package io.plumbline.model;

/// How an adapter does RDMA.
public enum RdmaTechnology implements Word {
    IWARP("iwarp", "iWARP"),
    ROCE("roce", "RoCE"),
    ROCE_V2("roceV2", "RoCE v2"),
    INFINIBAND("infiniband", "InfiniBand");

    private final String word;
    private final String display;

    RdmaTechnology(String word, String display) {
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
