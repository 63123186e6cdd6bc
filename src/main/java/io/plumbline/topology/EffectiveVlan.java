package io.plumbline.topology;

import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import java.util.Optional;

/// The VLAN in which the frames of an adapter travel.
///
/// @param tagging whether they leave the host with a tag
/// @param vlans   the VLAN; several for a trunk, or where the uplinks of an untagged adapter disagree; none without a cable
public record EffectiveVlan(Tagging tagging, VlanSet vlans) {

    public enum Tagging {
        TAGGED,
        UNTAGGED,
        TRUNK
    }

    static EffectiveVlan tagged(VlanId vlan) {
        return new EffectiveVlan(Tagging.TAGGED, VlanSet.of(vlan.value()));
    }

    /// The one VLAN; empty where there is none or more than one.
    public Optional<VlanId> single() {
        return vlans.only();
    }

    public boolean isTagged() {
        return tagging == Tagging.TAGGED;
    }
}
