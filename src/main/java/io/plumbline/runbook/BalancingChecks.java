package io.plumbline.runbook;

import io.plumbline.model.IpAddress;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Each NLB cluster from inside: its MAC, its mode, and that every node converged; before that, for unicast, that the
/// virtual switch lets its nodes send from the cluster's MAC.
final class BalancingChecks {

    private final Material material;

    BalancingChecks(Material material) {
        this.material = material;
    }

    List<Block> checks() {
        List<Block> checks = new ArrayList<>();
        material.design().all(NlbCluster.class).forEach(cluster -> {
            if (material.effective().mode(cluster).is(NlbMode.UNICAST)) {
                cluster.nodes().orElse(List.of()).forEach(node -> spoofing(node).ifPresent(checks::add));
            }
            cluster.primaryVip().find().ifPresent(vip -> checks.add(cluster(cluster, vip)));
        });
        return checks;
    }

    private Optional<Block.Check> spoofing(NlbNode node) {
        return material.design().find(node.member()).filter(VirtualNic.class::isInstance).map(VirtualNic.class::cast)
                .flatMap(nic -> material.design().find(nic.owner()).filter(Vm.class::isInstance).map(Vm.class::cast)
                        .map(vm -> spoofing(vm, nic)));
    }

    private Block.Check spoofing(Vm vm, VirtualNic nic) {
        return new Block.Check("MAC address spoofing of " + material.name(nic.id()),
                "the host that owns " + vm.name() + ", " + material.name(vm.host()) + " in the design",
                new Block.Listing("powershell",
                        "Get-VMNetworkAdapter -VMName " + PowerShell.quoted(vm.name()) + " -Name "
                                + PowerShell.quoted(nic.name()) + " | "
                                + PowerShell.table("VMName", "Name", "MacAddressSpoofing", "MacAddress")),
                "MacAddressSpoofing is On"
                        + (material.effective().macSpoofing(nic).is(false) ? ", although the design says off" : "")
                        + ": a unicast node sends from a MAC address that is not its own.");
    }

    private Block.Check cluster(NlbCluster cluster, IpAddress vip) {
        Optional<Mac> mac = material.topology().balancing().clusterMac(cluster).find();
        boolean multicast = material.effective().mode(cluster).surely(mode -> mode != NlbMode.UNICAST);
        String gateways = material.design().all(L3Interface.class)
                .filter(each -> each.staticArp().orElse(List.of()).stream().anyMatch(arp -> arp.ip().equals(vip)))
                .map(each -> material.name(each.id())).collect(Collectors.joining(", "));
        String mode = material.effective().mode(cluster).map(NlbMode::display).orElse(Shown.UNKNOWN);
        return new Block.Check("NLB cluster " + cluster.name(), "a node of " + cluster.name(),
                new Block.Listing("powershell",
                        "nlb.exe ip2mac " + vip + "\nGet-NlbCluster\nGet-NlbClusterNode"),
                mac.map(each -> "ip2mac prints " + each.toWindows()
                        + (multicast && !gateways.isEmpty() ? ", as does the static ARP entry of " + gateways : "")
                        + ". ").orElse("")
                        + "The mode is " + mode + ". Every node is Converged, one of them Converged(default); none is "
                        + "Misconfigured.");
    }
}
