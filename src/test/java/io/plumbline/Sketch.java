package io.plumbline;

import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.ClientZone;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.Mac;
import io.plumbline.model.MlagPair;
import io.plumbline.model.NicModel;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Part;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.PortRule;
import io.plumbline.model.Router;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vlan;
import io.plumbline.model.Vm;
import io.plumbline.topology.NlbAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Small designs in one call, with the names of the documents.
///
/// Ids are paths, so that a test can read them: host `H1`, its NIC `H1/NIC1`, switch `S1`, its port `S1/1`, a cable
/// `H1/NIC1-S1/1`. Every step gives another sketch; [#set] changes one attribute of one element, by its name in files.
///
///     Sketch.b0().set("WEB", "mode", "unicast").design()
public record Sketch(Design design) {

    // The designs of the documents

    /// The base of the worked examples: two hosts, LACP teams into one stack, NLB in IGMP multicast with its group entered
    /// on both LAGs. (PREDICTIONS part 6, B0.)
    public static Sketch b0() {
        return nlbHosts("B0").stack("Stack", "S1", "S2").ports("S1", 3).ports("S2", 2)
                .cable("H1/NIC1", "S1/1").cable("H1/NIC2", "S2/1").cable("H2/NIC1", "S1/2").cable("H2/NIC2", "S2/2")
                .lag("Po1", "S1/1", "S2/1").lag("Po2", "S1/2", "S2/2").nlbTrunk("Po1", "Po2").printer("S1/3")
                .igmpRecipe("Stack", "Po1", "Po2");
    }

    /// B0 on one standalone switch: the demo of the report. (G2.)
    public static Sketch b0OnOneSwitch() {
        return nlbHosts("B0 on one switch").device("A").ports("A", 5)
                .cable("H1/NIC1", "A/1").cable("H1/NIC2", "A/2").cable("H2/NIC1", "A/3").cable("H2/NIC2", "A/4")
                .lag("Po1", "A/1", "A/2").lag("Po2", "A/3", "A/4").nlbTrunk("Po1", "Po2").printer("A/5")
                .igmpRecipe("A", "Po1", "Po2");
    }

    /// Unicast without static entries; switch-independent teams, member 1 of each on switch A, member 2 on switch B, a
    /// trunk between the two. (G4.)
    public static Sketch unicastOverTwoSwitches() {
        return nlbHosts("Unicast over two switches").device("A").device("B").ports("A", 4).ports("B", 3)
                .cable("H1/NIC1", "A/1").cable("H1/NIC2", "B/1").cable("H2/NIC1", "A/2").cable("H2/NIC2", "B/2")
                .cable("A/3", "B/3").nlbTrunk("A/1", "A/2", "B/1", "B/2", "A/3", "B/3").printer("A/4")
                .set("H1/Team1", "teamingMode", "switchIndependent").set("H2/Team1", "teamingMode", "switchIndependent")
                .unicast().gateway("A", 10, "172.31.3.1/24");
    }

    /// As [#unicastOverTwoSwitches], all four members on switch A. (G5.)
    public static Sketch unicastOnOneSwitch() {
        return nlbHosts("Unicast on one switch").device("A").ports("A", 5)
                .cable("H1/NIC1", "A/1").cable("H1/NIC2", "A/2").cable("H2/NIC1", "A/3").cable("H2/NIC2", "A/4")
                .nlbTrunk("A/1", "A/2", "A/3", "A/4").printer("A/5")
                .set("H1/Team1", "teamingMode", "switchIndependent").set("H2/Team1", "teamingMode", "switchIndependent")
                .unicast().gateway("A", 10, "172.31.3.1/24");
    }

    /// As [#unicastOverTwoSwitches], but one NIC without a team per host, H1 on A and H2 on B. (G6.)
    public static Sketch unicastWithoutTeams() {
        return unicastOverTwoSwitches().set("H1/vSwitch1", "uplink", "H1/NIC1").set("H2/vSwitch1", "uplink", "H2/NIC2")
                .without("H1/Team1", "H2/Team1", "H1/NIC2", "H2/NIC1");
    }

