package io.plumbline.topology;

import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VirtualNic;
import io.plumbline.model.VirtualSwitch;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import io.plumbline.model.Vm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which VLANs are needed where.
public final class Demands {
    /// A trunk for a virtual firewall lists what it may see, not what it needs.
    private static final int MOST_VLANS_OF_A_TRUNK = 64;

    private final Topology topology;
    private final Memo<Id, List<Demand>> byCluster;
    private final Memo<Id, SortedSet<VlanId>> byHost;
    private final Memo<Id, SortedSet<VlanId>> byDevice;

    Demands(Topology topology) {
        this.topology = topology;
        byCluster = new Memo<>(topology.index());
        byHost = new Memo<>(topology.index());
        byDevice = new Memo<>(topology.index());
    }

    /// What the clustered VMs of a cluster need on every node that they can stand on; equal demands are one.
    public List<Demand> of(FailoverCluster cluster) {
        return byCluster.get(cluster.id(), this::find);
    }

    private List<Demand> find(Id cluster) {
        Map<Demand, List<Id>> adapters = new LinkedHashMap<>();
        for (Host host : topology.hosts(cluster)) {
            for (Vm vm : topology.vms(host.id())) {
                if (topology.effective().clusteredRole(vm).is(true)) {
                    add(vm, adapters);
                }
            }
        }
        List<Demand> demands = new ArrayList<>();
        adapters.forEach((demand, ids) -> demands.add(new Demand(demand.vlan(), demand.tagged(), demand.vSwitch(),
                demand.vSwitches(), demand.owners(), ids)));
        return List.copyOf(demands);
    }

    private void add(Vm vm, Map<Demand, List<Id>> adapters) {
        Optional<List<Id>> owners = topology.effective().possibleOwners(vm).find();
        if (owners.isEmpty()) {
            return;
        }
        List<VirtualNic> nics = topology.virtualNics(vm.id());
        List<String> names = new ArrayList<>(nics.size());
        for (VirtualNic nic : nics) {
            names.add(topology.uplinks().virtualSwitch(nic).find().flatMap(each -> each).map(VirtualSwitch::name)
                    .orElse(""));
        }
        Set<String> all = new HashSet<>(names);
        all.remove("");
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                Answer<EffectiveVlan> effective = topology.vlans().effective(nics.get(i));
                boolean tagged = effective.surely(each -> each.tagging() != EffectiveVlan.Tagging.UNTAGGED);
                for (VlanId vlan : vlans(effective)) {
                    adapters.computeIfAbsent(new Demand(vlan, tagged, names.get(i), all, owners.get(), List.of()),
                            _ -> new ArrayList<>()).add(nics.get(i).id());
                }
            }
        }
    }

    /// The VLANs that an adapter surely needs: its own, or those of a trunk that lists them one by one.
    public List<VlanId> vlans(Answer<EffectiveVlan> effective) {
        EffectiveVlan known = effective.orElse(new EffectiveVlan(EffectiveVlan.Tagging.UNTAGGED, VlanSet.NONE));
        if (known.tagging() != EffectiveVlan.Tagging.TRUNK) {
            return known.single().map(List::of).orElse(List.of());
        }
        if (known.vlans().equals(VlanSet.ALL)) {
            return List.of();
        }
        List<VlanId> listed = known.vlans().ids().mapToObj(VlanId::new).toList();
        return listed.size() > MOST_VLANS_OF_A_TRUNK ? List.of() : listed;
    }

    /// The VLANs that hosts use at the ports of a switch or stack.
    public SortedSet<VlanId> at(Id device) {
        return byDevice.get(topology.wiring().controlPlane(device).id(), this::usedAt);
    }

    private SortedSet<VlanId> usedAt(Id device) {
        SortedSet<VlanId> used = new TreeSet<>();
        for (SwitchPort port : topology.wiring().ports(device)) {
            for (Element peer : topology.wiring().peers(port.id())) {
                if (peer instanceof PhysicalNic nic) {
                    Id logical = topology.wiring().logicalPort(port.id());
                    for (VlanId vlan : byHost.get(nic.host(), this::usedOn)) {
                        if (!used.contains(vlan) && topology.vlans().carries(logical, vlan).is(true)) {
                            used.add(vlan);
                        }
                    }
                }
            }
        }
        return Collections.unmodifiableSortedSet(used);
    }

    private SortedSet<VlanId> usedOn(Id host) {
        SortedSet<VlanId> used = new TreeSet<>();
        for (Endpoint endpoint : topology.endpoints().of(host)) {
            used.addAll(vlans(topology.vlans().effective(endpoint)));
        }
        for (Vm vm : topology.vms(host)) {
            for (VirtualNic nic : topology.virtualNics(vm.id())) {
                used.addAll(vlans(topology.vlans().effective(nic)));
            }
        }
        return Collections.unmodifiableSortedSet(used);
    }
}
