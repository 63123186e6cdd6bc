package io.plumbline.topology;

import io.plumbline.model.AddressSource;
import io.plumbline.model.Affinity;
import io.plumbline.model.Attribute;
import io.plumbline.model.BandwidthMode;
import io.plumbline.model.Bytes;
import io.plumbline.model.ClientZone;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Duplex;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.FilterMode;
import io.plumbline.model.Flag;
import io.plumbline.model.GuestFeature;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Host;
import io.plumbline.model.HostFeature;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpConfig;
import io.plumbline.model.IpInterface;
import io.plumbline.model.L3Interface;
import io.plumbline.model.LacpMode;
import io.plumbline.model.LacpTimer;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.LoadBalancing;
import io.plumbline.model.Mac;
import io.plumbline.model.MacMode;
import io.plumbline.model.MacPoolSource;
import io.plumbline.model.Mbps;
import io.plumbline.model.MediaType;
import io.plumbline.model.MemberMode;
import io.plumbline.model.MigrationAuthentication;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.MigrationSubnet;
import io.plumbline.model.Millis;
import io.plumbline.model.NetworkCategory;
import io.plumbline.model.NetworkRole;
import io.plumbline.model.NicModel;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.PortRule;
import io.plumbline.model.Purpose;
import io.plumbline.model.RdmaTechnology;
import io.plumbline.model.Rss;
import io.plumbline.model.Service;
import io.plumbline.model.SmbConstraint;
import io.plumbline.model.StaticArp;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamMember;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.TeamingMode;
import io.plumbline.model.TrafficClass;
import io.plumbline.model.Transport;
import io.plumbline.model.Trust;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VirtualSwitchType;
import io.plumbline.model.Vlan;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanMode;
import io.plumbline.model.VlanSet;
import io.plumbline.model.Vm;
import io.plumbline.model.VmPriority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Attributes of hosts, adapters, VMs and clusters as they take effect: the stated value, or the documented default of an
/// attribute about which nothing is said, also where that default depends on the Windows version, on the membership in a
/// cluster, on the device model or on the cabling. The switch side is [EffectiveSwitch].
///
/// An attribute that is marked unknown stays unknown; the answer then names it. Where the default itself hangs on an
/// unknown value, the answer names that one.
public final class Effective {
    private final Topology topology;

    Effective(Topology topology) {
        this.topology = topology;
    }

    /// Flags of an element, those of the whole design among them.
    public SortedSet<Flag> flags(Element element) {
        SortedSet<Flag> flags = new TreeSet<>(element.about().flags().orElse(Collections.emptySortedSet()));
        flags.addAll(topology.element(Design.PROJECT).about().flags().orElse(Collections.emptySortedSet()));
        return flags;
    }

    // Failover cluster

    public Answer<List<IpInterface>> ipAddresses(FailoverCluster cluster) {
        return Answer.of(cluster.ipAddresses(), cluster.id(), "ipAddresses", List.of());
    }

    /// The networks left in by the selection, in order; by metric where no selection is stored.
    public Answer<List<Id>> lmNetworks(FailoverCluster cluster) {
        return switch (cluster.lmNetworks()) {
            case Attribute.Unset<List<Id>> _ -> byMetric(topology.networks(cluster.id()));
            case Attribute<List<Id>> stated -> Answer.stated(stated, cluster.id(), "lmNetworks");
        };
    }

    /// Cluster-wide limit of simultaneous migrations; empty: none, each host counts for itself.
    public Answer<Optional<Integer>> maxParallelMigrations(FailoverCluster cluster) {
        if (!cluster.maxParallelMigrations().isUnset()) {
            return Answer.optional(cluster.maxParallelMigrations(), cluster.id(), "maxParallelMigrations");
        }
        return osLevel(cluster).map(level -> level.compareTo(OsVersion.WINDOWS_2022) >= 0
                ? Optional.of(1)
                : Optional.empty());
    }

    /// The functional level: the lowest version among the nodes unless stated.
    public Answer<OsVersion> osLevel(FailoverCluster cluster) {
        if (!cluster.osLevel().isUnset()) {
            return Answer.stated(cluster.osLevel(), cluster.id(), "osLevel");
        }
        List<Answer<OsVersion>> versions = topology.hosts(cluster.id()).stream().map(this::osVersion).toList();
        if (versions.isEmpty()) {
            return Answer.needs(cluster.id(), "osLevel");
        }
        return Answer.all(versions).map(all -> Collections.min(all));
    }

    public Answer<Boolean> setSmbBandwidthLimit(FailoverCluster cluster) {
        return Answer.of(cluster.setSmbBandwidthLimit(), cluster.id(), "setSmbBandwidthLimit", false);
    }

    public Answer<Boolean> enforcedAntiAffinity(FailoverCluster cluster) {
        return Answer.of(cluster.enforcedAntiAffinity(), cluster.id(), "enforcedAntiAffinity", false);
    }

