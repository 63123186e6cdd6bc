package io.plumbline;

import io.plumbline.catalog.Catalog;
import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.ClientZone;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Evidence;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.Mac;
import io.plumbline.model.MemberMode;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Note;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.Vm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The designs under `sample-topologies/`, built in code so that they stay valid when the model grows.
/// `SampleTopologiesTest` writes them on approval and compares the committed files with them.
public final class SampleTopologies {

    /// Every sample by file name, without ending.
    public static final Map<String, Supplier<Design>> ALL = all();

    private Design design;

    private SampleTopologies(String title) {
        design = Design.empty(title);
    }

    private static Map<String, Supplier<Design>> all() {
        Map<String, Supplier<Design>> all = new LinkedHashMap<>();
        all.put("nlb-igmp-lab", () -> nlbLab("The NLB lab: IGMP multicast behind LACP teams", Lab.IGMP));
        all.put("nlb-unicast-teamed-single-switch",
                () -> nlbLab("Unicast NLB behind LACP teams on one switch", Lab.UNICAST));
        all.put("nlb-unicast-repaired-igmp",
                () -> nlbLab("Repair 1: IGMP multicast with static groups", Lab.REPAIRED_BY_IGMP));
        all.put("nlb-unicast-repaired-no-team",
                () -> nlbLab("Repair 2: no team under the NLB switches", Lab.REPAIRED_WITHOUT_TEAM));
        all.put("nlb-unicast-repaired-two-switches",
                () -> nlbLab("Repair 3: switch-independent teams over two switches", Lab.REPAIRED_BY_TWO_SWITCHES));
        all.put("jumbo-mixed-switches", () -> jumbo("Jumbo frames through mixed switches", 9614));
        all.put("jumbo-repaired", () -> jumbo("Jumbo frames, repaired at 9014", 9014));
        all.put("live-migration-any-network", SampleTopologies::liveMigration);
        all.put("two-node-converged-set", SampleTopologies::convergedSet);
        all.put("nlb-multicast-static-arp", SampleTopologies::multicastStaticArp);
        return all;
    }

    private enum Lab {
        IGMP, UNICAST, REPAIRED_BY_IGMP, REPAIRED_WITHOUT_TEAM, REPAIRED_BY_TWO_SWITCHES;

        boolean isIgmp() {
            return this == IGMP || this == REPAIRED_BY_IGMP;
        }
    }

    /// The first report's demo: two 2012 R2 hosts, two teams each, one PowerConnect 5424, two VLANs.
    private static Design nlbLab(String title, Lab lab) {
        SampleTopologies at = new SampleTopologies(title);
        if (lab == Lab.IGMP) {
            at.put(at.design.project(), "flags", List.of("training"));
        }
        at.put(FailoverCluster.of(id("fc-1"), "HVC1"), "cauEnabled", true);
        at.vlan(10, "NLB-Web");
        at.vlan(20, "NLB-App");
        List<String> switches = lab == Lab.REPAIRED_BY_TWO_SWITCHES ? List.of("sw-1", "sw-2") : List.of("sw-1");
        for (String each : switches) {
            Element model = at.model("dell-powerconnect-5424");
            at.put(Switch.of(id(each), "PC5424-" + each.substring(3)), "model", model.id(), "igmpSnooping.default",
                    true,
                    "bridgeMulticastFiltering", true, "unregisteredMulticast.default", "forward");
        }
        for (int h = 1; h <= 2; h++) {
            Id host = id("h-" + h);
            at.put(Host.of(host, "HV" + h), "failoverCluster", id("fc-1"), "osVersion", "2012R2");
            at.macPool(host, h);
            for (int t = 1; t <= 2; t++) {
                at.nlbTeam(lab, host, h, t);
            }
        }
        if (switches.size() == 2) {
            at.port("sw-1", 24, "trunk", "10,20");
            at.port("sw-2", 24, "trunk", "10,20");
            at.cable("sw-1-p24", "sw-2-p24");
        }
        // A bystander in the NLB VLAN: a flood reaches it besides the nodes.
        at.put(SwitchPort.of(id("sw-1-p20"), "g20", id("sw-1")), "mode", "access", "accessVlan", 10, "speedMbps", 1000,
                "stpEdge", true, "bpduGuard", true);
        at.put(Host.of(id("h-9"), "PRINT1"), "osVersion", "2012R2", "features", List.of());
        at.put(PhysicalNic.of(id("n-91"), "LAN", id("h-9")), "linkSpeedMbps", 1000, "ip.addresses",
                List.of(address("172.31.3.50", 24)));
        at.cable("n-91", "sw-1-p20");
        at.nlb(lab, "nlb-1", "WEB", "172.31.3.232", 1, 10, "172.31.3.11", "172.31.3.12");
        at.nlb(lab, "nlb-2", "INTRANET", "172.31.3.240", 2, 10, "172.31.3.21", "172.31.3.22");
        at.nlb(lab, "nlb-3", "APP", "172.31.20.10", 3, 20, "172.31.20.11", "172.31.20.12");
        if (lab.isIgmp()) {
            at.put(at.design.element(id("sw-1"), Switch.class), "staticMcastGroups",
                    List.of(at.group("172.31.3.232", 10, "nlb-1", 1), at.group("172.31.3.240", 10, "nlb-2", 1),
                            at.group("172.31.20.10", 20, "nlb-3", 2)));
        }
        return at.design;
    }

