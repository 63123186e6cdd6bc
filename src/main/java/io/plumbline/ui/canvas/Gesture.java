package io.plumbline.ui.canvas;

import io.plumbline.diagram.Level;
import io.plumbline.diagram.Point;
import io.plumbline.model.Id;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// What the pointer is doing. A gesture only previews; what comes of it is one edit, when it ends.
interface Gesture {
    /// Whether the gesture goes on.
    enum Next {
        ON, OVER
    }

    /// @param at where the pointer is on the drawing
    Next pressed(Point at, MouseEvent event);

    Next moved(Point at, MouseEvent event);

    Next released(Point at, MouseEvent event);

    default Next key(KeyEvent event) {
        return Next.ON;
    }

    /// Leaves everything as it was.
    default void cancel() {}

    /// Draws above the picture.
    default void draw(Overlay overlay) {}

    /// Draws what belongs to the drawing and moves, below [#draw(Overlay)].
    default void draw(CanvasPainter painter, Level level) {}

    /// The elements that are drawn by the gesture and therefore not by the picture.
    default Set<Id> lifted() {
        return Set.of();
    }

    /// What it expects next, for the status bar.
    default String hint() {
        return "";
    }

    default Cursor cursor() {
        return Cursor.DEFAULT;
    }

}
