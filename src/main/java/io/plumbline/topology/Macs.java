package io.plumbline.topology;

import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Mac;
import io.plumbline.model.MacPoolSource;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which virtual NIC holds which MAC, out of which pools hosts hand them out, and where two of them meet.
public final class Macs {
    private final Topology topology;
    private final Cell<Map<Mac, List<Id>>> holders;
    private final Cell<Map<Id, List<Id>>> crowds;

    Macs(Topology topology) {
        this.topology = topology;
        holders = topology.cell(Topology.Fact.MAC_HOLDERS, this::findHolders, Map::equals);
        crowds = topology.cell(Topology.Fact.MAC_POOLS, this::findCrowds, Map::equals);
    }

    void compare(Macs before, Changes changes) {
        holders.compare(before.holders, changes);
        crowds.compare(before.crowds, changes);
    }

    void follow(Edited edited, Changes changes) {
        if (edited.now() instanceof VirtualNic now && edited.before() instanceof VirtualNic before
                && !now.mac().equals(before.mac())) {
            holders.drop(changes);
        }
        if (edited.now() instanceof Host now && edited.before() instanceof Host before
                && !pool(now).equals(pool(before))) {
            crowds.drop(changes);
        }
    }

    private static List<Object> pool(Host host) {
        return List.of(host.macPoolMin(), host.macPoolMax(), host.macPoolSource());
    }

    /// The virtual NICs with this MAC, sorted by id.
    public List<VirtualNic> holders(Mac mac) {
        return holders.get().getOrDefault(mac, List.of()).stream().map(id -> topology.element(id, VirtualNic.class))
                .toList();
    }

    private Map<Mac, List<Id>> findHolders() {
        Map<Mac, List<Id>> found = new HashMap<>();
        for (VirtualNic nic : topology.all(VirtualNic.class)) {
            nic.mac().find().ifPresent(mac -> found.computeIfAbsent(mac, _ -> new ArrayList<>(1)).add(nic.id()));
        }
        return found;
    }

    /// The hosts whose own pools overlap with that of this host, directly or through others, itself among them; sorted by
    /// id, one host alone when none does. Hosts served by a pool of VMM do not count.
    public List<Host> crowd(Host host) {
        return crowds.get().getOrDefault(host.id(), List.of(host.id())).stream()
                .map(id -> topology.element(id, Host.class)).toList();
    }

    private record Pooled(Id host, MacPool pool) {}

    private Map<Id, List<Id>> findCrowds() {
        List<Pooled> pooled = new ArrayList<>();
        for (Host host : topology.all(Host.class)) {
            if (topology.effective().macPoolSource(host).is(MacPoolSource.HYPER_V)) {
                topology.effective().macPool(host).find().filter(pool -> !pool.isEmpty())
                        .ifPresent(pool -> pooled.add(new Pooled(host.id(), pool)));
            }
        }
        pooled.sort(Comparator.comparing((Pooled each) -> each.pool().first()));
        Map<Id, List<Id>> found = new HashMap<>();
        for (int start = 0; start < pooled.size();) {
            Mac last = pooled.get(start).pool().last();
            int end = start + 1;
            while (end < pooled.size() && pooled.get(end).pool().first().compareTo(last) <= 0) {
                Mac its = pooled.get(end++).pool().last();
                last = its.compareTo(last) > 0 ? its : last;
            }
            if (end - start > 1) {
                List<Id> crowd = pooled.subList(start, end).stream().map(Pooled::host).sorted().toList();
                crowd.forEach(host -> found.put(host, crowd));
            }
            start = end;
        }
        return found;
    }

    // Where they meet

    /// What stands for the networks a host surely takes part in: its failover cluster, and every layer-2 domain that one of
    /// its VMs' adapters is in. Two hosts with one of these in common share a network.
    public SortedSet<String> networks(Host host) {
        SortedSet<String> networks = new TreeSet<>();
        host.failoverCluster().find().ifPresent(cluster -> networks.add("cluster " + cluster));
        for (Vm vm : topology.vms(host.id())) {
            topology.virtualNics(vm.id()).forEach(nic -> networks.addAll(networks(nic).orElse(new TreeSet<>())));
        }
        return networks;
    }

    /// What stands for the layer-2 domains that an adapter is in: the VLAN and the switches it reaches there, or its
    /// virtual switch where that leads nowhere. Two adapters with one of these in common hear each other.
    public Answer<SortedSet<String>> networks(VirtualNic nic) {
        return topology.vlans().effective(nic)
                .with(topology.uplinks().virtualSwitch(nic), (vlan, vSwitch) -> networks(vlan, vSwitch));
    }

    private SortedSet<String> networks(EffectiveVlan vlan, Optional<VirtualSwitch> vSwitch) {
        SortedSet<String> networks = new TreeSet<>();
        if (vSwitch.isEmpty()) {
            return networks;
        }
        networks.add("virtual switch " + vSwitch.get().id() + " " + vlan.vlans());
        Optional<VlanId> single = vlan.single();
        if (single.isPresent()) {
            topology.uplinks().hostPorts(vSwitch.get()).orElse(new TreeSet<>()).stream()
                    .map(port -> topology.wiring().deviceOf(port)).filter(Objects::nonNull)
                    .forEach(device -> networks.add("VLAN " + single.get() + " of "
                            + topology.vlans().domain(single.get(), device).stream().min(Comparator.naturalOrder())
                                    .orElse(device)));
        }
        return networks;
    }
}
