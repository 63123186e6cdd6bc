package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.IpConfig;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// NLB clusters: their addresses, and the ports at which their nodes are or may turn up.
public final class Balancing {
    private final Topology topology;
    private final Memo<Id, Answer<Optional<NlbDomain>>> domains;
    private final Memo<Id, Answer<List<Host>>> possibleHosts;
    private final Memo<Id, UnicastTeams> unicastTeams;
    private final Memo<Id, NlbCoverage> coverages;
    private final Cell<Map<VlanId, List<Id>>> clustersByVlan;

    Balancing(Topology topology) {
        this.topology = topology;
        domains = new Memo<>(topology.index());
        possibleHosts = new Memo<>(topology.index());
        unicastTeams = new Memo<>(topology.index());
        coverages = new Memo<>(topology.index());
        clustersByVlan = topology.cell(Topology.Fact.CLUSTERS_BY_VLAN, this::sortByVlan, Map::equals);
    }

    void compare(Balancing before, Changes changes) {
        clustersByVlan.compare(before.clustersByVlan, changes);
    }

    void follow(Changes changes) {
        clustersByVlan.follow(changes);
    }

    // Addresses

    /// clusterMac(c): the override, else derived from the primary VIP and the mode; for an IPv6 VIP nobody can derive it.
    public Answer<Mac> clusterMac(NlbCluster cluster) {
        return topology.effective().mode(cluster).then(mode -> clusterMac(cluster, mode));
    }

    /// The cluster MAC as it would be in a mode.
    public Answer<Mac> clusterMac(NlbCluster cluster, NlbMode mode) {
        return topology.effective().macOverride(cluster).then(override -> override.map(Answer::sure)
                .orElseGet(() -> vip4(cluster, "macOverride").map(vip -> NlbAddress.clusterMac(mode, vip))));
    }

    private Answer<Ipv4> vip4(NlbCluster cluster, String otherwise) {
        return topology.effective().primaryVip(cluster).then(vip -> vip instanceof Ipv4 four ? Answer.sure(four)
                : Answer.needs(cluster.id(), otherwise));
    }

    /// igmpGroup(c): only in IGMP multicast mode; the override, else `239.255.y.z`.
    public Answer<Optional<Ipv4>> igmpGroup(NlbCluster cluster) {
        return topology.effective().mode(cluster).then(mode -> {
            if (mode != NlbMode.IGMP_MULTICAST) {
                return Answer.sure(Optional.empty());
            }
            return switch (cluster.igmpGroupOverride()) {
                case Attribute.Known<IpAddress>(Ipv4 group) -> Answer.sure(Optional.of(group));
                case Attribute.Unset<IpAddress> _ -> vip4(cluster, "igmpGroupOverride")
                        .map(vip -> Optional.of(NlbAddress.igmpGroup(vip)));
                default -> Answer.needs(cluster.id(), "igmpGroupOverride");
            };
        });
    }

    /// maskedSource(c, n): the source MAC of a unicast node; empty in the multicast modes and without MaskSourceMac, where
    /// nodes send with their own.
    public Answer<Optional<Mac>> maskedSource(NlbCluster cluster, NlbNode node) {
        return topology.effective().mode(cluster).with(topology.effective().maskSourceMac(cluster),
                (mode, mask) -> mode == NlbMode.UNICAST && mask).then(masked -> {
                    if (!masked) {
                        return Answer.sure(Optional.empty());
                    }
                    return Answer.stated(node.hostPriority(), cluster.id(), "nodes.hostPriority")
                            .then(priority -> priority < 1 || priority > 32
                                    ? Answer.sure(Optional.<Mac>empty())
                                    : vip4(cluster, "primaryVip")
                                            .map(vip -> Optional.of(NlbAddress.maskedSource(vip, priority))));
                });
    }

    /// All virtual addresses of a cluster, the primary one first.
    public Answer<List<IpAddress>> vips(NlbCluster cluster) {
        return topology.effective().primaryVip(cluster).with(topology.effective().additionalVips(cluster),
                (primary, more) -> {
                    List<IpAddress> all = new ArrayList<>(List.of(primary));
                    more.forEach(each -> all.add(each.address()));
                    return List.copyOf(all);
                });
    }

    // Nodes

    /// The adapter NLB is bound to on a node: a virtual NIC, a physical NIC or a team interface.
    public Element adapter(NlbNode node) {
        return topology.element(node.member());
    }

    /// The VM of a node; empty for a physical node.
    public Optional<Vm> vm(NlbNode node) {
        return switch (adapter(node)) {
            case VirtualNic nic -> topology.find(nic.owner(), Vm.class);
            case TeamInterface each -> topology.find(each.team(), Team.class)
                    .flatMap(team -> topology.find(team.owner(), Vm.class));
            default -> Optional.empty();
        };
    }

