package io.plumbline.ui.palette;

import io.plumbline.model.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the palette offers: every kind of element that a person can place, in the order of the panel.
public enum PaletteItem {
    CLUSTER(Category.COMPUTE, Kind.FAILOVER_CLUSTER, "Cluster", ""),
    HOST(Category.COMPUTE, Kind.HOST, "Host", "H"),
    VM(Category.COMPUTE, Kind.VM, "Virtual machine", "M"),
    CLUSTER_NETWORK(Category.COMPUTE, Kind.CLUSTER_NETWORK, "Cluster network", ""),
    MIGRATION_DOMAIN(Category.COMPUTE, Kind.MIGRATION_DOMAIN, "Migration domain", ""),
    NIC(Category.HOST_NETWORKING, Kind.PHYSICAL_NIC, "Physical NIC", "P"),
    TEAM(Category.HOST_NETWORKING, Kind.TEAM, "NIC team", "T"),
    TEAM_INTERFACE(Category.HOST_NETWORKING, Kind.TEAM_INTERFACE, "Team interface", ""),
    VIRTUAL_SWITCH(Category.HOST_NETWORKING, Kind.VIRTUAL_SWITCH, "Virtual switch", "S"),
    V_NIC(Category.HOST_NETWORKING, Kind.V_NIC, "vNIC", ""),
    SWITCH(Category.FABRIC, Kind.SWITCH, "Switch", "W"),
    SWITCH_PORT(Category.FABRIC, Kind.SWITCH_PORT, "Switch port", ""),
    STACK(Category.FABRIC, Kind.SWITCH_STACK, "Stack", ""),
    MLAG_PAIR(Category.FABRIC, Kind.MLAG_PAIR, "MLAG pair", ""),
    LAG(Category.FABRIC, Kind.LAG, "LAG", ""),
    CABLE(Category.FABRIC, Kind.CABLE, "Cable", "C"),
    ROUTER(Category.FABRIC, Kind.ROUTER, "Router", ""),
    L3_INTERFACE(Category.FABRIC, Kind.L3_INTERFACE, "Layer-3 interface", ""),
    VLAN(Category.FABRIC, Kind.VLAN, "VLAN", ""),
    NLB_CLUSTER(Category.SERVICES, Kind.NLB_CLUSTER, "NLB cluster", "L"),
    LOAD_BALANCER(Category.SERVICES, Kind.HARDWARE_LOAD_BALANCER, "Hardware load balancer", ""),
    CLIENT_ZONE(Category.SERVICES, Kind.CLIENT_ZONE, "Client zone", ""),
    NOTE(Category.ANNOTATIONS, Kind.NOTE, "Note", "N"),
    FRAME(Category.ANNOTATIONS, Kind.FRAME, "Frame", ""),
    TEXT_LABEL(Category.ANNOTATIONS, Kind.TEXT_LABEL, "Text label", ""),
    COMMENT(Category.ANNOTATIONS, Kind.COMMENT, "Comment", ""),
    EVIDENCE(Category.RECORDS, Kind.EVIDENCE, "Test result", ""),
    SWITCH_MODEL(Category.RECORDS, Kind.SWITCH_MODEL, "Switch model", ""),
    NIC_MODEL(Category.RECORDS, Kind.NIC_MODEL, "NIC model", "");

    /// The headings of the palette.
    public enum Category {
        COMPUTE("Compute"), HOST_NETWORKING("Host networking"), FABRIC("Fabric"), SERVICES("Services"), ANNOTATIONS(
                "Annotations"),
        RECORDS("Records");

        private final String display;

        Category(String display) {
            this.display = display;
        }

        public String display() {
            return display;
        }

        public List<PaletteItem> items() {
            return Arrays.stream(PaletteItem.values()).filter(item -> item.category == this).toList();
        }
    }

    private final Category category;
    private final Kind kind;
    private final String display;
    private final String key;

    PaletteItem(Category category, Kind kind, String display, String key) {
        this.category = category;
        this.kind = kind;
        this.display = display;
        this.key = key;
    }

    public Kind kind() {
        return kind;
    }

    public String display() {
        return display;
    }

    /// The letter that chooses it while the canvas has the focus, or "".
    public String key() {
        return key;
    }

    /// The id of its button, for tests: `place-virtual-switch`.
    public String cssId() {
        return "place-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a typed word finds it: any part of the name, of its kind or of its heading.
    public boolean isFoundBy(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return (display + " " + kind.display() + " " + category.display).toLowerCase(Locale.ROOT).contains(wanted);
    }

    public static Optional<PaletteItem> findByKey(String key) {
        return Arrays.stream(values()).filter(item -> !item.key.isEmpty() && item.key.equalsIgnoreCase(key))
                .findFirst();
    }
}
