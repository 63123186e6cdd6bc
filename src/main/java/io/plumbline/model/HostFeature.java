package io.plumbline.model;

/// A Windows role or feature of a host.
public enum HostFeature implements Word {
    HYPER_V("hyperV", "Hyper-V"),
    FAILOVER_CLUSTERING("failoverClustering", "Failover Clustering"),
    NLB("nlb", "Network Load Balancing"),
    DCB("dcb", "Data Center Bridging"),
    SMB_BANDWIDTH_LIMIT("smbBandwidthLimit", "SMB Bandwidth Limit");

    private final String word;
    private final String display;

    HostFeature(String word, String display) {
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
