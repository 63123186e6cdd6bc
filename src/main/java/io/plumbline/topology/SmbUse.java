package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.IpAssignment;
import io.plumbline.model.IpPrefix;
import io.plumbline.model.MigrationOption;
import io.plumbline.model.MigrationSubnet;
import io.plumbline.model.Purpose;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/// Which endpoints carry live migrations and other SMB traffic, as the settings have it.
public record SmbUse(Topology topology) {

    /// Networks that are for nothing else are no candidates for live migration where nobody made a selection.
    private static final Set<Purpose> ELSEWHERE =
            EnumSet.of(Purpose.ISCSI, Purpose.BMC, Purpose.BACKUP, Purpose.STORAGE_ONLY, Purpose.VM);
    private static final Set<Purpose> STORAGE = EnumSet.of(Purpose.CSV, Purpose.SMB_STORAGE);

    /// The networks that the cluster's selection leaves in; without a selection all that may carry migrations.
    public Answer<List<ClusterNetwork>> selected(FailoverCluster cluster) {
        return switch (cluster.lmNetworks()) {
            case Attribute.Known<List<Id>>(List<Id> ids) -> Answer.sure(ids.stream()
                    .flatMap(id -> topology.find(id, ClusterNetwork.class).stream()).toList());
            case Attribute.Unknown<List<Id>> _ -> Answer.needs(cluster.id(), "lmNetworks");
            case Attribute.Unset<List<Id>> _ -> Answer.sure(topology.networks(cluster.id()).stream()
                    .filter(network -> !isElsewhere(network.purposes())).toList());
        };
    }

    private static boolean isElsewhere(Attribute<SortedSet<Purpose>> purposes) {
        return purposes instanceof Attribute.Known<SortedSet<Purpose>>(SortedSet<Purpose> stated) && !stated.isEmpty()
                && ELSEWHERE.containsAll(stated);
    }

    /// The endpoints of a host that live migrations are meant to use.
    public Answer<List<Endpoint>> migrationEndpoints(Host host) {
        return topology.effective().lmEnabled(host).then(enabled -> !enabled ? Answer.sure(List.of())
                : topology.effective().failoverCluster(host).then(cluster -> cluster.isPresent()
                        ? selected(cluster.get()).then(networks -> on(host, networks))
                        : listed(host)));
    }

    private Answer<List<Endpoint>> on(Host host, List<ClusterNetwork> networks) {
        List<Endpoint> found = new ArrayList<>();
        List<Answer<Optional<ClusterNetwork>>> open = new ArrayList<>();
        for (Endpoint endpoint : topology.endpoints().of(host.id())) {
            Answer<Optional<ClusterNetwork>> network = topology.endpoints().network(endpoint);
            if (!network.isSure()) {
                open.add(network);
            } else if (network.orElse(Optional.empty()).filter(networks::contains).isPresent()) {
                found.add(endpoint);
            }
        }
        return open.isEmpty() || networks.isEmpty() ? Answer.sure(found) : Answer.all(open).map(_ -> found);
    }

    /// On a stand-alone host: those in the subnets it lists, or all.
    private Answer<List<Endpoint>> listed(Host host) {
        return topology.effective().lmAnyNetwork(host).then(any -> topology.effective().lmSubnets(host)
                .map(subnets -> topology.endpoints().of(host.id()).stream()
                        .filter(endpoint -> any ? !addresses(endpoint).isEmpty() : isListed(endpoint, subnets))
                        .toList()));
    }

    private boolean isListed(Endpoint endpoint, List<MigrationSubnet> subnets) {
        return addresses(endpoint).stream().anyMatch(address -> subnets.stream()
                .flatMap(subnet -> subnet.prefix().find().stream())
                .anyMatch((IpPrefix prefix) -> prefix.contains(address.address())));
    }

    private List<IpAssignment> addresses(Endpoint endpoint) {
        return topology.effective().addresses(endpoint.id(), endpoint.ip()).orElse(List.of());
    }

    /// Whether CSV or SMB storage traffic runs over an endpoint.
    public Answer<Boolean> carriesStorage(Endpoint endpoint) {
        if (!endpoint.ip().purposes().isUnset()) {
            return topology.effective().purposes(endpoint)
                    .then(own -> Answer.sure(own.stream().anyMatch(STORAGE::contains)));
        }
        return topology.endpoints().network(endpoint).then(network -> network.isEmpty() ? Answer.sure(false)
                : new NetworkTags(topology).carries(network.get(), STORAGE));
    }

    /// Whether SMB runs over an endpoint: storage, or live migrations where the host sends them over SMB.
    public Answer<Boolean> carriesSmb(Endpoint endpoint) {
        Host host = topology.element(endpoint.host(), Host.class);
        return Answer.anyOf(List.of(carriesStorage(endpoint), carriesMigration(host, endpoint)));
    }

    /// Whether somebody stated that an endpoint carries SMB: a purpose, a tag in the name, a stored selection.
    public boolean isMeantForSmb(Endpoint endpoint) {
        return carriesStorage(endpoint).is(true) || topology.endpoints().network(endpoint)
                .surely(network -> network.isPresent()
                        && new NetworkTags(topology).carries(network.get(), Set.of(Purpose.LIVE_MIGRATION)).is(true));
    }

    private Answer<Boolean> carriesMigration(Host host, Endpoint endpoint) {
        return Answer.allOf(List.of(
                topology.effective().lmOption(host).then(option -> Answer.sure(option == MigrationOption.SMB)),
                Answer.anyOf(List.of(
                        migrationEndpoints(host).then(endpoints -> Answer.sure(endpoints.contains(endpoint))),
                        Answer.sure(isDrawnIn(host, endpoint))))));
    }

    /// Where a node accepts any network, SMB uses every NIC of the best class, selected or not.
    private boolean isDrawnIn(Host host, Endpoint endpoint) {
        return topology.endpoints().rdmaUsable(endpoint).is(true)
                && topology.endpoints().network(endpoint).surely(Optional::isPresent)
                && host.failoverCluster().find().map(topology::hosts).orElse(List.of(host)).stream()
                        .anyMatch(node -> topology.effective().lmAnyNetwork(node).is(true));
    }

    /// The endpoints of a host over which SMB surely runs.
    public List<Endpoint> smbEndpoints(Host host) {
        List<Endpoint> found = new ArrayList<>();
        for (Endpoint endpoint : topology.endpoints().of(host.id())) {
            if (carriesSmb(endpoint).is(true)) {
                found.add(endpoint);
            }
        }
        return found;
    }
}