    /// The virtual NICs through which a node is reached: the adapter itself, or the members of a team in the guest; none
    /// for a physical node.
    public List<VirtualNic> virtualNics(NlbNode node) {
        return switch (adapter(node)) {
            case VirtualNic nic -> List.of(nic);
            case TeamInterface each -> topology.find(each.team(), Team.class).stream()
                    .flatMap(team -> team.members().stream())
                    .flatMap(member -> topology.find(member.nic(), VirtualNic.class).stream()).toList();
            default -> List.of();
        };
    }

    /// The host a node is on now.
    public Optional<Host> host(NlbNode node) {
        return switch (adapter(node)) {
            case VirtualNic nic -> topology.hostOf(nic.owner());
            case PhysicalNic nic -> topology.find(nic.host(), Host.class);
            case TeamInterface each ->
                    topology.find(each.team(), Team.class).flatMap(team -> topology.hostOf(team.owner()));
            default -> Optional.empty();
        };
    }

    /// possibleHosts(vm): for a clustered role the nodes of the failover cluster, only possible owners where such are
    /// named, that have virtual switches of the same names; else the host it is on. That host is always among them.
    public Answer<List<Host>> possibleHosts(Vm vm) {
        return possibleHosts.get(vm.id(), _ -> findPossibleHosts(vm));
    }

    private Answer<List<Host>> findPossibleHosts(Vm vm) {
        Host present = topology.element(vm.host(), Host.class);
        return topology.effective().clusteredRole(vm).then(clustered -> {
            if (!clustered) {
                return Answer.sure(List.of(present));
            }
            return topology.effective().failoverCluster(present).then(cluster -> {
                if (cluster.isEmpty()) {
                    return Answer.sure(List.of(present));
                }
                return topology.effective().possibleOwners(vm).then(owners -> {
                    List<Answer<Optional<Host>>> hosts = new ArrayList<>();
                    for (Host host : topology.hosts(cluster.get().id())) {
                        if (host.id().equals(present.id())) {
                            hosts.add(Answer.sure(Optional.of(host)));
                        } else if (owners.isEmpty() || owners.contains(host.id())) {
                            hosts.add(hasSwitches(vm, host.id())
                                    .map(has -> has ? Optional.of(host) : Optional.<Host>empty()));
                        }
                    }
                    return Answer.all(hosts).map(all -> all.stream().flatMap(Optional::stream).toList());
                });
            });
        });
    }

    /// Whether a host has a virtual switch for every connected adapter of a VM.
    private Answer<Boolean> hasSwitches(Vm vm, Id host) {
        List<Answer<Boolean>> all = new ArrayList<>();
        for (VirtualNic nic : topology.virtualNics(vm.id())) {
            boolean connected = !nic.vSwitch().isUnset() && !nic.vSwitch().is("");
            if (connected) {
                all.add(topology.uplinks().virtualSwitch(nic, host).then(each -> Answer.sure(each.isPresent())));
            }
        }
        return Answer.allOf(all);
    }

    /// The hosts a node may be on: possibleHosts of its VM, or the one host of a physical node.
    public Answer<List<Host>> possibleHosts(NlbNode node) {
        return vm(node).map(this::possibleHosts)
                .orElseGet(() -> Answer.sure(host(node).map(List::of).orElse(List.of())));
    }

    /// The virtual switches over which the nodes of a cluster run or may run: one per node and possible host, each named
    /// once.
    public Answer<List<VirtualSwitch>> virtualSwitches(NlbCluster cluster) {
        return topology.effective().nodes(cluster).then(nodes -> {
            List<Answer<List<VirtualSwitch>>> found = nodes.stream().map(this::virtualSwitches).toList();
            return Answer.all(found).map(all -> all.stream().flatMap(List::stream).distinct().toList());
        });
    }

    /// The virtual switches over which a node runs or may run, host by host; none for a physical node.
    public Answer<List<VirtualSwitch>> virtualSwitches(NlbNode node) {
        List<VirtualNic> nics = virtualNics(node);
        if (nics.isEmpty()) {
            return Answer.sure(List.of());
        }
        return possibleHosts(node).then(hosts -> Answer.all(hosts.stream().flatMap(
                host -> nics.stream().map(nic -> topology.uplinks().virtualSwitch(nic, host.id()))).toList())
                .map(all -> all.stream().flatMap(Optional::stream).distinct().toList()));
    }

    /// The teams under the nodes of a cluster, as unicast mode sees them.
    public UnicastTeams unicastTeams(NlbCluster cluster) {
        return unicastTeams.get(cluster.id(), _ -> UnicastTeams.of(topology, cluster));
    }

    /// The VLAN of a cluster with its switches and ports; empty while no node is cabled.
    public Answer<Optional<NlbDomain>> domain(NlbCluster cluster) {
        return domains.get(cluster.id(), _ -> NlbDomain.of(topology, cluster));
    }

    /// The clusters whose adapters are surely in a VLAN.
    public List<NlbCluster> clustersIn(VlanId vlan) {
        return clustersByVlan.get().getOrDefault(vlan, List.of()).stream()
                .map(id -> topology.element(id, NlbCluster.class)).toList();
    }

