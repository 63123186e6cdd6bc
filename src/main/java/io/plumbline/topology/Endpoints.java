package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mbps;
import io.plumbline.model.OsVersion;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.RdmaTechnology;
import io.plumbline.model.Team;
import io.plumbline.model.TeamInterface;
import io.plumbline.model.TeamTechnology;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The endpoints of hosts: which there are, on which network, over which NICs, how fast, and what SMB sees in them.
public final class Endpoints {
    private final Topology topology;
    private final Memo<Id, List<Endpoint>> byHost;
    private final Memo<Id, Answer<Optional<ClusterNetwork>>> networks;
    private final Memo<Id, Map<Id, List<Endpoint>>> byNetwork;
    private final Memo<Id, Answer<List<PhysicalNic>>> nics;
    private final Memo<Id, List<List<Host>>> alike;

    Endpoints(Topology topology) {
        this.topology = topology;
        byHost = new Memo<>(topology.index());
        networks = new Memo<>(topology.index());
        byNetwork = new Memo<>(topology.index());
        nics = new Memo<>(topology.index());
        alike = new Memo<>(topology.index());
    }

    /// The endpoints of a host: free NICs, team interfaces without a virtual switch, and management-OS adapters.
    public List<Endpoint> of(Id host) {
        return byHost.get(host, this::findOn);
    }

    private List<Endpoint> findOn(Id host) {
        List<Endpoint> endpoints = new ArrayList<>();
        for (PhysicalNic nic : topology.nics(host)) {
            if (!topology.uplinks().isBound(nic)) {
                endpoints.add(new Endpoint(nic, host));
            }
        }
        for (Team team : topology.teams(host)) {
            if (team.technology() == TeamTechnology.LBFO) {
                for (TeamInterface each : topology.interfaces(team.id())) {
                    if (topology.virtualSwitchesOn(each.id()).isEmpty()) {
                        endpoints.add(new Endpoint(each, host));
                    }
                }
            }
        }
        for (VirtualNic nic : topology.virtualNics(host)) {
            endpoints.add(new Endpoint(nic, host));
        }
        return endpoints;
    }

    /// The endpoint that is this NIC, team interface or virtual NIC; empty when it is bound to something or in a VM.
    public Optional<Endpoint> find(Id id) {
        Optional<Id> host = switch (topology.find(id).orElse(null)) {
            case PhysicalNic nic -> Optional.of(nic.host());
            case TeamInterface each -> topology.find(each.team(), Team.class).map(Team::owner);
            case VirtualNic nic -> Optional.of(nic.owner());
            case null, default -> Optional.empty();
        };
        return host.filter(each -> topology.find(each, Host.class).isPresent())
                .flatMap(each -> of(each).stream().filter(endpoint -> endpoint.id().equals(id)).findFirst());
    }

    // Networks

    /// The cluster network an endpoint is on; empty when none fits.
    public Answer<Optional<ClusterNetwork>> network(Endpoint endpoint) {
        return networks.get(endpoint.id(), _ -> findNetwork(endpoint));
    }

    private Answer<Optional<ClusterNetwork>> findNetwork(Endpoint endpoint) {
        List<ClusterNetwork> networks = topology.find(endpoint.host(), Host.class)
                .flatMap(host -> host.failoverCluster().find()).map(topology::networks).orElse(List.of());
        if (networks.isEmpty()) {
            return Answer.sure(Optional.empty());
        }
        return topology.effective().addresses(endpoint.id(), endpoint.ip()).then(addresses -> {
            List<Missing> needs = new ArrayList<>();
            for (ClusterNetwork network : networks) {
                switch (network.prefix()) {
                    case Attribute.Known<IpPrefix>(IpPrefix prefix) -> {
                        if (addresses.stream().anyMatch(each -> prefix.contains(each.address()))) {
                            return Answer.sure(Optional.of(network));
                        }
                    }
                    case Attribute.Unset<IpPrefix> _ -> {
                        if (sameVlan(network, endpoint)) {
                            return Answer.sure(Optional.of(network));
                        }
                    }
                    case Attribute.Unknown<IpPrefix> _ -> needs.add(new Missing(network.id(), "prefix"));
                }
            }
            return addresses.isEmpty() || needs.isEmpty() ? Answer.sure(Optional.empty()) : Answer.needs(needs);
        });
    }

    /// A network without a subnet is told by its VLAN.
    private boolean sameVlan(ClusterNetwork network, Endpoint endpoint) {
        return network.vlan().find().flatMap(vlan -> topology.vlans().idOf(vlan).find())
                .map(vlan -> topology.vlans().effective(endpoint)
                        .surely(each -> each.single().filter(vlan::equals).isPresent()))
                .orElse(false);
    }

