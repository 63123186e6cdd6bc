package io.plumbline.ui.palette;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.model.L3Interface;
import io.plumbline.model.Lag;
import io.plumbline.model.MlagPair;
import io.plumbline.model.Router;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.model.SwitchStack;
import io.plumbline.model.Vlan;
import io.plumbline.ui.text.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Switches and what connects them.
final class FabricPlacing {
    /// What a switch has until somebody says otherwise; most real ones have at least as many.
    private static final int PORTS = 24;

    private FabricPlacing() {}

    static Placed unit(Site site) {
        Design design = site.design();
        var bare = Switch.of(Fresh.id(design, Kind.SWITCH), Fresh.name(design, Kind.SWITCH, "SW", 1, _ -> true));
        Switch unit = site.model().map(model -> Element.with(bare, "model", model.id())).orElse(bare);
        var made = new ArrayList<Element>();
        made.add(unit);
        IntStream.rangeClosed(1, PORTS).forEach(number -> made
                .add(SwitchPort.of(new Id(unit.id() + "-p" + number), String.valueOf(number), unit.id())));
        return Placing.done(site, made, site.newModel());
    }

    static Placed port(Site site) {
        return site.meant(Switch.class).<Placed>map(unit -> Placing.inside(site, List.of(port(site.design(), unit)),
                List.of())).orElseGet(() -> new Placed.Refused("Drop a port on its switch."));
    }

    /// One more port of a switch, called as the others are.
    private static SwitchPort port(Design design, Switch unit) {
        List<SwitchPort> ports = design.all(SwitchPort.class).filter(each -> each.onSwitch().equals(unit.id()))
                .toList();
        Id id = Fresh.id(design, Kind.SWITCH_PORT);
        if (ports.isEmpty()) {
            return SwitchPort.of(id, "1", unit.id());
        }
        SwitchPort last = ports.stream().max(Comparator.comparing(SwitchPort::name,
                NaturalOrder.OF_NAMES)).orElseThrow();
        String name = Fresh.nameAfter(design, last,
                each -> each instanceof SwitchPort other && other.onSwitch().equals(unit.id()));
        return SwitchPort.of(id, name, unit.id());
    }

    /// A stack of the selected switches, or of the one under the pointer.
    static Placed stack(Site site) {
        List<Switch> units = units(site);
        if (units.isEmpty()) {
            return new Placed.Refused("Select the switches of the stack, or drop it on one of them.");
        }
        Design design = site.design();
        var stack = SwitchStack.of(Fresh.id(design, Kind.SWITCH_STACK),
                Fresh.name(design, Kind.SWITCH_STACK, "Stack ", 1, _ -> true));
        var members = new ArrayList<Switch>();
        for (int i = 0; i < units.size(); i++) {
            members.add(Element.with(Element.with(units.get(i), "stack", stack.id()), "stackUnit", i + 1));
        }
        return Placing.inside(site, List.of(stack), members);
    }

    /// A pair of the two selected switches.
    static Placed pair(Site site) {
        Set<Id> units = new LinkedHashSet<>();
        units(site).forEach(unit -> units.add(unit.stack().find().orElse(unit.id())));
        site.selected(SwitchStack.class).forEach(stack -> units.add(stack.id()));
        if (units.size() != 2) {
            return new Placed.Refused("Select the two switches of the pair first.");
        }
        Design design = site.design();
        MlagPair pair = Element.with(MlagPair.of(Fresh.id(design, Kind.MLAG_PAIR),
                Fresh.name(design, Kind.MLAG_PAIR, "MLAG ", 1, _ -> true)), "switches", List.copyOf(units));
        return Placing.inside(site, List.of(pair), List.of());
    }

    /// A LAG of the selected ports, or of the ports that the selected cables end on; else an empty one on a switch.
    static Placed lag(Site site) {
        Design design = site.design();
        List<SwitchPort> ports = ports(site);
        Set<Id> owners = new LinkedHashSet<>();
        ports.forEach(port -> owners.add(ownerOf(design, port.onSwitch())));
        Optional<Id> owner = ports.isEmpty() ? site.meant(Switch.class).map(unit -> ownerOf(design, unit.id()))
                : owners.stream().findFirst();
        if (owner.isEmpty()) {
            return new Placed.Refused("Select the ports or the cables of the LAG, or drop it on a switch.");
        }
        if (owners.size() > 1) {
            return new Placed.Refused(
                    "These ports are on different switches; each switch of a pair has a LAG of its own.");
        }
        Optional<Lag> taken = design.all(Lag.class)
                .filter(lag -> ports.stream().anyMatch(port -> lag.memberPorts().contains(port.id()))).findFirst();
        if (taken.isPresent()) {
            return new Placed.Refused("A port of these is already in " + taken.get().name() + ".");
        }
        String name = Fresh.name(design, Kind.LAG, "Po", 1,
                each -> each instanceof Lag lag && lag.owner().is(owner.get()));
        Lag lag = Element.with(Element.with(Lag.of(Fresh.id(design, Kind.LAG), name), "owner", owner.get()),
                "memberPorts", ports.stream().map(SwitchPort::id).toList());
        return Placing.inside(site, List.of(lag), List.of());
    }

    static Placed router(Site site) {
        Design design = site.design();
        return Placing.done(site, Router.of(Fresh.id(design, Kind.ROUTER),
                Fresh.name(design, Kind.ROUTER, "Router", 1, _ -> true)));
    }

    static Placed routedInterface(Site site) {
        Optional<Id> device = site.meant(Router.class).map(Router::id)
                .or(() -> site.meant(Switch.class).map(unit -> ownerOf(site.design(), unit.id())))
                .or(() -> site.meant(SwitchStack.class).map(SwitchStack::id));
        return device.<Placed>map(id -> Placing.inside(site,
                List.of(L3Interface.of(Fresh.id(site.design(), Kind.L3_INTERFACE), "", id)), List.of()))
                .orElseGet(() -> new Placed.Refused("Drop a layer-3 interface on a switch or a router."));
    }

    static Placed vlan(Site site) {
        Design design = site.design();
        return Placing.inside(site, List.of(Vlan.of(Fresh.id(design, Kind.VLAN),
                Fresh.name(design, Kind.VLAN, "VLAN ", 1, _ -> true))), List.of());
    }

    private static List<Switch> units(Site site) {
        List<Switch> selected = site.selected(Switch.class);
        return selected.isEmpty() ? site.meant(Switch.class).stream().toList() : selected;
    }

    private static List<SwitchPort> ports(Site site) {
        Stream<Id> ends = site.selected(Cable.class).stream().flatMap(cable -> Stream.of(cable.endA(), cable.endB()));
        List<SwitchPort> selected = Stream
                .concat(site.selected(SwitchPort.class).stream(),
                        ends.flatMap(id -> site.design().find(id, SwitchPort.class).stream()))
                .distinct().toList();
        return selected.isEmpty() && site.under().isPresent()
                ? site.design().find(site.under().get(), SwitchPort.class).stream().toList() : selected;
    }

    /// The stack of a switch, or the switch itself.
    private static Id ownerOf(Design design, Id unit) {
        return design.find(unit, Switch.class).flatMap(each -> each.stack().find()).orElse(unit);
    }
}
