package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// One pass over a picture, from the bottom layer to the top.
record Painting(Picture picture, Level level, Bounds view, Set<Id> without, Brush brush) {
    void paint() {
        Scenery scenery = picture.scenery(level);
        List<Block> blocks = picture.blocksIn(view).stream().filter(block -> !without.contains(block.id())).toList();
        List<CableLine> cables = brush.shows(Layer.CABLE) ? cables() : List.of();
        brush.layer(Layer.FRAME);
        figures(blocks, Layer.FRAME);
        tabs(scenery, Layer.FRAME);
        brush.layer(Layer.LANE);
        cables.forEach(cable -> draw(cable.id(), cable.lane(level)));
        brush.layer(Layer.CABLE);
        cables(cables);
        brush.layer(Layer.LAG);
        figures(blocks, Layer.LAG);
        brush.layer(Layer.NODE);
        figures(blocks, Layer.NODE);
        brush.layer(Layer.OUTLINE);
        outlines(scenery.memberships());
        outlines(scenery.outlines());
        brush.layer(Layer.PILL);
        tabs(scenery, Layer.PILL);
        pins(scenery.pills());
        brush.layer(Layer.BADGE);
        pins(scenery.badges());
    }

    private boolean isIn(Collection<Id> holders) {
        return without.isEmpty() || holders.stream().noneMatch(without::contains);
    }

    private List<CableLine> cables() {
        Set<Id> bundles = level == Level.OVERVIEW ? picture.bundles() : Set.of();
        return picture.cablesIn(view).stream().filter(cable -> isIn(cable.between())
                && (level != Level.OVERVIEW || bundles.contains(cable.id()))).toList();
    }

    /// A later cable breaks an earlier one; cables of one bundle do not break each other.
    private void cables(List<CableLine> cables) {
        for (int i = 0; i < cables.size();) {
            int end = i + 1;
            while (cables.get(i).isInBundle() && end < cables.size()
                    && cables.get(end).between().equals(cables.get(i).between())) {
                end++;
            }
            List<CableLine> together = cables.subList(i, end);
            together.forEach(cable -> draw(cable.id(), cable.casing(level)));
            together.forEach(cable -> draw(cable.id(), cable.wire(level)));
            i = end;
        }
    }

    private void figures(List<Block> blocks, Layer layer) {
        for (Block block : blocks) {
            for (Figure figure : block.drawing().figures(level)) {
                if (figure.layer() == layer) {
                    brush.figure(figure.id(), figure.shapes(), block.at().x(), block.at().y());
                }
            }
        }
    }

    private void tabs(Scenery scenery, Layer layer) {
        for (Frames.Framed framed : scenery.frames()) {
            if (layer == Layer.FRAME && framed.frame().bounds().overlaps(view)) {
                draw(framed.frame().id(), framed.frame().shapes());
            }
        }
        for (Frames.Framed framed : scenery.frames()) {
            for (Figure tab : framed.tabs()) {
                if (tab.layer() == layer && tab.bounds().overlaps(view)) {
                    draw(tab.id(), tab.shapes());
                }
            }
        }
    }

    private void outlines(List<Scenery.Outline> outlines) {
        for (Scenery.Outline outline : outlines) {
            if (outline.bounds().grownBy(16).overlaps(view) && isIn(outline.holders())) {
                draw(outline.id(), outline.shapes());
            }
        }
    }

    private void pins(List<Scenery.Pin> pins) {
        Bounds near = view.grownBy(40);
        for (Scenery.Pin pin : pins) {
            if (near.contains(pin.at().x(), pin.at().y()) && isIn(pin.holders())) {
                brush.pin(pin.id(), pin.shapes(), pin.at());
            }
        }
    }

    private void draw(Id id, List<Shape> shapes) {
        if (shapes.isEmpty()) {
            return;
        }
        brush.figure(id, shapes, 0, 0);
    }
}
