package io.plumbline.check.cabling;

import io.plumbline.model.Bytes;
import io.plumbline.model.LacpMode;
import io.plumbline.model.Lag;
import io.plumbline.model.LagProtocol;
import io.plumbline.model.PortMode;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.VlanId;
import io.plumbline.topology.Answer;
import io.plumbline.topology.Effective;
import io.plumbline.topology.EffectiveSwitch;
import io.plumbline.topology.Missing;
import io.plumbline.topology.PortMtu;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// A setting in which the two halves of an MLAG differ.
///
/// @param attribute by the name in files
/// @param words     as sentences have it
/// @param value     what the first half has, to be set at the second
record MlagSetting(String attribute, String words, String one, String other, Object value) {

    private static final VlanId ANY_VLAN = new VlanId(1);

    static List<MlagSetting> differing(Topology topology, Lag one, Lag other, SortedSet<Missing> needs) {
        Effective effective = topology.effective();
        EffectiveSwitch switches = topology.switches();
        List<MlagSetting> found = new ArrayList<>();
        Answer<LagProtocol> protocol = effective.protocol(one);
        add(found, needs, "protocol", "the protocol", protocol.map(LagProtocol::display), protocol,
                effective.protocol(other).map(LagProtocol::display));
        if (protocol.is(LagProtocol.LACP) && effective.protocol(other).is(LagProtocol.LACP)) {
            Answer<LacpMode> mode = effective.lacpMode(one);
            add(found, needs, "lacpMode", "the LACP mode", mode.map(LacpMode::display), mode,
                    effective.lacpMode(other).map(LacpMode::display));
        }
        Answer<PortMode> mode = switches.mode(one.id());
        add(found, needs, "mode", "the mode", mode.map(PortMode::display), mode,
                switches.mode(other.id()).map(PortMode::display));
        if (mode.is(PortMode.ACCESS) && switches.mode(other.id()).is(PortMode.ACCESS)) {
            add(found, needs, "accessVlan", "the access VLAN", switches.accessVlan(one.id()).map(VlanId::toString),
                    switches.accessVlan(one.id()), switches.accessVlan(other.id()).map(VlanId::toString));
        }
        if (mode.is(PortMode.TRUNK) && switches.mode(other.id()).is(PortMode.TRUNK)) {
            add(found, needs, "allowedVlans", "the VLANs", switches.allowedVlans(one.id()).map(Object::toString),
                    switches.allowedVlans(one.id()), switches.allowedVlans(other.id()).map(Object::toString));
            add(found, needs, "nativeVlan", "the native VLAN", switches.nativeVlan(one.id()).map(VlanId::toString),
                    switches.nativeVlan(one.id()), switches.nativeVlan(other.id()).map(VlanId::toString));
        }
        mtu(topology, one, other, found, needs);
        return found;
    }

    /// Where nobody typed a number at either half there is nothing to compare.
    private static void mtu(Topology topology, Lag one, Lag other, List<MlagSetting> found, SortedSet<Missing> needs) {
        Answer<Optional<Bytes>> first = topology.switches().typedMtu(one.id());
        Answer<Optional<Bytes>> second = topology.switches().typedMtu(other.id());
        if (first.equals(second) && first.isSure()) {
            return;
        }
        Answer<Integer> here = inForce(topology, one);
        add(found, needs, "mtu", "the MTU", here.map(Object::toString), here.map(Bytes::new),
                inForce(topology, other).map(Object::toString));
    }

    private static Answer<Integer> inForce(Topology topology, Lag lag) {
        return topology.switches().typedMtu(lag.id()).then(typed -> {
            if (typed.isPresent()) {
                return Answer.sure(typed.get().value());
            }
            return lag.memberPorts().isEmpty() ? Answer.needs(lag.id(), "mtu")
                    : topology.frames()
                            .portMtu(topology.element(lag.memberPorts().getFirst(), SwitchPort.class), ANY_VLAN)
                            .map(PortMtu::value);
        });
    }

    private static void add(List<MlagSetting> found, SortedSet<Missing> needs, String attribute, String words,
            Answer<String> one, Answer<?> value, Answer<String> other) {
        needs.addAll(one.needs());
        needs.addAll(other.needs());
        if (one.isSure() && other.isSure() && !one.equals(other)) {
            found.add(new MlagSetting(attribute, words, one.find().orElseThrow(), other.find().orElseThrow(),
                    value.find().orElseThrow()));
        }
    }
}
