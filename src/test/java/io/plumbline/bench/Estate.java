package io.plumbline.bench;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Kind;
import io.plumbline.model.Lag;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.MlagPair;
import io.plumbline.model.MlagTechnology;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Place;
import io.plumbline.model.PortMode;
import io.plumbline.model.Purpose;
import io.plumbline.model.Shape;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanMode;
import io.plumbline.model.VlanSet;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// A design of as many hosts as one likes, always the same one: racks of 20 hosts under two switches, each rack a
/// failover cluster; a host has 4 NICs, 2 teams and 6 VMs. Racks with SET over two single switches alternate with racks
/// of LACP teams under an MLAG pair. Every rack has one NLB cluster and a few of the faults that people really make.
public final class Estate {
    private static final int HOSTS_PER_RACK = 20;
    private static final int VMS_PER_HOST = 6;
    private static final List<Integer> VM_VLANS = List.of(10, 20, 30);
    private static final int MANAGEMENT = 5;
    private static final int CSV = 110;
    private static final int MIGRATION = 120;

    private final List<Element> elements = new ArrayList<>();
    private final Map<Id, Place> places = new HashMap<>();
    private final int racksInARow;

    private Estate(int hosts) {
        racksInARow = Math.max(1, (int) Math.round(Math.sqrt((hosts + HOSTS_PER_RACK - 1.0) / HOSTS_PER_RACK)));
    }

    public static Design of(int hosts) {
        var estate = new Estate(hosts);
        for (int vlan : List.of(MANAGEMENT, 10, 20, 30, CSV, MIGRATION)) {
            estate.add(Element.with(Vlan.of(id(Kind.VLAN, vlan), "VLAN " + vlan), "vlanId", vlan(vlan)));
        }
        for (int rack = 0; rack * HOSTS_PER_RACK < hosts; rack++) {
            estate.addRack(rack, Math.min(HOSTS_PER_RACK, hosts - rack * HOSTS_PER_RACK));
        }
        var design = Design.empty(hosts + " hosts").with(estate.elements);
        return design.withLayout(design.layout().withPlaces(estate.places));
    }

    private void addRack(int rack, int hosts) {
        boolean mlag = rack % 2 == 1;
        double left = rack % racksInARow * 9000.0;
        double top = rack / racksInARow * 1800.0;
        var cluster = id(Kind.FAILOVER_CLUSTER, rack);
        var networks = List.of(network(cluster, rack, "Management", MANAGEMENT, Purpose.MANAGEMENT),
                network(cluster, rack, "CSV1+LM2", CSV, Purpose.CSV),
                network(cluster, rack, "LM1+CSV2", MIGRATION, Purpose.LIVE_MIGRATION));
        add(with(FailoverCluster.of(cluster, "HVC" + (rack + 1)), "lmNetworks",
                List.of(networks.get(2).id(), networks.get(1).id())));
        networks.forEach(this::add);

        for (int unit = 0; unit < 2; unit++) {
            var id = id(Kind.SWITCH, rack, unit);
            add(with(Switch.of(id, "TOR%d%c".formatted(rack + 1, 'A' + unit)), "systemMtu", 9216));
            places.put(id, Place.at(left + 2400 + unit * 2600.0, top + 1240));
        }
        places.put(id(Kind.NLB_CLUSTER, rack), Place.at(left + 600, top - 120));
        var nodes = new ArrayList<NlbNode>();
        for (int slot = 0; slot < hosts; slot++) {
            addHost(rack, slot, cluster, mlag, nodes);
            places.put(id(Kind.HOST, rack, slot),
                    Place.at(left + slot % 10 * 860.0, top + slot / 10 * 320.0));
        }
        if (mlag) {
            addPeerLink(rack);
        }
        add(with(with(with(NlbCluster.of(id(Kind.NLB_CLUSTER, rack), "WEB" + (rack + 1)), "mode",
                rack % 5 == 0 ? NlbMode.UNICAST : NlbMode.IGMP_MULTICAST), "primaryVip",
                address(VM_VLANS.getFirst(), rack, 232)), "nodes", nodes));
    }