    /// The network of an endpoint, or its subnet where no cluster network is drawn; empty without an address.
    public Answer<Optional<Segment>> segment(Endpoint endpoint) {
        return network(endpoint).then(network -> network.isPresent()
                ? Answer.sure(Optional.of(new Segment(network, network.get().prefix().find())))
                : topology.effective().addresses(endpoint.id(), endpoint.ip())
                        .map(addresses -> subnet(addresses)
                                .map(prefix -> new Segment(Optional.empty(), Optional.of(prefix)))));
    }

    /// IPv4 before IPv6, link-local last and never alone.
    private static Optional<IpPrefix> subnet(List<IpAssignment> addresses) {
        Optional<IpAssignment> best = addresses.stream().filter(each -> !each.address().isLinkLocal())
                .filter(each -> each.address() instanceof Ipv4).findFirst()
                .or(() -> addresses.stream().filter(each -> !each.address().isLinkLocal()).findFirst());
        return best.filter(each -> each.prefixLength() >= 0 && each.prefixLength() <= each.address().width())
                .map(each -> new IpPrefix(each.address(), each.prefixLength()));
    }

    /// The endpoints on a cluster network, by host and id.
    public List<Endpoint> on(ClusterNetwork network) {
        List<FailoverCluster> clusters = topology.clustersOf(network);
        if (clusters.size() == 1) {
            return onNetworksOf(clusters.getFirst()).getOrDefault(network.id(), List.of());
        }
        return clusters.stream()
                .flatMap(cluster -> onNetworksOf(cluster).getOrDefault(network.id(), List.of()).stream()).toList();
    }

    public List<Endpoint> on(ClusterNetwork network, Id host) {
        return on(network).stream().filter(endpoint -> endpoint.host().equals(host)).toList();
    }

    private Map<Id, List<Endpoint>> onNetworksOf(FailoverCluster cluster) {
        return byNetwork.get(cluster.id(), this::sortByNetwork);
    }

    private Map<Id, List<Endpoint>> sortByNetwork(Id cluster) {
        Map<Id, List<Endpoint>> sorted = new LinkedHashMap<>();
        for (Host host : topology.hosts(cluster)) {
            for (Endpoint endpoint : of(host.id())) {
                network(endpoint).find().flatMap(network -> network).ifPresent(
                        network -> sorted.computeIfAbsent(network.id(), _ -> new ArrayList<>()).add(endpoint));
            }
        }
        sorted.replaceAll((_, endpoints) -> List.copyOf(endpoints));
        return sorted;
    }

    /// The nodes of a cluster, sorted into groups that are alike in everything a live migration hangs on. A large cluster
    /// of equal nodes needs one prediction and not one for every pair.
    public List<List<Host>> alike(FailoverCluster cluster) {
        return alike.get(cluster.id(), id -> {
            Map<List<Object>, List<Host>> groups = new LinkedHashMap<>();
            topology.hosts(id).forEach(
                    host -> groups.computeIfAbsent(likeness(host), _ -> new ArrayList<>()).add(host));
            return groups.values().stream().map(List::copyOf).toList();
        });
    }

    private List<Object> likeness(Host host) {
        Effective effective = topology.effective();
        List<Object> likeness = new ArrayList<>(List.of(effective.lmOption(host), effective.lmAnyNetwork(host),
                effective.clientMultichannel(host), effective.serverMultichannel(host), host.osVersion(),
                host.smb().constraints()));
        for (Endpoint endpoint : of(host.id())) {
            likeness.add(endpoint.element().kind());
            likeness.add(segment(endpoint).map(segment -> segment.map(Segment::key)));
            likeness.add(linkUp(endpoint));
            likeness.add(effective.msClientBound(endpoint.id(), endpoint.ip()));
            likeness.add(effective.msServerBound(endpoint.id(), endpoint.ip()));
            likeness.add(rdmaUsable(endpoint));
            likeness.add(technology(endpoint));
            likeness.add(rssUsable(endpoint));
            likeness.add(speed(endpoint));
        }
        return likeness;
    }

    /// usable(c, h): the endpoints of a network on a host whose link is up.
    public Answer<List<Endpoint>> usable(ClusterNetwork network, Id host) {
        return up(on(network, host));
    }

    /// Those of these endpoints whose link is up.
    public Answer<List<Endpoint>> up(List<Endpoint> endpoints) {
        List<Answer<Optional<Endpoint>>> up = endpoints.stream()
                .map(endpoint -> linkUp(endpoint).map(is -> is ? Optional.of(endpoint) : Optional.<Endpoint>empty()))
                .toList();
        return Answer.all(up).map(each -> each.stream().flatMap(Optional::stream).toList());
    }

