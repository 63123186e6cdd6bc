package io.plumbline.ui;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The one place where keys become commands. A field with text that is not committed yet keeps its own undo; single
/// letters count only on the canvas.
final class Keyboard {
    private final Actions actions;
    private final BooleanSupplier onCanvas;
    private final BooleanSupplier inOutline;
    private final Predicate<KeyEvent> gesture;
    private final Predicate<KeyEvent> others;
    private boolean altWasUsed;

    /// @param onCanvas  whether the canvas has the focus
    /// @param inOutline whether the outline has it
    /// @param gesture   takes the keys of the gesture under way on the canvas
    /// @param others    handles keys on the canvas that are no commands, such as those of the palette
    Keyboard(Actions actions, BooleanSupplier onCanvas, BooleanSupplier inOutline, Predicate<KeyEvent> gesture,
            Predicate<KeyEvent> others) {
        this.actions = actions;
        this.onCanvas = onCanvas;
        this.inOutline = inOutline;
        this.gesture = gesture;
        this.others = others;
    }

    void listen(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> before(scene.getFocusOwner(), event));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> altWasUsed |= event.isAltDown());
        scene.addEventFilter(ScrollEvent.SCROLL, event -> altWasUsed |= event.isAltDown());
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::releaseAlt);
    }

    /// Alt that was held for the mouse must not put the focus into the menu bar when it is let go.
    private void releaseAlt(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            if (altWasUsed) {
                event.consume();
            }
            altWasUsed = false;
        }
    }

    private void before(Node focus, KeyEvent event) {
        if (event.getCode().isModifierKey() || focus instanceof TextInputControl field && ownsKey(field, event)) {
            return;
        }
        if (onCanvas.getAsBoolean() && gesture.test(event)) {
            return;
        }
        Optional<Command> command = command(event);
        if (command.isPresent()) {
            actions.perform(command.get());
            event.consume();
        } else if (onCanvas.getAsBoolean() && others.test(event)) {
            event.consume();
        }
    }

    private Optional<Command> command(KeyEvent event) {
        return Stream.of(Command.values()).filter(actions::handles)
                .filter(command -> switch (command.scope()) {
                    case EVERYWHERE -> true;
                    case SELECTION -> onCanvas.getAsBoolean() || inOutline.getAsBoolean();
                    case CANVAS -> onCanvas.getAsBoolean();
                })
                .filter(command -> command.keys().stream().anyMatch(key -> key.matches(event))).findFirst();
    }

    /// Whether the key edits the text of the field.
    private static boolean ownsKey(TextInputControl field, KeyEvent event) {
        if (event.isShortcutDown() && (event.getCode() == KeyCode.Z || event.getCode() == KeyCode.Y)) {
            // What was committed belongs to the design, and so does undoing it.
            return !field.getText().equals(field.getUserData())
                    && (event.getCode() == KeyCode.Z && !event.isShiftDown() ? field.isUndoable() : field.isRedoable());
        }
        return !event.isShortcutDown() && !event.isAltDown() && !event.getCode().isFunctionKey();
    }
}