    private void addHost(int rack, int slot, Id cluster, boolean mlag, List<NlbNode> nlbNodes) {
        var host = id(Kind.HOST, rack, slot);
        var name = "HV%02d%02d".formatted(rack + 1, slot + 1);
        add(with(with(with(with(Host.of(host, name), "failoverCluster", cluster), "osVersion",
                mlag ? OsVersion.WINDOWS_2012_R2 : OsVersion.WINDOWS_2022), "lm.anyNetwork", slot == 7), "lm.option",
                MigrationOption.SMB));
        var nics = new ArrayList<Id>();
        for (int n = 0; n < 4; n++) {
            var nic = id(Kind.PHYSICAL_NIC, rack, slot, n);
            // One host of each rack was given the larger number that the switches do not pass.
            add(with(with(PhysicalNic.of(nic, "NIC" + (n + 1), host), "linkSpeedMbps", 25000), "jumboPacket",
                    slot == 3 && n > 1 ? 9614 : n > 1 ? 9014 : 1514));
            nics.add(nic);
            addCable(rack, slot, n, nic, mlag);
        }
        for (int t = 0; t < 2; t++) {
            var members = List.of(TeamMember.of(nics.get(2 * t)), TeamMember.of(nics.get(2 * t + 1)));
            addTeam(rack, slot, t, host, mlag, members);
            if (mlag) {
                addLags(rack, slot, t);
            }
        }
        var vmSwitch = id(Kind.VIRTUAL_SWITCH, rack, slot, 0);
        add(address(with(vNic(id(Kind.V_NIC, rack, slot, 90), "Management", host, vmSwitch, MANAGEMENT),
                "minBandwidthWeight", 10), address(MANAGEMENT, rack, slot + 1)));
        if (!mlag) {
            var storage = id(Kind.VIRTUAL_SWITCH, rack, slot, 1);
            add(address(with(vNic(id(Kind.V_NIC, rack, slot, 91), "CSV1+LM2", host, storage, CSV), "jumboPacket", 9014),
                    address(CSV, rack, slot + 1)));
            add(address(with(vNic(id(Kind.V_NIC, rack, slot, 92), "LM1+CSV2", host, storage, MIGRATION), "jumboPacket",
                    9014), address(MIGRATION, rack, slot + 1)));
        }
        for (int v = 0; v < VMS_PER_HOST; v++) {
            var vm = id(Kind.VM, rack, slot, v);
            int vlan = VM_VLANS.get(v % VM_VLANS.size());
            boolean web = v == 0 && slot < 4;
            add(Vm.of(vm, (web ? "WEB" : "VM") + "%02d%02d%d".formatted(rack + 1, slot + 1, v + 1), host));
            var vNic = id(Kind.V_NIC, rack, slot, v);
            add(with(address(vNic(vNic, "Ethernet", vm, vmSwitch, vlan), address(vlan, rack, 10 + slot * 10 + v)),
                    "macSpoofing", web && slot != 2));
            if (web) {
                nlbNodes.add(Shape.of(NlbNode.class).with(NlbNode.of(vNic), "hostPriority", slot + 1));
            }
        }
    }

    private void addTeam(int rack, int slot, int t, Id host, boolean mlag, List<TeamMember> members) {
        var team = id(Kind.TEAM, rack, slot, t);
        var uplink = team;
        add(with(with(with(with(Team.of(team, t == 0 ? "VM-Team" : "Storage-Team", host), "technology",
                mlag ? TeamTechnology.LBFO : TeamTechnology.SET), "teamingMode",
                mlag ? TeamingMode.LACP : TeamingMode.SWITCH_INDEPENDENT), "lbAlgorithm",
                mlag ? LoadBalancing.DYNAMIC : LoadBalancing.HYPER_V_PORT), "members", members));
        if (mlag) {
            uplink = id(Kind.TEAM_INTERFACE, rack, slot, t);
            var tnic = TeamInterface.of(uplink, t == 0 ? "VM-Team" : "CSV1+LM2", team);
            add(t == 0 ? tnic : address(with(tnic, "vlanId", vlan(CSV)), address(CSV, rack, slot + 1)));
            if (t == 1) {
                var second = TeamInterface.of(id(Kind.TEAM_INTERFACE, rack, slot, 2), "LM1+CSV2", team);
                add(address(with(second, "vlanId", vlan(MIGRATION)), address(MIGRATION, rack, slot + 1)));
            }
        }
        if (t == 0 || !mlag) {
            add(with(VirtualSwitch.of(id(Kind.VIRTUAL_SWITCH, rack, slot, t), t == 0 ? "vSwitch-VM" : "vSwitch-Storage",
                    host), "uplink", uplink));
        }
    }