    /// The endpoints that work over a team: its interfaces, or the management-OS adapters of a virtual switch on it.
    public List<Endpoint> over(Team team) {
        return of(team.owner()).stream().filter(endpoint -> switch (endpoint.element()) {
            case TeamInterface each -> each.team().equals(team.id());
            case VirtualNic nic -> topology.uplinks().virtualSwitch(nic)
                    .then(each -> each.map(topology.uplinks()::team).orElseGet(() -> Answer.sure(Optional.empty())))
                    .surely(under -> under.filter(found -> found.id().equals(team.id())).isPresent());
            default -> false;
        }).toList();
    }

    // NICs under an endpoint

    /// pnics(e): the physical NICs an endpoint works over; with a team mapping only the mapped one.
    public Answer<List<PhysicalNic>> nics(Endpoint endpoint) {
        return nics.get(endpoint.id(), _ -> findNics(endpoint));
    }

    private Answer<List<PhysicalNic>> findNics(Endpoint endpoint) {
        return switch (endpoint.element()) {
            case PhysicalNic nic -> Answer.sure(List.of(nic));
            case TeamInterface each -> Answer.sure(topology.uplinks().nicsOf(each));
            case VirtualNic nic -> nics(nic);
            case Element other -> throw new IllegalArgumentException(other.id() + " is no endpoint.");
        };
    }

    /// The physical NICs under a virtual NIC where it stands now.
    public Answer<List<PhysicalNic>> nics(VirtualNic nic) {
        return topology.effective().mappedNic(nic).then(mapped -> mapped.isPresent()
                ? Answer.sure(List.of(mapped.get()))
                : topology.uplinks().virtualSwitch(nic).then(each -> each.map(topology.uplinks()::nics)
                        .orElseGet(() -> Answer.sure(List.of()))));
    }

    /// The physical NICs that carry an endpoint while all is well: without the standby members of its team.
    public Answer<List<PhysicalNic>> activeNics(Endpoint endpoint) {
        return switch (endpoint.element()) {
            case TeamInterface each -> topology.uplinks().teamOf(each).map(topology.uplinks()::activeNics)
                    .orElseGet(() -> Answer.sure(List.of()));
            case VirtualNic nic -> topology.effective().mappedNic(nic).then(mapped -> mapped.isPresent()
                    ? Answer.sure(List.of(mapped.get()))
                    : topology.uplinks().virtualSwitch(nic).then(this::activeNics));
            default -> nics(endpoint);
        };
    }

    private Answer<List<PhysicalNic>> activeNics(Optional<VirtualSwitch> each) {
        if (each.isEmpty()) {
            return Answer.sure(List.of());
        }
        return topology.uplinks().team(each.get()).then(team -> team.isPresent()
                ? topology.uplinks().activeNics(team.get())
                : topology.uplinks().nics(each.get()));
    }

    /// The NICs that may carry an endpoint after a failure: all of its team, also where it is mapped to one.
    public Answer<List<PhysicalNic>> spareNics(Endpoint endpoint) {
        return endpoint.element() instanceof VirtualNic nic
                ? topology.uplinks().virtualSwitch(nic).then(each -> each.map(topology.uplinks()::nics)
                        .orElseGet(() -> Answer.sure(List.of())))
                : nics(endpoint);
    }

    /// Whether any NIC under an endpoint has a link.
    public Answer<Boolean> linkUp(Endpoint endpoint) {
        return nics(endpoint).then(nics -> Answer.anyOf(nics.stream().map(topology.effective()::linkUp).toList()));
    }

    /// speed(e): the link speed of the NIC; of a team interface the sum of its active members; of a management-OS adapter
    /// the mapped NIC, else the sum of the active uplinks.
    public Answer<Mbps> speed(Endpoint endpoint) {
        return activeNics(endpoint).then(nics -> nics.isEmpty() ? needsNics(endpoint)
                : Answer.all(nics.stream().map(topology.effective()::linkSpeed).toList())
                        .map(speeds -> new Mbps(Math.min(Mbps.MOST, speeds.stream().mapToInt(Mbps::value).sum()))));
    }

    /// What an endpoint without any NIC under it lacks.
    <T> Answer<T> needsNics(Endpoint endpoint) {
        return switch (endpoint.element()) {
            case TeamInterface each -> Answer.needs(each.team(), "members");
            case VirtualNic nic when topology.uplinks().virtualSwitch(nic).surely(Optional::isPresent) ->
                    Answer.needs(topology.uplinks().virtualSwitch(nic).find().orElseThrow().orElseThrow().id(),
                            "uplink");
            default -> Answer.needs(endpoint.id(), "vSwitch");
        };
    }

    // Class, equality, scope

