package io.plumbline.ui;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.outline.Containment;
import io.plumbline.ui.text.NaturalOrder;
import io.plumbline.workbench.Workbench;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands that change what is seen, and those that walk from element to element.
final class ViewCommands {
    /// Reading order: hosts, their NICs, cables, ports, switches.
    private static final List<Kind> READING = List.of(Kind.FAILOVER_CLUSTER, Kind.HOST, Kind.VM, Kind.V_NIC,
            Kind.VIRTUAL_SWITCH, Kind.TEAM, Kind.PHYSICAL_NIC, Kind.CABLE, Kind.LAG, Kind.SWITCH_PORT, Kind.SWITCH,
            Kind.SWITCH_STACK, Kind.MLAG_PAIR, Kind.ROUTER, Kind.NLB_CLUSTER, Kind.HARDWARE_LOAD_BALANCER,
            Kind.CLIENT_ZONE, Kind.NOTE, Kind.FRAME, Kind.TEXT_LABEL);

    private final Workbench workbench;
    private final DesignCanvas canvas;

    ViewCommands(Workbench workbench, DesignCanvas canvas) {
        this.workbench = workbench;
        this.canvas = canvas;
    }

    void register(Actions actions) {
        actions.on(Command.ZOOM_IN, () -> canvas.zoomBy(2));
        actions.on(Command.ZOOM_OUT, () -> canvas.zoomBy(-2));
        actions.on(Command.ZOOM_100, () -> canvas.zoomTo(1));
        actions.on(Command.FIT, canvas::fit);
        actions.on(Command.FIT_SELECTION, canvas::fitSelection,
                () -> workbench.now().selection().isEmpty() ? Optional.of("Select something first.")
                        : Optional.empty());
        actions.on(Command.SELECT_TOOL, canvas::cancel);
        actions.on(Command.NEXT_ELEMENT, () -> walk(1));
        actions.on(Command.PREVIOUS_ELEMENT, () -> walk(-1));
        actions.on(Command.CONTAINER, () -> primary().flatMap(this::container).ifPresent(this::go));
        actions.on(Command.FIRST_CHILD, () -> primary().flatMap(this::firstChild).ifPresent(this::go));
        actions.on(Command.PEER, () -> primary().flatMap(this::peer).ifPresent(this::go));
    }

    private void walk(int by) {
        List<Id> order = workbench.now().design().all().filter(each -> READING.contains(each.kind()))
                .filter(each -> canvas.picture().boundsOf(each.id()).isPresent())
                .sorted(Comparator.comparing((Element each) -> READING.indexOf(each.kind()))
                        .thenComparing(Element::name, NaturalOrder.OF_NAMES).thenComparing(Element::id))
                .map(Element::id).toList();
        if (!order.isEmpty()) {
            int at = primary().map(order::indexOf).orElse(-1);
            go(order.get(at < 0 ? by > 0 ? 0 : order.size() - 1 : Math.floorMod(at + by, order.size())));
        }
    }

    private Optional<Id> primary() {
        return workbench.now().primary();
    }

    private Optional<Id> container(Id id) {
        Design design = workbench.now().design();
        return Containment.container(design, design.element(id));
    }

    private Optional<Id> firstChild(Id id) {
        Design design = workbench.now().design();
        return design.all().filter(each -> Containment.container(design, each).equals(Optional.of(id)))
                .min(Comparator.comparing(Element::kind).thenComparing(Element::name, NaturalOrder.OF_NAMES))
                .map(Element::id);
    }

    /// The other end of the cable at an element; for a cable one of its ends.
    private Optional<Id> peer(Id id) {
        Design design = workbench.now().design();
        return design.all(Cable.class)
                .flatMap(cable -> cable.id().equals(id) ? Stream.of(cable.endB())
                        : cable.endA().equals(id) ? Stream.of(cable.endB())
                                : cable.endB().equals(id) ? Stream.of(cable.endA()) : Stream.empty())
                .findFirst();
    }

    private void go(Id id) {
        workbench.select(List.of(id));
        canvas.reveal();
    }
}
