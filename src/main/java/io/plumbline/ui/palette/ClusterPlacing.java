package io.plumbline.ui.palette;

import io.plumbline.model.ClusterNetwork;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Kind;
import io.plumbline.model.MigrationDomain;
import java.util.List;
import java.util.Optional;

/// Clusters, their hosts and their networks.
final class ClusterPlacing {
    private ClusterPlacing() {}

    /// A cluster around the selected hosts, or around the one under the pointer.
    static Placed cluster(Site site) {
        Design design = site.design();
        var cluster = FailoverCluster.of(Fresh.id(design, Kind.FAILOVER_CLUSTER),
                Fresh.name(design, Kind.FAILOVER_CLUSTER, "HVC", 1, _ -> true));
        List<Host> hosts = site.selected(Host.class).isEmpty() ? site.meant(Host.class).stream().toList()
                : site.selected(Host.class);
        return Placing.done(site, List.of(cluster),
                hosts.stream().map(host -> Element.with(host, "failoverCluster", cluster.id())).toList());
    }

    static Placed host(Site site) {
        Design design = site.design();
        var host = Host.of(Fresh.id(design, Kind.HOST), Fresh.name(design, Kind.HOST, "HV", 2, _ -> true));
        Optional<FailoverCluster> cluster = site.under().flatMap(id -> Site.of(design, Optional.of(id), List.of(),
                Optional.empty()).meant(FailoverCluster.class));
        Host placed = cluster.map(each -> Element.with(host, "failoverCluster", each.id())).orElse(host);
        return Placing.done(site, withVersion(design, placed));
    }

    static Placed network(Site site) {
        Design design = site.design();
        var network = ClusterNetwork.of(Fresh.id(design, Kind.CLUSTER_NETWORK),
                Fresh.name(design, Kind.CLUSTER_NETWORK, "Cluster network ", 1, _ -> true));
        Optional<FailoverCluster> cluster = site.meant(FailoverCluster.class)
                .or(() -> site.only(FailoverCluster.class));
        return cluster.<Placed>map(each -> Placing.inside(site,
                List.of(Element.with(network, "cluster", each.id())), List.of()))
                .orElseGet(() -> new Placed.Refused("Drop a cluster network on its cluster."));
    }

    static Placed migrationDomain(Site site) {
        Design design = site.design();
        var domain = MigrationDomain.of(Fresh.id(design, Kind.MIGRATION_DOMAIN),
                Fresh.name(design, Kind.MIGRATION_DOMAIN, "Migration domain ", 1, _ -> true));
        List<Host> hosts = site.selected(Host.class);
        return Placing.inside(site, List.of(hosts.isEmpty() ? domain
                : Element.with(domain, "hosts", hosts.stream().map(Host::id).toList())), List.of());
    }

    /// A new host runs the version of its neighbours, as long as they agree.
    private static Host withVersion(Design design, Host host) {
        var versions = design.all(Host.class).map(Host::osVersion).distinct().limit(2).toList();
        return versions.size() == 1 && versions.getFirst().isKnown()
                ? Element.with(host, "osVersion", versions.getFirst()) : host;
    }
}
