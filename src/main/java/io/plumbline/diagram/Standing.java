package io.plumbline.diagram;

import io.plumbline.model.Cable;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who stands where among those that are cabled with each other: it decides at which side of a device a cable leaves.
final class Standing {
    private final Contents contents;
    private final Map<Id, Bounds> boxes = new HashMap<>();

    Standing(Contents contents, Map<Id, Drawing> drawings, Map<Id, Point> places) {
        this.contents = contents;
        drawings.forEach((id, drawing) -> boxes.put(id,
                drawing.bounds().plus(places.get(id).x(), places.get(id).y())));
    }

    /// The cables at the upper and at the lower edge of a device, from left to right, and from which x each would come
    /// straight.
    record Ends(List<Id> above, List<Id> below, Map<Id, Double> wanted) {
        static Ends of(List<Cable> cables) {
            return new Ends(cables.stream().map(Cable::id).toList(), List.of(), Map.of());
        }
    }

    /// The same ends, with the places of the ports that now are known.
    Map<Id, Ends> straightened(Map<Id, Ends> ends, Map<Id, Drawing> drawings) {
        var straight = new TreeMap<Id, Ends>();
        ends.forEach((device, known) -> {
            var wanted = new TreeMap<Id, Double>();
            for (Cable cable : contents.deviceCables(device)) {
                Id far = farEnd(cable, device);
                contents.containerOf(far).filter(id -> drawings.get(id) instanceof SwitchCard).ifPresent(id -> {
                    Socket socket = drawings.get(id).sockets().get(far);
                    if (socket != null && socket.side().isUpright()) {
                        wanted.put(cable.id(), boxes.get(id).x() + socket.at().x() - boxes.get(device).x());
                    }
                });
            }
            straight.put(device, new Ends(known.above(), known.below(), wanted));
        });
        return straight;
    }

    /// At which edge of each router or load balancer its cables come in.
    Map<Id, Ends> deviceEnds() {
        var ends = new TreeMap<Id, Ends>();
        for (Id device : contents.devices()) {
            Bounds own = boxes.get(device);
            var above = new ArrayList<Cable>();
            var below = new ArrayList<Cable>();
            for (Cable cable : contents.deviceCables(device)) {
                Bounds other = boxAt(farEnd(cable, device)).orElse(own);
                (other.centreY() > own.bottom() ? below : above).add(cable);
            }
            Comparator<Cable> byX = Comparator
                    .comparingDouble((Cable cable) -> boxAt(farEnd(cable, device)).orElse(own).centreX())
                    .thenComparing(Cable::id);
            ends.put(device, new Ends(above.stream().sorted(byX).map(Cable::id).toList(),
                    below.stream().sorted(byX).map(Cable::id).toList(), Map.of()));
        }
        return ends;
    }

    private Id farEnd(Cable cable, Id device) {
        return contents.isDrawnAs(cable.endA(), device) ? cable.endB() : cable.endA();
    }

    private Optional<Bounds> boxAt(Id end) {
        return contents.containerOf(end).map(boxes::get);
    }

    /// The side of each port that leads to a device or another switch; all others look up to the hosts.
    Map<Id, Socket.Side> sides(Switch unit) {
        var sides = new TreeMap<Id, Socket.Side>();
        Bounds own = boxes.get(unit.id());
        for (SwitchPort port : contents.portsOf(unit)) {
            for (Cable cable : contents.cablesAt(port.id())) {
                Id far = contents.farEnd(cable, port.id());
                if (!contents.isHostEnd(far)) {
                    contents.containerOf(far).map(boxes::get)
                            .ifPresent(other -> sides.put(port.id(), side(own, other)));
                }
            }
        }
        return sides;
    }

    private Socket.Side side(Bounds own, Bounds other) {
        boolean beside = own.y() < other.bottom() && own.bottom() > other.y()
                && (own.right() <= other.x() || other.right() <= own.x());
        if (beside && isFreeBetween(own, other)) {
            return own.x() < other.x() ? Socket.Side.EAST : Socket.Side.WEST;
        }
        return beside || other.centreY() > own.centreY() ? Socket.Side.SOUTH : Socket.Side.NORTH;
    }

    private boolean isFreeBetween(Bounds a, Bounds b) {
        double left = Math.min(a.right(), b.right());
        double right = Math.max(a.x(), b.x());
        double middle = (Math.max(a.y(), b.y()) + Math.min(a.bottom(), b.bottom())) / 2;
        return boxes.values().stream().noneMatch(box -> box.x() < right - 1 && box.right() > left + 1
                && box.y() < middle && box.bottom() > middle);
    }

    /// Where a port at the lower edge would like to stand: right above its other end.
    Map<Id, Double> southX(Switch unit, Map<Id, Socket.Side> sides, Map<Id, Drawing> drawings) {
        var xs = new TreeMap<Id, Double>();
        Bounds own = boxes.get(unit.id());
        for (SwitchPort port : contents.portsOf(unit)) {
            if (sides.get(port.id()) != Socket.Side.SOUTH) {
                continue;
            }
            for (Cable cable : contents.cablesAt(port.id())) {
                Id far = contents.farEnd(cable, port.id());
                contents.containerOf(far).ifPresent(id -> {
                    Socket socket = drawings.get(id) instanceof DeviceCard card ? card.sockets().get(cable.id())
                            : drawings.get(id).sockets().get(far);
                    double x = socket == null ? boxes.get(id).centreX() : boxes.get(id).x() + socket.at().x();
                    xs.put(port.id(), x - own.x());
                });
            }
        }
        return xs;
    }

    /// A jack by its x, and where its cable leads to.
    record Jack(double x, Id leadsTo) {}

    /// The jacks of all hosts that have a cable to a switch, also those whose own cable goes elsewhere, from left to
    /// right.
    List<Jack> jacksAbove(Switch unit, Map<Id, Drawing> drawings) {
        var hosts = new LinkedHashSet<Id>();
        for (SwitchPort port : contents.portsOf(unit)) {
            for (Cable cable : contents.cablesAt(port.id())) {
                contents.find(contents.farEnd(cable, port.id()), PhysicalNic.class).map(PhysicalNic::host)
                        .ifPresent(hosts::add);
            }
        }
        var jacks = new ArrayList<Jack>();
        for (Id host : hosts) {
            double left = boxes.get(host).x();
            drawings.get(host).sockets().forEach((nic, socket) -> {
                for (Cable cable : contents.cablesAt(nic)) {
                    jacks.add(new Jack(left + socket.at().x(), contents.farEnd(cable, nic)));
                }
            });
        }
        jacks.sort(Comparator.comparingDouble(Jack::x));
        return jacks;
    }

    /// How many ports of a switch would stand right under a jack whose cable goes elsewhere, if all ports stood farther
    /// right by `shift`.
    long sharedUprights(Switch unit, SwitchPlan plan, double shift, List<Jack> jacks) {
        double left = boxes.get(unit.id()).x() + shift;
        long shared = 0;
        for (SwitchPlan.Item item : plan.strip()) {
            if (item instanceof SwitchPlan.Port port && port.isUsed()) {
                double x = left + port.centre();
                for (int j = firstFrom(jacks, x - 6); j < jacks.size() && jacks.get(j).x() < x + 6; j++) {
                    shared += jacks.get(j).leadsTo().equals(port.port().id()) ? 0 : 1;
                }
            }
        }
        return shared;
    }

    /// The number of the first jack that stands farther right than `x`.
    private static int firstFrom(List<Jack> jacks, double x) {
        int low = 0;
        int high = jacks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (jacks.get(middle).x() > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