    public Answer<Millis> sameSubnetDelayMs(FailoverCluster cluster) {
        return Answer.of(cluster.sameSubnetDelayMs(), cluster.id(), "sameSubnetDelayMs", new Millis(1000));
    }

    /// 10 from 2016, 5 before; 10 on 2012 R2 with the Hyper-V role.
    public Answer<Integer> sameSubnetThreshold(FailoverCluster cluster) {
        return threshold(cluster, cluster.sameSubnetThreshold(), "sameSubnetThreshold", 10);
    }

    public Answer<Integer> crossSubnetThreshold(FailoverCluster cluster) {
        return threshold(cluster, cluster.crossSubnetThreshold(), "crossSubnetThreshold", 20);
    }

    private Answer<Integer> threshold(FailoverCluster cluster, Attribute<Integer> stated, String name,
            int relaxed) {
        if (!stated.isUnset()) {
            return Answer.stated(stated, cluster.id(), name);
        }
        return osLevel(cluster).then(level -> {
            if (level.compareTo(OsVersion.WINDOWS_2016) >= 0) {
                return Answer.sure(relaxed);
            }
            if (level == OsVersion.WINDOWS_2012) {
                return Answer.sure(5);
            }
            List<Answer<Boolean>> hyperV = topology.hosts(cluster.id()).stream()
                    .map(host -> features(host).map(features -> features.contains(HostFeature.HYPER_V))).toList();
            return Answer.anyOf(hyperV).map(any -> any ? relaxed : 5);
        });
    }

    public Answer<Boolean> cauEnabled(FailoverCluster cluster) {
        return Answer.of(cluster.cauEnabled(), cluster.id(), "cauEnabled", false);
    }

    public Answer<Boolean> drainOnShutdown(FailoverCluster cluster) {
        if (!cluster.drainOnShutdown().isUnset()) {
            return Answer.stated(cluster.drainOnShutdown(), cluster.id(), "drainOnShutdown");
        }
        return osLevel(cluster).map(level -> level.compareTo(OsVersion.WINDOWS_2012_R2) >= 0);
    }

    // Cluster network

    public Answer<NetworkRole> role(ClusterNetwork network) {
        if (!network.role().isUnset()) {
            return Answer.stated(network.role(), network.id(), "role");
        }
        List<Answer<Boolean>> gateways = topology.endpoints().on(network).stream()
                .map(endpoint -> defaultGateway(endpoint.id(), endpoint.ip()).map(Optional::isPresent)).toList();
        return Answer.anyOf(gateways).map(any -> any ? NetworkRole.CLUSTER_AND_CLIENT : NetworkRole.CLUSTER);
    }

    public Answer<SortedSet<Purpose>> purposes(ClusterNetwork network) {
        return Answer.of(network.purposes(), network.id(), "purposes", Collections.emptySortedSet());
    }

    public Answer<String> addressSpaceId(ClusterNetwork network) {
        return Answer.of(network.addressSpaceId(), network.id(), "addressSpaceId", DEFAULT_SPACE);
    }

    public Answer<Boolean> autoMetric(ClusterNetwork network) {
        return Answer.of(network.autoMetric(), network.id(), "autoMetric", true);
    }

    /// The metric that orders networks: the fixed one, or what the cluster computes. For ranking only; the computed
    /// figures follow one article on 2012 R2.
    public Answer<Integer> metric(ClusterNetwork network) {
        if (!network.metric().isUnset()) {
            return Answer.stated(network.metric(), network.id(), "metric");
        }
        List<Endpoint> endpoints = topology.endpoints().on(network);
        if (endpoints.isEmpty()) {
            return role(network).map(role -> startMetric(role));
        }
        Endpoint first = endpoints.getFirst();
        return role(network).then(role -> topology.endpoints().standing(first)
                .with(topology.endpoints().speed(first), (standing, speed) -> startMetric(role)
                        - (standing == Standing.RDMA ? 19200 : standing == Standing.RSS ? 9600 : 0)
                        - 16 * (speed.value() / 1000)));
    }

    private static int startMetric(NetworkRole role) {
        return role == NetworkRole.CLUSTER_AND_CLIENT ? 80000 : 40000;
    }

    private Answer<List<Id>> byMetric(List<ClusterNetwork> networks) {
        List<Answer<Ranked>> ranked = new ArrayList<>();
        for (ClusterNetwork network : networks) {
            ranked.add(metric(network).map(metric -> new Ranked(network.id(), metric)));
        }
        // One network needs no order.
        return ranked.size() == 1
                ? Answer.sure(List.of(networks.getFirst().id()))
                : Answer.all(ranked).map(all -> all.stream().sorted(Comparator.comparing(Ranked::metric))
                        .map(Ranked::network).toList());
    }

    private record Ranked(Id network, int metric) {}

    // Host