    /// Team t of host h: two 1G ports in a LAG, and the virtual switch above it.
    private void nlbTeam(Lab lab, Id host, int h, int t) {
        String key = h + "" + t;
        int vlan = t * 10;
        boolean teamed = lab != Lab.REPAIRED_WITHOUT_TEAM;
        boolean apart = lab == Lab.REPAIRED_BY_TWO_SWITCHES;
        List<TeamMember> members = new ArrayList<>();
        List<Id> ports = new ArrayList<>();
        for (int m = 1; m <= (teamed ? 2 : 1); m++) {
            int number = (h - 1) * 4 + (t - 1) * 2 + m;
            Id nic = id("n-" + key + m);
            put(PhysicalNic.of(nic, "NIC" + ((t - 1) * 2 + m), host), "linkSpeedMbps", 1000, "card",
                    "slot " + m, "portOnCard", t);
            String onSwitch = apart && m == 2 ? "sw-2" : "sw-1";
            ports.add(port(onSwitch, number, "trunk", "" + vlan));
            cable(nic.text(), onSwitch + "-p" + number);
            members.add(TeamMember.of(nic));
        }
        Id uplink = members.getFirst().nic();
        if (teamed) {
            put(Team.of(id("t-" + key), "Team" + t, host), "teamingMode", apart ? "switchIndependent" : "lacp",
                    "lbAlgorithm", "dynamic", "members", members);
            uplink = id("ti-" + key);
            put(TeamInterface.of(uplink, "Team" + t, id("t-" + key)));
        }
        if (teamed && !apart) {
            put(Lag.of(id("lag-" + key), "ch" + ((h - 1) * 2 + t)), "memberPorts", ports, "protocol", "lacp",
                    "lacpMode",
                    "active", "mode", "trunk", "allowedVlans", "" + vlan, "stpEdge", true, "bpduGuard", true);
        }
        put(VirtualSwitch.of(id("vs-" + key), "vSwitch" + t, host), "uplink", uplink, "allowManagementOs", false);
    }

