package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The picture of one thing that is moved as a whole, at all three levels of detail, with its upper left corner at the
/// origin. Moving it makes nothing anew; a level is drawn when it is first looked at.
abstract class Drawing {
    private final Id id;
    private final Bounds bounds;
    private final AtomicReference<Map<Id, Socket>> sockets = new AtomicReference<>();
    private final Once<Map<Id, Id>> standIns = new Once<>(this::standIns);
    private final AtomicReferenceArray<List<Figure>> figures = new AtomicReferenceArray<>(Level.values().length);

    Drawing(Id id, double width, double height) {
        this.id = id;
        this.bounds = new Bounds(0, 0, width, height);
    }

    final Id id() {
        return id;
    }

    final double width() {
        return bounds.width();
    }

    final double height() {
        return bounds.height();
    }

    final Bounds bounds() {
        return bounds;
    }

    /// What is drawn at a level, what lies deeper later.
    final List<Figure> figures(Level level) {
        List<Figure> known = figures.get(level.ordinal());
        if (known != null) {
            return known;
        }
        List<Figure> drawn = List.copyOf(switch (level) {
            case FULL -> full();
            case COMPACT -> compact();
            case OVERVIEW -> overview();
        });
        figures.set(level.ordinal(), drawn);
        return drawn;
    }

    abstract List<Figure> full();

    abstract List<Figure> compact();

    abstract List<Figure> overview();

    /// Where cables are plugged in, by NIC or port.
    final Map<Id, Socket> sockets() {
        Map<Id, Socket> known = sockets.get();
        if (known == null) {
            known = plugs();
            sockets.set(known);
        }
        return known;
    }

    /// What [#sockets()] says, worked out.
    Map<Id, Socket> plugs() {
        return Map.of();
    }

    /// Elements that have no figure of their own or not at every level, and which one shows them.
    Map<Id, Id> standIns() {
        return Map.of();
    }

    final Optional<Figure> ownFigure(Id element, Level level) {
        for (Figure figure : figures(level)) {
            if (figure.id().equals(element)) {
                return Optional.of(figure);
            }
        }
        return Optional.empty();
    }

    /// The figure of an element, or of what stands in for it, at a level.
    final Optional<Figure> figure(Id element, Level level) {
        Optional<Figure> own = ownFigure(element, level);
        if (own.isPresent()) {
            return own;
        }
        Id standIn = standIns.get().get(element);
        return standIn == null || standIn.equals(element) ? Optional.empty() : figure(standIn, level);
    }
}
