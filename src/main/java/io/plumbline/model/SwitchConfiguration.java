package io.plumbline.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Configuration of a logical switch: it lies on the stack where there is one, else on the switch.
public record SwitchConfiguration(
        Platform platform,
        Attribute<Bytes> systemMtu,
        Attribute<List<VlanId>> jumboVlans,
        Attribute<SortedMap<String, Bytes>> classMtu,
        Attribute<Boolean> stpEnabled,
        Attribute<List<Integer>> losslessPriorities,
        Attribute<Boolean> routes,
        VlanSwitch igmpSnooping,
        Attribute<SortedMap<VlanId, Querier>> querier,
        Attribute<Boolean> acceptsIgmpV1,
        Attribute<MulticastLookup> mcastLookup,
        Attribute<Boolean> bridgeMulticastFiltering,
        UnregisteredFilter unregisteredMulticast,
        Attribute<List<StaticMacEntry>> staticMacEntries,
        Attribute<List<StaticMulticastGroup>> staticMcastGroups,
        Attribute<Boolean> staticMergesDynamic,
        Attribute<Boolean> multiPortUnicastStatic,
        Attribute<Boolean> pinsIpMulticastMac,
        Attribute<Boolean> learnsMac,
        Attribute<Boolean> vlanFlooding,
        Attribute<SortedMap<VlanId, Boolean>> arpInspection,
        Attribute<SortedMap<VlanId, Boolean>> dhcpSnooping) implements Part {

    /// With every attribute unset, so that the defaults hold.
    public static SwitchConfiguration unset() {
        return Shape.of(SwitchConfiguration.class).of(Map.of());
    }
}
