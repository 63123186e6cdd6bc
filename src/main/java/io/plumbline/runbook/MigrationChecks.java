package io.plumbline.runbook;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.MigrationSubnet;
import io.plumbline.predict.Lane;
import io.plumbline.predict.LiveMigrationPredictor;
import io.plumbline.predict.MigrationForecast;
import io.plumbline.topology.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The cluster's networks and its choice among them, the host's own settings, and then a measured migration in each
/// direction: the cluster and the host can contradict each other, and only the measurement shows who wins.
final class MigrationChecks {

    private static final String TEST_VM = "TEST01";

    private final Material material;

    MigrationChecks(Material material) {
        this.material = material;
    }

    List<Block> checks(List<List<Host>> pairs) {
        List<Block> checks = new ArrayList<>();
        for (FailoverCluster cluster : material.design().all(FailoverCluster.class).toList()) {
            List<Host> nodes = material.topology().hosts(cluster.id());
            if (nodes.size() > 1) {
                addNetworks(checks, cluster);
                checks.add(validation(cluster, nodes));
                nodes.forEach(node -> checks.add(settings(node)));
            }
        }
        for (List<Host> pair : pairs) {
            addMigration(checks, pair.getFirst(), pair.getLast());
            addMigration(checks, pair.getLast(), pair.getFirst());
        }
        return checks;
    }

    private void addNetworks(List<Block> checks, FailoverCluster cluster) {
        List<ClusterNetwork> networks = material.topology().networks(cluster.id());
        if (networks.isEmpty()) {
            return;
        }
        String name = PowerShell.quoted(cluster.name());
        String roles = Names.join(networks.stream().map(this::described).toList());
        checks.add(new Block.Check("Networks of " + cluster.name(), "one node of " + cluster.name(),
                new Block.Listing("powershell",
                        "Get-ClusterNetwork -Cluster " + name + " | " + PowerShell.table("Name", "Role", "Address",
                                "AddressMask", "Metric", "AutoMetric", "State")
                        // A table would cut the ids off.
                                + "\nGet-ClusterNetwork -Cluster " + name + " | " + PowerShell.list("Name", "Id")
                                + "\nGet-ClusterResourceType -Cluster " + name + " -Name 'Virtual Machine' | "
                                + "Get-ClusterParameter -Name 'MigrationExcludeNetworks','MigrationNetworkOrder' | "
                                + PowerShell.list("Name", "Value")),
                "Exactly these networks, each Up: " + roles + ". " + selection(cluster, networks)));
    }

    private String described(ClusterNetwork network) {
        return network.name() + " (role " + material.effective().role(network).map(role -> role.word())
                .orElse(Shown.UNKNOWN)
                + network.prefix().find().map(IpPrefix::toString).map(prefix -> ", " + prefix).orElse("") + ")";
    }

    /// The cluster stores ids, people know names: the runbook says names, the second command shows the ids to them.
    private String selection(FailoverCluster cluster, List<ClusterNetwork> networks) {
        return cluster.lmNetworks().find().filter(chosen -> !chosen.isEmpty()).map(chosen -> {
            String others = networks.stream().filter(network -> !chosen.contains(network.id()))
                    .map(ClusterNetwork::name).collect(Collectors.joining(", "));
            return "MigrationNetworkOrder holds the ids of "
                    + chosen.stream().map(material::shortName).collect(Collectors.joining(", "))
                    + (chosen.size() > 1 ? " in this order" : "") + "; MigrationExcludeNetworks holds "
                    + (others.isEmpty() ? "nothing." : "those of " + others + ".");
        }).orElse("The design does not say which of them live migration may use.");
    }

    private static Block.Check validation(FailoverCluster cluster, List<Host> nodes) {
        return new Block.Check("Cluster validation of " + cluster.name() + ", network part",
                "one node of " + cluster.name(),
                new Block.Listing("powershell", "Test-Cluster -Node "
                        + PowerShell.quoted(nodes.stream().map(Host::name).toList()) + " -Include 'Network'"),
                "The report has no error; each of its warnings stands among the accepted risks.");
    }