    private void nlb(Lab lab, String key, String name, String vip, int number, int vlan, String... dips) {
        List<NlbNode> nodes = new ArrayList<>();
        for (int n = 1; n <= 2; n++) {
            Id vm = id("vm-" + number + n);
            Id nic = id("vn-" + number + n);
            put(Vm.of(vm, name + n, id("h-" + n)), "clusteredRole", true, "antiAffinityClasses",
                    List.of("NLB-" + name));
            put(VirtualNic.of(nic, "NLB", vm), "vSwitch", "vSwitch" + vlan / 10, "vlanMode", "access", "vlanId", vlan,
                    "macSpoofing", true, "ip.addresses", List.of(address(dips[n - 1], 24)), "ip.defaultGateway",
                    vip.substring(0, vip.lastIndexOf('.')) + ".1");
            NlbNode node = NlbNode.of(nic);
            nodes.add(new NlbNode(node.member(), Attribute.of(n), Attribute.of(IpAddress.parse(dips[n - 1])),
                    node.configuredMode(), node.portRules()));
        }
        put(NlbCluster.of(id(key), name), "mode", lab.isIgmp() ? "igmpMulticast" : "unicast", "primaryVip", vip,
                "prefixLength", 24, "nodes", nodes, "routedClients", false);
    }

    private StaticMulticastGroup group(String vip, int vlan, String nlb, int team) {
        String[] octets = vip.split("\\.");
        StaticMulticastGroup unset = StaticMulticastGroup.unset();
        return new StaticMulticastGroup(Attribute.of(IpAddress.parse("239.255." + octets[2] + "." + octets[3])),
                unset.mac(), Attribute.of(id("vl-" + vlan)),
                Attribute.of(List.of(id("lag-1" + team), id("lag-2" + team))), Attribute.of(id(nlb)),
                unset.otherApplication(), unset.flags());
    }

    /// The second report: servers with Mellanox NICs on two S4810, then one more behind a PowerConnect 8132.
    private static Design jumbo(String title, int jumboPacket) {
        SampleTopologies at = new SampleTopologies(title);
        at.cluster("HVC1", "2012R2", false, "cn-1", "cn-2");
        Element s4810 = at.model("dell-force10-s4810");
        Element pc8132 = at.model("dell-powerconnect-8132");
        at.put(Switch.of(id("sw-1"), "S4810-1"), "model", s4810.id());
        at.put(Switch.of(id("sw-2"), "S4810-2"), "model", s4810.id());
        at.put(Switch.of(id("sw-3"), "PC8132-1"), "model", pc8132.id());
        int[][] home = {{1, 2}, {1, 2}, {3, 3}};
        for (int h = 1; h <= 3; h++) {
            at.migrationHost("2012R2", h, false);
            for (int n = 1; n <= 2; n++) {
                int sw = home[h - 1][n - 1];
                int number = sw == 3 ? n : h;
                at.twinNic(h, n, jumboPacket, "roce");
                at.jumboPort(sw, number, "" + (100 + n), sw == 3 ? 9216 : 12000);
                at.cable("n-" + h + n, "sw-" + sw + "-p" + number);
            }
        }
        for (int sw = 1; sw <= 2; sw++) {
            at.jumboPort(sw, 48, "101-102", 12000);
            at.jumboPort(3, 22 + sw, "101-102", 9216);
            at.cable("sw-" + sw + "-p48", "sw-3-p" + (22 + sw));
        }
        // The smaller switch stands between the two that it joins, so that both links are short.
        at.design = at.design.withLayout(at.design.layout().withPlaces(Map.of(
                id("sw-1"), Place.at(24, 448), id("sw-3"), Place.at(384, 448), id("sw-2"), Place.at(744, 448),
                id("h-1"), Place.at(72, 76), id("h-2"), Place.at(402, 76), id("h-3"), Place.at(732, 76))));
        return at.design;
    }

    /// The report's live-migration test: one network selected, node A on "these", node B on "any".
    private static Design liveMigration() {
        SampleTopologies at = new SampleTopologies("Live migration on any network");
        at.cluster("HVC1", "2012R2", false, "cn-1");
        Element s4810 = at.model("dell-force10-s4810");
        for (int sw = 1; sw <= 2; sw++) {
            at.put(Switch.of(id("sw-" + sw), "S4810-" + sw), "model", s4810.id());
        }
        for (int h = 1; h <= 2; h++) {
            at.migrationHost("2012R2", h, h == 2);
            for (int n = 1; n <= 2; n++) {
                at.twinNic(h, n, 9014, "roce");
                at.jumboPort(n, h, "" + (100 + n), 12000);
                at.cable("n-" + h + n, "sw-" + n + "-p" + h);
            }
        }
        at.jumboPort(1, 48, "101-102", 12000);
        at.jumboPort(2, 48, "101-102", 12000);
        at.cable("sw-1-p48", "sw-2-p48");
        return at.design;
    }