    public Answer<OsVersion> osVersion(Host host) {
        return Answer.stated(host.osVersion(), host.id(), "osVersion");
    }

    /// The cluster that the host is a node of; empty for a stand-alone host.
    public Answer<Optional<FailoverCluster>> failoverCluster(Host host) {
        return Answer.optional(host.failoverCluster(), host.id(), "failoverCluster")
                .map(id -> id.flatMap(each -> topology.find(each, FailoverCluster.class)));
    }

    /// The pool out of which the host hands out MACs; cut from an address it once had, so nobody can derive it.
    public Answer<MacPool> macPool(Host host) {
        return Answer.stated(host.macPoolMin(), host.id(), "macPoolMin")
                .with(Answer.stated(host.macPoolMax(), host.id(), "macPoolMax"), MacPool::new);
    }

    public Answer<SortedSet<HostFeature>> features(Host host) {
        return Answer.of(host.features(), host.id(), "features", HYPER_V_ONLY);
    }

    public Answer<MacPoolSource> macPoolSource(Host host) {
        return Answer.of(host.macPoolSource(), host.id(), "macPoolSource", MacPoolSource.HYPER_V);
    }

    /// Whether live migrations are allowed: in a cluster always, else only when switched on.
    public Answer<Boolean> lmEnabled(Host host) {
        return host.lm().enabled().isUnset() ? failoverCluster(host).map(Optional::isPresent)
                : Answer.stated(host.lm().enabled(), host.id(), "lm.enabled");
    }

    /// Whether migrations are accepted on any network: on a cluster node only when switched on. A stand-alone host says
    /// nothing about itself.
    public Answer<Boolean> lmAnyNetwork(Host host) {
        if (!host.lm().anyNetwork().isUnset()) {
            return Answer.stated(host.lm().anyNetwork(), host.id(), "lm.anyNetwork");
        }
        return failoverCluster(host).then(cluster -> cluster.isPresent() ? Answer.sure(false)
                : Answer.needs(host.id(), "lm.anyNetwork"));
    }

    public Answer<List<MigrationSubnet>> lmSubnets(Host host) {
        return Answer.of(host.lm().networks(), host.id(), "lm.networks", List.of());
    }

    public Answer<MigrationOption> lmOption(Host host) {
        if (!host.lm().option().isUnset()) {
            return Answer.stated(host.lm().option(), host.id(), "lm.option");
        }
        return osVersion(host).map(version -> version == OsVersion.WINDOWS_2012 ? MigrationOption.TCPIP
                : MigrationOption.COMPRESSION);
    }

    public Answer<Integer> lmMaxConcurrent(Host host) {
        return Answer.of(host.lm().maxConcurrent(), host.id(), "lm.maxConcurrent", 2);
    }

    public Answer<MigrationAuthentication> lmAuth(Host host) {
        return Answer.of(host.lm().auth(), host.id(), "lm.auth", MigrationAuthentication.CREDSSP);
    }

    public Answer<Boolean> clientMultichannel(Host host) {
        return Answer.of(host.smb().clientMultichannel(), host.id(), "smb.clientMultichannel", true);
    }

    public Answer<Boolean> serverMultichannel(Host host) {
        return Answer.of(host.smb().serverMultichannel(), host.id(), "smb.serverMultichannel", true);
    }

    public Answer<Optional<Long>> lmLimitBytesPerSec(Host host) {
        return Answer.optional(host.smb().lmLimitBytesPerSec(), host.id(), "smb.lmLimitBytesPerSec");
    }

    public Answer<List<SmbConstraint>> smbConstraints(Host host) {
        return Answer.of(host.smb().constraints(), host.id(), "smb.constraints", List.of());
    }

    public Answer<Boolean> firewallSmbIn(Host host) {
        return Answer.of(host.firewall().smbIn(), host.id(), "firewall.smbIn", true);
    }

    public Answer<Boolean> firewallSmbDirectIwarpIn(Host host) {
        return Answer.of(host.firewall().smbDirectIwarpIn(), host.id(), "firewall.smbDirectIwarpIn", true);
    }

    public Answer<List<Integer>> pfcPriorities(Host host) {
        return Answer.of(host.dcb().pfcPriorities(), host.id(), "dcb.pfcPriorities", List.of());
    }

    public Answer<Optional<Integer>> smbPriority(Host host) {
        return Answer.optional(host.dcb().smbPriority(), host.id(), "dcb.smbPriority");
    }

    public Answer<Boolean> dcbWilling(Host host) {
        return Answer.of(host.dcb().willing(), host.id(), "dcb.willing", false);
    }

    public Answer<Trust> trust(Host host) {
        return Answer.of(host.dcb().trust(), host.id(), "dcb.trust", Trust.PCP);
    }

    public Answer<Optional<Integer>> clusterPriority(Host host) {
        return Answer.optional(host.dcb().clusterPriority(), host.id(), "dcb.clusterPriority");
    }

