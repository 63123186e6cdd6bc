package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.edit.Edit;
import io.plumbline.edit.Move;
import io.plumbline.edit.Several;
import io.plumbline.model.Design;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.MlagPair;
import io.plumbline.model.Place;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchStack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Where elements stand, and the edits that put them elsewhere.
///
/// What was placed automatically so far keeps its place from the first such edit on: nothing that nobody touched may
/// move because something else did.
final class Places {
    private Places() {}

    /// The elements that move when these are dragged: the host of a NIC, all hosts of a cluster.
    static Set<Id> movable(Picture picture, Collection<Id> ids) {
        Design design = picture.design();
        var movable = new LinkedHashSet<Id>();
        for (Id id : ids) {
            inside(design, id).forEach(each -> picture.movedWith(each).ifPresent(movable::add));
        }
        return movable;
    }

    /// What a frame holds; anything else itself.
    private static Stream<Id> inside(Design design, Id id) {
        return design.find(id).stream().flatMap(element -> switch (element) {
            case FailoverCluster cluster -> Stream.concat(Stream.of(id), design.all(Host.class)
                    .filter(host -> host.failoverCluster().is(cluster.id())).map(Host::id));
            case SwitchStack stack -> design.all(Switch.class).filter(unit -> unit.stack().is(stack.id()))
                    .map(Switch::id);
            case MlagPair pair -> pair.switches().stream().flatMap(each -> inside(design, each));
            default -> Stream.of(id);
        });
    }

    static Edit moved(Picture picture, Design design, Set<Id> moved, double dx, double dy) {
        Map<Id, Point> places = picture.places();
        var target = new HashMap<Id, Place>();
        moved.stream().filter(places::containsKey).forEach(id -> target.put(id, at(places.get(id).plus(dx, dy))));
        return keeping(picture, Move.of(design, target), target);
    }

    /// An edit after which what nobody placed so far still stands where it stands now.
    static Edit keeping(Picture picture, Edit edit) {
        Map<Id, Place> loose = loose(picture, Set.of());
        return loose.isEmpty() ? edit
                : new Several(edit.label(), List.of(new Move(edit.label(), loose, Map.of()), edit));
    }

    private static Edit keeping(Picture picture, Move move, Map<Id, Place> target) {
        var all = new HashMap<>(loose(picture, target.keySet()));
        all.putAll(target);
        return new Move(move.label(), all, Map.of());
    }

    private static Map<Id, Place> loose(Picture picture, Set<Id> without) {
        Map<Id, Place> placed = picture.design().layout().view().placeById();
        var loose = new HashMap<Id, Place>();
        picture.places().forEach((id, point) -> {
            if (!placed.containsKey(id) && !without.contains(id) && picture.design().find(id).isPresent()) {
                loose.put(id, at(point));
            }
        });
        return loose;
    }

    private static Place at(Point point) {
        return Place.at(point.x(), point.y());
    }

    /// Brings a line of all boxes, such as their left edges, to that of the primary one.
    static Edit aligned(Picture picture, List<Id> ids, ToDoubleFunction<Bounds> line, Axis axis) {
        List<Id> movable = List.copyOf(movable(picture, ids));
        double wanted = line.applyAsDouble(picture.boxOf(movable.getLast()).orElseThrow());
        var by = new LinkedHashMap<Id, Double>();
        movable.forEach(id -> by.put(id, wanted - line.applyAsDouble(picture.boxOf(id).orElseThrow())));
        return shifted(picture, by, axis);
    }

    /// Makes the gaps between all boxes equal; the outermost two stay.
    static Edit distributed(Picture picture, List<Id> ids, Axis axis) {
        var movable = new ArrayList<>(movable(picture, ids));
        movable.sort(Comparator.comparingDouble(id -> axis.start(picture.boxOf(id).orElseThrow())));
        Bounds first = picture.boxOf(movable.getFirst()).orElseThrow();
        Bounds last = picture.boxOf(movable.getLast()).orElseThrow();
        double taken = movable.stream().mapToDouble(id -> axis.size(picture.boxOf(id).orElseThrow())).sum();
        double gap = (axis.start(last) + axis.size(last) - axis.start(first) - taken) / (movable.size() - 1);
        var by = new LinkedHashMap<Id, Double>();
        double at = axis.start(first);
        for (Id id : movable) {
            Bounds box = picture.boxOf(id).orElseThrow();
            by.put(id, Math.round(at) - axis.start(box));
            at += axis.size(box) + gap;
        }
        return shifted(picture, by, axis);
    }

    private static Edit shifted(Picture picture, Map<Id, Double> by, Axis axis) {
        Map<Id, Point> places = picture.places();
        var target = new HashMap<Id, Place>();
        by.forEach((id, way) -> target.put(id, at(axis == Axis.ACROSS ? places.get(id).plus(way, 0)
                : places.get(id).plus(0, way))));
        return keeping(picture, Move.of(picture.design(), target), target);
    }

    enum Axis {
        ACROSS, DOWN;

        double start(Bounds bounds) {
            return this == ACROSS ? bounds.x() : bounds.y();
        }

        double size(Bounds bounds) {
            return this == ACROSS ? bounds.width() : bounds.height();
        }
    }
}
