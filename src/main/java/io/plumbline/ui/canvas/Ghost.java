package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Viewport;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.FailoverCluster;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import io.plumbline.ui.outline.Containment;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placed;
import io.plumbline.ui.palette.Placer;
import io.plumbline.ui.palette.Placing;
import io.plumbline.ui.palette.Site;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// Something out of the palette on its way to its place, in its true size. What lies inside something else lights up
/// what it will go into.
final class Ghost implements Gesture {
    private final PaletteItem item;
    private final Optional<Element> model;
    private final Placer.Times times;
    private final Supplier<Picture> picture;
    private final Supplier<Viewport> viewport;
    private final Supplier<List<Id>> selection;
    private final BooleanSupplier snaps;
    private final Consumer<Placed> place;
    private final Optional<Picture> drawn;
    private Point at;
    private boolean seen;

    Ghost(PaletteItem item, Optional<Element> model, Placer.Times times, Supplier<Picture> picture,
            Supplier<Viewport> viewport,
            Supplier<List<Id>> selection, BooleanSupplier snaps, Consumer<Placed> place) {
        this.item = item;
        this.model = model;
        this.times = times;
        this.picture = picture;
        this.viewport = viewport;
        this.selection = selection;
        this.snaps = snaps;
        this.place = place;
        this.at = viewport.get().area().centre();
        this.drawn = drawn(item, model, picture.get().design());
    }

    PaletteItem item() {
        return item;
    }

    @Override
    public Next pressed(Point point, MouseEvent event) {
        at = point;
        seen = true;
        return put(event.isShiftDown() ? Placer.Times.UNTIL_ESCAPE : times);
    }

    @Override
    public Next moved(Point point, MouseEvent event) {
        moveTo(point);
        return Next.ON;
    }

    void moveTo(Point point) {
        at = point;
        seen = true;
    }

    /// Lets go of it here, at the end of a drag.
    void drop() {
        put(Placer.Times.ONCE);
    }

    @Override
    public Next released(Point point, MouseEvent event) {
        return Next.ON;
    }

    /// Enter puts it into what is selected, or into the middle of what is seen.
    @Override
    public Next key(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) {
            return Next.ON;
        }
        event.consume();
        return put(times);
    }

    @Override
    public void draw(CanvasPainter painter, Level level) {
        if (seen) {
            drawn.ifPresent(own -> painter.paintLifted(own, viewport.get(), level, own.places().keySet(), corner().x(),
                    corner().y()));
        }
    }

    @Override
    public void draw(Overlay overlay) {
        if (!seen) {
            return;
        }
        switch (outcome()) {
            case Placed.Done _ -> {
                drawn.flatMap(own -> own.boxOf(own.places().keySet().iterator().next()))
                        .ifPresent(box -> overlay.ghost(new Bounds(corner().x(), corner().y(), box.width(),
                                box.height())));
                under().map(this::lit).ifPresent(overlay::target);
                if (drawn.isEmpty()) {
                    overlay.tag(at, List.of(item.display()));
                }
            }
            case Placed.Refused refused -> {
                overlay.noEntry(at);
                overlay.tag(at, List.of(item.display(), refused.why()));
            }
        }
    }

    @Override
    public String hint() {
        String again = times == Placer.Times.UNTIL_ESCAPE ? " Every click places another one; Esc ends it."
                : " Esc cancels.";
        return "Click to place: " + item.display() + ". Enter places it into the selection." + again;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    private Next put(Placer.Times often) {
        Placed outcome = outcome();
        place.accept(outcome);
        return often == Placer.Times.ONCE && outcome instanceof Placed.Done ? Next.OVER : Next.ON;
    }

    private Placed outcome() {
        Optional<Place> corner = drawn.map(_ -> Place.at(corner().x(), corner().y()));
        return Placing.place(item, Site.of(picture.get().design(), under(), selection.get(), corner).with(model));
    }

    private Optional<Id> under() {
        return seen ? picture.get().at(at, viewport.get().zoom()).stream().findFirst()
                .or(() -> clusterAround(at)) : Optional.empty();
    }

    /// A cluster is its frame, but a host may be dropped anywhere inside it.
    private Optional<Id> clusterAround(Point point) {
        Picture now = picture.get();
        return item != PaletteItem.HOST ? Optional.empty() : now.design()
                .all(FailoverCluster.class).map(FailoverCluster::id)
                .filter(id -> now.boxOf(id).filter(box -> box.contains(point.x(), point.y())).isPresent()).findFirst();
    }

    private Id lit(Id under) {
        Design design = picture.get().design();
        return switch (item) {
            case VM, NIC, TEAM -> Containment.host(design, under).orElse(under);
            default -> under;
        };
    }

    /// The upper left corner: the pointer holds the thing by its middle.
    private Point corner() {
        Bounds box = drawn.map(Picture::bounds).orElse(new Bounds(0, 0, 0, 0));
        double x = at.x() - box.width() / 2;
        double y = at.y() - Math.min(box.height() / 2, 20);
        return snaps.getAsBoolean() ? new Point(Snap.grid(x), Snap.grid(y)) : new Point(Math.round(x), Math.round(y));
    }

    /// What it looks like, when it has a drawing of its own: placed alone on an empty design.
    private static Optional<Picture> drawn(PaletteItem item, Optional<Element> model, Design design) {
        Design empty = Design.empty("");
        Placed alone = Placing.place(item,
                Site.of(empty, Optional.empty(), List.of(), Optional.of(Place.at(0, 0))).with(model));
        if (!(alone instanceof Placed.Done done)) {
            return Optional.empty();
        }
        Design placed = done.edit().applyTo(empty);
        Element made = placed.element(done.selection().getFirst());
        Placed among = Placing.place(item, Site.of(design, Optional.empty(), List.of(), Optional.of(Place.at(0, 0))));
        if (among instanceof Placed.Done real) {
            // Under the name that it will get.
            String name = real.edit().applyTo(design).element(real.selection().getFirst()).name();
            placed = placed.with(Element.with(made, "name", name));
        }
        Picture picture = Picture.of(placed);
        return picture.places().containsKey(done.selection().getFirst()) ? Optional.of(picture) : Optional.empty();
    }
}
