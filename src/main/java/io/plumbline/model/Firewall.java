package io.plumbline.model;

import java.util.Map;

/// Firewall rules that SMB needs.
public record Firewall(
        Attribute<Boolean> smbIn,
        Attribute<Boolean> smbDirectIwarpIn) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Firewall unset() {
        return Shape.of(Firewall.class).of(Map.of());
    }
}
