package io.plumbline.model;

/// The failover cluster's use of a network.
public enum NetworkRole implements Word {
    NONE("0", "None"),
    CLUSTER("1", "Cluster only"),
    CLUSTER_AND_CLIENT("3", "Cluster and client");

    private final String word;
    private final String display;

    NetworkRole(String word, String display) {
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
