package io.plumbline.model;

import java.util.List;
import java.util.Map;

/// A Windows NLB cluster.
///
/// Attributes, defaults and units are explained in the resource `nlbCluster.md`.
public record NlbCluster(
        Id id,
        @Inline About about,
        Attribute<NlbMode> mode,
        Attribute<IpAddress> primaryVip,
        Attribute<Integer> prefixLength,
        Attribute<List<IpInterface>> additionalVips,
        Attribute<Mac> macOverride,
        Attribute<IpAddress> igmpGroupOverride,
        Attribute<Boolean> maskSourceMac,
        Attribute<Boolean> unicastInterHostComm,
        Attribute<Boolean> interNodeTraffic,
        Attribute<List<NlbNode>> nodes,
        Attribute<List<Service>> services,
        Attribute<Boolean> routedClients,
        boolean retirementPlanned) implements Element {

    /// With what it cannot be without; every other attribute unset.
    public static NlbCluster of(Id id, String name) {
        return Shape.of(NlbCluster.class).of(Map.of("id", id, "name", name));
    }

    @Override
    public Kind kind() {
        return Kind.NLB_CLUSTER;
    }
}