    public Answer<List<TrafficClass>> trafficClasses(Host host) {
        return Answer.of(host.dcb().trafficClasses(), host.id(), "dcb.trafficClasses", List.of());
    }

    // Physical NIC

    public Optional<NicModel> model(PhysicalNic nic) {
        return nic.model().find().flatMap(id -> topology.find(id, NicModel.class));
    }

    public Answer<MediaType> mediaType(PhysicalNic nic) {
        return Answer.of(nic.mediaType(), nic.id(), "mediaType", MediaType.ETHERNET);
    }

    public Answer<Optional<String>> card(PhysicalNic nic) {
        return Answer.optional(nic.card(), nic.id(), "card");
    }

    /// The link speed; else the highest speed of the model.
    public Answer<Mbps> linkSpeed(PhysicalNic nic) {
        if (nic.linkSpeedMbps().isUnset()) {
            Optional<Mbps> best = model(nic).flatMap(model -> model.linkSpeedsMbps().find())
                    .flatMap(speeds -> speeds.stream().max(Comparator.naturalOrder()));
            return best.map(Answer::sure).orElseGet(() -> Answer.needs(nic.id(), "linkSpeedMbps"));
        }
        return Answer.stated(nic.linkSpeedMbps(), nic.id(), "linkSpeedMbps");
    }

    /// Whether the link is up: as stated, else when a cable is plugged in.
    public Answer<Boolean> linkUp(PhysicalNic nic) {
        return Answer.of(nic.linkUp(), nic.id(), "linkUp", topology.wiring().isCabled(nic.id()));
    }

    /// The driver's JumboPacket number.
    public Answer<Bytes> jumboPacket(PhysicalNic nic) {
        if (!nic.jumboPacket().isUnset()) {
            return Answer.stated(nic.jumboPacket(), nic.id(), "jumboPacket");
        }
        return Answer.sure(model(nic).flatMap(model -> model.defaultJumboBytes().find())
                .orElse(FrameSizes.countsPayload(model(nic)) ? new Bytes(1500) : new Bytes(1514)));
    }

    public Answer<VlanId> vlanId(PhysicalNic nic) {
        return Answer.of(nic.vlanId(), nic.id(), "vlanId", VlanId.NONE);
    }

    public Answer<Boolean> rdmaCapable(PhysicalNic nic) {
        return Answer.of(nic.rdma().capable(), nic.id(), "rdma.capable", nic.rdma().enabled().is(true));
    }

    public Answer<Boolean> rdmaEnabled(PhysicalNic nic) {
        return Answer.of(nic.rdma().enabled(), nic.id(), "rdma.enabled", false);
    }

    /// The RDMA technology; else that of the model when it has just one; empty when nobody said.
    public Answer<Optional<RdmaTechnology>> rdmaTechnology(PhysicalNic nic) {
        if (nic.rdma().technology().isUnset()) {
            return Answer.sure(model(nic).flatMap(model -> model.rdmaTechnologies().find())
                    .filter(technologies -> technologies.size() == 1).map(SortedSet::first));
        }
        return Answer.optional(nic.rdma().technology(), nic.id(), "rdma.technology");
    }

    public Answer<Bytes> roceFrameBytes(PhysicalNic nic) {
        return Answer.of(nic.rdma().roceFrameBytes(), nic.id(), "rdma.roceFrameBytes", new Bytes(1024));
    }

    /// Whether the adapter spreads received traffic over two or more queues.
    public Answer<Boolean> rssUsable(PhysicalNic nic) {
        return rssUsable(nic.rss(), nic.id(), true);
    }

    public Answer<Boolean> vmqEnabled(PhysicalNic nic) {
        return Answer.of(nic.vmqEnabled(), nic.id(), "vmqEnabled", true);
    }

    public Answer<Boolean> sriovCapable(PhysicalNic nic) {
        return Answer.of(nic.sriovCapable(), nic.id(), "sriovCapable", false);
    }

    public Answer<Boolean> dcbEnabled(PhysicalNic nic) {
        return Answer.of(nic.dcbEnabled(), nic.id(), "dcbEnabled", false);
    }

    public Answer<SortedSet<Purpose>> purposes(PhysicalNic nic) {
        return Answer.of(nic.purposes(), nic.id(), "purposes", Collections.emptySortedSet());
    }

    private static Answer<Boolean> rssUsable(Rss rss, Id id, boolean standard) {
        return Answer.allOf(List.of(
                Answer.of(rss.capable(), id, "rss.capable", standard),
                Answer.of(rss.enabled(), id, "rss.enabled", standard),
                Answer.of(rss.queues(), id, "rss.queues", 4).then(queues -> Answer.sure(queues >= 2))));
    }

    // Team

    public Answer<TeamingMode> teamingMode(Team team) {
        return Answer.of(team.teamingMode(), team.id(), "teamingMode", TeamingMode.SWITCH_INDEPENDENT);
    }

