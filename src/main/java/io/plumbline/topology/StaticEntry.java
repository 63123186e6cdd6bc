package io.plumbline.topology;

import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Flag;
import io.plumbline.model.Id;
import io.plumbline.model.IpAddress;
import io.plumbline.model.Ipv4;
import io.plumbline.model.Mac;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchConfiguration;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.VlanId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// A static MAC or multicast group entry of a switch or stack as it stands, whomever it is for.
///
/// @param holder      the stack or switch
/// @param group       whether it is a multicast group, not a MAC entry
/// @param index       its place in the list
/// @param mac         the MAC it steers
/// @param address     the group address, where it was entered so
/// @param vlan        its VLAN
/// @param ports       the ports and LAGs it lists
/// @param cluster     the NLB cluster it was made for
/// @param application the other application it belongs to
/// @param flags       whether it is only planned
public record StaticEntry(Id holder, boolean group, int index, Answer<Mac> mac, Attribute<IpAddress> address,
        Attribute<Id> vlan, Attribute<List<Id>> ports, Attribute<Id> cluster, Attribute<String> application,
        Attribute<SortedSet<Flag>> flags) {

    /// @param entries those that are finished
    /// @param needs   what would have to be known about further ones
    public record All(List<StaticEntry> entries, SortedSet<Missing> needs) {}

    /// The entries of a switch or stack.
    public static All of(Topology topology, Id device) {
        Id holder = topology.switches().holder(device);
        Answer<List<StaticMacEntry>> macs = topology.switches().staticMacEntries(holder);
        Answer<List<StaticMulticastGroup>> groups = topology.switches().staticMcastGroups(holder);
        SortedSet<Missing> needs = new TreeSet<>(macs.needs());
        needs.addAll(groups.needs());
        List<StaticEntry> entries = new ArrayList<>();
        int index = 0;
        for (StaticMacEntry each : macs.orElse(List.of())) {
            entries.add(new StaticEntry(holder, false, index++, Answer.sure(each.mac()), Attribute.unset(), each.vlan(),
                    each.ports(), each.nlbCluster(), each.otherApplication(), each.flags()));
        }
        index = 0;
        for (StaticMulticastGroup each : groups.orElse(List.of())) {
            Optional<Answer<Mac>> mac = macOf(holder, each);
            if (mac.isPresent()) {
                entries.add(new StaticEntry(holder, true, index, mac.get(), each.group(), each.vlan(), each.ports(),
                        each.nlbCluster(), each.otherApplication(), each.flags()));
            }
            index++;
        }
        return new All(entries, needs);
    }

    /// The MAC of a group, in whichever way it was entered: as MAC, as group address, or as the VIP, which switches turn
    /// into the group themselves. Empty while the entry is not finished.
    private static Optional<Answer<Mac>> macOf(Id holder, StaticMulticastGroup entry) {
        if (entry.mac() instanceof Attribute.Known<Mac>(Mac mac)) {
            return Optional.of(Answer.sure(mac));
        }
        return switch (entry.group()) {
            case Attribute.Known<IpAddress>(Ipv4 group) -> Optional.of(Answer.sure(NlbAddress.groupMac(
                    group.isMulticast() ? group : NlbAddress.igmpGroup(group))));
            case Attribute.Unknown<IpAddress> _ -> Optional.of(Answer.needs(holder, "staticMcastGroups.group"));
            default -> entry.mac().isUnknown() ? Optional.of(Answer.needs(holder, "staticMcastGroups.mac"))
                    : Optional.empty();
        };
    }

    /// The list it stands in.
    public String list() {
        return group ? "staticMcastGroups" : "staticMacEntries";
    }

    /// The name of one of its attributes in the file.
    public String attribute(String name) {
        return list() + "." + name;
    }

    /// Whether it is for something that is no NLB cluster.
    public Answer<Boolean> isForAnother() {
        return Answer.optional(application, holder, attribute("otherApplication"))
                .map(text -> text.filter(each -> !each.isBlank()).isPresent());
    }

    public Answer<Boolean> isIn(Topology topology, VlanId number) {
        return vlan instanceof Attribute.Known<Id>(Id known)
                ? topology.vlans().idOf(known).then(its -> Answer.sure(its.equals(number)))
                : Answer.needs(holder, attribute("vlan"));
    }

    /// The switch or stack without these entries.
    public static Element without(Element holder, Collection<StaticEntry> gone) {
        Element left = holder;
        for (boolean group : List.of(false, true)) {
            List<Integer> places =
                    gone.stream().filter(each -> each.group() == group).map(StaticEntry::index).toList();
            if (!places.isEmpty()) {
                List<?> before = entries(holder, group);
                List<Object> kept = new ArrayList<>();
                for (int i = 0; i < before.size(); i++) {
                    if (!places.contains(i)) {
                        kept.add(before.get(i));
                    }
                }
                left = Element.with(left, group ? "staticMcastGroups" : "staticMacEntries", kept);
            }
        }
        return left;
    }

    /// The switch or stack with other ports in this entry.
    public Element withPorts(Element device, Collection<Id> changed) {
        List<Object> list = new ArrayList<>(entries(device, group));
        list.set(index, list.get(index) instanceof StaticMacEntry entry
                ? Shape.of(StaticMacEntry.class).with(entry, "ports", List.copyOf(changed))
                : Shape.of(StaticMulticastGroup.class).with(
                        (StaticMulticastGroup) list.get(index), "ports", List.copyOf(changed)));
        return Element.with(device, list(), list);
    }

    /// The switch or stack with this MAC in the entry; a group that was entered by its address is entered by MAC then. The
    /// entries in front of this one must be the same as when it was read.
    public Element withMac(Element device, Mac changed) {
        List<Object> list = new ArrayList<>(entries(device, group));
        list.set(index, list.get(index) instanceof StaticMacEntry entry
                ? Shape.of(StaticMacEntry.class).with(entry, "mac", changed)
                : Shape.of(StaticMulticastGroup.class).with(Shape.of(StaticMulticastGroup.class)
                        .with((StaticMulticastGroup) list.get(index), "group", Attribute.unset()), "mac", changed));
        return Element.with(device, list(), list);
    }

    /// The switch or stack with one more entry behind the others.
    public static Element plus(Element device, boolean group, Object entry) {
        List<Object> list = new ArrayList<>(entries(device, group));
        list.add(entry);
        return Element.with(device, group ? "staticMcastGroups" : "staticMacEntries", list);
    }

    private static List<?> entries(Element device, boolean group) {
        SwitchConfiguration configuration = switch (device) {
            case SwitchStack stack -> stack.configuration();
            case Switch each -> each.configuration();
            default -> throw new IllegalArgumentException(device.id() + " is no switch.");
        };
        return group ? configuration.staticMcastGroups().orElse(List.of())
                : configuration.staticMacEntries().orElse(List.of());
    }
}
