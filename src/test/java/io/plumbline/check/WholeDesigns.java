package io.plumbline.check;

import io.plumbline.SampleTopologies;
import io.plumbline.Sketch;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.Lag;
import io.plumbline.model.SwitchPort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Whole designs, sound ones and broken ones, by the reason why they are so. `WholeDesignsTest` writes them on approval
/// into `never-flag` and `must-flag` and holds the validator to the committed files.
final class WholeDesigns {

    /// Sound designs in which somebody could suspect a fault: nothing may be said about them.
    static final Map<String, Supplier<Design>> SOUND = sound();

    /// Broken designs. The name begins with the rules that must speak, and no other one may report an error or a warning.
    static final Map<String, Supplier<Design>> BROKEN = broken();

    private WholeDesigns() {}

    private static Map<String, Supplier<Design>> sound() {
        Map<String, Supplier<Design>> all = new LinkedHashMap<>();
        all.put("two converged nodes on an MLAG pair, NIC 9014 under switch 9216",
                SampleTopologies.ALL.get("two-node-converged-set"));
        all.put("SET over two switches that are neither stacked nor paired", () -> unpaired().design());
        all.put("hosts with different Windows versions while the cluster is upgraded",
                () -> converged().set("h-2", "osVersion", "2019").set("fc-1", "osLevel", "2019").design());
        all.put("different VLANs on the two top-of-rack switches by design", () -> guarded(splitVlans()));
        all.put("one LAG over an MLAG pair for each host", () -> guarded(lagOverPair()));
        all.put("twin RDMA networks for migration, the slower LAN not selected", () -> guarded(activePassive()));
        all.put("the IGMP recipe of the first report, on a stack",
                () -> guarded(Sketch.b0().set("WEB", "retirementPlanned", true)));
        all.put("four nodes, NLB in IGMP mode, kept apart by anti-affinity", () -> guarded(fourNodes()));
        return all;
    }

    private static Map<String, Supplier<Design>> broken() {
        Map<String, Supplier<Design>> all = new LinkedHashMap<>();
        all.put("TEAM006 rebuilt from LBFO to SET, the LAGs forgotten", () -> bundledSet().design());
        all.put("TEAM003 upgraded to 2022 with LBFO under the virtual switch",
                () -> upgraded().design());
        all.put("LAG002 two patch leads crossed between two hosts", () -> crossed().design());
        all.put("LAG003 a VLAN missing on one member of a LAG", () -> lagOverPairWithOddMember().design());
        all.put("LAG004 a VLAN of the hosts not on the peer link",
                () -> lagOverPair().set("peer-1", "allowedVlans", "10").set("peer-2", "allowedVlans", "10").design());
        all.put("TEAM011 a VLAN left in the driver of a team member",
                () -> converged().set("n-11", "vlanId", 101).design());
        all.put("IP002 one node with another mask", () -> withMask().design());
        all.put("IP003 a gateway typed on the migration network",
                () -> converged().set("hv-11", "ip.defaultGateway", "10.10.1.1").design());
        all.put("HA005 NLB001 unicast NLB behind LACP teams, its nodes drained together",
                () -> Sketch.b0().mode("unicast").set("Stack/VLAN10", "staticArp", List.of())
                        .set("Stack", "staticMcastGroups", List.of()).set("HVC1", "cauEnabled", false).design());
        all.put("IP001 one address on two nodes",
                () -> converged().set("hv-21", "ip.addresses",
                        List.of(IpAssignment.of(IpAddress.parse("10.10.1.11")))).design());
        all.put("HA001 MTU001 jumbo frames beyond a switch that is also the only one of a host",
                SampleTopologies.ALL.get("jumbo-mixed-switches"));
        return all;
    }

    private static Sketch converged() {
        return new Sketch(SampleTopologies.ALL.get("two-node-converged-set").get());
    }

    /// The converged nodes on two switches with a trunk between them.
    private static Sketch unpaired() {
        return converged().without("mlag-1");
    }

    /// VLAN 101 lives on the first switch alone, VLAN 102 on the second: each storage adapter is mapped to its NIC.
    private static Sketch splitVlans() {
        Sketch sketch = unpaired().trunk("lag-1", "10,20").trunk("lag-2", "10,20");
        for (int sw = 1; sw <= 2; sw++) {
            for (String port : List.of("p1", "p2")) {
                sketch = sketch.set("sw-" + sw + "-" + port, "allowedVlans", "10,20," + (100 + sw));
            }
            for (String port : List.of("p13", "p14")) {
                sketch = sketch.set("sw-" + sw + "-" + port, "allowedVlans", "10,20");
            }
        }
        return sketch;
    }

