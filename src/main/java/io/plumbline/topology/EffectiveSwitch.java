package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Bytes;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.MulticastLookup;
import io.plumbline.model.PortConfiguration;
import io.plumbline.model.PortMode;
import io.plumbline.model.Querier;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchConfiguration;
import io.plumbline.model.SwitchModel;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.UnregisteredMulticast;
import io.plumbline.model.VlanId;
import io.plumbline.model.VlanSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Attributes of the physical network as they take effect: the stated value, or the documented default.
///
/// The configuration of a stacked switch is that of its stack; a `device` may be given as switch, stack, or any port of
/// it. A port in a LAG inherits what it does not state itself; a LAG about which nothing is said is configured as its
/// members are when they agree.
public final class EffectiveSwitch {
    private final Topology topology;

    EffectiveSwitch(Topology topology) {
        this.topology = topology;
    }

    /// The element whose configuration holds: the stack where there is one, else the switch.
    public Id holder(Id device) {
        return topology.wiring().controlPlane(device).id();
    }

    public SwitchConfiguration configuration(Id device) {
        return switch (topology.wiring().controlPlane(device)) {
            case SwitchStack stack -> stack.configuration();
            case Switch each -> each.configuration();
            case Element other -> throw new IllegalArgumentException(other.id() + " is no switch.");
        };
    }

    /// The model of a switch; of a stack that of its first unit with one.
    public Optional<SwitchModel> model(Id device) {
        List<Switch> units = topology.find(device, SwitchPort.class)
                .flatMap(port -> topology.find(port.onSwitch(), Switch.class))
                .or(() -> topology.find(device, Switch.class)).map(List::of)
                .orElseGet(() -> topology.units(device));
        return units.stream().flatMap(unit -> unit.model().find().stream())
                .flatMap(id -> topology.find(id, SwitchModel.class).stream()).findFirst();
    }

    /// The operating system of a switch in lower case (`os9`, `nxos`): as stated, else that of its model.
    public Optional<String> os(Id device) {
        return configuration(device).platform().os().find()
                .or(() -> model(device).flatMap(model -> model.os().find())).map(os -> os.toLowerCase(Locale.ROOT));
    }

    // Multicast and MAC tables

    /// Whether the switch can snoop IGMP at all.
    public Answer<Boolean> igmpSnoopingCapable(Switch each) {
        if (!each.igmpSnoopingCapable().isUnset()) {
            return Answer.stated(each.igmpSnoopingCapable(), each.id(), "igmpSnoopingCapable");
        }
        SwitchConfiguration configuration = configuration(each.id());
        if (configuration.igmpSnooping().standard().is(true)
                || configuration.igmpSnooping().perVlan().orElse(new TreeMap<>()).containsValue(true)) {
            return Answer.sure(true);
        }
        return model(each.id()).flatMap(model -> model.igmp().find()).map(Answer::sure)
                .orElseGet(() -> Answer.needs(each.id(), "igmpSnoopingCapable"));
    }

    /// Whether IGMP snooping runs in a VLAN.
    public Answer<Boolean> igmpSnooping(Id device, VlanId vlan) {
        SwitchConfiguration configuration = configuration(device);
        Attribute<SortedMap<VlanId, Boolean>> perVlan = configuration.igmpSnooping().perVlan();
        if (perVlan.isUnknown()) {
            return Answer.needs(holder(device), "igmpSnooping.perVlan");
        }
        Boolean stated = perVlan.orElse(new TreeMap<>()).get(vlan);
        if (stated != null) {
            return Answer.sure(stated);
        }
        if (configuration.igmpSnooping().standard().isUnset()
                && model(device).map(model -> model.igmp().is(false)).orElse(false)) {
            return Answer.sure(false);
        }
        return Answer.stated(configuration.igmpSnooping().standard(), holder(device), "igmpSnooping.default");
    }

    /// Who queries in a VLAN, as this switch sees it.
    public Answer<Querier> querier(Id device, VlanId vlan) {
        return Answer.of(configuration(device).querier(), holder(device), "querier", new TreeMap<VlanId, Querier>())
                .map(byVlan -> byVlan.getOrDefault(vlan, Querier.NONE));
    }

    public Answer<Boolean> acceptsIgmpV1(Id device) {
        return Answer.of(configuration(device).acceptsIgmpV1(), holder(device), "acceptsIgmpV1", true);
    }

    /// Whether multicast is looked up by MAC or by IP address; not known where neither drawing nor catalogue says it.
    public Answer<MulticastLookup> mcastLookup(Id device) {
        return ofModel(device, configuration(device).mcastLookup(), "mcastLookup", SwitchModel::mcastLookup);
    }

    /// Whether registered multicast is kept to its ports. A platform without that setting always does; one that has it
    /// floods until it is switched on.
    public Answer<Boolean> bridgeMulticastFiltering(Id device) {
        return ofModel(device, configuration(device).bridgeMulticastFiltering(), "bridgeMulticastFiltering",
                model -> model.bridgeMulticastFilteringSetting().map(hasSetting -> !hasSetting));
    }

