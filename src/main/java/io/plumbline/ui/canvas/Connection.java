package io.plumbline.ui.canvas;

import io.plumbline.edit.Edit;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.HardwareLoadBalancer;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.Mbps;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Names;
import io.plumbline.ui.palette.Fresh;
import io.plumbline.ui.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a cable may run between two ends. What is merely unwise is allowed: the validator says so later.
public sealed interface Connection {
    /// It may: the edit, and what is worth knowing about the far end.
    record Allowed(Id from, Id to, List<String> facts) implements Connection {
        public Edit edit(Design design) {
            return Put.add(cable(design, from, to));
        }
    }

    /// It may not, and why, in few words.
    record Refused(Id to, String why) implements Connection {}

    static boolean isEnd(Element element) {
        return switch (element.kind()) {
            case PHYSICAL_NIC, SWITCH_PORT, ROUTER, HARDWARE_LOAD_BALANCER -> true;
            default -> false;
        };
    }

    /// The end that is meant by an element: itself, or the best free port of a switch.
    static Optional<Id> end(Design design, Id id) {
        return design.find(id).flatMap(element -> switch (element) {
            case PhysicalNic nic -> Optional.of(nic.id());
            case SwitchPort port -> Optional.of(port.id());
            case Router router -> Optional.of(router.id());
            case HardwareLoadBalancer balancer -> Optional.of(balancer.id());
            case Switch unit -> freePorts(design, unit.id()).stream().findFirst().map(SwitchPort::id);
            default -> Optional.empty();
        });
    }

    static Connection of(Design design, Id from, Id to) {
        Names names = Names.of(design);
        if (from.equals(to)) {
            return new Refused(to, "The same end");
        }
        Optional<Id> device = device(design, from);
        if (device.isPresent() && device.equals(device(design, to))) {
            return new Refused(to, "Both are in " + names.of(device.get()));
        }
        Optional<Cable> cable = cableAt(design, to);
        if (cable.isPresent()) {
            Id other = cable.get().endA().equals(to) ? cable.get().endB() : cable.get().endA();
            return new Refused(to, "In use by " + names.of(other));
        }
        if (cableAt(design, from).isPresent()) {
            return new Refused(to, names.of(from) + " already has a cable");
        }
        return new Allowed(from, to, facts(design, names, from, to));
    }

    /// Unused ports of a switch, in the order of their names.
    static List<SwitchPort> freePorts(Design design, Id unit) {
        Set<Id> used = used(design);
        return design.all(SwitchPort.class).filter(port -> port.onSwitch().equals(unit) && !used.contains(port.id()))
                .sorted(Comparator.comparing(SwitchPort::name, NaturalOrder.OF_NAMES)).toList();
    }

    /// Cables from several ends, in their order, to the next free ports of a switch.
    static List<Cable> toNextPorts(Design design, List<Id> ends, Id unit) {
        var cables = new ArrayList<Cable>();
        List<SwitchPort> ports = freePorts(design, unit);
        for (int i = 0; i < Math.min(ends.size(), ports.size()); i++) {
            cables.add(cable(design, ends.get(i), ports.get(i).id()));
        }
        return cables;
    }

    static Cable cable(Design design, Id from, Id to) {
        return Cable.of(Fresh.id(design, Kind.CABLE), "", from, to);
    }

    /// The ends that have a cable. A router or a load balancer takes any number.
    static Set<Id> used(Design design) {
        var used = new HashSet<Id>();
        design.all(Cable.class).forEach(cable -> {
            used.add(cable.endA());
            used.add(cable.endB());
        });
        used.removeIf(id -> design.find(id).filter(each -> each instanceof Router
                || each instanceof HardwareLoadBalancer).isPresent());
        return used;
    }

    private static Optional<Cable> cableAt(Design design, Id end) {
        return used(design).contains(end) ? design.all(Cable.class)
                .filter(cable -> cable.endA().equals(end) || cable.endB().equals(end)).findFirst() : Optional.empty();
    }

    private static Optional<Id> device(Design design, Id end) {
        return design.find(end).flatMap(element -> switch (element) {
            case PhysicalNic nic -> Optional.of(nic.host());
            case SwitchPort port -> Optional.of(port.onSwitch());
            default -> Optional.empty();
        });
    }

    private static List<String> facts(Design design, Names names, Id from, Id to) {
        var facts = new ArrayList<String>();
        Optional<Mbps> near = speed(design, from);
        Optional<Mbps> far = speed(design, to);
        facts.add(names.of(to) + ", free" + far.map(speed -> ", " + words(speed)).orElse(""));
        if (near.isPresent() && far.isPresent() && !near.equals(far)) {
            facts.add(words(near.get()) + " meets " + words(far.get()));
        }
        design.find(to, SwitchPort.class).ifPresent(port -> {
            Stream<String> settings = Stream.of(
                    port.configuration().mtu().find().map(mtu -> "MTU " + mtu.value()),
                    port.configuration().accessVlan().find().map(vlan -> "VLAN " + vlan),
                    port.configuration().mode().find().map(mode -> mode.display())).flatMap(Optional::stream);
            String line = String.join(", ", settings.toList());
            if (!line.isEmpty()) {
                facts.add(line);
            }
        });
        return facts;
    }

    private static Optional<Mbps> speed(Design design, Id end) {
        return design.find(end).map(element -> switch (element) {
            case PhysicalNic nic -> nic.linkSpeedMbps();
            case SwitchPort port -> port.speedMbps();
            default -> Attribute.<Mbps>unset();
        }).flatMap(Attribute::find);
    }

    private static String words(Mbps speed) {
        return speed.value() % 1000 == 0 ? speed.value() / 1000 + " Gb/s" : speed.value() + " Mb/s";
    }
}