    /// Where client frames go, one switch (PREDICTIONS part 2, RT1): S/1 to S/3 lead to HostA, HostB and HostC, which run
    /// N1, N2 and nothing; S/4 to router R, S/5 to a printer, all in VLAN 10; S/6 to a PC in VLAN 20. The gateway knows
    /// the cluster MAC of the mode.
    public static Sketch oneSwitch(String mode) {
        Sketch sketch = empty("RT1").cluster("HVC1").vlan(10).vlan(20).device("S").ports("S", 6);
        List<String> hosts = List.of("HostA", "HostB", "HostC");
        for (int i = 1; i <= 3; i++) {
            String host = hosts.get(i - 1);
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").vSwitch(host, "vSwitch1", host + "/NIC1")
                    .cable(host + "/NIC1", "S/" + i).trunk("S/" + i, "10").set("S/" + i, "nativeVlan", 999);
        }
        return sketch.nlbVm("N1", "HostA", "172.31.3.11").nlbVm("N2", "HostB", "172.31.3.12")
                .nlb("WEB", mode, "172.31.3.232", "N1/NLB", "N2/NLB").clients("10.20.0.0/16")
                .router("R", "S/4", NlbMode.valueOf(wordOf(mode))).printer("S/5")
                .host("PC1", "2012R2").nic("PC1", "LAN").cable("PC1/LAN", "S/6").set("S/6", "accessVlan", 20)
                .snooping("S").set("S", "querier", Map.of(10, "externalRouter"));
    }

    /// Where client frames go, two switches (PREDICTIONS part 2, RT2): three hosts with a SET team, one uplink on S1 and one
    /// on S2 each (ports 1 to 3), a trunk between the two (port 5), the router on S1/4.
    public static Sketch twoSwitches(String mode) {
        Sketch sketch = empty("RT2").cluster("HVC1").vlan(10).device("S1").device("S2").ports("S1", 5).ports("S2", 5)
                .cable("S1/5", "S2/5").trunk("S1/5", "10").trunk("S2/5", "10");
        List<String> hosts = List.of("HostA", "HostB", "HostC");
        for (int i = 1; i <= 3; i++) {
            String host = hosts.get(i - 1);
            sketch = sketch.node(host, "2019").nic(host, "NIC1").nic(host, "NIC2")
                    .embedded(host, "SET1", "NIC1", "NIC2").vSwitch(host, "vSwitch1", host + "/SET1");
            for (int s = 1; s <= 2; s++) {
                String port = "S" + s + "/" + i;
                sketch = sketch.cable(host + "/NIC" + s, port).trunk(port, "10").set(port, "nativeVlan", 999);
            }
        }
        return sketch.nlbVm("N1", "HostA", "172.31.3.11").nlbVm("N2", "HostB", "172.31.3.12")
                .nlb("WEB", mode, "172.31.3.232", "N1/NLB", "N2/NLB").clients("10.20.0.0/16")
                .router("R", "S1/4", NlbMode.valueOf(wordOf(mode))).snooping("S1").snooping("S2")
                .set("S1", "querier", Map.of(10, "externalRouter"));
    }

    private static String wordOf(String mode) {
        return mode.equals("igmpMulticast") ? "IGMP_MULTICAST" : mode.toUpperCase(Locale.ROOT);
    }

    /// A VM with an NLB adapter in VLAN 10 that may use any MAC.
    private Sketch nlbVm(String name, String host, String address) {
        return vm(name, host).set(name, "antiAffinityClasses", List.of("NLB-WEB")).vNic(name, "NLB", "vSwitch1")
                .accessVlan(name + "/NLB", 10).set(name + "/NLB", "macSpoofing", true).address(name + "/NLB", address)
                .set(name + "/NLB", "ip.defaultGateway", "172.31.3.1");
    }

    /// Clients in another subnet.
    public Sketch clients(String subnet) {
        return with(Element.with(ClientZone.of(new Id("Clients"), "Clients"), "subnet", subnet));
    }

    /// A router on an access port of VLAN 10, with the static ARP entry that the mode needs.
    private Sketch router(String name, String port, NlbMode mode) {
        Sketch sketch = with(Router.of(new Id(name), name)).cable(name, port).set(port, "accessVlan", 10)
                .gateway(name, 10, "172.31.3.1/24");
        Mac mac = NlbAddress.clusterMac(mode, Ipv4.parse("172.31.3.232"));
        return sketch.staticArp(name + "/VLAN10", "172.31.3.232", mac.toString());
    }

