package io.plumbline.topology;

/// How the VMQ queues of team members add up.
public enum QueueMode {
    /// The team offers the queues of all members: their processor sets must not overlap.
    SUM,
    /// The team offers the queues of its smallest member: the processor sets must be equal.
    MIN
}