    /// What happens at a port (or LAG) to multicast of a VLAN that nobody registered.
    public Answer<UnregisteredMulticast> unregisteredMulticast(Id device, VlanId vlan, Id port) {
        var filter = configuration(device).unregisteredMulticast();
        if (filter.perPort().isUnknown()) {
            return Answer.needs(holder(device), "unregisteredMulticast.perPort");
        }
        UnregisteredMulticast atPort = filter.perPort().orElse(new TreeMap<>()).get(port);
        if (atPort != null) {
            return Answer.sure(atPort);
        }
        return unregisteredMulticast(device, vlan);
    }

    public Answer<UnregisteredMulticast> unregisteredMulticast(Id device, VlanId vlan) {
        var filter = configuration(device).unregisteredMulticast();
        if (filter.perVlan().isUnknown()) {
            return Answer.needs(holder(device), "unregisteredMulticast.perVlan");
        }
        UnregisteredMulticast inVlan = filter.perVlan().orElse(new TreeMap<>()).get(vlan);
        return inVlan != null ? Answer.sure(inVlan)
                : Answer.of(filter.standard(), holder(device), "unregisteredMulticast.default",
                        UnregisteredMulticast.FORWARD);
    }

    public Answer<List<StaticMacEntry>> staticMacEntries(Id device) {
        return Answer.of(configuration(device).staticMacEntries(), holder(device), "staticMacEntries", List.of());
    }

    public Answer<List<StaticMulticastGroup>> staticMcastGroups(Id device) {
        return Answer.of(configuration(device).staticMcastGroups(), holder(device), "staticMcastGroups", List.of());
    }

    public Answer<Boolean> staticMergesDynamic(Id device) {
        return Answer.of(configuration(device).staticMergesDynamic(), holder(device), "staticMergesDynamic", false);
    }

    public Answer<Boolean> multiPortUnicastStatic(Id device) {
        return ofModel(device, configuration(device).multiPortUnicastStatic(), "multiPortUnicastStatic",
                SwitchModel::multiPortUnicastStatic);
    }

    /// Whether a static entry may hold a MAC of the IP multicast range; taken as possible where no source says otherwise.
    public Answer<Boolean> pinsIpMulticastMac(Id device) {
        return Answer.of(configuration(device).pinsIpMulticastMac(), holder(device), "pinsIpMulticastMac",
                model(device).flatMap(model -> model.pinsIpMulticastMac().find()).orElse(true));
    }

    /// Whether the device learns MAC addresses; a hub does not.
    public Answer<Boolean> learnsMac(Id device) {
        boolean hub = topology.wiring().units(holder(device)).stream().anyMatch(Switch::isHub);
        return Answer.of(configuration(device).learnsMac(), holder(device), "learnsMac", !hub);
    }

    public Answer<Boolean> vlanFlooding(Id device) {
        return Answer.of(configuration(device).vlanFlooding(), holder(device), "vlanFlooding", false);
    }

    public Answer<Boolean> arpInspection(Id device, VlanId vlan) {
        return Answer.of(configuration(device).arpInspection(), holder(device), "arpInspection",
                new TreeMap<VlanId, Boolean>()).map(byVlan -> byVlan.getOrDefault(vlan, false));
    }

    public Answer<Boolean> dhcpSnooping(Id device, VlanId vlan) {
        return Answer.of(configuration(device).dhcpSnooping(), holder(device), "dhcpSnooping",
                new TreeMap<VlanId, Boolean>()).map(byVlan -> byVlan.getOrDefault(vlan, false));
    }

    public Answer<Boolean> stpEnabled(Id device) {
        return Answer.of(configuration(device).stpEnabled(), holder(device), "stpEnabled", true);
    }

    public Answer<Boolean> routes(Id device) {
        return Answer.of(configuration(device).routes(), holder(device), "routes",
                !topology.gateways(holder(device)).isEmpty());
    }

    public Answer<List<Integer>> losslessPriorities(Id device) {
        return Answer.of(configuration(device).losslessPriorities(), holder(device), "losslessPriorities", List.of());
    }

    private <T> Answer<T> ofModel(Id device, Attribute<T> stated, String name,
            Function<SwitchModel, Attribute<T>> inModel) {
        if (stated.isUnset()) {
            Optional<T> known = model(device).flatMap(model -> inModel.apply(model).find());
            if (known.isPresent()) {
                return Answer.sure(known.get());
            }
        }
        return Answer.stated(stated, holder(device), name);
    }

    // Ports and LAGs; each of these takes the id of a switch port or of a LAG

    public Answer<PortMode> mode(Id port) {
        return atPort(port, PortConfiguration::mode, "mode", PortMode.ACCESS);
    }