    public Answer<LoadBalancing> lbAlgorithm(Team team) {
        if (!team.lbAlgorithm().isUnset()) {
            return Answer.stated(team.lbAlgorithm(), team.id(), "lbAlgorithm");
        }
        Optional<Host> host = topology.find(team.owner(), Host.class);
        if (host.isEmpty()) {
            return Answer.sure(LoadBalancing.TRANSPORT_PORTS);
        }
        return osVersion(host.get()).map(version -> team.technology() == TeamTechnology.SET
                ? version.compareTo(OsVersion.WINDOWS_2019) >= 0 ? LoadBalancing.HYPER_V_PORT : LoadBalancing.DYNAMIC
                : version == OsVersion.WINDOWS_2012 ? LoadBalancing.TRANSPORT_PORTS : LoadBalancing.DYNAMIC);
    }

    public Answer<LacpTimer> lacpTimer(Team team) {
        return Answer.of(team.lacpTimer(), team.id(), "lacpTimer", LacpTimer.FAST);
    }

    public Answer<MemberMode> mode(Team team, TeamMember member) {
        return Answer.of(member.mode(), team.id(), "members.mode", MemberMode.ACTIVE);
    }

    public Answer<VlanId> vlanId(TeamInterface each) {
        return Answer.of(each.vlanId(), each.id(), "vlanId", VlanId.NONE);
    }

    public Answer<Boolean> primary(TeamInterface each) {
        return Answer.of(each.primary(), each.id(), "primary", true);
    }

    // Virtual switch

    public Answer<VirtualSwitchType> type(VirtualSwitch each) {
        return Answer.of(each.type(), each.id(), "type", VirtualSwitchType.EXTERNAL);
    }

    public Answer<Boolean> allowManagementOs(VirtualSwitch each) {
        return Answer.of(each.allowManagementOs(), each.id(), "allowManagementOs", true);
    }

    public Answer<Boolean> iovEnabled(VirtualSwitch each) {
        return Answer.of(each.iovEnabled(), each.id(), "iovEnabled", false);
    }

    public Answer<BandwidthMode> minBandwidthMode(VirtualSwitch each) {
        return each.minBandwidthMode().isUnset()
                ? iovEnabled(each).map(iov -> iov ? BandwidthMode.NONE : BandwidthMode.WEIGHT)
                : Answer.stated(each.minBandwidthMode(), each.id(), "minBandwidthMode");
    }

    public Answer<Integer> defaultFlowWeight(VirtualSwitch each) {
        return Answer.of(each.defaultFlowWeight(), each.id(), "defaultFlowWeight", 1);
    }

    public Answer<Boolean> hnvManaged(VirtualSwitch each) {
        return Answer.of(each.hnvManaged(), each.id(), "hnvManaged", false);
    }

    public Answer<Boolean> allowNetLbfoTeams(VirtualSwitch each) {
        return Answer.of(each.allowNetLbfoTeams(), each.id(), "allowNetLbfoTeams", false);
    }

    // Virtual NIC

    public Answer<VlanMode> vlanMode(VirtualNic nic) {
        return Answer.of(nic.vlanMode(), nic.id(), "vlanMode", VlanMode.UNTAGGED);
    }

    /// The VLAN of access mode; "none" where nobody said.
    public Answer<VlanId> vlanId(VirtualNic nic) {
        return Answer.of(nic.vlanId(), nic.id(), "vlanId", VlanId.NONE);
    }

    public Answer<VlanId> nativeVlanId(VirtualNic nic) {
        return Answer.of(nic.nativeVlanId(), nic.id(), "nativeVlanId", VlanId.NONE);
    }

    public Answer<VlanSet> allowedVlanIds(VirtualNic nic) {
        return Answer.of(nic.allowedVlanIds(), nic.id(), "allowedVlanIds", VlanSet.NONE);
    }

    public Answer<MacMode> macMode(VirtualNic nic) {
        return Answer.of(nic.macMode(), nic.id(), "macMode", MacMode.DYNAMIC);
    }

    public Answer<Boolean> macSpoofing(VirtualNic nic) {
        return Answer.of(nic.macSpoofing(), nic.id(), "macSpoofing", false);
    }

    public Answer<Boolean> allowTeaming(VirtualNic nic) {
        return Answer.of(nic.allowTeaming(), nic.id(), "allowTeaming", false);
    }

    public Answer<Integer> iovWeight(VirtualNic nic) {
        return Answer.of(nic.iovWeight(), nic.id(), "iovWeight", 0);
    }

    public Answer<Boolean> iovRequired(VirtualNic nic) {
        return Answer.of(nic.iovRequired(), nic.id(), "iovRequired", false);
    }

    public Answer<Integer> virtualSubnetId(VirtualNic nic) {
        return Answer.of(nic.virtualSubnetId(), nic.id(), "virtualSubnetId", 0);
    }

