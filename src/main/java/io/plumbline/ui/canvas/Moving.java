package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Viewport;
import io.plumbline.edit.Edit;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;

/// Elements follow the pointer and come to rest on the grid or in line with others. Shift keeps them on one axis, Alt
/// lets them rest anywhere.
final class Moving implements Gesture {
    private final Picture picture;
    private final Design design;
    private final Set<Id> moved;
    private final Point from;
    private final Supplier<Viewport> viewport;
    private final BooleanSupplier snaps;
    private final Consumer<Edit> perform;
    private final Bounds box;
    private final List<Bounds> others;
    private Snap snap = new Snap(0, 0, List.of());

    Moving(Picture picture, Set<Id> moved, Point from, Supplier<Viewport> viewport,
            BooleanSupplier snaps, Consumer<Edit> perform) {
        this.picture = picture;
        this.design = picture.design();
        this.moved = moved;
        this.from = from;
        this.viewport = viewport;
        this.snaps = snaps;
        this.perform = perform;
        box = moved.stream().flatMap(id -> picture.boxOf(id).stream()).reduce(Bounds::union)
                .orElse(new Bounds(from.x(), from.y(), 0, 0));
        others = new ArrayList<>();
        Bounds near = viewport.get().area().grownBy(400);
        picture.places().keySet().stream().filter(id -> !moved.contains(id)).forEach(
                id -> picture.boxOf(id).filter(each -> each.overlaps(near)).ifPresent(others::add));
    }

    @Override
    public Next pressed(Point at, MouseEvent event) {
        return Next.ON;
    }

    @Override
    public Next moved(Point at, MouseEvent event) {
        double dx = at.x() - from.x();
        double dy = at.y() - from.y();
        if (event.isShiftDown()) {
            boolean level = Math.abs(dx) >= Math.abs(dy);
            dx = level ? dx : 0;
            dy = level ? 0 : dy;
        }
        boolean free = event.isAltDown() || !snaps.getAsBoolean();
        snap = Snap.of(box, dx, dy, others, viewport.get().zoom(), free ? Snap.Holding.NOTHING
                : Snap.Holding.GRID_AND_GUIDES);
        if (event.isShiftDown() && !free) {
            snap = new Snap(dx == 0 ? 0 : snap.dx(), dy == 0 ? 0 : snap.dy(), snap.guides());
        }
        return Next.ON;
    }

    @Override
    public Next released(Point at, MouseEvent event) {
        moved(at, event);
        if (snap.dx() != 0 || snap.dy() != 0) {
            perform.accept(Places.moved(picture, design, moved, snap.dx(), snap.dy()));
        }
        return Next.OVER;
    }

    @Override
    public Set<Id> lifted() {
        return moved;
    }

    @Override
    public void draw(CanvasPainter painter, Level level) {
        painter.paintLifted(picture, viewport.get(), level, moved, snap.dx(), snap.dy());
    }

    @Override
    public void draw(Overlay overlay) {
        snap.guides().forEach(overlay::guide);
        Gaps.of(box.plus(snap.dx(), snap.dy()), others)
                .forEach(gap -> overlay.distance(gap.middle(), String.valueOf(Math.round(gap.length()))));
    }

    @Override
    public String hint() {
        return "Shift keeps one axis, Alt moves without snapping, Esc cancels.";
    }

    @Override
    public Cursor cursor() {
        return Cursor.MOVE;
    }
}
