package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Mac;
import io.plumbline.model.NlbCluster;
import io.plumbline.model.NlbMode;
import io.plumbline.model.NlbNode;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticArp;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Vlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What else has to change with an NLB cluster: the static entries of its gateways and switches follow its mode and its
/// addresses.
///
/// @param domain where the cluster is
public record NlbReconfiguration(Topology topology, NlbDomain domain) {

    /// How switches are told where the cluster is.
    public enum Registration {
        /// Static multicast groups.
        GROUPS,
        /// Static MAC entries.
        MACS,
        /// Not at all.
        NONE
    }

    public static Optional<NlbReconfiguration> of(Topology topology, NlbCluster cluster) {
        return topology.balancing().domain(cluster).find().flatMap(found -> found)
                .filter(found -> found.needs().isEmpty())
                .map(found -> new NlbReconfiguration(topology, found));
    }

    /// The cluster with another mode; its nodes are set to it as well.
    public static NlbCluster inMode(NlbCluster cluster, NlbMode mode) {
        NlbCluster changed = Element.with(cluster, "mode", mode);
        List<NlbNode> nodes = cluster.nodes().orElse(List.of());
        return nodes.isEmpty() ? changed
                : Element.with(changed, "nodes", nodes.stream()
                        .map(node -> node.configuredMode().isUnset() ? node
                                : Shape.of(NlbNode.class).with(node, "configuredMode", mode))
                        .toList());
    }

    /// Everything that is another element after the cluster has become this one, itself among it. Empty where it cannot be
    /// written down: no VLAN is drawn, or the MAC is not known.
    public Optional<List<Element>> to(NlbCluster changed, Registration registration) {
        NlbMode mode = topology.effective().mode(changed).find().orElseThrow();
        Optional<Mac> mac = topology.balancing().clusterMac(changed, mode).find();
        Optional<Vlan> vlan = topology.vlans().named(domain.vlan()).stream().findFirst();
        if (mac.isEmpty() || vlan.isEmpty()) {
            return Optional.empty();
        }
        Map<Id, Element> elements = new LinkedHashMap<>();
        elements.put(changed.id(), changed);
        for (L3Interface gateway : domain.gateways()) {
            Element after = gateway(gateway, changed, mode, mac.get());
            if (after != gateway) {
                elements.put(gateway.id(), after);
            }
        }
        for (Id device : domain.switches()) {
            Element before = topology.element(topology.switches().holder(device));
            Element after = device(before, changed, mac.get(), vlan.get(), registration);
            if (!after.equals(before)) {
                elements.put(before.id(), after);
            }
        }
        return Optional.of(List.copyOf(elements.values()));
    }

    /// Its gateways and switches without anything that is there for the cluster, for when it is no more.
    public List<Element> gone() {
        List<Element> elements = new ArrayList<>();
        List<IpAddress> vips = vips(domain.cluster());
        for (L3Interface gateway : domain.gateways()) {
            List<StaticArp> kept = gateway.staticArp().orElse(List.of()).stream()
                    .filter(entry -> !vips.contains(entry.ip())).toList();
            if (kept.size() < gateway.staticArp().orElse(List.of()).size()) {
                elements.add(Element.with(gateway, "staticArp", kept));
            }
        }
        for (Id device : domain.switches()) {
            Element before = topology.element(topology.switches().holder(device));
            Element after = StaticEntry.without(before, mine(device));
            if (!after.equals(before)) {
                elements.add(after);
            }
        }
        return elements;
    }

    private static List<IpAddress> vips(NlbCluster cluster) {
        List<IpAddress> vips = new ArrayList<>();
        cluster.primaryVip().find().ifPresent(vips::add);
        cluster.additionalVips().orElse(List.of()).forEach(each -> vips.add(each.address()));
        return vips;
    }

    private Element gateway(L3Interface gateway, NlbCluster changed, NlbMode mode, Mac mac) {
        if (gateway.staticArp().isUnknown()) {
            return gateway;
        }
        List<IpAddress> before = vips(domain.cluster());
        List<IpAddress> after = vips(changed);
        List<StaticArp> had = gateway.staticArp().orElse(List.of());
        List<StaticArp> entries = new ArrayList<>(had);
        entries.removeIf(entry -> before.contains(entry.ip()) || after.contains(entry.ip()));
        boolean learns = mode == NlbMode.UNICAST ? entries.size() == had.size()
                : topology.effective().acceptsMulticastArp(gateway).is(true);
        if (!learns) {
            after.forEach(vip -> entries.add(StaticArp.of(vip, mac)));
        }
        return entries.equals(had) ? gateway : Element.with(gateway, "staticArp", entries);
    }

    private List<StaticEntry> mine(Id device) {
        NlbEntries entries = domain.entries(device);
        List<StaticEntry> mine = new ArrayList<>();
        entries.exact().forEach(each -> mine.add(each.entry()));
        entries.wrong().forEach(each -> mine.add(each.entry()));
        return mine;
    }

    private Element device(Element before, NlbCluster changed, Mac mac, Vlan vlan, Registration registration) {
        Element cleared = StaticEntry.without(before, mine(before.id()));
        SortedSet<Id> exits = domain.exits(before.id());
        if (exits.isEmpty() || !topology.switches().staticMacEntries(before.id()).isSure()
                || !topology.switches().staticMcastGroups(before.id()).isSure()) {
            return cleared;
        }
        return switch (registration) {
            case NONE -> cleared;
            case MACS -> StaticEntry.plus(cleared, false, Shape.of(StaticMacEntry.class).of(Map.of("mac", mac, "vlan",
                    vlan.id(), "ports", List.copyOf(exits), "nlbCluster", changed.id())));
            case GROUPS -> StaticEntry.plus(cleared, true, Shape.of(StaticMulticastGroup.class).of(Map.of(
                    "group", group(changed), "vlan", vlan.id(), "ports", List.copyOf(exits), "nlbCluster",
                    changed.id())));
        };
    }

    private static IpAddress group(NlbCluster changed) {
        return changed.igmpGroupOverride() instanceof Attribute.Known<IpAddress>(IpAddress stated) ? stated
                : NlbAddress.igmpGroup((Ipv4) changed.primaryVip().find().orElseThrow());
    }

    /// How the switches register the cluster now: one way for all of them.
    public Registration present() {
        SortedSet<Boolean> kinds = new TreeSet<>(Collections.reverseOrder());
        domain.switches().forEach(device -> mine(device).forEach(entry -> kinds.add(entry.group())));
        return kinds.isEmpty() ? Registration.NONE : kinds.first() ? Registration.GROUPS : Registration.MACS;
    }
}
