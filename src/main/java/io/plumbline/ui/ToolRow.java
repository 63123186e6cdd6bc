package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The second row of the window: the tools, undo and redo, the zoom, and the way to the runbook.
final class ToolRow extends HBox {
    private final Button zoom;
    private final ToggleButton note = new ToggleButton(PaletteItem.NOTE.display(), Glyph.icon("note"));

    /// @param selecting  whether the select tool is in use
    /// @param connecting whether a cable is being drawn
    /// @param placer     takes a note to the canvas
    /// @param snapping   whether what is moved comes to rest on the grid and in line with others
    ToolRow(Actions actions, BooleanProperty selecting, BooleanProperty connecting, Placer placer,
            BooleanProperty snapping) {
        getStyleClass().add("tool-row");
        zoom = actions.button(Command.ZOOM_100, "ghost", "zoom-value");
        zoom.setAccessibleText("Zoom");
        note.setId("note-tool");
        note.getStyleClass().add("ghost");
        note.setTooltip(new Tooltip("Place a note  " + PaletteItem.NOTE.key()));
        note.setOnAction(_ -> {
            placer.choose(PaletteItem.NOTE, Placer.Times.ONCE);
            note.setSelected(true);
        });
        var snap = new ToggleButton("Snap", Glyph.icon("target"));
        snap.setId("snap");
        snap.getStyleClass().add("ghost");
        snap.selectedProperty().bindBidirectional(snapping);
        snap.setTooltip(new Tooltip("Come to rest on the grid and in line with others. Alt while dragging: not."));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(actions.toggle(Command.SELECT_TOOL, selecting, "ghost"),
                actions.toggle(Command.CONNECT, connecting, "ghost"), note, line(), actions.iconButton(Command.UNDO),
                actions.iconButton(Command.REDO), line(), actions.iconButton(Command.ZOOM_OUT), zoom,
                actions.iconButton(Command.ZOOM_IN), actions.iconButton(Command.FIT), line(), snap, space,
                actions.button(Command.EXPORT_PICTURE), actions.button(Command.EXPORT_RUNBOOK, "primary"));
    }

    void showZoom(double factor) {
        zoom.setText(Math.round(factor * 100) + " %");
    }

    void showChosen(Optional<PaletteItem> item) {
        note.setSelected(item.filter(PaletteItem.NOTE::equals).isPresent());
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }
}
