package io.plumbline.model;

/// A role of a guest that matters to its adapters.
public enum GuestFeature implements Word {
    NLB("nlb", "Network Load Balancing"),
    FAILOVER_CLUSTERING("failoverClustering", "Failover Clustering"),
    NESTED_HYPER_V("nestedHyperV", "Nested Hyper-V"),
    BRIDGE("bridge", "Network bridge"),
    FIREWALL("firewall", "Firewall");

    private final String word;
    private final String display;

    GuestFeature(String word, String display) {
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
