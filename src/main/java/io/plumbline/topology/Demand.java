package io.plumbline.topology;

import io.plumbline.model.Id;
import io.plumbline.model.VlanId;
import java.util.List;
import java.util.Set;

/// A VLAN that adapters of VMs need wherever those VMs can stand.
///
/// @param vlan       the VLAN
/// @param tagged     whether their frames leave the host with its tag
/// @param vSwitch    the name of the virtual switch they use
/// @param vSwitches  the names of all virtual switches that their VMs use: a host without one of them cannot run them
/// @param owners     the hosts that may run them; empty: every node of the cluster
/// @param adapters   the adapters, in order
public record Demand(VlanId vlan, boolean tagged, String vSwitch, Set<String> vSwitches, List<Id> owners,
        List<Id> adapters) {

    public Demand {
        vSwitches = Set.copyOf(vSwitches);
        owners = List.copyOf(owners);
        adapters = List.copyOf(adapters);
    }
}