    /// Two nodes with twin migration networks A and B, each NIC on a switch of its own: the migration test of the report.
    ///
    /// @param nics "equal" (10 Gbps RDMA both), "slower" (B is 1 Gbps; RSS both), "noRDMA" (B has RSS only), "noRSS" (B is
    ///             plain; A RSS), "trap" (A is 10 Gbps but reports no RSS, B is 1 Gbps with RSS)
    public static Sketch twins(String nics) {
        Sketch sketch = empty("Twins").cluster("HVC1").network("A", "10.10.1.0/24").network("B", "10.10.2.0/24")
                .device("SW-A").device("SW-B").ports("SW-A", 2).ports("SW-B", 2);
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "A").nic(host, "B")
                    .set(host + "/A", "card", "1").set(host + "/B", "card", "2")
                    .address(host + "/A", "10.10.1." + i).address(host + "/B", "10.10.2." + i)
                    .cable(host + "/A", "SW-A/" + i).cable(host + "/B", "SW-B/" + i);
            sketch = switch (nics) {
                case "equal" -> sketch.rdma(host + "/A").rdma(host + "/B");
                case "slower" -> sketch.set(host + "/B", "linkSpeedMbps", 1000);
                case "noRDMA" -> sketch.rdma(host + "/A");
                case "noRSS" -> sketch.set(host + "/B", "rss.capable", false);
                case "trap" -> sketch.set(host + "/A", "rss.capable", false).set(host + "/B", "linkSpeedMbps", 1000);
                default -> throw new IllegalArgumentException("No such NICs: " + nics);
            };
            sketch = sketch.set(host, "lm.anyNetwork", false).set(host, "lm.option", "smb")
                    .set(host, "smb.lmLimitBytesPerSec", 1_000_000_000L);
        }
        return sketch.set("HVC1", "lmNetworks", List.of(new Id("A"), new Id("B")));
    }

    /// A row of the migration table: the twins with these settings.
    ///
    /// @param source   "ANY" or "THESE", as the table writes it; likewise `target`
    /// @param selected the selected networks in order: "A", "B", "A>B", "B>A"; "T" for the team
    /// @param option   "SMB", "TCPIP", "Compression"
    /// @param teamed   "no", "LBFO" (both NICs in one team T), "SET" (virtual NICs vA and vB mapped to one NIC each)
    public static Sketch migration(String source, String target, String selected, String option, String nics,
            String teamed) {
        Sketch sketch = switch (teamed) {
            case "LBFO" -> lbfoMigration();
            case "SET" -> setMigration();
            default -> twins(nics);
        };
        for (int i = 1; i <= 2; i++) {
            String setting = i == 1 ? source : target;
            sketch = sketch.set("HV" + i, "lm.anyNetwork", setting.equals("ANY")).set("HV" + i, "lm.option",
                    option.toLowerCase(Locale.ROOT));
        }
        String prefix = teamed.equals("SET") ? "v" : "";
        return sketch.set("HVC1", "lmNetworks",
                Arrays.stream(selected.split(">")).map(name -> new Id(prefix + name)).toList());
    }

    /// Two nodes whose RDMA NICs A and B are an LBFO team T, one member on each switch.
    public static Sketch lbfoMigration() {
        Sketch sketch = empty("LBFO").cluster("HVC1").network("T", "10.10.1.0/24").device("SW-A").device("SW-B")
                .ports("SW-A", 3).ports("SW-B", 3).cable("SW-A/3", "SW-B/3");
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "A").nic(host, "B").rdma(host + "/A").rdma(host + "/B")
                    .cable(host + "/A", "SW-A/" + i).cable(host + "/B", "SW-B/" + i)
                    .lbfo(host, "T", "switchIndependent", "A", "B").address(host + "/T/T", "10.10.1." + i);
        }
        return sketch;
    }

    /// Two nodes with a SET team of two RDMA NICs and two management-OS adapters, each mapped to one NIC.
    public static Sketch setMigration() {
        Sketch sketch = empty("SET").cluster("HVC1").network("vA", "10.10.1.0/24").network("vB", "10.10.2.0/24")
                .device("SW-A").device("SW-B").ports("SW-A", 3).ports("SW-B", 3).cable("SW-A/3", "SW-B/3");
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2022").nic(host, "A").nic(host, "B").rdma(host + "/A").rdma(host + "/B")
                    .cable(host + "/A", "SW-A/" + i).cable(host + "/B", "SW-B/" + i)
                    .embedded(host, "SET1", "A", "B").vSwitch(host, "vSwitch1", host + "/SET1");
            for (String nic : List.of("A", "B")) {
                String id = host + "/v" + nic;
                sketch = sketch.vNic(host, "v" + nic, "vSwitch1").set(id, "rdmaEnabled", true)
                        .set(id, "mappedNic", host + "/" + nic)
                        .address(id, "10.10." + (nic.equals("A") ? 1 : 2) + "." + i);
            }
        }
        return sketch;
    }

    /// Two nodes, twin NICs at 9614 in two PowerConnect 8132 at 9216: the jumbo fault of the report. (F1; F2 with 9014.)
    public static Sketch jumboFault(int jumboPacket) {
        return jumbo(jumboPacket, PC8132, 9216);
    }

    /// As [#jumboFault] on two switches of any model, every port at this MTU. (F3, F6, F7.)
    public static Sketch jumbo(int jumboPacket, SwitchModel model, int mtu) {
        Sketch sketch = twins("equal").with(model);
        for (String name : List.of("SW-A", "SW-B")) {
            sketch = sketch.set(name, "model", model.id()).set(name + "/1", "mtu", mtu).set(name + "/2", "mtu", mtu);
        }
        for (String nic : List.of("HV1/A", "HV1/B", "HV2/A", "HV2/B")) {
            sketch = sketch.set(nic, "jumboPacket", jumboPacket);
        }
        return sketch.set("A", "purposes", List.of("csv", "liveMigration")).set("B", "purposes",
                List.of("csv", "liveMigration"));
    }

    /// The VLANs of a twin design put on tagged trunks: 101 for A, 102 for B.
    public Sketch tagged() {
        Sketch sketch = vlan(101).vlan(102).set("A", "vlan", "VLAN101").set("B", "vlan", "VLAN102");
        for (int i = 1; i <= 2; i++) {
            sketch = sketch.set("HV" + i + "/A", "vlanId", 101).set("HV" + i + "/B", "vlanId", 102)
                    .trunk("SW-A/" + i, "101").trunk("SW-B/" + i, "102");
        }
        return sketch;
    }

    /// NIC 9014, switches at 9216, the link between them at 1518; one migration network over a team of an active and a
    /// standby member per host, both active members on the same switch. (F5.)
    public static Sketch hiddenUntilFailover() {
        Sketch sketch = empty("Hidden until failover").cluster("HVC1").network("LM", "10.10.1.0/24")
                .set("LM", "purposes", List.of("liveMigration")).with(PC8132).device("SW1").device("SW2")
                .ports("SW1", 3).ports("SW2", 3).cable("SW1/3", "SW2/3");
        for (String name : List.of("SW1", "SW2")) {
            sketch = sketch.set(name, "model", PC8132.id()).set(name + "/3", "mtu", 1518).set(name + "/3", "mode",
                    "trunk");
        }
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2").set(host + "/NIC1", "jumboPacket",
                    9014).set(host + "/NIC2", "jumboPacket", 9014).set("SW1/" + i, "mtu", 9216)
                    .set("SW2/" + i, "mtu", 9216).cable(host + "/NIC1", "SW1/" + i).cable(host + "/NIC2", "SW2/" + i)
                    .lbfo(host, "Team1", "switchIndependent", "NIC1", "NIC2")
                    .standby(host + "/Team1", host + "/NIC2").address(host + "/Team1/Team1", "10.10.1." + i);
        }
        return sketch.set("HVC1", "lmNetworks", List.of(new Id("LM")));
    }

    /// A row of switches between two hosts, cabled one after the other: `HV1/LM`, `SW1`, `SW2` ..., `HV2/LM`.
    ///
    /// @param tagged whether the migration VLAN 101 travels tagged
    public static Sketch path(int jumboA, int jumboB, boolean tagged, Station... stations) {
        Sketch sketch = empty("Path").cluster("HVC1").network("LM", "10.10.1.0/24")
                .set("LM", "purposes", List.of("liveMigration", "csv"));
        for (int i = 1; i <= stations.length; i++) {
            Station station = stations[i - 1];
            String name = "SW" + i;
            sketch = sketch.with(station.model()).device(name).set(name, "model", station.model().id()).ports(name, 2);
            if (station.edgeMtu().isPresent() && (i == 1 || i == stations.length)) {
                sketch = sketch.set(name + (i == 1 ? "/1" : "/2"), "mtu", station.edgeMtu().get());
            }
            if (stations.length == 1 && station.edgeMtu().isPresent()) {
                sketch = sketch.set(name + "/2", "mtu", station.edgeMtu().get());
            }
            if (station.linkMtu().isPresent() && i > 1) {
                sketch = sketch.set(name + "/1", "mtu", station.linkMtu().get());
            }
            if (station.linkMtu().isPresent() && i < stations.length) {
                sketch = sketch.set(name + "/2", "mtu", station.linkMtu().get());
            }
            for (String port : List.of(name + "/1", name + "/2")) {
                sketch = tagged ? sketch.trunk(port, "101") : sketch.set(port, "accessVlan", 101);
            }
            if (i > 1) {
                sketch = sketch.cable("SW" + (i - 1) + "/2", name + "/1");
            }
        }
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "LM").address(host + "/LM", "10.10.1." + i)
                    .set(host + "/LM", "jumboPacket", i == 1 ? jumboA : jumboB)
                    .cable(host + "/LM", i == 1 ? "SW1/1" : "SW" + stations.length + "/2");
            if (tagged) {
                sketch = sketch.set(host + "/LM", "vlanId", 101);
            }
        }
        return sketch;
    }

    /// A switch in a row: its model, the MTU of its port to a host, and that of its ports to other switches. An empty MTU
    /// is left as it came.
    public record Station(SwitchModel model, Optional<Integer> edgeMtu, Optional<Integer> linkMtu) {
        public static Station at(SwitchModel model, int mtu) {
            return new Station(model, Optional.of(mtu), Optional.of(mtu));
        }

        public static Station asItCame(SwitchModel model) {
            return new Station(model, Optional.empty(), Optional.empty());
        }

        public Station links(int mtu) {
            return new Station(model, edgeMtu, Optional.of(mtu));
        }
    }

    // Switch and NIC models with the figures of the catalogue

    public static final SwitchModel PC8132 = model("pc8132", "PowerConnect 8132", "FRAME_FCS_TAG_EXTRA", 9216, 1518);
    public static final SwitchModel S4810 =
            Element.with(model("s4810", "Force10 S4810", "FRAME_FCS", 12000, 0), "os", "os9");
    public static final SwitchModel S4048 =
            Element.with(model("s4048", "Dell S4048-ON", "FRAME_FCS", 9216, 9216), "os", "os9");
    public static final SwitchModel IO_AGGREGATOR =
            Element.with(model("ioa", "Dell M I/O Aggregator", "FRAME_FCS", 12000, 1554), "os", "os9");
    public static final SwitchModel NEXUS = Element.with(model("nexus", "Cisco Nexus", "PAYLOAD", 9216, 1500), "os",
            "nxos");
    public static final SwitchModel CATALYST = model("catalyst", "Cisco Catalyst 9300", "PAYLOAD", 9198, 1500);
    public static final SwitchModel JUNOS = model("junos", "Juniper EX", "FRAME_NOFCS", 9216, 1514);
    public static final SwitchModel ARISTA = Element.with(model("arista", "Arista EOS", "PAYLOAD", 9214, 1500), "os",
            "eos");
    /// A model whose counting nobody documented.
    public static final SwitchModel UNDOCUMENTED = model("undocumented", "N-Series", "UNKNOWN", 9216, 0);

    private static SwitchModel model(String id, String name, String accounting, int most, int standard) {
        SwitchModel model = Element.with(Element.with(SwitchModel.of(new Id(id), name), "accountingKind", accounting),
                "maxMtuBytes", most);
        return standard == 0 ? model : Element.with(model, "defaultMtuBytes", standard);
    }

    /// A driver that counts JumboPacket without the header.
    public static final NicModel PAYLOAD_NIC =
            Element.with(NicModel.of(new Id("payload-nic"), "PRO/1000 (payload)"), "jumboSemantics", "PAYLOAD");

    // Steps

    public static Sketch empty(String title) {
        return new Sketch(Design.empty(title));
    }

    public Sketch with(Element... elements) {
        return new Sketch(design.with(elements));
    }

    public Sketch without(String... ids) {
        return new Sketch(design.without(Arrays.stream(ids).map(Id::new).toList()));
    }

    /// One attribute of one element changed, by its name in files; `Attribute.unknown()` marks it unknown.
    public Sketch set(String id, String path, Object value) {
        return with(Element.with(design.element(new Id(id)), path, value));
    }

    /// A part of an element, by name and value in turn: `part(NlbNode.class, "member", id, "dip", "172.31.3.11")`.
    public static <P extends Part> P part(Class<P> type, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Shape.of(type).of(values);
    }

    public Sketch cluster(String name) {
        return with(FailoverCluster.of(new Id(name), name));
    }

    public Sketch network(String name, String prefix) {
        return with(Element.with(ClusterNetwork.of(new Id(name), name), "prefix", prefix));
    }

    /// A stand-alone host.
    public Sketch host(String name, String osVersion) {
        return with(Element.with(Host.of(new Id(name), name), "osVersion", osVersion));
    }

    /// A node of the only cluster.
    public Sketch node(String name, String osVersion) {
        return host(name, osVersion).set(name, "failoverCluster", design.all(FailoverCluster.class).findFirst()
                .orElseThrow().id());
    }

    /// A 10 Gbps NIC.
    public Sketch nic(String host, String name) {
        return with(
                Element.with(PhysicalNic.of(new Id(host + "/" + name), name, new Id(host)), "linkSpeedMbps", 10000));
    }

    public Sketch rdma(String nic) {
        return set(nic, "rdma.capable", true).set(nic, "rdma.enabled", true).set(nic, "rdma.technology", "roce");
    }

    /// Every NIC with RDMA speaks iWARP, which asks nothing of the network.
    public Sketch iwarp() {
        Sketch sketch = this;
        for (PhysicalNic nic : design.all(PhysicalNic.class).filter(each -> each.rdma().enabled().is(true)).toList()) {
            sketch = sketch.set(nic.id().text(), "rdma.technology", "iwarp");
        }
        return sketch;
    }

    /// A static address with prefix length 24 on a NIC, team interface or virtual NIC.
    public Sketch address(String adapter, String address) {
        return set(adapter, "ip.addresses", List.of(IpAssignment.of(IpAddress.parse(address))));
    }

    /// An LBFO team of NICs of the host, and its default interface (`H1/Team1/Team1`).
    public Sketch lbfo(String host, String name, String mode, String... nics) {
        Id id = new Id(host + "/" + name);
        Team team = Element.with(Element.with(Team.of(id, name, new Id(host)), "members", members(host, nics)),
                "teamingMode", mode);
        return with(team).with(TeamInterface.of(new Id(id + "/" + name), name, id));
    }

    /// A SET team of NICs of the host.
    public Sketch embedded(String host, String name, String... nics) {
        Team team =
                Element.with(Element.with(Team.of(new Id(host + "/" + name), name, new Id(host)), "technology", "set"),
                        "members", members(host, nics));
        return with(team);
    }

    private static List<TeamMember> members(String host, String... nics) {
        return Arrays.stream(nics).map(nic -> TeamMember.of(new Id(host + "/" + nic))).toList();
    }

    /// Makes one member of a team stand by.
    public Sketch standby(String team, String nic) {
        List<TeamMember> members = design.element(new Id(team), Team.class).members().stream()
                .map(member -> member.nic().text().equals(nic) ? part(TeamMember.class, "nic", nic, "mode", "standby")
                        : member)
                .toList();
        return set(team, "members", members);
    }

    /// An external virtual switch on a NIC, a team interface or a SET team.
    public Sketch vSwitch(String host, String name, String uplink) {
        return with(VirtualSwitch.of(new Id(host + "/" + name), name, new Id(host)))
                .set(host + "/" + name, "uplink", uplink);
    }

    public Sketch vm(String name, String host) {
        return with(Vm.of(new Id(name), name, new Id(host)));
    }

    /// A virtual NIC of a VM or a host on the virtual switch of this name.
    public Sketch vNic(String owner, String name, String vSwitch) {
        return with(VirtualNic.of(new Id(owner + "/" + name), name, new Id(owner)))
                .set(owner + "/" + name, "vSwitch", vSwitch);
    }

    public Sketch accessVlan(String vNic, int vlan) {
        return set(vNic, "vlanMode", "access").set(vNic, "vlanId", vlan);
    }

    /// A switch of its own.
    public Sketch device(String name) {
        return with(Switch.of(new Id(name), name));
    }

    /// A stack and its units, numbered from 1.
    public Sketch stack(String name, String... units) {
        Sketch sketch = with(SwitchStack.of(new Id(name), name));
        for (int i = 0; i < units.length; i++) {
            sketch = sketch.device(units[i]).set(units[i], "stack", name).set(units[i], "stackUnit", i + 1);
        }
        return sketch;
    }

    /// Two switches as an MLAG pair; `peerLink` is the LAG of one of them.
    public Sketch mlag(String name, String first, String second, String peerLink) {
        return with(Element.with(Element.with(MlagPair.of(new Id(name), name), "switches",
                List.of(new Id(first), new Id(second))), "peerLink", peerLink));
    }

    /// Ports 1 to `count` of a switch; those that are there stay as they are.
    public Sketch ports(String device, int count) {
        Sketch sketch = this;
        for (int i = 1; i <= count; i++) {
            Id id = new Id(device + "/" + i);
            if (design.find(id).isEmpty()) {
                sketch = sketch.with(SwitchPort.of(id, Integer.toString(i), new Id(device)));
            }
        }
        return sketch;
    }

    public Sketch cable(String endA, String endB) {
        return with(Cable.of(new Id(endA + "-" + endB), "", new Id(endA), new Id(endB)));
    }

    /// An LACP LAG of these ports.
    public Sketch lag(String name, String... ports) {
        return with(Element.with(Lag.of(new Id(name), name), "memberPorts",
                Arrays.stream(ports).map(Id::new).toList()));
    }

    /// A trunk that allows these VLANs.
    public Sketch trunk(String portOrLag, String vlans) {
        return set(portOrLag, "mode", "trunk").set(portOrLag, "allowedVlans", vlans);
    }

    /// A VLAN element, `VLAN10`.
    public Sketch vlan(int id) {
        return with(Element.with(Vlan.of(new Id("VLAN" + id), "VLAN" + id), "vlanId", id));
    }

    /// A layer-3 interface of a switch, stack or router in a VLAN, `Stack/VLAN10`.
    public Sketch gateway(String device, int vlan, String address) {
        Id id = new Id(device + "/VLAN" + vlan);
        return with(L3Interface.of(id, "VLAN" + vlan, new Id(device))).set(id.text(), "vlan", "VLAN" + vlan)
                .set(id.text(), "addresses", List.of(address));
    }

    public Sketch staticArp(String gateway, String ip, String mac) {
        return set(gateway, "staticArp", List.of(StaticArp.of(IpAddress.parse(ip), Mac.parse(mac))));
    }

    /// A static multicast group in a VLAN, beside those a switch or stack has.
    public Sketch staticGroup(String device, int vlan, String group, String... ports) {
        return append(device, "staticMcastGroups",
                part(StaticMulticastGroup.class, "group", group, "vlan", "VLAN" + vlan,
                        "ports", Arrays.stream(ports).map(Id::new).toList()));
    }

    /// A static MAC entry in a VLAN, beside those a switch or stack has.
    public Sketch staticMac(String device, int vlan, String mac, String... ports) {
        return append(device, "staticMacEntries", part(StaticMacEntry.class, "mac", mac, "vlan", "VLAN" + vlan,
                "ports", Arrays.stream(ports).map(Id::new).toList()));
    }

    private Sketch append(String id, String attribute, Object item) {
        Element element = design.element(new Id(id));
        Object held = Shape.of(element.getClass()).get(element, attribute);
        Collection<?> before = held instanceof Attribute.Known<?>(Collection<?> items) ? items
                : List.of();
        List<Object> after = new ArrayList<>(before);
        after.add(item);
        return set(id, attribute, after);
    }

    /// An NLB cluster of these adapters; host priorities from 1, the adapters' own addresses as DIPs.
    public Sketch nlb(String name, String mode, String vip, String... adapters) {
        List<NlbNode> nodes = new ArrayList<>();
        for (String adapter : adapters) {
            nodes.add(part(NlbNode.class, "member", adapter, "hostPriority", nodes.size() + 1, "dip", dip(adapter),
                    "configuredMode", mode, "portRules", List.of(part(PortRule.class, "startPort", 443, "endPort", 443,
                            "protocol", "tcp", "filterMode", "multiple", "affinity", "single"))));
        }
        NlbCluster cluster = NlbCluster.of(new Id(name), name);
        return with(cluster).set(name, "mode", mode).set(name, "primaryVip", vip).set(name, "nodes", nodes);
    }

    private IpAddress dip(String adapter) {
        return design.element(new Id(adapter), VirtualNic.class).ip().addresses().find().orElseThrow().getFirst()
                .address();
    }

    /// The mode of the NLB cluster WEB and of its nodes.
    public Sketch mode(String mode) {
        List<NlbNode> nodes = design.element(new Id("WEB"), NlbCluster.class).nodes().find().orElseThrow().stream()
                .map(node -> Shape.of(NlbNode.class).with(node, "configuredMode", mode)).toList();
        return set("WEB", "mode", mode).set("WEB", "nodes", nodes);
    }

    // Pieces of the documents' designs

    /// Hosts, teams, virtual switches, VMs and the NLB cluster of B0, without switches.
    private static Sketch nlbHosts(String title) {
        Sketch sketch = empty(title).cluster("HVC1").set("HVC1", "cauEnabled", true).vlan(10).vlan(20);
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            String vm = "N" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .set(host, "macPoolMin", "00-15-5D-0" + i + "-00-00")
                    .set(host, "macPoolMax", "00-15-5D-0" + i + "-00-FF");
            for (int nic = 1; nic <= 2; nic++) {
                String id = host + "/NIC" + nic;
                sketch = sketch.set(id, "card", Integer.toString(nic)).set(id, "portOnCard", 1)
                        .set(id, "vmqBaseProcessor", Attribute.unknown())
                        .set(id, "vmqMaxProcessors", Attribute.unknown());
            }
            sketch = sketch.lbfo(host, "Team1", "lacp", "NIC1", "NIC2").set(host + "/Team1", "lbAlgorithm", "dynamic")
                    .vSwitch(host, "vSwitch1", host + "/Team1/Team1")
                    .set(host + "/vSwitch1", "allowManagementOs", false)
                    .vm(vm, host).set(vm, "antiAffinityClasses", List.of("NLB-WEB")).vNic(vm, "NLB", "vSwitch1")
                    .accessVlan(vm + "/NLB", 10).set(vm + "/NLB", "macSpoofing", true)
                    .address(vm + "/NLB", "172.31.3.1" + i).set(vm + "/NLB", "ip.defaultGateway", "172.31.3.1");
        }
        return sketch.nlb("WEB", "igmpMulticast", "172.31.3.232", "N1/NLB", "N2/NLB")
                .with(Element.with(ClientZone.of(new Id("Clients"), "Clients"), "subnet", "10.20.0.0/16"));
    }

    /// Trunks for VLAN 10 and 20 with an unused native VLAN, edge ports where they face a host.
    private Sketch nlbTrunk(String... ports) {
        Sketch sketch = this;
        for (String port : ports) {
            boolean edge = design.find(new Id(port), Lag.class).isPresent()
                    || design.all(Cable.class).anyMatch(cable -> Stream.of(cable.endA(), cable.endB())
                            .anyMatch(new Id(port)::equals)
                            && Stream.of(cable.endA(), cable.endB()).anyMatch(end -> design.find(end, PhysicalNic.class)
                                    .isPresent()));
            sketch = sketch.trunk(port, "10,20").set(port, "nativeVlan", 999).set(port, "stpEdge", edge);
        }
        return sketch;
    }

    /// A print server in VLAN 10: an ordinary machine with one NIC.
    private Sketch printer(String port) {
        return host("PRINT1", "2012R2").set("PRINT1", "features", List.of()).nic("PRINT1", "LAN")
                .set("PRINT1/LAN", "linkSpeedMbps", 1000).address("PRINT1/LAN", "172.31.3.50")
                .cable("PRINT1/LAN", port).set(port, "accessVlan", 10).set(port, "stpEdge", true);
    }

    /// The gateway with its static ARP, snooping with filtering and MAC lookup, and the static group on these LAGs.
    private Sketch igmpRecipe(String device, String... lags) {
        return gateway(device, 10, "172.31.3.1/24")
                .staticArp(device + "/VLAN10", "172.31.3.232", "01-00-5E-7F-03-E8").snooping(device)
                .staticGroup(device, 10, "239.255.3.232", lags);
    }

    /// Snooping with filtering and MAC lookup, unregistered multicast forwarded.
    public Sketch snooping(String device) {
        return set(device, "igmpSnooping.default", true).set(device, "bridgeMulticastFiltering", true)
                .set(device, "mcastLookup", "mac").set(device, "unregisteredMulticast.default", "forward");
    }

    private Sketch unicast() {
        return mode("unicast");
    }
}