    private Block.Check settings(Host host) {
        String any = material.effective().lmAnyNetwork(host).map(each -> each ? "True" : "False")
                .orElse(Shown.UNKNOWN);
        String option = material.effective().lmOption(host).map(MigrationChecks::word).orElse(Shown.UNKNOWN);
        String most = material.effective().lmMaxConcurrent(host).map(Object::toString).orElse(Shown.UNKNOWN);
        String subnets = host.lm().networks().orElse(List.of()).stream().map(MigrationSubnet::prefix)
                .map(prefix -> prefix.find().map(IpPrefix::toString).orElse(Shown.UNKNOWN))
                .collect(Collectors.joining(", "));
        return new Block.Check("Live migration settings of " + material.name(host.id()), material.name(host.id()),
                new Block.Listing("powershell",
                        "Get-VMHost | " + PowerShell.list("UseAnyNetworkForMigration",
                                "VirtualMachineMigrationPerformanceOption", "MaximumVirtualMachineMigrations")
                                + "\nGet-VMMigrationNetwork | " + PowerShell.table("Subnet", "Priority")),
                "UseAnyNetworkForMigration " + any + "; VirtualMachineMigrationPerformanceOption " + option
                        + "; MaximumVirtualMachineMigrations " + most
                        + (subnets.isEmpty() ? "." : "; exactly these subnets: " + subnets + "."));
    }

    /// As Set-VMHost writes it.
    private static String word(MigrationOption option) {
        return switch (option) {
            case TCPIP -> "TCPIP";
            case COMPRESSION -> "Compression";
            case SMB -> "SMB";
        };
    }

    private void addMigration(List<Block> checks, Host source, Host target) {
        LiveMigrationPredictor.predict(material.topology(), source, target).find()
                .filter(forecast -> !forecast.fails())
                .ifPresent(forecast -> checks.add(migration(source, target, forecast)));
    }

    private Block.Check migration(Host source, Host target, MigrationForecast forecast) {
        String carriers = Names.join(forecast.carriers().stream().map(Lane::name).distinct().toList());
        String vm = PowerShell.quoted(TEST_VM);
        String cluster = source.failoverCluster().find().map(this::clusterParameter).orElse("");
        List<String> commands = new ArrayList<>(List.of("# in a second window, before the move:",
                "Get-Counter -Counter '\\Network Interface(*)\\Bytes Sent/sec' -SampleInterval 1 -MaxSamples 30",
                "# then in the first one:",
                "Move-ClusterVirtualMachineRole" + cluster + " -Name " + vm + " -Node "
                        + PowerShell.quoted(target.name()) + " -MigrationType 'Live'"));
        boolean smb = forecast.option() == MigrationOption.SMB;
        if (smb) {
            commands.add("Get-SmbMultichannelConnection | " + PowerShell.table("ClientInterfaceFriendlyName",
                    "ClientIpAddress", "ServerIpAddress", "ClientRdmaCapable", "CurrentChannels"));
        }
        commands.add("Get-ClusterGroup" + cluster + " -Name " + vm + " | " + PowerShell.list("OwnerNode", "State"));
        return new Block.Check(
                material.name(source.id()) + " to " + material.name(target.id()) + ": migrate a test VM",
                material.name(source.id()), new Block.Listing("powershell", String.join("\n", commands)),
                TEST_VM + " stands for your test VM. While it moves, " + carriers
                        + (forecast.carrying().size() == 1 ? " carries" : " carry")
                        + " the traffic and nothing else does"
                        + (smb ? "; the SMB connections have addresses of no other network" : "")
                        + ". Then OwnerNode is "
                        + material.name(target.id()) + " and State is Online. "
                        + String.join(" ", forecast.sentences()));
    }

    private String clusterParameter(Id cluster) {
        return " -Cluster " + PowerShell.quoted(material.shortName(cluster));
    }
}
