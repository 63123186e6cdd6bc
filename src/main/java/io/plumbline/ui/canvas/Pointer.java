package io.plumbline.ui.canvas;

import io.plumbline.diagram.Level;
import io.plumbline.diagram.Point;
import io.plumbline.model.Id;
import io.plumbline.settings.Wheel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Turns what mouse, wheel and touch pad do into gestures.
final class Pointer {
    private static final double DRAG_STARTS = 4;

    /// Nothing is going on; presses and drags decide what begins.
    private static final Gesture RESTING = new Gesture() {
        @Override
        public Next pressed(Point at, MouseEvent event) {
            return Next.ON;
        }

        @Override
        public Next moved(Point at, MouseEvent event) {
            return Next.ON;
        }

        @Override
        public Next released(Point at, MouseEvent event) {
            return Next.ON;
        }
    };

    private final DesignCanvas canvas;
    private final DesignCanvas.Wishes wishes;
    private final ReadOnlyObjectWrapper<Tool> tool = new ReadOnlyObjectWrapper<>(Tool.SELECT);
    private final EdgeScroll edgeScroll;
    private Wheel wheel = Wheel.SCROLLS;
    private Gesture gesture = RESTING;
    private Optional<Gesture> interrupted = Optional.empty();
    private Optional<Id> hovered = Optional.empty();
    private MouseEvent press;
    private Optional<Id> pressedOn = Optional.empty();
    private boolean space;

