package io.plumbline.model;

import java.util.Map;
import java.util.SortedMap;

/// Treatment of multicast that nobody registered.
public record UnregisteredFilter(
        @Called("default") Attribute<UnregisteredMulticast> standard,
        Attribute<SortedMap<VlanId, UnregisteredMulticast>> perVlan,
        @Refers({
                Kind.SWITCH_PORT, Kind.LAG}) Attribute<SortedMap<Id, UnregisteredMulticast>> perPort)
        implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static UnregisteredFilter unset() {
        return Shape.of(UnregisteredFilter.class).of(Map.of());
    }
}
