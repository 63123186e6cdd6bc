package io.plumbline.importer;

/// The modes of the command line whose lines mean something to a design.
enum Os9Mode {
    GLOBAL,
    PORT,
    LAG,
    VLAN,
    /// Management, loopback, null and tunnel interfaces: they have addresses, but no place in a VLAN.
    OTHER_INTERFACE,
    LACP,
    VRRP,
    VLT,
    SPANNING_TREE,
    DCB_MAP,
    DCB_INPUT,
    /// Known, and knowingly left out of the design, with everything indented below it.
    SET_ASIDE,
    /// A block that opens with a line nobody here knows: what is indented below it must not be taken for something else.
    UNKNOWN
}