    private Map<VlanId, List<Id>> sortByVlan() {
        Map<VlanId, List<Id>> sorted = new HashMap<>();
        for (NlbCluster cluster : topology.all(NlbCluster.class)) {
            vlan(cluster).find().flatMap(found -> found)
                    .ifPresent(vlan -> sorted.computeIfAbsent(vlan, _ -> new ArrayList<>()).add(cluster.id()));
        }
        return sorted;
    }

    /// How far static entries reach the nodes of a cluster.
    public NlbCoverage coverage(NlbCluster cluster) {
        return coverages.get(cluster.id(), _ -> NlbCoverage.of(topology, cluster));
    }

    /// nlbPorts(c): the ports (LAGs where bundled) at which the cluster's nodes are or may turn up.
    public Answer<SortedSet<Id>> nlbPorts(NlbCluster cluster) {
        return topology.effective().nodes(cluster).then(nodes -> Answer.all(nodes.stream().map(this::ports).toList()))
                .map(Balancing::union);
    }

    /// The ports (LAGs where bundled) at which one node is or may turn up.
    public Answer<SortedSet<Id>> ports(NlbNode node) {
        return switch (adapter(node)) {
            case PhysicalNic nic -> Answer.sure(topology.uplinks().hostPorts(List.of(nic)));
            case TeamInterface each when virtualNics(node).isEmpty() ->
                    Answer.sure(topology.uplinks().hostPorts(topology.uplinks().nicsOf(each)));
            case TeamInterface _,VirtualNic _ -> virtualSwitches(node).then(switches -> Answer.all(
                    switches.stream().map(topology.uplinks()::hostPorts).toList()).map(Balancing::union));
            default -> Answer.sure(Collections.emptySortedSet());
        };
    }

    /// The ports (LAGs where bundled) at which one node is now.
    public Answer<SortedSet<Id>> presentPorts(NlbNode node) {
        List<VirtualNic> nics = virtualNics(node);
        return nics.isEmpty() ? ports(node)
                : Answer.all(nics.stream().map(nic -> topology.uplinks().virtualSwitch(nic)
                        .then(each -> each.map(topology.uplinks()::hostPorts)
                                .orElseGet(() -> Answer.sure(Collections.emptySortedSet()))))
                        .toList()).map(Balancing::union);
    }

    /// The IP settings of a node's adapter.
    public IpConfig ip(NlbNode node) {
        return switch (adapter(node)) {
            case VirtualNic nic -> nic.ip();
            case PhysicalNic nic -> nic.ip();
            case TeamInterface each -> each.ip();
            case Element other -> throw new IllegalArgumentException(other.id() + " is no adapter.");
        };
    }

    /// The subnet of the primary VIP.
    public Answer<IpPrefix> subnet(NlbCluster cluster) {
        return topology.effective().primaryVip(cluster).with(topology.effective().prefixLength(cluster),
                (vip, length) -> new IpPrefix(vip, Math.clamp(length, 0, vip.width())));
    }

    /// nlbPorts(c) on one switch or stack.
    public Answer<SortedSet<Id>> nlbPorts(NlbCluster cluster, Id device) {
        Id plane = topology.wiring().controlPlane(device).id();
        return nlbPorts(cluster).map(ports -> {
            SortedSet<Id> here = new TreeSet<>(ports);
            here.removeIf(port -> !Objects.equals(topology.wiring().deviceOf(port), plane));
            return here;
        });
    }

    private static SortedSet<Id> union(List<? extends SortedSet<Id>> sets) {
        SortedSet<Id> all = new TreeSet<>();
        sets.forEach(all::addAll);
        return Collections.unmodifiableSortedSet(all);
    }

    /// The VLANs of a cluster's adapters where they stand now: one, unless NLB006 has something to say.
    public Answer<List<EffectiveVlan>> vlans(NlbCluster cluster) {
        return topology.effective().nodes(cluster).then(nodes -> Answer.all(nodes.stream().map(this::vlan).toList()))
                .map(all -> {
                    SequencedSet<EffectiveVlan> distinct = new LinkedHashSet<>(all);
                    distinct.removeIf(vlan -> vlan.vlans().isEmpty());
                    return List.copyOf(distinct);
                });
    }

    /// The VLAN of a cluster: that of its first node with one; empty while no adapter has any.
    public Answer<Optional<VlanId>> vlan(NlbCluster cluster) {
        return vlans(cluster).map(all -> all.stream().flatMap(each -> each.single().stream()).findFirst());
    }

    /// The VLAN of one node's adapter where it stands now.
    public Answer<EffectiveVlan> vlan(NlbNode node) {
        return switch (adapter(node)) {
            case VirtualNic nic -> topology.vlans().effective(nic);
            case PhysicalNic nic -> topology.vlans().effective(nic);
            case TeamInterface each -> topology.effective().vlanId(each).then(own -> !own.isNone()
                    || virtualNics(node).isEmpty() ? topology.vlans().effective(each)
                            : topology.vlans().effective(virtualNics(node).getFirst()));
            case Element other -> throw new IllegalArgumentException(other.id() + " is no adapter.");
        };
    }
}
