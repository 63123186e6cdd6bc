package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// What hides the addresses of clients.
public record Translation(
        Attribute<TranslationKind> kind,
        Attribute<List<IpAddress>> addresses) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static Translation unset() {
        return Shape.of(Translation.class).of(Map.of());
    }
}
