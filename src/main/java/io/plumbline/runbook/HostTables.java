package io.plumbline.runbook;

import io.plumbline.model.Host;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpConfig;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamMember;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.Vm;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import java.util.ArrayList;
import java.util.List;

/// The tables of what is inside the hosts: hosts, adapters, teams, virtual switches, virtual adapters, VMs.
final class HostTables {

    private final Material material;
    private final Effective effective;

    HostTables(Material material) {
        this.material = material;
        this.effective = material.effective();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        material.table(blocks, "Hosts", List.of("Host", "Windows Server", "Failover cluster", "Incoming live migration",
                "Performance option", "Simultaneous migrations"), material.design().all(Host.class).map(this::host));
        material.table(blocks, "Physical NICs",
                List.of("Host", "NIC", "Model", "Card", "Speed (Mbit/s)", "JumboPacket (bytes)", "RDMA", "VLAN ID",
                        "Addresses"),
                material.design().all(PhysicalNic.class).map(this::nic));
        material.table(blocks, "NIC teams", List.of("Owner", "Team", "Type", "Mode", "Load balancing", "Members"),
                material.design().all(Team.class).map(this::team));
        material.table(blocks, "Virtual switches",
                List.of("Host", "Virtual switch", "Type", "Uplink", "Shared with management OS"),
                material.design().all(VirtualSwitch.class).map(this::virtualSwitch));
        material.table(blocks, "Virtual NICs",
                List.of("Owner", "Virtual NIC", "Virtual switch", "VLAN", "MAC spoofing", "JumboPacket (bytes)",
                        "Addresses"),
                material.design().all(VirtualNic.class).map(this::virtualNic));
        material.table(blocks, "Virtual machines",
                List.of("VM", "Host", "Clustered", "Possible owners", "Anti-affinity classes"),
                material.design().all(Vm.class).map(this::vm));
        return blocks;
    }

    private List<String> host(Host host) {
        Answer<Boolean> any = effective.lmAnyNetwork(host);
        return List.of(host.name(), Shown.value(host.osVersion()),
                host.failoverCluster().find().map(material::name).orElse(Shown.NOTHING),
                any.find().map(value -> (value ? "any available network" : "these IP addresses")
                        + (host.lm().anyNetwork().isUnset() ? " (default)" : "")).orElse(Shown.UNKNOWN),
                Shown.value(host.lm().option(), effective.lmOption(host)),
                Shown.value(host.lm().maxConcurrent(), effective.lmMaxConcurrent(host)));
    }

    private List<String> nic(PhysicalNic nic) {
        String rdma = nic.rdma().enabled().is(true)
                ? nic.rdma().technology().find().map(each -> each.display()).orElse("enabled") : Shown.NOTHING;
        return List.of(material.name(nic.host()), nic.name(),
                nic.model().find().map(material::name).orElse(Shown.value(nic.vendor())), Shown.value(nic.card()),
                Shown.value(nic.linkSpeedMbps(), effective.linkSpeed(nic)),
                Shown.value(nic.jumboPacket(), effective.jumboPacket(nic)), rdma, Shown.value(nic.vlanId()),
                addresses(nic.ip()));
    }

    private List<String> team(Team team) {
        return List.of(material.name(team.owner()), team.name(), team.technology().display(),
                Shown.value(team.teamingMode(), effective.teamingMode(team)),
                Shown.value(team.lbAlgorithm(), effective.lbAlgorithm(team)),
                String.join(", ", team.members().stream().map(this::member).toList()));
    }

    private String member(TeamMember member) {
        return material.shortName(member.nic())
                + member.mode().find().filter(mode -> mode.word().equals("standby")).map(_ -> " (standby)").orElse("");
    }

    private List<String> virtualSwitch(VirtualSwitch each) {
        return List.of(material.name(each.host()), each.name(), Shown.value(each.type(), effective.type(each)),
                each.uplink().find().map(material::shortName).orElse(Shown.value(each.uplink())),
                Shown.value(each.allowManagementOs(), effective.allowManagementOs(each)));
    }

    private List<String> virtualNic(VirtualNic nic) {
        return List.of(material.name(nic.owner()), nic.name(),
                nic.vSwitch().find().map(material::switchName).orElse(Shown.value(nic.vSwitch())), vlan(nic),
                Shown.value(nic.macSpoofing(), effective.macSpoofing(nic)),
                Shown.value(nic.jumboPacket(), effective.jumboPacket(nic)), addresses(nic.ip()));
    }

    private String vlan(VirtualNic nic) {
        return effective.vlanMode(nic).find().map(mode -> switch (mode) {
            case ACCESS -> Shown.value(nic.vlanId());
            case TRUNK -> "trunk " + Shown.value(nic.allowedVlanIds());
            case UNTAGGED -> "untagged";
        }).orElse(Shown.UNKNOWN);
    }

    private List<String> vm(Vm vm) {
        return List.of(vm.name(), material.name(vm.host()),
                Shown.value(vm.clusteredRole(), effective.clusteredRole(vm)),
                vm.possibleOwners().find().filter(hosts -> !hosts.isEmpty()).map(material::names).orElse("all"),
                Shown.value(vm.antiAffinityClasses()));
    }

    static String addresses(IpConfig ip) {
        return ip.addresses().find().filter(list -> !list.isEmpty())
                .map(list -> String.join(", ", list.stream().map(HostTables::address).toList()))
                .orElse(Shown.value(ip.addresses().map(_ -> Shown.NOTHING)));
    }

    private static String address(IpAssignment assignment) {
        return assignment.address() + "/" + assignment.prefixLength();
    }
}
