package io.plumbline.model;

/// Something that a design holds and that has an identity of its own.
///
/// An element may be wrong (that is what the rules are for) but never broken: see [Design].
public sealed interface Element extends Part
        permits AcceptedRisk,
        Cable,
        ClientZone,
        ClusterNetwork,
        Comment,
        Evidence,
        FailoverCluster,
        Frame,
        HardwareLoadBalancer,
        Host,
        L3Interface,
        Lag,
        MigrationDomain,
        MlagPair,
        NicModel,
        NlbCluster,
        Note,
        PhysicalNic,
        Project,
        Router,
        Switch,
        SwitchModel,
        SwitchPort,
        SwitchStack,
        Team,
        TeamInterface,
        TextLabel,
        VirtualNic,
        VirtualSwitch,
        Vlan,
        Vm {

    Id id();

    About about();

    Kind kind();

    default String name() {
        return about().name();
    }

    /// This element with one attribute changed. `path` is the name in the file, with dots into nested settings
    /// (`"rdma.enabled"`); a plain value stands for `Attribute.of(value)`.
    @SuppressWarnings("unchecked")
    static <E extends Element> E with(E element, String path, Object value) {
        return (E) Shape.of(element.getClass()).with(element, path, value);
    }
}
