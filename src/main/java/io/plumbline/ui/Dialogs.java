package io.plumbline.ui;

import io.plumbline.ui.look.Look;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Window;

/// Questions and messages that need an answer before anything else.
public final class Dialogs {
    private final Window owner;
    private final Look look;

    Dialogs(Window owner, Look look) {
        this.owner = owner;
        this.look = look;
    }

    /// What to do with work that no file holds.
    enum Unsaved {
        SAVE, DISCARD, CANCEL
    }

    Unsaved askAboutUnsaved(String name) {
        var save = new ButtonType("Save", ButtonData.YES);
        var discard = new ButtonType("Do not save", ButtonData.NO);
        var cancel = new ButtonType("Cancel", ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = dialog("Save " + name + "?",
                text("There are changes that no file holds yet. Without saving they are lost."),
                List.of(save, discard, cancel));
        Optional<ButtonType> answer = dialog.showAndWait();
        return answer.equals(Optional.of(save)) ? Unsaved.SAVE
                : answer.equals(Optional.of(discard)) ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    void say(String title, String sentence) {
        dialog(title, text(sentence), List.of(new ButtonType("Close", ButtonData.OK_DONE))).showAndWait();
    }

    void show(String title, Node content) {
        Dialog<ButtonType> dialog = dialog(title, content, List.of(new ButtonType("Close", ButtonData.OK_DONE)));
        dialog.setResizable(true);
        dialog.showAndWait();
    }

    /// @return whether the first of the two buttons was pressed
    boolean ask(String title, Node content, String yes) {
        var confirm = new ButtonType(yes, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialog(title, content,
                List.of(confirm, new ButtonType("Cancel", ButtonData.CANCEL_CLOSE)));
        return dialog.showAndWait().equals(Optional.of(confirm));
    }

    Dialog<ButtonType> dialog(String title, Node content, List<ButtonType> buttons) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.getDialogPane().setGraphic(null);
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(buttons);
        look.dress(dialog.getDialogPane());
        dialog.getDialogPane().getStyleClass().add("root");
        return dialog;
    }

    private static Label text(String sentence) {
        var label = new Label(sentence);
        label.setId("dialog-text");
        label.setWrapText(true);
        label.setMaxWidth(520);
        return label;
    }
}
