package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// Two switches that form one LAG domain (VLT, vPC, VSX, MLAG) with two control planes.
///
/// Attributes, defaults and units are explained in the resource `mlagPair.md`.
public record MlagPair(
        Id id,
        @Inline About about,
        Attribute<MlagTechnology> technology,
        @Refers(value = {
                Kind.SWITCH, Kind.SWITCH_STACK}, atLeast = 2) List<Id> switches,
        Attribute<List<Integer>> domainIds,
        Attribute<List<Mac>> systemMacs,
        @Refers(Kind.LAG) Attribute<Id> peerLink) implements Element {

    public MlagPair {
        switches = List.copyOf(switches);
    }

    /// With what it cannot be without; every other attribute unset.
    public static MlagPair of(Id id, String name) {
        return Shape.of(MlagPair.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.MLAG_PAIR;
    }
}