    /// Two 2012 R2 hosts with an LACP team each over the two peers of a VLT domain; management and VMs above.
    private static Sketch lagOverPair() {
        Sketch sketch = Sketch.empty("One LAG for each host").vlan(10).vlan(20).device("S1").device("S2").ports("S1", 4)
                .ports("S2", 4).cable("S1/3", "S2/3").cable("S1/4", "S2/4").lag("peer-1", "S1/3", "S1/4")
                .lag("peer-2", "S2/3", "S2/4").trunk("peer-1", "10,20").trunk("peer-2", "10,20")
                .mlag("VLT", "S1", "S2", "peer-1").set("VLT", "technology", "vlt")
                .set("VLT", "domainIds", List.of(1, 1));
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            sketch = sketch.host(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .set(host + "/NIC1", "card", "1").set(host + "/NIC2", "card", "2")
                    .cable(host + "/NIC1", "S1/" + i).cable(host + "/NIC2", "S2/" + i)
                    .lbfo(host, "Team1", "lacp", "NIC1", "NIC2").set(host + "/Team1", "lbAlgorithm", "dynamic")
                    .vSwitch(host, "vSwitch1", host + "/Team1/Team1")
                    .set(host + "/vSwitch1", "allowManagementOs", false)
                    .vm("VM" + i, host).vNic("VM" + i, "LAN", "vSwitch1").accessVlan("VM" + i + "/LAN", 20)
                    .address("VM" + i + "/LAN", "10.0.20.1" + i);
            for (int s = 1; s <= 2; s++) {
                String lag = "S" + s + "-po" + i;
                sketch = sketch.lag(lag, "S" + s + "/" + i).set(lag, "mlagId", i).trunk(lag, "10,20")
                        .set(lag, "stpEdge", true);
            }
        }
        return sketch;
    }

    private static Sketch lagOverPairWithOddMember() {
        return lagOverPair().trunk("S2/3", "10,20").trunk("S2/4", "10");
    }

    /// Two nodes that migrate over twin RDMA networks; the slower LAN could carry migrations too, and is not selected.
    private static Sketch activePassive() {
        Sketch sketch = Sketch.empty("RDMA and LAN").cluster("HVC1").network("LM1", "10.10.1.0/24")
                .network("LM2", "10.10.2.0/24").network("LAN", "10.0.0.0/24").device("S1").device("S2").ports("S1", 5)
                .ports("S2", 5).vlan(10).vlan(101).vlan(102).cable("S1/5", "S2/5").trunk("S1/5", "10,101,102")
                .trunk("S2/5", "10,101,102").set("LAN", "vlan", "VLAN10").set("LM1", "vlan", "VLAN101")
                .set("LM2", "vlan", "VLAN102").set("LAN", "purposes", List.of("management", "client"))
                .set("LAN", "role", "3").set("HVC1", "lmNetworks", List.of(new Id("LM1"), new Id("LM2")));
        for (int i = 1; i <= 2; i++) {
            String host = "HV" + i;
            sketch = sketch.node(host, "2019").nic(host, "RDMA1").nic(host, "RDMA2").nic(host, "LAN")
                    .set(host + "/LAN", "linkSpeedMbps", 1000).set(host + "/LAN", "card", "3")
                    .address(host + "/LAN", "10.0.0.1" + i).set(host + "/LAN", "ip.defaultGateway", "10.0.0.1")
                    .cable(host + "/LAN", "S1/" + (i + 2)).set("S1/" + (i + 2), "stpEdge", true)
                    .set("S1/" + (i + 2), "accessVlan", 10)
                    .set(host, "lm.anyNetwork", false).set(host, "lm.option", "smb")
                    .set(host, "features", List.of("hyperV", "failoverClustering", "smbBandwidthLimit"))
                    .set(host, "smb.lmLimitBytesPerSec", 750_000_000L);
            for (int n = 1; n <= 2; n++) {
                String nic = host + "/RDMA" + n;
                sketch = sketch.rdma(nic).set(nic, "rdma.technology", "iwarp").set(nic, "card", "" + n)
                        .address(nic, "10.10." + n + ".1" + i).cable(nic, "S" + n + "/" + i)
                        .set("S" + n + "/" + i, "stpEdge", true)
                        .set("S" + n + "/" + i, "accessVlan", 100 + n)
                        .set("LM" + n, "purposes", List.of("liveMigration", "csv"))
                        .set("LM" + n, "role", "1");
            }
        }
        return sketch;
    }

