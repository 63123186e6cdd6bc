package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A host's SMB settings.
public record Smb(
        Attribute<Boolean> clientMultichannel,
        Attribute<Boolean> serverMultichannel,
        Attribute<Long> lmLimitBytesPerSec,
        Attribute<List<SmbConstraint>> constraints) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Smb unset() {
        return Shape.of(Smb.class).of(Map.of());
    }
}
