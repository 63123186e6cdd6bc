package io.plumbline.diagram;

import io.plumbline.model.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A drawing at its place: what is moved as a whole.
record Block(Drawing drawing, Point at) {
    /// How far ports, capsules, badges and outlines reach beyond the edge.
    private static final double OVERHANG = 40;

    Id id() {
        return drawing.id();
    }

    Bounds bounds() {
        return drawing.bounds().plus(at.x(), at.y());
    }

    Bounds reach() {
        return bounds().grownBy(OVERHANG);
    }

    Optional<Socket> socket(Id end) {
        return Optional.ofNullable(sockets().get(end)).map(socket -> socket.plus(at.x(), at.y()));
    }

    private Map<Id, Socket> sockets() {
        return drawing.sockets();
    }

    /// The box that shows an element, without the shapes in it.
    Optional<Figure> figure(Id element, Level level) {
        return drawing.figure(element, level).map(figure -> new Figure(figure.id(), figure.layer(),
                figure.bounds().plus(at.x(), at.y()), figure.radius(), List.of()));
    }
}