    public Answer<Bytes> jumboPacket(VirtualNic nic) {
        return Answer.of(nic.jumboPacket(), nic.id(), "jumboPacket", new Bytes(1514));
    }

    /// Whether the adapter itself spreads received traffic: from 2016, never before.
    public Answer<Boolean> rssUsable(VirtualNic nic) {
        return hostOf(nic).map(host -> osVersion(host).then(version -> version.compareTo(OsVersion.WINDOWS_2016) < 0
                ? Answer.sure(false)
                : rssUsable(nic.rss(), nic.id(), true))).orElseGet(() -> rssUsable(nic.rss(), nic.id(), true));
    }

    public Answer<Boolean> rdmaEnabled(VirtualNic nic) {
        return Answer.of(nic.rdmaEnabled(), nic.id(), "rdmaEnabled", false);
    }

    /// The physical NIC that a team mapping ties this adapter to.
    public Answer<Optional<PhysicalNic>> mappedNic(VirtualNic nic) {
        return Answer.optional(nic.mappedNic(), nic.id(), "mappedNic")
                .map(id -> id.flatMap(each -> topology.find(each, PhysicalNic.class)));
    }

    public Answer<Boolean> forwarding(VirtualNic nic) {
        return Answer.of(nic.forwarding(), nic.id(), "forwarding", false);
    }

    public Answer<Boolean> weakHostSend(VirtualNic nic) {
        return Answer.of(nic.weakHostSend(), nic.id(), "weakHostSend", false);
    }

    public Answer<Boolean> weakHostReceive(VirtualNic nic) {
        return Answer.of(nic.weakHostReceive(), nic.id(), "weakHostReceive", false);
    }

    public Answer<Boolean> dhcpGuard(VirtualNic nic) {
        return Answer.of(nic.dhcpGuard(), nic.id(), "dhcpGuard", false);
    }

    public Answer<Boolean> routerGuard(VirtualNic nic) {
        return Answer.of(nic.routerGuard(), nic.id(), "routerGuard", false);
    }

    /// The host on which an adapter works now: its owner, or where its VM runs.
    public Optional<Host> hostOf(VirtualNic nic) {
        return topology.find(nic.owner(), Host.class)
                .or(() -> topology.find(nic.owner(), Vm.class).flatMap(vm -> topology.find(vm.host(), Host.class)));
    }

    // IP settings of an endpoint or of a VM's adapter

    public Answer<List<IpAssignment>> addresses(Id owner, IpConfig ip) {
        return Answer.of(ip.addresses(), owner, "ip.addresses", List.of());
    }

    public Answer<Optional<IpAddress>> defaultGateway(Id owner, IpConfig ip) {
        return Answer.optional(ip.defaultGateway(), owner, "ip.defaultGateway");
    }

    public Answer<AddressSource> source(Id owner, IpAssignment address) {
        return Answer.of(address.source(), owner, "ip.addresses.source", AddressSource.STATIC);
    }

    public Answer<Boolean> msClientBound(Id owner, IpConfig ip) {
        return Answer.of(ip.bindings().msClient(), owner, "ip.bindings.msClient", true);
    }

    public Answer<Boolean> msServerBound(Id owner, IpConfig ip) {
        return Answer.of(ip.bindings().msServer(), owner, "ip.bindings.msServer", true);
    }

    public Answer<NetworkCategory> networkCategory(Id owner, IpConfig ip) {
        return Answer.of(ip.networkCategory(), owner, "ip.networkCategory", NetworkCategory.DOMAIN);
    }

    /// What an endpoint is for: as stated for itself, else as its cluster network.
    public Answer<SortedSet<Purpose>> purposes(Endpoint endpoint) {
        if (!endpoint.ip().purposes().isUnset()) {
            return Answer.stated(endpoint.ip().purposes(), endpoint.id(), "ip.purposes");
        }
        return topology.endpoints().network(endpoint).then(network -> network.map(this::purposes)
                .orElseGet(() -> Answer.sure(Collections.emptySortedSet())));
    }

    // VM

    /// Whether the VM is a clustered role: on a cluster, unless said otherwise.
    public Answer<Boolean> clusteredRole(Vm vm) {
        if (!vm.clusteredRole().isUnset()) {
            return Answer.stated(vm.clusteredRole(), vm.id(), "clusteredRole");
        }
        return topology.find(vm.host(), Host.class).map(host -> failoverCluster(host).map(Optional::isPresent))
                .orElseGet(() -> Answer.sure(Boolean.FALSE));
    }

    /// The hosts the role may run on; an empty list: all.
    public Answer<List<Id>> possibleOwners(Vm vm) {
        return Answer.of(vm.possibleOwners(), vm.id(), "possibleOwners", List.of());
    }

