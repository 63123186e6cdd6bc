package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The elements that a gesture moves, drawn at their new place, and their cables with square corners.
record Lifting(Picture picture, Level level, Set<Id> lifted, double dx, double dy, Brush brush) {
    void paint() {
        List<Block> blocks = picture.composition().blocks().values().stream()
                .filter(block -> lifted.contains(block.id())).toList();
        List<CableLine> cables = brush.shows(Layer.CABLE) ? cables() : List.of();
        brush.layer(Layer.MOVING);
        cables.forEach(cable -> brush.figure(cable.id(), cable.lane(level), 0, 0));
        cables.forEach(cable -> brush.figure(cable.id(), cable.casing(level), 0, 0));
        cables.forEach(cable -> brush.figure(cable.id(), cable.wire(level), 0, 0));
        for (Layer layer : List.of(Layer.FRAME, Layer.LAG, Layer.NODE)) {
            for (Block block : blocks) {
                for (Figure figure : block.drawing().figures(level)) {
                    if (figure.layer() == layer) {
                        brush.figure(figure.id(), figure.shapes(), block.at().x() + dx, block.at().y() + dy);
                    }
                }
            }
        }
        Scenery scenery = picture.scenery(level);
        scenery.memberships().stream().filter(outline -> moves(outline.holders()))
                .forEach(outline -> brush.figure(outline.id(), outline.shapes(), dx, dy));
        scenery.outlines().stream().filter(outline -> moves(outline.holders()) && picture.cable(outline.id()).isEmpty())
                .forEach(outline -> brush.figure(outline.id(), outline.shapes(), dx, dy));
        scenery.badges().stream().filter(pin -> moves(pin.holders()) && picture.cable(pin.id()).isEmpty())
                .forEach(pin -> brush.pin(pin.id(), pin.shapes(), pin.at().plus(dx, dy)));
    }

    private boolean moves(Collection<Id> holders) {
        return !holders.isEmpty() && lifted.containsAll(holders);
    }

    private List<CableLine> cables() {
        var led = new ArrayList<CableLine>();
        Set<Id> bundles = level == Level.OVERVIEW ? picture.bundles() : Set.of();
        for (CableLine cable : picture.composition().cables()) {
            boolean first = lifted.contains(cable.between().getFirst());
            boolean last = lifted.contains(cable.between().getLast());
            boolean shown = level != Level.OVERVIEW || bundles.contains(cable.id());
            if ((first || last) && shown) {
                led.add(cable.along(first && last
                        ? cable.points().stream().map(point -> point.plus(dx, dy)).toList()
                        : square(cable, first)));
            }
        }
        return led;
    }

    /// Upright, level, upright from the moved end to the one that stays.
    private List<Point> square(CableLine cable, boolean firstMoves) {
        Point start = firstMoves ? cable.points().getFirst().plus(dx, dy) : cable.points().getFirst();
        Point end = firstMoves ? cable.points().getLast() : cable.points().getLast().plus(dx, dy);
        boolean upright = cable.points().size() < 2 || cable.points().get(0).x() == cable.points().get(1).x();
        if (upright) {
            double y = cable.points().size() > 2 ? cable.points().get(1).y() : (start.y() + end.y()) / 2;
            return Routing.simplified(List.of(start, new Point(start.x(), y), new Point(end.x(), y), end));
        }
        double x = (start.x() + end.x()) / 2;
        return Routing.simplified(List.of(start, new Point(x, start.y()), new Point(x, end.y()), end));
    }
}