    public Answer<VlanId> accessVlan(Id port) {
        return atPort(port, PortConfiguration::accessVlan, "accessVlan", VLAN_1);
    }

    public Answer<VlanId> nativeVlan(Id port) {
        return atPort(port, PortConfiguration::nativeVlan, "nativeVlan", VLAN_1);
    }

    public Answer<VlanSet> allowedVlans(Id port) {
        return atPort(port, PortConfiguration::allowedVlans, "allowedVlans", VlanSet.ALL);
    }

    public Answer<Boolean> tagNative(Id port) {
        return atPort(port, PortConfiguration::tagNative, "tagNative", false);
    }

    public Answer<Boolean> stpEdge(Id port) {
        return atPort(port, PortConfiguration::stpEdge, "stpEdge", false);
    }

    public Answer<Boolean> bpduGuard(Id port) {
        return atPort(port, PortConfiguration::bpduGuard, "bpduGuard", false);
    }

    public Answer<Boolean> blockUnknownUnicast(Id port) {
        return atPort(port, PortConfiguration::blockUnknownUnicast, "blockUnknownUnicast", false);
    }

    public Answer<Boolean> blockUnknownMulticast(Id port) {
        return atPort(port, PortConfiguration::blockUnknownMulticast, "blockUnknownMulticast", false);
    }

    public Answer<Boolean> portSecurity(SwitchPort port) {
        return Answer.of(port.portSecurity().enabled(), port.id(), "portSecurity.enabled", false);
    }

    /// How many MACs port security lets a port learn.
    public Answer<Integer> mostMacs(SwitchPort port) {
        return Answer.of(port.portSecurity().maxMacs(), port.id(), "portSecurity.maxMacs", 1);
    }

    /// Whether learned MACs stay at the port.
    public Answer<Boolean> stickyMacs(SwitchPort port) {
        return Answer.of(port.portSecurity().sticky(), port.id(), "portSecurity.sticky", false);
    }

    public Answer<Boolean> ipSourceGuard(SwitchPort port) {
        return Answer.of(port.ipSourceGuard(), port.id(), "ipSourceGuard", false);
    }

    public Answer<Boolean> dot1x(SwitchPort port) {
        return Answer.of(port.dot1x(), port.id(), "dot1x", false);
    }

    /// Whether ARP inspection and source guard let the port pass.
    public Answer<Boolean> arpTrusted(SwitchPort port) {
        return Answer.of(port.arpTrusted(), port.id(), "arpTrusted", false);
    }

    /// Whether no address-security feature of the switch acts on the port.
    public Answer<Boolean> securityTrusted(SwitchPort port) {
        return Answer.of(port.securityTrusted(), port.id(), "securityTrusted", false);
    }

    public Answer<Boolean> pfcEnabled(Id port) {
        return atPort(port, PortConfiguration::pfcEnabled, "pfcEnabled", false);
    }

    /// Whether flow control was switched on or off for a port or its LAG; empty where nobody said.
    public Answer<Optional<Boolean>> statedPfc(Id port) {
        return atPort(port, configuration -> configuration.pfcEnabled().map(Optional::of), "pfcEnabled",
                Optional.empty());
    }

    public Answer<List<Integer>> pfcPriorities(Id port) {
        return atPort(port, PortConfiguration::pfcPriorities, "pfcPriorities", List.of());
    }

    /// The MTU that was typed for a port or its LAG; empty where it was left as it came.
    public Answer<Optional<Bytes>> typedMtu(Id port) {
        return atPort(port, configuration -> configuration.mtu().map(Optional::of), "mtu", Optional.empty());
    }

    private <T> Answer<T> atPort(Id id, Function<PortConfiguration, Attribute<T>> get, String name, T standard) {
        Optional<SwitchPort> port = topology.find(id, SwitchPort.class);
        if (port.isPresent()) {
            Attribute<T> own = get.apply(port.get().configuration());
            if (!own.isUnset()) {
                return Answer.of(own, id, name, standard);
            }
            return topology.wiring().lag(id)
                    .map(lag -> Answer.of(get.apply(lag.configuration()), lag.id(), name, standard))
                    .orElseGet(() -> Answer.sure(standard));
        }
        Lag lag = topology.element(id, Lag.class);
        Attribute<T> own = get.apply(lag.configuration());
        if (!own.isUnset()) {
            return Answer.of(own, id, name, standard);
        }
        List<T> stated = new ArrayList<>();
        for (Id member : lag.memberPorts()) {
            Attribute<T> its = get.apply(topology.element(member, SwitchPort.class).configuration());
            if (its.isUnknown()) {
                return Answer.needs(member, name);
            }
            its.find().ifPresent(stated::add);
        }
        return Answer.sure(!stated.isEmpty() && stated.stream().allMatch(stated.getFirst()::equals)
                ? stated.getFirst()
                : standard);
    }

    private static final VlanId VLAN_1 = new VlanId(1);
}
