package io.plumbline.ui.canvas;

import io.plumbline.diagram.Bounds;
import io.plumbline.diagram.Level;
import io.plumbline.diagram.Mark;
import io.plumbline.diagram.Picture;
import io.plumbline.diagram.Point;
import io.plumbline.diagram.Theme;
import io.plumbline.diagram.Viewport;
import io.plumbline.edit.Edit;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.runbook.Marks;
import io.plumbline.settings.Wheel;
import io.plumbline.topology.Names;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placed;
import io.plumbline.ui.palette.Placer;
import io.plumbline.workbench.State;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// The drawing on the screen: two canvases on top of each other. The lower one holds the picture and is painted when the
/// design or the view changes; the upper one holds what a gesture moves, and is all that is painted while one runs.
public final class DesignCanvas extends Region {
    private static final double MAP_MARGIN = 12;
    private static final double GHOST = 0.8;

    /// What the canvas asks of the window.
    public interface Wishes {
        void perform(Edit edit);

        void perform(Edit edit, List<Id> selection);

        void select(List<Id> ids);

        /// Says why something cannot be done.
        void refuse(String why);

        /// The context menu for what is selected.
        void menu(double screenX, double screenY);

        /// A double click on an element.
        void inspect();

        /// A double click on nothing.
        void add(double screenX, double screenY);
    }

    private final Wishes wishes;
    private final Canvas base = new Canvas();
    private final Canvas overlay = new Canvas();
    private final CanvasPainter basePainter = new CanvasPainter(base.getGraphicsContext2D(), Theme.LIGHT);
    private final CanvasPainter overlayPainter = new CanvasPainter(overlay.getGraphicsContext2D(), Theme.LIGHT);
    private final Minimap minimap;
    private final Label empty = new Label("""
            Drag something here from the palette,
            or press H for a host, W for a switch, A for anything.""");
    private final Pointer pointer;
    private final BooleanProperty snapping = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(new Viewport(0, 0, 1, 0, 0));
    private Picture picture = Picture.of(Design.empty(""));
    private Picture ahead = picture;
    private Set<Id> unfolded = Set.of();
    private State state;
    private Optional<Evidence> evidence = Optional.empty();
    private Level level = Level.FULL;
    private boolean fitWhenSized = true;
    private boolean baseIsStale = true;
    private boolean overlayIsStale = true;

