package io.plumbline.topology;

/// What a virtual switch is bound to.
public enum UplinkKind {
    PHYSICAL_NIC,
    LBFO,
    SET,
    /// Bound to nothing: an internal or private switch, or one that is not finished.
    NONE
}
