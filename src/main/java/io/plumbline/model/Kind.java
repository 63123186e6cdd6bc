package io.plumbline.model;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The kinds of element, in the order in which a file lists them.
public enum Kind {
    PROJECT("project", "Design", "design", Project.class),
    FAILOVER_CLUSTER("failoverCluster", "Failover cluster", "cluster", FailoverCluster.class),
    CLUSTER_NETWORK("clusterNetwork", "Cluster network", "net", ClusterNetwork.class),
    MIGRATION_DOMAIN("migrationDomain", "Migration domain", "lMig", MigrationDomain.class),
    HOST("host", "Host", "host", Host.class),
    PHYSICAL_NIC("physicalNic", "Physical NIC", "nic", PhysicalNic.class),
    TEAM("team", "NIC team", "team", Team.class),
    TEAM_INTERFACE("teamInterface", "Team interface", "tnic", TeamInterface.class),
    VIRTUAL_SWITCH("virtualSwitch", "Virtual switch", "vswitch", VirtualSwitch.class),
    V_NIC("vNic", "Virtual NIC", "vnic", VirtualNic.class),
    VM("vm", "Virtual machine", "vm", Vm.class),
    NLB_CLUSTER("nlbCluster", "NLB cluster", "nlb", NlbCluster.class),
    HARDWARE_LOAD_BALANCER("hardwareLoadBalancer", "Hardware load balancer", "hlb", HardwareLoadBalancer.class),
    CLIENT_ZONE("clientZone", "Client zone", "people", ClientZone.class),
    SWITCH("switch", "Switch", "switch", Switch.class),
    SWITCH_STACK("switchStack", "Switch stack", "stack", SwitchStack.class),
    MLAG_PAIR("mlagPair", "MLAG pair", "mlag", MlagPair.class),
    SWITCH_PORT("switchPort", "Switch port", "port", SwitchPort.class),
    LAG("lag", "LAG", "lag", Lag.class),
    CABLE("cable", "Cable", "cable", Cable.class),
    VLAN("vlan", "VLAN", "lVlan", Vlan.class),
    ROUTER("router", "Router", "router", Router.class),
    L3_INTERFACE("l3Interface", "Layer-3 interface", "gateway", L3Interface.class),
    SWITCH_MODEL("switchModel", "Switch model", "switchModel", SwitchModel.class),
    NIC_MODEL("nicModel", "NIC model", "nicModel", NicModel.class),
    EVIDENCE("evidence", "Test evidence", "evidence", Evidence.class),
    ACCEPTED_RISK("acceptedRisk", "Accepted risk", "accepted", AcceptedRisk.class),
    NOTE("note", "Note", "note", Note.class),
    FRAME("frame", "Frame", "frame", Frame.class),
    TEXT_LABEL("textLabel", "Text label", "text", TextLabel.class),
    COMMENT("comment", "Comment", "comment", Comment.class);

    private static final Map<String, Kind> BY_WORD = Arrays.stream(values())
            .collect(Collectors.toMap(Kind::word, Function.identity()));

    private final String word;
    private final String display;
    private final String icon;
    private final Class<? extends Element> type;

    Kind(String word, String display, String icon, Class<? extends Element> type) {
        this.word = word;
        this.display = display;
        this.icon = icon;
        this.type = type;
    }

    /// The name in files: `physicalNic`.
    public String word() {
        return word;
    }

    /// The name people read: "Physical NIC".
    public String display() {
        return display;
    }

    /// The name of the SVG icon.
    public String icon() {
        return icon;
    }

    public Class<? extends Element> type() {
        return type;
    }

    /// The kind with this name in files, or null when there is none.
    public static Kind findByWord(String word) {
        return BY_WORD.get(word);
    }
}
