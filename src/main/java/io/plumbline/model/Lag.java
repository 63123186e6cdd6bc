package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A link aggregation group on a switch.
///
/// Attributes, defaults and units are explained in the resource `lag.md`.
public record Lag(
        Id id,
        @Inline About about,
        @Refers(Kind.SWITCH_PORT) List<Id> memberPorts,
        @Refers({
                Kind.SWITCH, Kind.SWITCH_STACK}) Attribute<Id> owner,
        Attribute<LagProtocol> protocol,
        Attribute<LacpMode> lacpMode,
        Attribute<LacpTimer> lacpRate,
        Attribute<Mac> lacpSystemId,
        Attribute<Integer> mlagId,
        Attribute<Boolean> fallback,
        @Inline PortConfiguration configuration) implements Element {

    public Lag {
        memberPorts = List.copyOf(memberPorts);
    }

    /// With what it cannot be without; every other attribute unset.
    public static Lag of(Id id, String name) {
        return Shape.of(Lag.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.LAG;
    }
}