    public Answer<List<String>> antiAffinityClasses(Vm vm) {
        return Answer.of(vm.antiAffinityClasses(), vm.id(), "antiAffinityClasses", List.of());
    }

    public Answer<Optional<String>> tier(Vm vm) {
        return Answer.optional(vm.tier(), vm.id(), "tier");
    }

    public Answer<VmPriority> priority(Vm vm) {
        return Answer.of(vm.priority(), vm.id(), "priority", VmPriority.MEDIUM);
    }

    public Answer<SortedSet<GuestFeature>> guestFeatures(Vm vm) {
        return Answer.of(vm.guestFeatures(), vm.id(), "guestFeatures", Collections.emptySortedSet());
    }

    // NLB

    public Answer<NlbMode> mode(NlbCluster cluster) {
        return Answer.of(cluster.mode(), cluster.id(), "mode", NlbMode.UNICAST);
    }

    public Answer<IpAddress> primaryVip(NlbCluster cluster) {
        return Answer.stated(cluster.primaryVip(), cluster.id(), "primaryVip");
    }

    public Answer<Integer> prefixLength(NlbCluster cluster) {
        return Answer.of(cluster.prefixLength(), cluster.id(), "prefixLength", 24);
    }

    public Answer<List<IpInterface>> additionalVips(NlbCluster cluster) {
        return Answer.of(cluster.additionalVips(), cluster.id(), "additionalVips", List.of());
    }

    public Answer<Optional<Mac>> macOverride(NlbCluster cluster) {
        return Answer.optional(cluster.macOverride(), cluster.id(), "macOverride");
    }

    public Answer<Boolean> maskSourceMac(NlbCluster cluster) {
        return Answer.of(cluster.maskSourceMac(), cluster.id(), "maskSourceMac", true);
    }

    public Answer<Boolean> unicastInterHostComm(NlbCluster cluster) {
        return Answer.of(cluster.unicastInterHostComm(), cluster.id(), "unicastInterHostComm", true);
    }

    public Answer<Boolean> interNodeTraffic(NlbCluster cluster) {
        return Answer.of(cluster.interNodeTraffic(), cluster.id(), "interNodeTraffic", false);
    }

    public Answer<List<NlbNode>> nodes(NlbCluster cluster) {
        return Answer.of(cluster.nodes(), cluster.id(), "nodes", List.of());
    }

    public Answer<NlbMode> configuredMode(NlbCluster cluster, NlbNode node) {
        return node.configuredMode().isUnset() ? mode(cluster)
                : Answer.stated(node.configuredMode(), cluster.id(), "nodes.configuredMode");
    }

    /// The port rules of a node; where nothing is said the one that a new cluster has: every port, which a rule without
    /// any attribute stands for.
    public Answer<List<PortRule>> portRules(NlbCluster cluster, NlbNode node) {
        return Answer.of(node.portRules(), cluster.id(), "nodes.portRules", List.of(PortRule.unset()));
    }

    public Answer<Transport> protocol(NlbCluster cluster, PortRule rule) {
        return Answer.of(rule.protocol(), cluster.id(), "nodes.portRules.protocol", Transport.BOTH);
    }

    public Answer<FilterMode> filterMode(NlbCluster cluster, PortRule rule) {
        return Answer.of(rule.filterMode(), cluster.id(), "nodes.portRules.filterMode", FilterMode.MULTIPLE);
    }

    public Answer<Affinity> affinity(NlbCluster cluster, PortRule rule) {
        return Answer.of(rule.affinity(), cluster.id(), "nodes.portRules.affinity", Affinity.SINGLE);
    }

    public Answer<Integer> startPort(NlbCluster cluster, PortRule rule) {
        return Answer.of(rule.startPort(), cluster.id(), "nodes.portRules.startPort", 0);
    }

    public Answer<Integer> endPort(NlbCluster cluster, PortRule rule) {
        return Answer.of(rule.endPort(), cluster.id(), "nodes.portRules.endPort", LAST_PORT);
    }

    /// The VIP a rule is for; empty for all.
    public Answer<Optional<IpAddress>> vip(NlbCluster cluster, PortRule rule) {
        return Answer.optional(rule.vip(), cluster.id(), "nodes.portRules.vip");
    }

    public Answer<List<Service>> services(NlbCluster cluster) {
        return Answer.of(cluster.services(), cluster.id(), "services", List.of());
    }

    /// Whether clients come from other subnets: as stated, else when a client zone that uses the cluster lies outside the
    /// subnet of its VIP. Without any client zone nobody knows.
    public Answer<Boolean> routedClients(NlbCluster cluster) {
        if (!cluster.routedClients().isUnset()) {
            return Answer.stated(cluster.routedClients(), cluster.id(), "routedClients");
        }
        List<ClientZone> zones = topology.all(ClientZone.class);
        if (zones.isEmpty()) {
            return Answer.needs(cluster.id(), "routedClients");
        }
        return primaryVip(cluster).with(prefixLength(cluster), IpInterfaceOf::new).then(vip -> Answer.anyOf(
                zones.stream().map(zone -> outside(zone, cluster, vip)).toList()));
    }

