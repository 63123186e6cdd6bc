package io.plumbline.check;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.edit.Remove;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.PortConfiguration;
import io.plumbline.model.Property;
import io.plumbline.model.Shape;
import io.plumbline.model.StaticMacEntry;
import io.plumbline.model.StaticMulticastGroup;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A remedy in the making: elements with other values, and elements that go. Changes of one element add up.
public final class Proposal {
    private static final Shape<PortConfiguration> SETTINGS = Shape.of(PortConfiguration.class);

    private final Topology topology;
    private final Map<Id, Element> changedById = new LinkedHashMap<>();
    private final Set<Id> removed = new LinkedHashSet<>();

    public Proposal(Topology topology) {
        this.topology = topology;
    }

    /// An element with what is proposed for it so far.
    @SuppressWarnings("unchecked")
    public <E extends Element> E now(E element) {
        return (E) changedById.getOrDefault(element.id(), element);
    }

    /// @param path  the name in files, with dots into nested settings
    /// @param value a plain value, or an attribute that is unknown or unset
    public Proposal set(Element element, String path, Object value) {
        changedById.put(element.id(), Element.with(now(element), path, value));
        return this;
    }

    public Proposal remove(Id id) {
        removed.add(id);
        return this;
    }

    /// Takes ports out of a LAG and leaves them configured as they were in it; a LAG without ports goes.
    public Proposal unbundle(Lag lag, Collection<Id> ports) {
        List<Id> left = new ArrayList<>(now(lag).memberPorts());
        left.removeAll(ports);
        for (Id id : ports) {
            SwitchPort port = topology.element(id, SwitchPort.class);
            for (Property property : SETTINGS.properties()) {
                Object inherited = SETTINGS.get(lag.configuration(), property);
                if (inherited instanceof Attribute<?> attribute && !attribute.isUnset()
                        && SETTINGS.get(now(port).configuration(), property) instanceof Attribute<?> own
                        && own.isUnset()) {
                    set(port, property.name(), attribute);
                }
            }
        }
        if (left.isEmpty()) {
            enterPorts(lag);
            return remove(lag.id());
        }
        return set(lag, "memberPorts", left);
    }

    /// Static entries that steer frames to a LAG steer them to its ports.
    private void enterPorts(Lag lag) {
        for (Id device : topology.wiring().owners(lag)) {
            enterPorts(device, "staticMacEntries", topology.switches().configuration(device).staticMacEntries(), lag,
                    StaticMacEntry::ports,
                    (entry, ports) -> Shape.of(StaticMacEntry.class).with(entry, "ports", ports));
            enterPorts(device, "staticMcastGroups", topology.switches().configuration(device).staticMcastGroups(), lag,
                    StaticMulticastGroup::ports,
                    (entry, ports) -> Shape.of(StaticMulticastGroup.class).with(entry, "ports", ports));
        }
    }

    private <T> void enterPorts(Id device, String attribute, Attribute<List<T>> entries, Lag lag,
            Function<T, Attribute<List<Id>>> portsOf, BiFunction<T, List<Id>, T> withPorts) {
        List<T> before = entries.orElse(List.of());
        List<T> after = before.stream().map(entry -> {
            List<Id> ports = portsOf.apply(entry).orElse(List.of());
            return ports.contains(lag.id()) ? withPorts.apply(entry, replaced(ports, lag)) : entry;
        }).toList();
        if (!after.equals(before)) {
            set(topology.element(topology.switches().holder(device)), attribute, after);
        }
    }

    private static List<Id> replaced(List<Id> ports, Lag lag) {
        Set<Id> replaced = new LinkedHashSet<>();
        for (Id port : ports) {
            if (port.equals(lag.id())) {
                replaced.addAll(lag.memberPorts());
            } else {
                replaced.add(port);
            }
        }
        return List.copyOf(replaced);
    }

    public Remedy as(String label) {
        List<Element> changed = changedById.values().stream().filter(element -> !removed.contains(element.id()))
                .toList();
        List<Edit> edits = new ArrayList<>();
        if (!changed.isEmpty()) {
            edits.add(new Put(label, changed));
        }
        if (!removed.isEmpty()) {
            edits.add(new Remove(label, removed));
        }
        return Remedy.of(label, edits.toArray(Edit[]::new));
    }
}