    /// A sound design of today: SET, two RDMA host vNICs mapped one to one, two switches in an MLAG pair.
    private static Design convergedSet() {
        SampleTopologies at = new SampleTopologies("Two nodes, converged on SET");
        at.put(FailoverCluster.of(id("fc-1"), "HVC1"), "cauEnabled", true);
        at.vlan(10, "Management");
        at.vlan(20, "VM");
        at.vlan(101, "SMB1");
        at.vlan(102, "SMB2");
        at.network("cn-1", "SMB1", "10.10.1.0/24", 101, 1, "liveMigration", "csv", "smbStorage");
        at.network("cn-2", "SMB2", "10.10.2.0/24", 102, 1, "liveMigration", "csv", "smbStorage");
        at.network("cn-3", "Management", "10.10.0.0/24", 10, 3, "management", "client");
        at.put(at.design.element(id("fc-1"), FailoverCluster.class), "lmNetworks", List.of("cn-1", "cn-2"));
        Element model = at.model("cisco-nexus-9000");
        for (int sw = 1; sw <= 2; sw++) {
            at.put(Switch.of(id("sw-" + sw), "TOR" + sw), "model", model.id(), "losslessPriorities", List.of(3));
        }
        for (int h = 1; h <= 2; h++) {
            Id host = id("h-" + h);
            at.put(Host.of(host, "HV" + h), "failoverCluster", id("fc-1"), "osVersion", "2022", "lm.anyNetwork", false,
                    "lm.option", "smb", "lm.maxConcurrent", 2, "smb.lmLimitBytesPerSec", 1_250_000_000L, "features",
                    List.of("hyperV", "failoverClustering", "dcb", "smbBandwidthLimit"), "dcb.willing", false,
                    "dcb.pfcPriorities", List.of(3), "dcb.smbPriority", 3);
            at.macPool(host, h);
            List<TeamMember> members = new ArrayList<>();
            for (int n = 1; n <= 2; n++) {
                Id nic = id("n-" + h + n);
                at.put(PhysicalNic.of(nic, "SLOT" + n, host), "linkSpeedMbps", 25000, "jumboPacket", 9014, "card",
                        "slot " + n, "rdma.capable", true, "rdma.enabled", true, "rdma.technology", "roceV2",
                        "dcbEnabled",
                        true, "vendor", "Mellanox");
                at.put(SwitchPort.of(id("sw-" + n + "-p" + h), "Ethernet1/" + h, id("sw-" + n)), "mode", "trunk",
                        "nativeVlan", 1, "allowedVlans", "10,20,101,102", "speedMbps", 25000, "mtu", 9216, "stpEdge",
                        true, "bpduGuard", true,
                        "pfcEnabled", true, "pfcPriorities", List.of(3));
                at.cable(nic.text(), "sw-" + n + "-p" + h);
                members.add(TeamMember.of(nic));
            }
            at.put(Team.of(id("t-" + h), "SETswitch", host), "technology", "set", "teamingMode", "switchIndependent",
                    "lbAlgorithm", "hyperVPort", "members", members);
            at.put(VirtualSwitch.of(id("vs-" + h), "SETswitch", host), "uplink", id("t-" + h), "minBandwidthMode",
                    "weight", "allowManagementOs", true);
            at.hostVNic(h, 0, "Management", 10, "10.10.0.1" + h, 1514, null);
            at.hostVNic(h, 1, "SMB1", 101, "10.10.1.1" + h, 9014, "n-" + h + "1");
            at.hostVNic(h, 2, "SMB2", 102, "10.10.2.1" + h, 9014, "n-" + h + "2");
            for (int v = 1; v <= 2; v++) {
                Id vm = id("vm-" + h + v);
                at.put(Vm.of(vm, (v == 1 ? "APP" : "SQL") + h, host), "clusteredRole", true);
                at.put(VirtualNic.of(id("vn-" + h + v), "Network Adapter", vm), "vSwitch", "SETswitch", "vlanMode",
                        "access", "vlanId", 20);
            }
        }
        List<Id> peerPorts = new ArrayList<>();
        for (int sw = 1; sw <= 2; sw++) {
            List<Id> ports = new ArrayList<>();
            for (int p = 13; p <= 14; p++) {
                Id port = id("sw-" + sw + "-p" + p);
                at.put(SwitchPort.of(port, "Ethernet1/" + (p + 36), id("sw-" + sw)), "mode", "trunk", "allowedVlans",
                        "10,20,101,102", "speedMbps", 100000, "mtu", 9216, "pfcEnabled", true, "pfcPriorities",
                        List.of(3));
                ports.add(port);
            }
            at.put(Lag.of(id("lag-" + sw), "Po1"), "memberPorts", ports, "protocol", "lacp", "lacpMode", "active",
                    "mode", "trunk", "allowedVlans", "10,20,101,102", "mtu", 9216);
            peerPorts.addAll(ports);
        }
        at.cable("sw-1-p13", "sw-2-p13");
        at.cable("sw-1-p14", "sw-2-p14");
        at.put(MlagPair.of(id("mlag-1"), "vPC domain 1"), "technology", "vpc", "switches", List.of("sw-1", "sw-2"),
                "domainIds", List.of(1, 1), "peerLink", id("lag-1"));
        for (int n = 1; n <= 2; n++) {
            for (int from = 1; from <= 2; from++) {
                at.put(Evidence.of(id("ev-" + n + from), "", id("hv-" + from + n), id("hv-" + (3 - from) + n)),
                        "clusterNetwork", id("cn-" + n), "sizeBytes", 8972, "ok", true, "date",
                        LocalDate.of(2024, 3, 14));
            }
        }
        return at.design;
    }

