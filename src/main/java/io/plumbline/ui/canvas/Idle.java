package io.plumbline.ui.canvas;

import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.MouseEvent;

/// Nothing is being done: what is under the pointer, and what a click would select.
final class Idle {
    /// How near to a jack or port a press must be to start a cable, in pixels on the screen.
    private static final double JACK = 9;

    private Idle() {}

    /// The element that a click means; with Alt the one below what is selected.
    static Optional<Id> hit(Picture picture, Point at, double zoom, List<Id> selection, boolean below) {
        List<Id> hits = picture.at(at, zoom);
        if (!below || selection.size() != 1) {
            return hits.stream().findFirst();
        }
        int selected = hits.indexOf(selection.getFirst());
        return hits.isEmpty() ? Optional.empty() : Optional.of(hits.get((selected + 1) % hits.size()));
    }

    /// The selection after a click on an element.
    static List<Id> clicked(List<Id> selection, Id id, MouseEvent event) {
        boolean toggles = event.isShortcutDown() || event.isShiftDown();
        if (!toggles) {
            return List.of(id);
        }
        var toggled = new LinkedHashSet<>(selection);
        if (!toggled.remove(id)) {
            toggled.add(id);
        }
        return new ArrayList<>(toggled);
    }

    /// The jack or port right under the pointer, from which a drag draws a cable. One that is in use is meant as well: a
    /// cable from it is refused, and what it belongs to does not move.
    static Optional<Id> jack(Picture picture, Point at, double zoom) {
        return picture.socketNear(at, JACK / zoom);
    }

    /// The jack or port right under the pointer, when a cable may begin there.
    static Optional<Id> freeJack(Picture picture, Point at, double zoom) {
        return jack(picture, at, zoom).filter(end -> !Connection.used(picture.design()).contains(end));
    }
}
