package io.plumbline.topology;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.VlanId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which nodes of a cluster still reach another node over some cluster network when a switch or stack is gone.
public final class ClusterReach {
    private final Topology topology;
    private final List<ClusterNetwork> networks;
    private final Map<Id, SequencedSet<Place>> placesByHost = new HashMap<>();
    private final Map<Place, Set<Id>> hostsByPlace = new HashMap<>();
    private final Set<Id> directlyCabled = new HashSet<>();
    private final Map<Id, SortedSet<Missing>> needsByNetwork = new HashMap<>();
    private final Map<List<Object>, Fabric.Island> islands = new HashMap<>();

    /// Where endpoints of a network meet it.
    private record Place(Id network, VlanId vlan, Id device) {}

    public ClusterReach(Topology topology, FailoverCluster cluster) {
        this.topology = topology;
        networks = topology.networks(cluster.id());
        for (ClusterNetwork network : networks) {
            for (Endpoint endpoint : topology.endpoints().on(network)) {
                enter(network.id(), endpoint);
            }
        }
    }

    private void enter(Id network, Endpoint endpoint) {
        Answer<List<Attachment>> attachments = topology.paths().attachments(endpoint);
        if (!attachments.isSure()) {
            needsByNetwork.computeIfAbsent(network, _ -> new TreeSet<>()).addAll(attachments.needs());
        }
        for (Attachment each : attachments.orElse(List.of())) {
            Place place = new Place(network, each.vlan(), each.device());
            placesByHost.computeIfAbsent(endpoint.host(), _ -> new LinkedHashSet<>()).add(place);
            hostsByPlace.computeIfAbsent(place, _ -> new HashSet<>()).add(endpoint.host());
        }
        boolean direct = topology.endpoints().nics(endpoint).orElse(List.of()).stream()
                .flatMap(nic -> topology.wiring().peers(nic.id()).stream())
                .anyMatch(peer -> peer instanceof PhysicalNic other && !other.host().equals(endpoint.host()));
        if (direct) {
            directlyCabled.add(endpoint.host());
        }
    }

    /// The switches and stacks whose loss could cut a node off: those it is plugged into, and those on its ways to the
    /// first node it reaches. Whatever cuts it off stands on each of its ways, so also on these.
    public SequencedSet<Id> suspects(Host host) {
        SequencedSet<Id> suspects = new LinkedHashSet<>();
        Set<Place> own = placesByHost.getOrDefault(host.id(), new LinkedHashSet<>());
        own.forEach(place -> suspects.add(place.device()));
        for (Place place : own) {
            for (Id device : topology.vlans().domain(place.vlan(), place.device())) {
                if (othersAt(place, device, host)) {
                    topology.vlans().ways(place.vlan(), place.device(), device).shortest()
                            .forEach(link -> suspects.addAll(List.of(link.a(), link.b())));
                    return suspects;
                }
            }
        }
        return suspects;
    }

    /// Whether a node reaches another one while nothing is gone.
    public Answer<Boolean> reaches(Host host) {
        // No frame passes a host, so nothing is lost with it.
        return without(host, host.id());
    }

    /// Whether a node still reaches another one.
    public Answer<Boolean> without(Host host, Id lost) {
        if (directlyCabled.contains(host.id())) {
            return Answer.sure(true);
        }
        SortedSet<Missing> needs = new TreeSet<>();
        for (Place place : placesByHost.getOrDefault(host.id(), new LinkedHashSet<>())) {
            if (place.device().equals(lost)) {
                continue;
            }
            Fabric.Island island = islands.computeIfAbsent(List.of(place.vlan(), place.device(), lost),
                    _ -> topology.vlans().fabric(place.vlan()).islandWithout(place.device(), lost));
            if (island.sure().stream().anyMatch(device -> othersAt(place, device, host))) {
                return Answer.sure(true);
            }
            if (island.maybe().stream().anyMatch(device -> othersAt(place, device, host))) {
                needs.addAll(island.needs());
            }
        }
        // An endpoint of which nobody knows where it meets the network may be the way out, its own or a peer's.
        needsByNetwork.values().forEach(needs::addAll);
        return needs.isEmpty() ? Answer.sure(false) : Answer.needs(needs);
    }

    private boolean othersAt(Place place, Id device, Host host) {
        Set<Id> hosts = hostsByPlace.getOrDefault(new Place(place.network(), place.vlan(), device), Set.of());
        return hosts.size() > 1 || hosts.size() == 1 && !hosts.contains(host.id());
    }
}
