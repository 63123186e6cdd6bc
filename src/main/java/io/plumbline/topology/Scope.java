package io.plumbline.topology;

/// Which networks SMB may use for a live migration between two hosts.
public enum Scope {
    /// Both hosts take migrations on these networks only: the selected ones.
    LIMITED,
    /// At least one host takes them on any network: every network the two share, selected or not, in both directions.
    OPEN
}
