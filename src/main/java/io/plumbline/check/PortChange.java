package io.plumbline.check;

import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Lag;
import io.plumbline.model.Shape;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A setting of switch ports and LAGs that a remedy changes.
///
/// A LAG hands its settings to its ports: what they state themselves about the same thing is taken away, so that they do
/// not contradict it.
public record PortChange(Topology topology) {

    /// One attribute of each port or LAG, by its name in files.
    public Put set(Collection<Id> portsOrLags, String path, Object value, String words) {
        Map<Id, Element> changed = new LinkedHashMap<>();
        for (Id id : portsOrLags) {
            changed.put(id, Element.with(topology.element(id), path, value));
            topology.find(id, Lag.class).ifPresent(lag -> cleared(lag, path).forEach(
                    port -> changed.put(port.id(), port)));
        }
        return new Put("Set " + words, List.copyOf(changed.values()));
    }

    private List<SwitchPort> cleared(Lag lag, String path) {
        List<SwitchPort> ports = new ArrayList<>();
        for (Id member : lag.memberPorts()) {
            SwitchPort port = topology.element(member, SwitchPort.class);
            boolean states = Shape.of(SwitchPort.class).get(port, path) instanceof Attribute<?> own && !own.isUnset();
            if (states) {
                ports.add(Element.with(port, path, Attribute.unset()));
            }
        }
        return ports;
    }
}
