package io.plumbline.diagram;

import io.plumbline.model.Cable;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.Lag;
import io.plumbline.model.MlagPair;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Purpose;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Large designs: racks of twenty hosts under a pair of switches, each host with four NICs, a SET team and six virtual
/// machines, two of its NICs on networks of their own.
public final class Campus {
    private static final int RACK = 20;

    private final List<Element> elements = new ArrayList<>();

    private Campus() {}

    public static Design design(int hosts) {
        return new Campus().build(hosts);
    }

    private Design build(int hosts) {
        for (int rack = 0; rack * RACK < hosts; rack++) {
            addRack(rack, Math.min(RACK, hosts - rack * RACK));
        }
        return Design.empty("Campus of " + hosts).with(elements);
    }

    private void addRack(int rack, int hosts) {
        String name = "R" + (rack + 1);
        Id cluster = new Id(name + "/cluster");
        add(FailoverCluster.of(cluster, "HVC-" + name));
        for (int i = 1; i <= 2; i++) {
            add(ClusterNetwork.of(new Id(name + "/net" + i), i == 1 ? "CSV1+LM2" : "LM1+CSV2"), "cluster", cluster,
                    "prefix", "10." + rack + "." + i + ".0/24", "purposes",
                    Set.of(Purpose.CSV, Purpose.LIVE_MIGRATION));
        }
        for (String unit : List.of("A", "B")) {
            add(Switch.of(new Id(name + "/" + unit), name + "-SW-" + unit), "systemMtu", 9216);
            for (int port = 1; port <= 48; port++) {
                add(SwitchPort.of(new Id(name + "/" + unit + "/" + port), "Te 1/0/" + port, new Id(name + "/" + unit)),
                        "speedMbps", 10000);
            }
        }
        add(Lag.of(new Id(name + "/peer"), "Po100"), "memberPorts",
                List.of(new Id(name + "/A/47"), new Id(name + "/B/47")));
        add(MlagPair.of(new Id(name + "/pair"), name + "-VLT"), "technology", "vlt", "switches",
                List.of(new Id(name + "/A"), new Id(name + "/B")));
        cable(name + "/A/47", name + "/B/47");
        add(Router.of(new Id(name + "/router"), name + "-GW"));
        cable(name + "/A/48", name + "/router");
        cable(name + "/B/48", name + "/router");
        for (int i = 1; i <= hosts; i++) {
            addHost(name, rack, i, cluster);
        }
    }

    private void addHost(String rack, int rackNumber, int number, Id cluster) {
        String host = rack + "/HV" + number;
        Id id = new Id(host);
        add(Host.of(id, rack + "-HV" + (number < 10 ? "0" : "") + number), "failoverCluster", cluster, "osVersion",
                "2022", "lm.anyNetwork", false);
        var members = new ArrayList<TeamMember>();
        for (int nic = 1; nic <= 4; nic++) {
            Id nicId = new Id(host + "/NIC" + nic);
            add(PhysicalNic.of(nicId, "NIC" + nic, id), "linkSpeedMbps", 10000);
            if (nic <= 2) {
                members.add(TeamMember.of(nicId));
            } else {
                elements.set(elements.size() - 1, Element.with(elements.getLast(), "ip.addresses", List.of(IpAssignment
                        .of(IpAddress.parse("10." + rackNumber + "." + (nic - 2) + "." + (10 + number))))));
            }
            cable(nicId.text(), rack + "/" + (nic % 2 == 1 ? "A" : "B") + "/" + ((number - 1) * 2 + (nic + 1) / 2));
        }
        add(Team.of(new Id(host + "/team"), "SET-VM", id), "technology", "set", "members", members);
        add(VirtualSwitch.of(new Id(host + "/vSwitch"), "vSwitch-VM", id), "uplink", host + "/team");
        for (int vm = 1; vm <= 6; vm++) {
            String guest = host + "/VM" + vm;
            add(Vm.of(new Id(guest), "VM" + number + vm, id));
            add(VirtualNic.of(new Id(guest + "/LAN"), "LAN", new Id(guest)), "vSwitch", "vSwitch-VM", "vlanMode",
                    "access", "vlanId", 10 + vm);
        }
    }

    private void cable(String a, String b) {
        add(Cable.of(new Id(a + "-" + b), "", new Id(a), new Id(b)));
    }

    private void add(Element element, Object... namesAndValues) {
        Element made = element;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            made = Element.with(made, (String) namesAndValues[i], namesAndValues[i + 1]);
        }
        elements.add(made);
    }
}