    private record IpInterfaceOf(IpAddress address, int prefixLength) {}

    private static Answer<Boolean> outside(ClientZone zone, NlbCluster cluster, IpInterfaceOf vip) {
        return Answer.allOf(List.of(
                Answer.of(zone.reaches(), zone.id(), "reaches", List.of())
                        .then(reaches -> Answer.sure(reaches.isEmpty() || reaches.contains(cluster.id()))),
                Answer.stated(zone.subnet(), zone.id(), "subnet").then(subnet -> Answer.sure(
                        vip.prefixLength > vip.address.width() || subnet.prefixLength() < vip.prefixLength
                                || subnet.address().width() != vip.address.width()
                                || !subnet.address().network(vip.prefixLength)
                                        .equals(vip.address.network(vip.prefixLength))))));
    }

    // Load balancer, gateway, VLAN

    public Answer<Boolean> sourceNat(HardwareLoadBalancer balancer) {
        return Answer.of(balancer.sourceNat(), balancer.id(), "sourceNat", false);
    }

    public Answer<Optional<Id>> haPeer(HardwareLoadBalancer balancer) {
        return Answer.optional(balancer.haPeer(), balancer.id(), "haPeer");
    }

    public Answer<List<IpInterface>> addresses(L3Interface gateway) {
        return Answer.of(gateway.addresses(), gateway.id(), "addresses", List.of());
    }

    public Answer<List<StaticArp>> staticArp(L3Interface gateway) {
        return Answer.of(gateway.staticArp(), gateway.id(), "staticArp", List.of());
    }

    public Answer<Boolean> acceptsMulticastArp(L3Interface gateway) {
        return Answer.of(gateway.acceptsMulticastArp(), gateway.id(), "acceptsMulticastArp", false);
    }

    public Answer<Bytes> ipMtu(L3Interface gateway) {
        return Answer.of(gateway.ipMtu(), gateway.id(), "ipMtu", new Bytes(1500));
    }

    public Answer<String> addressSpaceId(L3Interface gateway) {
        return Answer.of(gateway.addressSpaceId(), gateway.id(), "addressSpaceId", DEFAULT_SPACE);
    }

    public Answer<String> addressSpaceId(ClientZone zone) {
        return Answer.of(zone.addressSpaceId(), zone.id(), "addressSpaceId", DEFAULT_SPACE);
    }

    public Answer<VlanId> vlanId(Vlan vlan) {
        return Answer.stated(vlan.vlanId(), vlan.id(), "vlanId");
    }

    public Answer<Boolean> virtualised(Vlan vlan) {
        return Answer.of(vlan.virtualised(), vlan.id(), "virtualised", false);
    }

    // LAG and port settings that stand outside the common configuration

    public Answer<LagProtocol> protocol(Lag lag) {
        return Answer.of(lag.protocol(), lag.id(), "protocol", LagProtocol.LACP);
    }

    public Answer<LacpMode> lacpMode(Lag lag) {
        return Answer.of(lag.lacpMode(), lag.id(), "lacpMode", LacpMode.ACTIVE);
    }

    public Answer<LacpTimer> lacpRate(Lag lag) {
        return Answer.of(lag.lacpRate(), lag.id(), "lacpRate", LacpTimer.SLOW);
    }

    public Answer<Optional<Integer>> mlagId(Lag lag) {
        return Answer.optional(lag.mlagId(), lag.id(), "mlagId");
    }

    public Answer<Boolean> fallback(Lag lag) {
        return Answer.of(lag.fallback(), lag.id(), "fallback", false);
    }

    public Answer<Boolean> adminUp(SwitchPort port) {
        return Answer.of(port.adminUp(), port.id(), "adminUp", true);
    }

    public Answer<Duplex> duplex(SwitchPort port) {
        return Answer.of(port.duplex(), port.id(), "duplex", Duplex.FULL);
    }

    /// The speed of a port; else that of the NIC its cable leads to.
    public Answer<Mbps> speed(SwitchPort port) {
        if (!port.speedMbps().isUnset()) {
            return Answer.stated(port.speedMbps(), port.id(), "speedMbps");
        }
        return topology.wiring().peer(port.id()).filter(PhysicalNic.class::isInstance).map(PhysicalNic.class::cast)
                .map(this::linkSpeed).orElseGet(() -> Answer.needs(port.id(), "speedMbps"));
    }

    static final String DEFAULT_SPACE = "default";

    private static final int LAST_PORT = 65_535;

    private static final SortedSet<HostFeature> HYPER_V_ONLY =
            Collections.unmodifiableSortedSet(new TreeSet<>(EnumSet.of(HostFeature.HYPER_V)));
}