    Pointer(DesignCanvas canvas, DesignCanvas.Wishes wishes) {
        this.canvas = canvas;
        this.wishes = wishes;
        edgeScroll = new EdgeScroll(canvas, this::dragged);
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(_ -> hover(Optional.empty()));
        canvas.setOnContextMenuRequested(event -> {
            if (event.isKeyboardTrigger()) {
                wishes.menu(event.getScreenX(), event.getScreenY());
            }
            event.consume();
        });
        canvas.setOnScroll(this::scrolled);
        canvas.setOnZoom(this::zoomed);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                space = false;
                canvas.setCursor(gesture.cursor());
            }
        });
        canvas.focusedProperty().subscribe(focused -> {
            if (!focused) {
                space = false;
            }
        });
    }

    ReadOnlyObjectProperty<Tool> tool() {
        return tool.getReadOnlyProperty();
    }

    void setWheel(Wheel wheel) {
        this.wheel = wheel;
    }

    Gesture gesture() {
        return gesture;
    }

    Optional<Id> hovered() {
        return hovered;
    }

    void begin(Gesture next) {
        gesture.cancel();
        change(next);
    }

    /// Ends the gesture without a trace; whether there was one.
    boolean cancel() {
        boolean any = gesture != RESTING;
        gesture.cancel();
        press = null;
        edgeScroll.stop();
        interrupted = Optional.empty();
        change(RESTING);
        return any;
    }

    /// What is being dragged may no longer be there.
    void pictureChanged() {
        hovered = hovered.filter(id -> canvas.picture().design().find(id).isPresent());
        if (gesture instanceof Moving) {
            cancel();
        }
    }

    private void change(Gesture next) {
        if (next != RESTING) {
            hovered = Optional.empty();
        }
        boolean lifted = !gesture.lifted().isEmpty() || !next.lifted().isEmpty();
        gesture = next;
        canvas.setCursor(next.cursor());
        tool.set(Tool.of(next));
        if (lifted) {
            canvas.repaint();
        }
        canvas.repaintOverlay();
    }

    private void follow(Gesture.Next next) {
        if (next == Gesture.Next.OVER) {
            edgeScroll.stop();
            change(interrupted.orElse(RESTING));
            interrupted = Optional.empty();
        } else {
            canvas.setCursor(gesture.cursor());
            tool.set(Tool.of(gesture));
            canvas.repaintOverlay();
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        press = event;
        Point at = at(event);
        boolean pans = event.getButton() == MouseButton.MIDDLE || space && event.getButton() == MouseButton.PRIMARY;
        if (pans) {
            interrupted = gesture == RESTING ? Optional.empty() : Optional.of(gesture);
            change(new Panning(canvas, event));
        } else if (event.getButton() == MouseButton.SECONDARY) {
            pressedOn = hit(at, event);
        } else if (gesture != RESTING) {
            follow(gesture.pressed(at, event));
            if (gesture == RESTING) {
                // The press ended the gesture, so letting go of the button is no click.
                press = null;
            }
        } else {
            pressedOn = hit(at, event);
            List<Id> selection = canvas.selection();
            boolean plain = !event.isShortcutDown() && !event.isShiftDown();
            if (plain && pressedOn.isPresent() && !selection.contains(pressedOn.get())) {
                wishes.select(List.of(pressedOn.get()));
            }
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (press == null) {
            return;
        }
        Point at = at(event);
        if (gesture == RESTING || press.getButton() == MouseButton.SECONDARY && !(gesture instanceof Panning)) {
            double way = Math.hypot(event.getX() - press.getX(), event.getY() - press.getY());
            if (way < DRAG_STARTS) {
                return;
            }
            beginDrag(event);
        }
        if (gesture != RESTING) {
            follow(gesture.moved(at, event));
            if (!(gesture instanceof Panning)) {
                edgeScroll.follow(event);
            }
        }
        event.consume();
    }

    private void beginDrag(MouseEvent event) {
        Point from = at(press);
        if (press.getButton() == MouseButton.SECONDARY) {
            if (gesture == RESTING) {
                change(new Panning(canvas, press));
            }
            return;
        }
        Optional<Id> jack = Idle.jack(canvas.picture(), from, canvas.viewport().zoom());
        Set<Id> movable = pressedOn.isPresent() ? Places.movable(canvas.picture(), canvas.selection()) : Set.of();
        if (jack.isPresent()) {
            change(canvas.connecting(jack, from));
        } else if (!movable.isEmpty() && canvas.selection().contains(pressedOn.orElseThrow())) {
            change(new Moving(canvas.picture(), movable, from, canvas::viewport,
                    canvas.snapping()::get, wishes::perform));
        } else if (pressedOn.isEmpty()) {
            change(new Marquee(canvas::picture, from, event.isShiftDown() ? canvas.selection() : List.of(),
                    wishes::select));
        }
    }

    private void released(MouseEvent event) {
        edgeScroll.stop();
        if (press == null) {
            return;
        }
        Point at = at(event);
        boolean click = Math.hypot(event.getX() - press.getX(), event.getY() - press.getY()) < DRAG_STARTS;
        boolean secondary = press.getButton() == MouseButton.SECONDARY;
        press = null;
        if (secondary && click) {
            contextMenu(event);
        } else if (gesture != RESTING) {
            follow(gesture.released(at, event));
        } else if (click) {
            clicked(event);
        }
        event.consume();
    }

    /// A right click opens the menu on release, on every platform; while something is going on it cancels that.
    private void contextMenu(MouseEvent event) {
        if (gesture != RESTING) {
            cancel();
            return;
        }
        if (pressedOn.isPresent() && !canvas.selection().contains(pressedOn.get())) {
            wishes.select(List.of(pressedOn.get()));
        }
        wishes.menu(event.getScreenX(), event.getScreenY());
    }

    private void clicked(MouseEvent event) {
        if (pressedOn.isEmpty()) {
            if (!event.isShortcutDown() && !event.isShiftDown()) {
                wishes.select(List.of());
            }
            if (event.getClickCount() == 2) {
                wishes.add(event.getScreenX(), event.getScreenY());
            }
            return;
        }
        Optional<Id> fold = canvas.picture().foldOf(pressedOn.get());
        if (fold.isPresent() && isChip(pressedOn.get(), fold.get())) {
            canvas.unfold(fold.get());
            return;
        }
        wishes.select(Idle.clicked(canvas.selection(), pressedOn.get(), event));
        if (event.getClickCount() == 2) {
            wishes.inspect();
        }
    }

    /// The chip of folded ports is hit as one of them.
    private static boolean isChip(Id hit, Id unit) {
        return !hit.equals(unit);
    }

    private void moved(MouseEvent event) {
        Point at = at(event);
        if (gesture != RESTING) {
            follow(gesture.moved(at, event));
            return;
        }
        hover(hit(at, event));
        boolean jack = canvas.level() == Level.FULL
                && Idle.freeJack(canvas.picture(), at, canvas.viewport().zoom()).isPresent();
        canvas.setCursor(space ? Cursor.OPEN_HAND : jack ? Cursor.CROSSHAIR : Cursor.DEFAULT);
    }

    private void hover(Optional<Id> now) {
        if (!now.equals(hovered)) {
            hovered = now;
            canvas.repaintOverlay();
        }
    }

    private Optional<Id> hit(Point at, MouseEvent event) {
        return Idle.hit(canvas.picture(), at, canvas.viewport().zoom(), canvas.selection(), event.isAltDown());
    }

    private void scrolled(ScrollEvent event) {
        boolean other = event.isShortcutDown() || event.isAltDown();
        if (other == (wheel == Wheel.SCROLLS)) {
            double turned = WheelTurn.notches(event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY(),
                    event.getMultiplierY());
            canvas.show(Views.zoomedBy(canvas.viewport(), turned * 1.5, event.getX(), event.getY(),
                    Views.whole(canvas.picture(), canvas.viewport())));
        } else {
            boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
            double dx = WheelTurn.pixels(sideways ? event.getDeltaY() : event.getDeltaX(), event.getMultiplierX());
            double dy = sideways ? 0 : WheelTurn.pixels(event.getDeltaY(), event.getMultiplierY());
            canvas.scroll(dx, dy);
        }
        event.consume();
    }

    private void zoomed(ZoomEvent event) {
        canvas.show(Views.zoomedTo(canvas.viewport(), canvas.viewport().zoom() * event.getZoomFactor(), event.getX(),
                event.getY(), Views.whole(canvas.picture(), canvas.viewport())));
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            space = true;
            canvas.setCursor(Cursor.OPEN_HAND);
            event.consume();
        }
    }

    /// Gives a key to the gesture; whether the gesture took it.
    boolean take(KeyEvent event) {
        if (gesture == RESTING) {
            return false;
        }
        Gesture.Next next = gesture.key(event);
        if (event.isConsumed()) {
            follow(next);
        }
        return event.isConsumed();
    }

    private Point at(MouseEvent event) {
        return canvas.viewport().toDrawing(event.getX(), event.getY());
    }
}
