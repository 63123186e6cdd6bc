package io.plumbline.runbook;

import io.plumbline.model.Host;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.predict.Lane;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MigrationForecast;
import io.plumbline.predict.MtuForecast;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Endpoint;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What to check on the finished network, in the order in which a fault would show: adapters, ping sizes, live
/// migration, NLB. Every expected value is computed from the design.
final class CheckSection {

    private final Material material;

    CheckSection(Material material) {
        this.material = material;
    }

    Block.Section section(List<MigrationPairs.Way> ways, List<List<Host>> pairs) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph("Carry the checks out in this order: a check relies on those before it."));
        add(blocks, "Adapters", adapters());
        add(blocks, "Ping with don't fragment, every pair, both directions", pings(ways));
        add(blocks, "Live migration", migrations(pairs));
        add(blocks, "Network Load Balancing", balancing());
        return new Block.Section("Checks", blocks);
    }

    private static void add(List<Block> blocks, String title, List<Block> checks) {
        if (!checks.isEmpty()) {
            blocks.add(new Block.Section(title, checks));
        }
    }

    private List<Block> adapters() {
        return material.design().all(Host.class).filter(host -> !material.topology().nics(host.id()).isEmpty())
                .<Block>map(host -> {
                    List<PhysicalNic> nics = material.topology().nics(host.id());
                    String names = nics.stream().map(nic -> PowerShell.quoted(nic.name()))
                            .collect(Collectors.joining(","));
                    String expected = nics.stream().map(nic -> nic.name() + " "
                            + material.effective().jumboPacket(nic).find().map(Object::toString).orElse(Shown.UNKNOWN))
                            .collect(Collectors.joining(", "));
                    return new Block.Check("JumboPacket and link speed of " + material.name(host.id()),
                            material.name(host.id()),
                            new Block.Listing("powershell",
                                    "Get-NetAdapterAdvancedProperty -Name " + names
                                            + " -RegistryKeyword '*JumboPacket' | Format-Table Name, RegistryValue\n"
                                            + "Get-NetAdapter -Name " + names
                                            + " | Format-Table Name, LinkSpeed, Status"),
                            "JumboPacket: " + expected + "; every adapter up.");
                }).toList();
    }

    private List<Block> pings(List<MigrationPairs.Way> ways) {
        // All targets of one sending endpoint are one check, so that a person logs on to each host once.
        Map<Endpoint, List<MigrationPairs.Way>> bySender = ways.stream()
                .collect(Collectors.groupingBy(MigrationPairs.Way::from, LinkedHashMap::new, Collectors.toList()));
        List<Block> checks = new ArrayList<>();
        bySender.forEach((from, all) -> {
            List<String> commands = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (MigrationPairs.Way way : all) {
                Optional<MtuForecast> forecast = way.forecast().find().flatMap(each -> each);
                Optional<IpAddress> address = address(way.to());
                if (forecast.isPresent() && address.isPresent()) {
                    int payload = forecast.get().largestPayload();
                    commands.add("ping -f -l " + payload + " " + address.get());
                    commands.add("ping -f -l " + forecast.get().firstFailingPayload() + " " + address.get());
                    expected.add(payload + " bytes to " + address.get() + " answer, "
                            + forecast.get().firstFailingPayload() + " do not (" + forecast.get().reply() + ")");
                }
            }
            if (!commands.isEmpty()) {
                checks.add(new Block.Check(
                        "From " + material.name(from.id()) + " on " + all.getFirst().network().name(),
                        material.name(from.host()), new Block.Listing("powershell", String.join("\n", commands)),
                        String.join("; ", expected) + "."));
            }
        });
        return checks;
    }

    private static Optional<IpAddress> address(Endpoint endpoint) {
        return endpoint.ip().addresses().orElse(List.of()).stream().map(IpAssignment::address).findFirst();
    }

    private List<Block> migrations(List<List<Host>> pairs) {
        List<Block> checks = new ArrayList<>();
        for (List<Host> pair : pairs) {
            addMigration(checks, pair.getFirst(), pair.getLast());
            addMigration(checks, pair.getLast(), pair.getFirst());
        }
        return checks;
    }

    private void addMigration(List<Block> checks, Host source, Host target) {
        Answer<MigrationForecast> answer = LiveMigrationPredictor.predict(material.topology(), source, target);
        Optional<MigrationForecast> found = answer.find().filter(forecast -> !forecast.fails());
        if (found.isEmpty()) {
            return;
        }
        MigrationForecast forecast = found.get();
        String carriers = Names.join(forecast.carriers().stream().map(Lane::name).distinct().toList());
        String commands =
                "Get-VMHost | Format-Table UseAnyNetworkForMigration, VirtualMachineMigrationPerformanceOption";
        if (forecast.option() == MigrationOption.SMB) {
            commands += "\nGet-SmbMultichannelConnection -ServerName " + PowerShell.quoted(target.name())
                    + " | Format-Table ClientInterfaceIndex, ClientRdmaCapable, CurrentChannels";
        }
        checks.add(new Block.Check(
                material.name(source.id()) + " to " + material.name(target.id()) + ": migrate a test VM",
                material.name(source.id()), new Block.Listing("powershell", commands),
                "While the VM moves, " + carriers + (forecast.carriers().size() == 1 ? " carries" : " carry")
                        + " the traffic and nothing else does. " + String.join(" ", forecast.sentences())));
    }

    private List<Block> balancing() {
        return material.design().all(NlbCluster.class).map(this::cluster).flatMap(Optional::stream)
                .map(Block.class::cast)
                .toList();
    }

    private Optional<Block.Check> cluster(NlbCluster cluster) {
        Optional<IpAddress> vip = cluster.primaryVip().find();
        if (vip.isEmpty()) {
            return Optional.empty();
        }
        Optional<Mac> mac = material.topology().balancing().clusterMac(cluster).find();
        boolean multicast = material.effective().mode(cluster).surely(mode -> mode != NlbMode.UNICAST);
        String gateways = material.design().all(L3Interface.class)
                .filter(each -> each.staticArp().orElse(List.of()).stream().anyMatch(arp -> arp.ip().equals(vip.get())))
                .map(each -> material.name(each.id())).collect(Collectors.joining(", "));
        String expected = "The nodes are converged" + mac.map(each -> "; ip2mac prints " + each.toWindows()
                + (multicast && !gateways.isEmpty() ? ", as does the static ARP entry of " + gateways : "")).orElse("")
                + ".";
        return Optional.of(new Block.Check("NLB cluster " + cluster.name(), "a node of " + cluster.name(),
                new Block.Listing("powershell",
                        "nlb.exe ip2mac " + vip.get()
                                + "\nGet-NlbClusterNode | Format-Table Name, State, HostPriority\n"
                                + "Get-NlbCluster | Format-Table Name, IPAddress, OperationMode"),
                expected));
    }
}
