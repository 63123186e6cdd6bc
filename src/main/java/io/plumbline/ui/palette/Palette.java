package io.plumbline.ui.palette;

import io.plumbline.catalog.Catalog;
import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of everything that can be placed: with a click and another on the canvas, by dragging, or by its key.
public final class Palette extends VBox {
    private final Placer placer;
    private final Supplier<Catalog> catalog;
    private final TextField search = new TextField();
    private final List<Section> sections = new ArrayList<>();
    private final Label nothing = new Label();

    /// @param catalog whose models a switch or a NIC can be of
    public Palette(Placer placer, Supplier<Catalog> catalog) {
        this.placer = placer;
        this.catalog = catalog;
        setId("palette");
        for (PaletteItem.Category category : PaletteItem.Category.values()) {
            sections.add(new Section(category));
        }
        nothing.getStyleClass().add("caption");
        nothing.setPadding(new Insets(8, 14, 8, 14));
        nothing.setWrapText(true);
        var content = new VBox();
        content.getChildren().addAll(sections);
        content.getChildren().add(nothing);
        content.setPadding(new Insets(0, 0, 8, 0));
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(searchField(), scroll);
        filter("");
    }

    /// Puts the focus into the search field.
    public void find() {
        search.requestFocus();
        search.selectAll();
    }

    /// Marks the item whose placing is under way.
    public void show(Optional<PaletteItem> chosen) {
        rows().forEach(row -> row.show(chosen.equals(Optional.of(row.item()))));
    }

    private Node searchField() {
        search.setId("palette-search");
        search.setPromptText("Find an element");
        search.setAccessibleText("Find an element in the palette");
        search.textProperty().subscribe(this::filter);
        search.setOnKeyPressed(this::searchKey);
        HBox.setHgrow(search, Priority.ALWAYS);
        var key = new Label("Ctrl K");
        key.getStyleClass().add("key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var field = new HBox(Glyph.icon("search", 14), search, key);
        field.getStyleClass().add("search-field");
        VBox.setMargin(field, new Insets(8, 10, 4, 10));
        return field;
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            shown().findFirst().ifPresent(row -> placer.choose(row.item(), Placer.Times.ONCE));
        } else if (event.getCode() == KeyCode.DOWN) {
            shown().findFirst().ifPresent(row -> row.button().requestFocus());
        } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void walk(KeyEvent event) {
        int step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        List<Button> buttons = shown().map(PaletteRow::button).toList();
        int from = buttons.indexOf(getScene().getFocusOwner());
        if (step == 0 || from < 0) {
            return;
        }
        int to = from + step;
        if (to < 0) {
            search.requestFocus();
        } else if (to < buttons.size()) {
            buttons.get(to).requestFocus();
        }
        event.consume();
    }

    private Stream<PaletteRow> rows() {
        return sections.stream().flatMap(section -> section.rows.stream());
    }

    private Stream<PaletteRow> shown() {
        return sections.stream().filter(section -> section.items.isManaged())
                .flatMap(section -> section.rows.stream()).filter(PaletteRow::isManaged);
    }

    private void filter(String word) {
        sections.forEach(section -> section.filter(word));
        boolean found = rows().anyMatch(PaletteRow::isManaged);
        nothing.setText("Nothing is called “" + word.strip() + "”.");
        nothing.setVisible(!found);
        nothing.setManaged(!found);
    }

    /// One heading with its items; a click folds it.
    private final class Section extends VBox {
        private final List<PaletteRow> rows;
        private final VBox items = new VBox();
        private final Button head;

        Section(PaletteItem.Category category) {
            rows = category.items().stream().map(item -> new PaletteRow(item, placer, catalog)).toList();
            head = new Button(category.display(), Glyph.icon("chevD", 14));
            head.getStyleClass().setAll("button", "category");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setOnAction(_ -> fold(items.isManaged()));
            var count = new Label(String.valueOf(rows.size()));
            count.getStyleClass().addAll("figures", "caption");
            count.setPadding(new Insets(0, 10, 0, 0));
            HBox.setHgrow(head, Priority.ALWAYS);
            var line = new HBox(head, count);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            VBox.setMargin(line, new Insets(2, 0, 0, 0));
            items.getChildren().addAll(rows);
            getChildren().addAll(line, items);
        }

        private void fold(boolean fold) {
            head.setGraphic(Glyph.icon(fold ? "chevR" : "chevD", 14));
            items.setVisible(!fold);
            items.setManaged(!fold);
        }

        void filter(String word) {
            long found = rows.stream().filter(row -> row.filter(word)).count();
            setVisible(found > 0);
            setManaged(found > 0);
            if (found > 0 && !word.isBlank()) {
                fold(false);
            }
        }
    }
}
