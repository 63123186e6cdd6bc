package io.plumbline.ui;

import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.look.Look;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;

/// A field with a list below it: what is typed finds, Enter does it. For commands, for things to add, for ends of a
/// cable.
final class QuickBox {
    private static final int SHOWN = 10;

    /// @param obstacle why it cannot be done now, or ""
    record Entry(String icon, String text, String detail, String obstacle, Runnable run) {}

    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final List<Entry> entries;

    private QuickBox(String prompt, List<Entry> entries, Look look) {
        this.entries = entries;
        field.setId("quick-field");
        field.setPromptText(prompt);
        field.textProperty().subscribe(this::filter);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("quick-list");
        list.setFixedCellSize(28);
        list.setPrefWidth(440);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> run());
        HBox.setHgrow(field, Priority.ALWAYS);
        var line = new HBox(Glyph.icon("search", 14), field);
        line.getStyleClass().add("search-field");
        var box = new VBox(6, line, list);
        box.setPadding(new Insets(8));
        box.getStyleClass().addAll("root", "float");
        look.dress(box);
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    /// @param x where the box comes up, in pixels of the screen
    static void show(Window owner, double x, double y, String prompt, List<Entry> entries, Look look) {
        // Later, so that the letter that opened the box is not typed into it.
        Platform.runLater(() -> {
            var box = new QuickBox(prompt, entries, look);
            box.popup.show(owner, x, y);
            box.field.requestFocus();
            box.filter("");
        });
    }

    private void filter(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        list.getItems().setAll(entries.stream().filter(entry -> {
            String text = (entry.text() + " " + entry.detail()).toLowerCase(Locale.ROOT);
            return Arrays.stream(words).allMatch(text::contains);
        }).toList());
        list.setPrefHeight(28.0 * Math.clamp(list.getItems().size(), 1, SHOWN) + 4);
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step != 0) {
            int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + step, 0,
                    Math.max(0, list.getItems().size() - 1));
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(Math.max(0, to - SHOWN / 2));
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
        } else {
            return;
        }
        event.consume();
    }

    private void run() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.obstacle().isEmpty()) {
            popup.hide();
            entry.run().run();
        }
    }

    private static final class Cell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            var text = new Label(entry.text());
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var detail = new Label(entry.obstacle().isEmpty() ? entry.detail() : entry.obstacle());
            detail.getStyleClass().addAll("caption", "figures");
            var line = new HBox(8, text, space, detail);
            if (!entry.icon().isEmpty()) {
                line.getChildren().addFirst(Glyph.icon(entry.icon(), 16));
            }
            line.setAlignment(Pos.CENTER_LEFT);
            line.setOpacity(entry.obstacle().isEmpty() ? 1 : 0.55);
            setGraphic(line);
        }
    }
}
