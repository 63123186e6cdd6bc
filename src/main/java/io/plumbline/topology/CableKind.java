package io.plumbline.topology;

/// What a cable is for, by what its two ends belong to.
public enum CableKind {
    /// A host's NIC to a switch.
    HOST,
    /// Two hosts, without a switch between them.
    DIRECT,
    /// Two switches, or two ports of one.
    INTER_SWITCH,
    /// Part of the peer link of an MLAG pair.
    PEER,
    /// A switch to a router or a load balancer.
    UPLINK
}