    /// What SMB sees in an endpoint, whatever its peer is.
    public Answer<Standing> standing(Endpoint endpoint) {
        return rdmaUsable(endpoint).then(rdma -> rdma ? Answer.sure(Standing.RDMA)
                : rssUsable(endpoint).map(rss -> rss ? Standing.RSS : Standing.PLAIN));
    }

    /// class(e) towards a peer: RDMA only where both speak the same technology.
    public Answer<Standing> standing(Endpoint endpoint, Endpoint peer) {
        return Answer.allOf(List.of(rdmaUsable(endpoint), sameTechnology(endpoint, peer)))
                .then(rdma -> rdma ? Answer.sure(Standing.RDMA)
                        : rssUsable(endpoint).map(rss -> rss ? Standing.RSS : Standing.PLAIN));
    }

    /// The class of a network between two hosts: the lower of its two ends.
    public Answer<Standing> common(Endpoint a, Endpoint b) {
        return standing(a, b).with(standing(b, a), (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /// The speed of a network between two hosts: the lower of its two ends.
    public Answer<Mbps> commonSpeed(Endpoint a, Endpoint b) {
        return speed(a).with(speed(b), (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /// equal(e, f): class and link speed equal.
    public Answer<Boolean> equal(Endpoint a, Endpoint b) {
        return Answer.allOf(List.of(standing(a).with(standing(b), Object::equals),
                speed(a).with(speed(b), Object::equals)));
    }

    /// RDMA switched on at the endpoint itself, not in an LBFO team, not under a virtual switch before 2016.
    public Answer<Boolean> rdmaUsable(Endpoint endpoint) {
        return switch (endpoint.element()) {
            case PhysicalNic nic -> topology.effective().rdmaEnabled(nic);
            case VirtualNic nic -> topology.effective().rdmaEnabled(nic).then(on -> on ? rdmaOver(nic, endpoint.host())
                    : Answer.sure(false));
            default -> Answer.sure(false);
        };
    }

    private Answer<Boolean> rdmaOver(VirtualNic nic, Id host) {
        Answer<Boolean> recent = topology.effective().osVersion(topology.element(host, Host.class))
                .then(version -> Answer.sure(version.compareTo(OsVersion.WINDOWS_2016) >= 0));
        Answer<Boolean> notTeamed = topology.uplinks().virtualSwitch(nic)
                .then(each -> each.map(topology.uplinks()::kind).orElseGet(() -> Answer.sure(UplinkKind.NONE)))
                .then(kind -> Answer.sure(kind != UplinkKind.LBFO));
        // NICs of which nobody said whether they can do RDMA do not speak against it.
        Answer<Boolean> able = nics(nic).then(
                nics -> Answer.sure(nics.stream().noneMatch(each -> each.rdma().capable().is(false))));
        return Answer.allOf(List.of(recent, notTeamed, able));
    }

    /// Whether two endpoints speak the same RDMA technology; nothing stated at one of them does not speak against it.
    private Answer<Boolean> sameTechnology(Endpoint a, Endpoint b) {
        return technology(a).with(technology(b),
                (one, other) -> one.isEmpty() || other.isEmpty() || one.equals(other));
    }

    /// The RDMA technology of the NICs under an endpoint; empty when nobody said, or when they differ.
    public Answer<Optional<RdmaTechnology>> technology(Endpoint endpoint) {
        return nics(endpoint).then(nics -> Answer.all(nics.stream().map(topology.effective()::rdmaTechnology).toList()))
                .map(technologies -> {
                    List<RdmaTechnology> stated = technologies.stream().flatMap(Optional::stream).distinct().toList();
                    return stated.size() == 1 ? Optional.of(stated.getFirst()) : Optional.empty();
                });
    }

    /// RSS with two or more queues: of a team interface on all members, of a management-OS adapter its own.
    public Answer<Boolean> rssUsable(Endpoint endpoint) {
        return switch (endpoint.element()) {
            case PhysicalNic nic -> topology.effective().rssUsable(nic);
            case TeamInterface each -> Answer.allOf(topology.uplinks().nicsOf(each).stream()
                    .map(topology.effective()::rssUsable).toList());
            case VirtualNic nic -> topology.effective().rssUsable(nic);
            case Element other -> throw new IllegalArgumentException(other.id() + " is no endpoint.");
        };
    }

    /// Which networks SMB may use between two hosts: limited when both take migrations on these networks only.
    public Answer<Scope> scope(Host a, Host b) {
        return Answer.anyOf(List.of(topology.effective().lmAnyNetwork(a), topology.effective().lmAnyNetwork(b)))
                .map(any -> any ? Scope.OPEN : Scope.LIMITED);
    }
}
