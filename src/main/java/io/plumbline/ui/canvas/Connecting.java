package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Dash;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Socket;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import io.plumbline.topology.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/// A cable from a jack or a port to another one: by dragging, or with two clicks. What could take the loose end is lit;
/// what cannot says why at the pointer.
final class Connecting implements Gesture {
    /// How near, in pixels on the screen, the pointer must come to a jack or a port.
    static final double REACH = 24;
    private static final double CLICK = 4;
    private static final int MOST_LIT = 400;

    private final Supplier<Picture> picture;
    private final Supplier<Viewport> viewport;
    private final Consumer<Connection.Allowed> connect;
    private final Set<Id> used;
    private Optional<Id> from;
    private Point pressedAt;
    private Point at;
    private Optional<Connection> target = Optional.empty();

    /// @param from where it starts, or nothing when the first click decides
    Connecting(Supplier<Picture> picture, Supplier<Viewport> viewport, Optional<Id> from, Point at,
            Consumer<Connection.Allowed> connect) {
        this.picture = picture;
        this.viewport = viewport;
        this.connect = connect;
        this.from = from;
        this.at = at;
        this.pressedAt = at;
        this.used = Connection.used(picture.get().design());
    }

    @Override
    public Next pressed(Point point, MouseEvent event) {
        at = point;
        pressedAt = point;
        if (from.isEmpty()) {
            from = endAt(point).filter(end -> !used.contains(end));
            return Next.ON;
        }
        target = targetAt(point);
        return finish() ? Next.OVER : Next.ON;
    }

    @Override
    public Next moved(Point point, MouseEvent event) {
        at = point;
        target = from.isPresent() ? targetAt(point) : endAt(point).flatMap(end -> used.contains(end)
                ? Optional.of(new Connection.Refused(end, "In use")) : Optional.empty());
        return Next.ON;
    }

    /// After a drag the cable ends here; after a click it goes on to the next one.
    @Override
    public Next released(Point point, MouseEvent event) {
        boolean click = point.distanceTo(pressedAt) * viewport.get().zoom() < CLICK;
        if (click || from.isEmpty()) {
            return Next.ON;
        }
        target = targetAt(point);
        finish();
        return Next.OVER;
    }

    @Override
    public void draw(Overlay overlay) {
        lightUp(overlay);
        from.flatMap(end -> picture.get().socketOf(end)).ifPresent(start -> {
            Dash dash = target.map(found -> found instanceof Connection.Refused ? Dash.REFUSED : Dash.LOOSE)
                    .orElse(Dash.LOOSE);
            overlay.looseCable(route(start, target.flatMap(this::place).orElse(at)), dash);
        });
        target.ifPresent(found -> {
            switch (found) {
                case Connection.Allowed allowed -> {
                    place(found).ifPresent(overlay::plus);
                    overlay.tag(at, allowed.facts());
                }
                case Connection.Refused refused -> {
                    place(found).ifPresent(overlay::noEntry);
                    overlay.tag(at, List.of(refused.why()));
                }
            }
        });
    }

    @Override
    public String hint() {
        if (from.isEmpty()) {
            return "Click the jack of a NIC or a port. Esc cancels.";
        }
        Names names = Names.of(picture.get().design());
        return "Click the other end for the cable from " + names.of(from.get()) + ". Esc cancels.";
    }

    @Override
    public Cursor cursor() {
        return target.filter(Connection.Refused.class::isInstance).isPresent() ? Cursor.DEFAULT : Cursor.CROSSHAIR;
    }

    private boolean finish() {
        if (target.isPresent() && target.get() instanceof Connection.Allowed allowed) {
            connect.accept(allowed);
            return true;
        }
        return false;
    }

    private Optional<Connection> targetAt(Point point) {
        Design design = picture.get().design();
        return endAt(point).filter(end -> !from.equals(Optional.of(end)))
                .map(end -> Connection.of(design, from.orElseThrow(), end));
    }

    /// The jack or port near a point, else the best end of what lies under it.
    private Optional<Id> endAt(Point point) {
        Picture now = picture.get();
        Design design = now.design();
        double zoom = viewport.get().zoom();
        return now.socketNear(point, REACH / zoom).or(() -> now.at(point, zoom).stream()
                .flatMap(id -> design.find(id).stream())
                .filter(each -> Connection.isEnd(each) || each instanceof Switch)
                .flatMap(each -> Connection.end(design, each.id()).stream()).findFirst());
    }

    private Optional<Point> place(Connection found) {
        Id end = switch (found) {
            case Connection.Allowed allowed -> allowed.to();
            case Connection.Refused refused -> refused.to();
        };
        return picture.get().socketOf(end).map(Socket::at)
                .or(() -> picture.get().boundsOf(end).map(Bounds::centre));
    }

    private void lightUp(Overlay overlay) {
        Picture now = picture.get();
        Bounds seen = overlay.viewport().area();
        now.design().all(PhysicalNic.class).map(PhysicalNic::id)
                .filter(id -> !used.contains(id)).limit(MOST_LIT).forEach(id -> light(overlay, now, seen, id));
        now.design().all(SwitchPort.class).map(SwitchPort::id).filter(id -> !used.contains(id)).limit(MOST_LIT)
                .forEach(id -> light(overlay, now, seen, id));
    }

    private void light(Overlay overlay, Picture now, Bounds seen, Id id) {
        boolean possible = from.isEmpty()
                || Connection.of(now.design(), from.get(), id) instanceof Connection.Allowed;
        if (possible && !from.equals(Optional.of(id))) {
            now.socketOf(id).filter(socket -> seen.contains(socket.at().x(), socket.at().y()))
                    .ifPresent(overlay::open);
        }
    }

    /// Out of the jack, then level, then upright to the end.
    static List<Point> route(Socket start, Point end) {
        Point from = start.at();
        if (start.side().isUpright()) {
            double y = (from.y() + end.y()) / 2;
            return List.of(from, new Point(from.x(), y), new Point(end.x(), y), end);
        }
        double x = (from.x() + end.x()) / 2;
        return List.of(from, new Point(x, from.y()), new Point(x, end.y()), end);
    }
}