    /// The report's printed `arp 172.31.1.232 03bf.bc1f.0164`, which belongs to another address.
    private static Design multicastStaticArp() {
        SampleTopologies at = new SampleTopologies("Multicast NLB with the printed static ARP");
        at.put(FailoverCluster.of(id("fc-1"), "HVC1"), "cauEnabled", true);
        at.vlan(10, "NLB-Web");
        for (int sw = 1; sw <= 2; sw++) {
            at.put(Switch.of(id("sw-" + sw), "SW-" + "AB".charAt(sw - 1)), "platform.vendor", "Cisco", "platform.os",
                    "ios",
                    "igmpSnoopingCapable", true, "igmpSnooping.default", true, "mcastLookup", "mac",
                    "bridgeMulticastFiltering", true, "unregisteredMulticast.default", "forward", "routes", sw == 1);
            for (int h = 1; h <= 2; h++) {
                at.put(SwitchPort.of(id("sw-" + sw + "-p" + h), "Gi1/0/" + h, id("sw-" + sw)), "mode", "trunk",
                        "allowedVlans", "10", "speedMbps", 1000, "stpEdge", true, "bpduGuard", true);
            }
            at.put(SwitchPort.of(id("sw-" + sw + "-p24"), "Gi1/0/24", id("sw-" + sw)), "mode", "trunk", "allowedVlans",
                    "10", "speedMbps", 1000);
        }
        at.cable("sw-1-p24", "sw-2-p24");
        List<NlbNode> nodes = new ArrayList<>();
        for (int h = 1; h <= 2; h++) {
            Id host = id("h-" + h);
            at.put(Host.of(host, "HV" + h), "failoverCluster", id("fc-1"), "osVersion", "2012R2");
            at.macPool(host, h);
            List<TeamMember> members = new ArrayList<>();
            for (int n = 1; n <= 2; n++) {
                Id nic = id("n-" + h + n);
                at.put(PhysicalNic.of(nic, "NIC" + n, host), "linkSpeedMbps", 1000, "card", "slot " + n);
                at.cable(nic.text(), "sw-" + n + "-p" + h);
                members.add(new TeamMember(nic, Attribute.of(MemberMode.ACTIVE)));
            }
            at.put(Team.of(id("t-" + h), "Team1", host), "teamingMode", "switchIndependent", "lbAlgorithm", "dynamic",
                    "members", members);
            at.put(TeamInterface.of(id("ti-" + h), "Team1", id("t-" + h)));
            at.put(VirtualSwitch.of(id("vs-" + h), "vSwitch1", host), "uplink", id("ti-" + h), "allowManagementOs",
                    false);
            at.put(Vm.of(id("vm-" + h), "WEB" + h, host), "clusteredRole", true, "antiAffinityClasses",
                    List.of("NLB-WEB"));
            at.put(VirtualNic.of(id("vn-" + h), "NLB", id("vm-" + h)), "vSwitch", "vSwitch1", "vlanMode", "access",
                    "vlanId", 10, "macSpoofing", true, "ip.addresses", List.of(address("172.31.1.1" + h, 24)),
                    "ip.defaultGateway", "172.31.1.1");
            NlbNode node = NlbNode.of(id("vn-" + h));
            nodes.add(new NlbNode(node.member(), Attribute.of(h), Attribute.of(IpAddress.parse("172.31.1.1" + h)),
                    node.configuredMode(), node.portRules()));
        }
        at.put(NlbCluster.of(id("nlb-1"), "WEB"), "mode", "multicast", "primaryVip", "172.31.1.232", "prefixLength", 24,
                "nodes", nodes);
        at.put(ClientZone.of(id("cz-1"), "Branch offices"), "subnet", "10.20.0.0/16");
        Mac printed = Mac.parse("03bf.bc1f.0164");
        StaticArp arp = StaticArp.of(IpAddress.parse("172.31.1.232"), printed);
        at.put(L3Interface.of(id("l3-1"), "Vlan10", id("sw-1")), "vlan", id("vl-10"), "addresses",
                List.of("172.31.1.1/24"), "staticArp", List.of(arp));
        StaticMacEntry entry = StaticMacEntry.of(printed);
        at.put(at.design.element(id("sw-1"), Switch.class), "staticMacEntries",
                List.of(new StaticMacEntry(entry.mac(), Attribute.of(id("vl-10")),
                        Attribute.of(List.of(id("sw-1-p1"))), entry.nlbCluster(), entry.otherApplication(),
                        entry.flags())));
        at.put(Note.of(id("note-1"), ""), "text",
                "The two lines stand here as they were printed: arp 172.31.1.232 03bf.bc1f.0164 and the static entry on Gi1/0/1.");
        return at.design;
    }