    public DesignCanvas(Wishes wishes) {
        this.wishes = wishes;
        setId("canvas");
        getStyleClass().add("canvas-pane");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText("Diagram of the network");
        setAccessibleHelp("The outline holds the same elements as a tree.");
        minimap = new Minimap(at -> show(viewport().centredOn(at)), this::fit);
        minimap.setManaged(false);
        base.setManaged(false);
        overlay.setManaged(false);
        empty.setManaged(false);
        empty.setMouseTransparent(true);
        empty.getStyleClass().add("empty-hint");
        empty.setId("empty-hint");
        getChildren().addAll(base, overlay, minimap, empty);
        pointer = new Pointer(this, wishes);
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removePreLayoutPulseListener(paint);
            }
            if (now != null) {
                now.addPreLayoutPulseListener(paint);
            }
        });
    }

    private final Runnable paint = this::paint;

    // --- what is shown

    public void show(State now) {
        boolean sameDesign = state != null && state.design() == now.design();
        boolean sameReport = state != null && state.report() == now.report();
        boolean otherFile = state == null
                || state.history().start() != now.history().start() && now.history().labels().isEmpty();
        boolean sameSelection = state != null && state.selection().equals(now.selection());
        state = now;
        if (!sameDesign || !sameReport) {
            Map<Id, Mark> marks = now.isChecked() || sameDesign ? Marks.of(now.report()) : picture.marks();
            unfolded = kept(now.design());
            picture = picture.then(now.design(), marks).unfolded(unfolded);
            pointer.pictureChanged();
            baseIsStale = true;
        }
        if (!sameSelection) {
            explain(Optional.empty());
            setAccessibleText(now.primary().flatMap(id -> now.design().find(id))
                    .map(element -> "Diagram, " + Names.of(now.design()).of(element) + " selected")
                    .orElse("Diagram of the network"));
        }
        if (otherFile) {
            fitWhenSized = true;
        }
        repaintOverlay();
    }

    public void show(Theme now) {
        basePainter.setTheme(now);
        overlayPainter.setTheme(now);
        repaint();
    }

    public void show(Viewport now) {
        viewport.set(now);
        Level wanted = level.then(now.zoom());
        level = wanted;
        repaint();
    }

    /// Lights what proves a finding and lets the rest step back, until something else is selected.
    public void explain(Optional<Evidence> explained) {
        if (!explained.equals(evidence)) {
            evidence = explained;
            repaint();
        }
    }

    public boolean isExplaining() {
        return evidence.isPresent();
    }

    /// What is lit at the moment.
    public Optional<Evidence> evidence() {
        return evidence;
    }

    /// The cards in which something is lit.
    private Set<Id> litCards() {
        return evidence.stream().flatMap(each -> each.lit().stream()).flatMap(id -> picture.movedWith(id).stream())
                .collect(Collectors.toSet());
    }

    /// Shows the free ports of a switch one by one, or folds them again.
    void unfold(Id unit) {
        var changed = new HashSet<>(unfolded);
        if (!changed.remove(unit)) {
            changed.add(unit);
        }
        unfolded = Set.copyOf(changed);
        picture = picture.unfolded(unfolded);
        repaint();
    }

    private Set<Id> kept(Design design) {
        return unfolded.stream().filter(id -> design.find(id).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    // --- the view

    public ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    public Viewport viewport() {
        return viewport.get();
    }

    public void fit() {
        if (getWidth() < 1) {
            fitWhenSized = true;
            return;
        }
        Bounds all = Views.whole(picture, viewport());
        show(all.width() == 0 ? new Viewport(-getWidth() / 2, -getHeight() / 2, 1, getWidth(), getHeight())
                : Views.fittingAll(viewport(), all, Minimap.WIDTH + 2 * MAP_MARGIN,
                        Minimap.HEIGHT + 2 * MAP_MARGIN));
    }

    public void fitSelection() {
        boundsOfSelection().ifPresent(bounds -> show(Views.fitting(viewport(), bounds.grownBy(32))));
    }

    /// Shows these elements as large as they fit.
    public void fit(Collection<Id> ids) {
        ids.stream().flatMap(id -> picture.boundsOf(id).stream()).reduce(Bounds::union)
                .ifPresent(bounds -> show(Views.fitting(viewport(), bounds.grownBy(48))));
    }

    /// Brings elements to the middle, without changing the zoom unless they are too large for it.
    public void centre(Collection<Id> ids) {
        ids.stream().flatMap(id -> picture.boundsOf(id).stream()).reduce(Bounds::union).ifPresent(bounds -> {
            Viewport now = viewport();
            boolean fits = bounds.width() * now.zoom() < getWidth() && bounds.height() * now.zoom() < getHeight();
            show(fits ? now.centredOn(bounds.centre()) : Views.fitting(now, bounds.grownBy(24)));
        });
    }

    /// Moves the view just so far that the selection is seen.
    public void reveal() {
        boundsOfSelection().ifPresent(bounds -> show(Views.showing(viewport(), bounds)));
    }

    public void zoomBy(double steps) {
        show(Views.zoomedBy(viewport(), steps, getWidth() / 2, getHeight() / 2,
                Views.whole(picture, viewport())));
    }

    public void zoomTo(double factor) {
        show(Views.zoomedTo(viewport(), factor, getWidth() / 2, getHeight() / 2,
                Views.whole(picture, viewport())));
    }

    public void scroll(double dx, double dy) {
        show(viewport().panned(dx, dy));
    }

    private Optional<Bounds> boundsOfSelection() {
        return state.selection().stream().flatMap(id -> picture.boundsOf(id).stream()).reduce(Bounds::union);
    }

    // --- what people do

    public BooleanProperty snapping() {
        return snapping;
    }

    /// What the wheel does without a key; with Ctrl or Alt it does the other.
    public void setWheel(Wheel wheel) {
        pointer.setWheel(wheel);
    }

    /// The tool or gesture in use, for the buttons and the status bar.
    public ReadOnlyObjectProperty<Tool> tool() {
        return pointer.tool();
    }

    /// Starts to place something.
    ///
    /// @param model out of the catalogue, for a switch or a NIC
    public void place(PaletteItem item, Optional<Element> model, Placer.Times times) {
        pointer.begin(new Ghost(item, model, times, this::picture, this::viewport, this::selection, snapping::get,
                this::placed));
        requestFocus();
    }

    /// Carries something from the palette to a place of the scene.
    public void carry(PaletteItem item, double sceneX, double sceneY) {
        var local = sceneToLocal(sceneX, sceneY);
        if (!(pointer.gesture() instanceof Ghost ghost && ghost.item() == item)) {
            place(item, Optional.empty(), Placer.Times.ONCE);
        }
        ((Ghost) pointer.gesture()).moveTo(viewport().toDrawing(local.getX(), local.getY()));
        repaintOverlay();
    }

    /// Lets go of what was carried: over the canvas it is placed, elsewhere it is not.
    public void drop(double sceneX, double sceneY) {
        var local = sceneToLocal(sceneX, sceneY);
        boolean inside = getLayoutBounds().contains(local);
        if (inside && pointer.gesture() instanceof Ghost ghost) {
            ghost.moveTo(viewport().toDrawing(local.getX(), local.getY()));
            ghost.drop();
        }
        pointer.cancel();
    }

    /// Starts to draw a cable; from the selected NIC or port, if just one is selected.
    public void connect() {
        Optional<Id> from = selection().size() == 1 ? Optional.of(selection().getFirst())
                .filter(id -> picture.design().find(id).filter(Connection::isEnd).isPresent())
                .filter(id -> !Connection.used(picture.design()).contains(id)) : Optional.empty();
        pointer.begin(connecting(from, viewport().area().centre()));
        requestFocus();
    }

    Connecting connecting(Optional<Id> from, Point at) {
        return new Connecting(this::picture, this::viewport, from, at,
                allowed -> wishes.perform(allowed.edit(picture.design())));
    }

    /// Gives a key to the gesture under way; whether it took it.
    public boolean take(KeyEvent event) {
        return pointer.take(event);
    }

    /// Ends the gesture without a trace; whether there was one.
    public boolean cancel() {
        return pointer.cancel();
    }

    public Edit moved(double dx, double dy) {
        return Places.moved(picture, picture.design(), Places.movable(picture, selection()), dx, dy);
    }

    public boolean canMove() {
        return !Places.movable(picture, selection()).isEmpty();
    }

    public int movableCount() {
        return Places.movable(picture, selection()).size();
    }

    public Edit aligned(ToDoubleFunction<Bounds> line, boolean across) {
        return Places.aligned(picture, selection(), line, across ? Places.Axis.ACROSS : Places.Axis.DOWN);
    }

    public Edit distributed(boolean across) {
        return Places.distributed(picture, selection(), across ? Places.Axis.ACROSS : Places.Axis.DOWN);
    }

    /// The edit, after which nothing else has moved.
    public Edit keepingPlaces(Edit edit) {
        return Places.keeping(picture, edit);
    }

    private void placed(Placed outcome) {
        switch (outcome) {
            case Placed.Done done -> wishes.perform(keepingPlaces(done.edit()), done.selection());
            case Placed.Refused refused -> wishes.refuse(refused.why());
        }
    }

    // --- what lies where

    public Picture picture() {
        return picture;
    }

    /// The element at a place of the canvas.
    public Optional<Id> elementAt(double x, double y) {
        return picture.at(viewport().toDrawing(x, y), viewport().zoom()).stream().findFirst();
    }

    /// Where an element is on the canvas.
    public Optional<Bounds> boundsOf(Id id) {
        return picture.boundsOf(id).map(bounds -> Views.toScreen(viewport(), bounds));
    }

    /// Where the jack of a NIC or a port is on the canvas.
    public Optional<Point> socketOf(Id end) {
        return picture.socketOf(end).map(socket -> viewport().toScreen(socket.at()));
    }

    List<Id> selection() {
        return state == null ? List.of() : List.copyOf(state.selection());
    }

    Level level() {
        return level;
    }

    // --- painting

    void repaint() {
        baseIsStale = true;
        repaintOverlay();
    }

    void repaintOverlay() {
        overlayIsStale = true;
        Platform.requestNextPulse();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        empty.resizeRelocate(0, height / 2 - 24, width, 48);
        minimap.resizeRelocate(width - Minimap.WIDTH - MAP_MARGIN, height - Minimap.HEIGHT - MAP_MARGIN, Minimap.WIDTH,
                Minimap.HEIGHT);
        if (base.getWidth() == width && base.getHeight() == height) {
            return;
        }
        base.setWidth(width);
        base.setHeight(height);
        overlay.setWidth(width);
        overlay.setHeight(height);
        show(viewport().sized(width, height));
        paint();
    }

    private void paint() {
        if (base.getWidth() < 1 || base.getHeight() < 1) {
            return;
        }
        if (fitWhenSized) {
            fitWhenSized = false;
            fit();
        }
        if (baseIsStale) {
            baseIsStale = false;
            basePainter.light(evidence.map(Evidence::lit).orElse(Set.of()), litCards());
            basePainter.paint(picture, viewport(), level, pointer.gesture().lifted());
            boolean nothing = picture.places().isEmpty();
            empty.setVisible(nothing && pointer.tool().get().kind() == Tool.Kind.SELECT);
            minimap.setVisible(!nothing && getWidth() > 500 && getHeight() > 300);
            minimap.show(picture, viewport(), basePainter.theme());
            lookAhead();
        }
        if (overlayIsStale) {
            overlayIsStale = false;
            var above = new Overlay(picture, viewport(), level);
            pointer.hovered().ifPresent(above::hover);
            boolean moving = !pointer.gesture().lifted().isEmpty();
            if (!moving) {
                evidence.ifPresent(above::light);
                selection().forEach(above::select);
                evidence.ifPresent(above::values);
            }
            pointer.gesture().draw(above);
            overlayPainter.clear(viewport());
            overlay.getGraphicsContext2D().setGlobalAlpha(pointer.gesture() instanceof Ghost ? GHOST : 1);
            pointer.gesture().draw(overlayPainter, level);
            overlay.getGraphicsContext2D().setGlobalAlpha(1);
            overlayPainter.paint(above.shapes(), new Viewport(0, 0, 1, overlay.getWidth(), overlay.getHeight()),
                    Level.FULL);
            if (!moving && !selection().isEmpty()) {
                overlayPainter.paintSigns(picture, viewport(), level, state.selection()::contains);
            }
            // A million transparent pixels cost as much as the picture below them.
            overlay.setVisible(!overlayPainter.isClear());
        }
    }

    /// What is seen from afar shows no cables; they are led meanwhile.
    private void lookAhead() {
        if (picture != ahead) {
            ahead = picture;
            if (Views.isFar(picture, viewport())) {
                Thread.startVirtualThread(picture::leadCables);
            }
        }
    }
}