    /// With BPDU guard wherever a port faces a host.
    private static Design guarded(Sketch sketch) {
        Sketch guarded = sketch;
        for (Id port : sketch.design().all(SwitchPort.class).filter(each -> each.configuration().stpEdge().is(true))
                .map(SwitchPort::id).toList()) {
            guarded = guarded.set(port.text(), "bpduGuard", true);
        }
        for (Id lag : sketch.design().all(Lag.class).filter(each -> each.configuration().stpEdge().is(true))
                .map(Lag::id).toList()) {
            guarded = guarded.set(lag.text(), "bpduGuard", true);
        }
        return guarded.design();
    }

    /// The base of the worked examples with two more nodes; the two NLB nodes are kept apart.
    private static Sketch fourNodes() {
        Sketch sketch = Sketch.b0().set("WEB", "retirementPlanned", true).ports("S1", 6).ports("S2", 6);
        for (int i = 3; i <= 4; i++) {
            String host = "H" + i;
            String lag = "Po" + i;
            sketch = sketch.node(host, "2012R2").nic(host, "NIC1").nic(host, "NIC2")
                    .set(host, "macPoolMin", "00-15-5D-0" + i + "-00-00")
                    .set(host, "macPoolMax", "00-15-5D-0" + i + "-00-FF").set(host + "/NIC1", "card", "1")
                    .set(host + "/NIC2", "card", "2").cable(host + "/NIC1", "S1/" + (i + 1))
                    .cable(host + "/NIC2", "S2/" + (i + 1)).lag(lag, "S1/" + (i + 1), "S2/" + (i + 1))
                    .trunk(lag, "10,20").set(lag, "nativeVlan", 999).set(lag, "stpEdge", true)
                    .lbfo(host, "Team1", "lacp", "NIC1", "NIC2").set(host + "/Team1", "lbAlgorithm", "dynamic")
                    .vSwitch(host, "vSwitch1", host + "/Team1/Team1")
                    .set(host + "/vSwitch1", "allowManagementOs", false);
        }
        return sketch.set("Stack", "staticMcastGroups", List.of()).staticGroup("Stack", 10, "239.255.3.232", "Po1",
                "Po2",
                "Po3", "Po4");
    }

    private static Sketch bundledSet() {
        Sketch sketch = Sketch.empty("Leftover LAGs").vlan(20).device("S1").device("S2").ports("S1", 3).ports("S2", 3)
                .cable("S1/3", "S2/3").trunk("S1/3", "20").trunk("S2/3", "20");
        for (int i = 1; i <= 2; i++) {
            String host = "H" + i;
            sketch = sketch.host(host, "2022").nic(host, "NIC1").nic(host, "NIC2").set(host + "/NIC1", "card", "1")
                    .set(host + "/NIC2", "card", "2").cable(host + "/NIC1", "S1/" + i).cable(host + "/NIC2", "S2/" + i)
                    .embedded(host, "SET1", "NIC1", "NIC2").vSwitch(host, "vSwitch1", host + "/SET1")
                    .vm("VM" + i, host).vNic("VM" + i, "LAN", "vSwitch1").accessVlan("VM" + i + "/LAN", 20);
            for (int s = 1; s <= 2; s++) {
                String lag = "S" + s + "-po" + i;
                sketch = sketch.lag(lag, "S" + s + "/" + i).trunk(lag, "20").set(lag, "stpEdge", true);
            }
        }
        return sketch;
    }

    private static Sketch upgraded() {
        return lagOverPair().set("H1", "osVersion", "2022").set("H2", "osVersion", "2022");
    }

    private static Sketch crossed() {
        return lagOverPair().without("H1/NIC2-S2/1", "H2/NIC2-S2/2").cable("H1/NIC2", "S2/2").cable("H2/NIC2", "S2/1");
    }

    private static Sketch withMask() {
        return converged().set("hv-21", "ip.addresses",
                List.of(Sketch.part(IpAssignment.class, "address",
                        IpAddress.parse("10.10.1.12"), "prefixLength", 25)));
    }
}