    private void cluster(String name, String os, boolean cau, String... selected) {
        put(FailoverCluster.of(id("fc-1"), name), "cauEnabled", cau);
        vlan(101, "CSV1");
        vlan(102, "LM1");
        network("cn-1", "CSV1+LM2", "10.10.1.0/24", 101, 1, "csv", "liveMigration");
        network("cn-2", "LM1+CSV2", "10.10.2.0/24", 102, 1, "csv", "liveMigration");
        put(design.element(id("cn-1"), ClusterNetwork.class), "purposeRank", Map.of("csv", 1, "liveMigration", 2),
                "autoMetric", false, "metric", 900);
        put(design.element(id("cn-2"), ClusterNetwork.class), "purposeRank", Map.of("csv", 2, "liveMigration", 1),
                "autoMetric", false, "metric", 1000);
        put(design.element(id("fc-1"), FailoverCluster.class), "lmNetworks", List.of(selected));
    }

    /// A pool of its own for each host, as everybody should set it.
    private void macPool(Id host, int h) {
        put(design.element(host, Host.class), "macPoolMin", "00-15-5D-0A-0" + h + "-00", "macPoolMax",
                "00-15-5D-0A-0" + h + "-FF");
    }

    private void migrationHost(String os, int h, boolean anyNetwork) {
        put(Host.of(id("h-" + h), "HV" + h), "failoverCluster", id("fc-1"), "osVersion", os, "lm.anyNetwork",
                anyNetwork,
                "lm.option", "smb", "smb.lmLimitBytesPerSec", 1_000_000_000L, "features",
                List.of("hyperV", "failoverClustering", "smbBandwidthLimit", "dcb"), "dcb.smbPriority", 3,
                "dcb.pfcPriorities", List.of(3));
    }