    /// NICs 1 and 3 go to the first switch, 2 and 4 to the second.
    private void addCable(int rack, int slot, int n, Id nic, boolean mlag) {
        var port = id(Kind.SWITCH_PORT, rack, n % 2, slot * 2 + n / 2);
        var plain = SwitchPort.of(port, "Te 0/" + (slot * 2 + n / 2), id(Kind.SWITCH, rack, n % 2));
        // A port that somebody forgot to allow the migration VLAN on.
        var vlans = slot == 11 && n == 3 ? VlanSet.of(MANAGEMENT, 10, 20, 30, CSV)
                : VlanSet.of(MANAGEMENT, 10, 20, 30, CSV, MIGRATION);
        add(with(with(with(with(with(with(plain, "speedMbps", 25000), "mtu", 9216), "mode", PortMode.TRUNK),
                "allowedVlans", vlans), "stpEdge", true), "bpduGuard", true));
        add(Cable.of(id(Kind.CABLE, rack, slot, n), "", nic, port));
    }

    private void addLags(int rack, int slot, int t) {
        for (int unit = 0; unit < 2; unit++) {
            var lag = Lag.of(id(Kind.LAG, rack, unit, slot * 2 + t), "Po" + (slot * 2 + t + 1));
            add(with(with(with(with(lag, "memberPorts", List.of(id(Kind.SWITCH_PORT, rack, unit, slot * 2 + t))),
                    "mlagId", slot * 2 + t + 1), "mode", PortMode.TRUNK), "mtu", 9216));
        }
    }

    private void addPeerLink(int rack) {
        var peerLinks = new ArrayList<Id>();
        for (int unit = 0; unit < 2; unit++) {
            var ports = new ArrayList<Id>();
            for (int n = 0; n < 2; n++) {
                var port = id(Kind.SWITCH_PORT, rack, unit, 48 + n);
                add(with(with(SwitchPort.of(port, "Fo 0/" + (48 + 4 * n), id(Kind.SWITCH, rack, unit)), "speedMbps",
                        100000), "mtu", 9216));
                ports.add(port);
            }
            peerLinks.add(id(Kind.LAG, rack, unit, 48));
            add(with(with(Lag.of(peerLinks.getLast(), "Po128"), "memberPorts", ports), "mtu", 9216));
        }
        for (int n = 0; n < 2; n++) {
            add(Cable.of(id(Kind.CABLE, rack, 90, n), "", id(Kind.SWITCH_PORT, rack, 0, 48 + n),
                    id(Kind.SWITCH_PORT, rack, 1, 48 + n)));
        }
        add(with(with(with(MlagPair.of(id(Kind.MLAG_PAIR, rack), "VLT " + (rack + 1)), "technology",
                MlagTechnology.VLT), "switches", List.of(id(Kind.SWITCH, rack, 0), id(Kind.SWITCH, rack, 1))),
                "peerLink", peerLinks.getFirst()));
    }

    private static ClusterNetwork network(Id cluster, int rack, String name, int vlan, Purpose purpose) {
        var plain = ClusterNetwork.of(id(Kind.CLUSTER_NETWORK, rack, vlan), name);
        return with(with(with(with(with(plain, "cluster", cluster), "prefix",
                new IpPrefix(address(vlan, rack, 0), 24)), "vlan", id(Kind.VLAN, vlan)), "role",
                purpose == Purpose.MANAGEMENT ? NetworkRole.CLUSTER_AND_CLIENT : NetworkRole.CLUSTER), "purposes",
                new TreeSet<>(List.of(purpose)));
    }

    private static VirtualNic vNic(Id id, String name, Id owner, Id vSwitch, int vlan) {
        return with(with(with(VirtualNic.of(id, name, owner), "vSwitch", vSwitch.text()), "vlanMode", VlanMode.ACCESS),
                "vlanId", vlan(vlan));
    }

    private static <E extends Element> E address(E element, IpAddress address) {
        return with(element, "ip.addresses", List.of(IpAssignment.of(address)));
    }

    /// A second octet per VLAN, a third per rack, the fourth per host: no address twice.
    private static IpAddress address(int vlan, int rack, int host) {
        return IpAddress.parse("10.%d.%d.%d".formatted(vlan, rack, host));
    }

    private static Attribute<VlanId> vlan(int id) {
        return Attribute.of(new VlanId(id));
    }

    private static Id id(Kind kind, int... numbers) {
        var text = new StringBuilder(kind.word());
        for (int number : numbers) {
            text.append('-').append(number);
        }
        return new Id(text.toString());
    }

    private static <E extends Element> E with(E element, String attribute, Object value) {
        return Element.with(element, attribute, value);
    }

    private void add(Element element) {
        elements.add(element);
    }
}
