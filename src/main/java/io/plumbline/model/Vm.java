package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// A virtual machine.
///
/// Attributes, defaults and units are explained in the resource `vm.md`.
public record Vm(
        Id id,
        @Inline About about,
        @Refers(Kind.HOST) Id host,
        Attribute<Boolean> clusteredRole,
        @Refers(Kind.HOST) Attribute<List<Id>> possibleOwners,
        Attribute<List<String>> antiAffinityClasses,
        Attribute<String> tier,
        Attribute<VmPriority> priority,
        Attribute<String> guestOs,
        Attribute<SortedSet<GuestFeature>> guestFeatures,
        Attribute<Integer> arpRetryCount) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static Vm of(Id id, String name, Id host) {
        return Shape.of(Vm.class).of(Map.of("id", id, "name", name, "host", host));
    }

    @Override
    public Kind kind() {
        return Kind.VM;
    }
}