    private void twinNic(int h, int n, int jumboPacket, String rdma) {
        Element model = model("mellanox-connectx");
        put(PhysicalNic.of(id("n-" + h + n), "SLOT4" + n + "-" + (n == 1 ? "CSV1+LM2" : "LM1+CSV2"), id("h-" + h)),
                "model", model.id(), "card", "slot 4" + n, "linkSpeedMbps", 10000, "jumboPacket", jumboPacket, "vlanId",
                100 + n, "rdma.capable", true, "rdma.enabled", true, "rdma.technology", rdma, "dcbEnabled", true,
                "ip.addresses",
                List.of(address("10.10." + n + "." + h, 24)));
    }

    private void jumboPort(int sw, int number, String vlans, int mtu) {
        Id id = id("sw-" + sw + "-p" + number);
        if (design.find(id).isEmpty()) {
            put(SwitchPort.of(id, (sw == 3 ? "te1/0/" : "te0/") + number, id("sw-" + sw)), "mode", "trunk",
                    "allowedVlans", vlans, "speedMbps", 10000, "mtu", mtu, "stpEdge", number < 20, "bpduGuard",
                    number < 20, "pfcEnabled", true, "pfcPriorities",
                    List.of(3));
        }
    }

    private void hostVNic(int h, int number, String name, int vlan, String ip, int jumboPacket, String mapped) {
        VirtualNic nic = VirtualNic.of(id("hv-" + h + number), name, id("h-" + h));
        put(nic, "vSwitch", "vs-" + h, "vlanMode", "access", "vlanId", vlan, "jumboPacket", jumboPacket, "ip.addresses",
                List.of(address(ip, 24)), "minBandwidthWeight", mapped == null ? 5 : 30);
        if (mapped != null) {
            put(design.element(nic.id(), VirtualNic.class), "rdmaEnabled", true, "mappedNic", id(mapped));
        }
    }

    private void vlan(int number, String name) {
        put(Vlan.of(id("vl-" + number), name), "vlanId", number);
    }

    private void network(String key, String name, String prefix, int vlan, int role, String... purposes) {
        put(ClusterNetwork.of(id(key), name), "prefix", prefix, "vlan", id("vl-" + vlan), "role", role, "purposes",
                List.of(purposes));
    }

    private Id port(String onSwitch, int number, String mode, String vlans) {
        Id id = id(onSwitch + "-p" + number);
        put(SwitchPort.of(id, "g" + number, id(onSwitch)), "mode", mode, "allowedVlans", vlans, "speedMbps", 1000,
                "stpEdge", number < 20, "bpduGuard", number < 20);
        return id;
    }

    private void cable(String a, String b) {
        put(Cable.of(id("c-" + a + "-" + b), "", id(a), id(b)));
    }

    /// The model out of the catalogue, copied into the design.
    private Element model(String slug) {
        Element model = Catalog.load().model(new Id(slug));
        put(model);
        return model;
    }

    private static IpAssignment address(String text, int prefixLength) {
        IpAssignment assignment = IpAssignment.of(IpAddress.parse(text));
        return new IpAssignment(assignment.address(), prefixLength, assignment.source());
    }

    private void put(Element element, Object... namesAndValues) {
        Element changed = element;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changed = Element.with(changed, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        design = design.with(changed);
    }

    private static Id id(String text) {
        return new Id(text);
    }
}
