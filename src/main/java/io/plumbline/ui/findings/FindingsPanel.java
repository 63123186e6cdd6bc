package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Rules;
import io.plumbline.diagram.Sign;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Id;
import io.plumbline.ui.look.Glyph;
import io.plumbline.workbench.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What the validator says, as a table, and beside it the card of the row that is chosen.
public final class FindingsPanel extends BorderPane {
    private static final double TABLE_WIDTH = 936;

    /// What the panel asks of the window.
    public interface Wishes {
        /// Selects the elements of a finding and brings them to the middle of the canvas.
        void show(List<Id> elements);

        void accept(Finding finding);

        void forget(AcceptedRisk risk);

        void close();

        void edit(Id element, String attribute);
    }

    private final Wishes wishes;
    private final TableView<Line> table = new TableView<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final FilteredList<Line> shown = new FilteredList<>(lines);
    private final Map<Choice, ToggleButton> choices = new EnumMap<>(Choice.class);
    private final TextField search = new TextField();
    private final FindingCard card;
    private Choice choice = Choice.ALL;
    private State state;
    private boolean updating;

    public FindingsPanel(Wishes wishes) {
        this.wishes = wishes;
        setId("findings");
        card = new FindingCard(wishes);
        setTop(head());
        prepareTable();
        var split = new HBox(table, card);
        HBox.setHgrow(card, Priority.ALWAYS);
        split.widthProperty().subscribe(width -> {
            double wide = Math.min(TABLE_WIDTH, Math.max(420, width.doubleValue() * 0.585));
            table.setMinWidth(wide);
            table.setMaxWidth(wide);
            table.setPrefWidth(wide);
        });
        setCenter(split);
        card.show(Optional.empty(), null);
    }

    public void show(State now) {
        boolean same = state != null && state.report() == now.report();
        boolean otherSelection = state == null || !state.selection().equals(now.selection());
        state = now;
        if (same) {
            if (otherSelection) {
                followSelection();
            }
            return;
        }
        String chosen = table.getSelectionModel().getSelectedItem() == null ? ""
                : table.getSelectionModel().getSelectedItem().key();
        updating = true;
        List<Line> fresh = Line.of(now.report());
        if (!fresh.equals(lines)) {
            lines.setAll(fresh);
        }
        shown.stream().filter(line -> line.key().equals(chosen)).findFirst()
                .ifPresentOrElse(table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
        updating = false;
        showCounts();
        card.show(Optional.ofNullable(table.getSelectionModel().getSelectedItem()), now.design());
    }

    /// Chooses a row about the element that was selected elsewhere, unless the chosen one speaks of it already.
    private void followSelection() {
        Line chosen = table.getSelectionModel().getSelectedItem();
        state.primary().filter(id -> state.selection().size() == 1)
                .filter(id -> chosen == null || !chosen.elements().contains(id))
                .flatMap(id -> shown.stream()
                        .filter(line -> line.elements().stream().findFirst().equals(Optional.of(id)))
                        .findFirst())
                .ifPresent(this::choose);
    }

    private void choose(Line line) {
        updating = true;
        table.getSelectionModel().select(line);
        table.scrollTo(line);
        updating = false;
        card.show(Optional.of(line), state.design());
    }

    /// The row that is chosen.
    public Optional<Finding> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .flatMap(line -> line.subject() instanceof Line.Subject.OfFinding(Finding finding)
                        ? Optional.of(finding) : Optional.empty());
    }

    /// Chooses a finding, without moving the canvas.
    public void choose(Finding finding) {
        lines.stream().filter(line -> line.subject().equals(new Line.Subject.OfFinding(finding))).findFirst()
                .ifPresent(line -> {
                    if (!shown.contains(line)) {
                        search.clear();
                        choose(Choice.ALL);
                    }
                    choose(line);
                });
    }

    /// Goes to the next row of the list, or to the one before, and round at its end.
    public void step(int by) {
        if (shown.isEmpty()) {
            return;
        }
        int at = table.getSelectionModel().getSelectedIndex();
        int to = at < 0 ? by > 0 ? 0 : shown.size() - 1 : Math.floorMod(at + by, shown.size());
        table.getSelectionModel().clearAndSelect(to);
        table.scrollTo(to);
    }

    public boolean isEmpty() {
        return shown.isEmpty();
    }

    public void choose(String cssId) {
        for (Choice each : Choice.values()) {
            if (each.cssId().equals(cssId)) {
                choose(each);
            }
        }
    }

    private Node head() {
        var title = new Label("Findings");
        title.getStyleClass().add("strong");
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        var group = new ToggleGroup();
        for (Choice each : Choice.values()) {
            var button = new ToggleButton();
            button.setId(each.cssId());
            button.setToggleGroup(group);
            each.sign().ifPresent(sign -> button.setGraphic(Glyph.sign(sign, 13)));
            button.setOnAction(_ -> choose(each));
            button.setMinWidth(Region.USE_PREF_SIZE);
            choices.put(each, button);
            segments.getChildren().add(button);
        }
        choices.get(Choice.ALL).setSelected(true);
        search.setId("findings-search");
        search.setPromptText("Filter by rule or element");
        search.textProperty().subscribe(this::filter);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        var field = new HBox(Glyph.icon("filter", 14), search);
        field.getStyleClass().add("search-field");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, segments, field, space, tool("chevU", "Previous finding  Shift+F8", () -> step(-1)),
                tool("chevD", "Next finding  F8", () -> step(1)), tool("close", "Close this panel", wishes::close));
        head.getStyleClass().add("findings-head");
        return head;
    }

    private static Button tool(String icon, String text, Runnable run) {
        var button = new Button(null, Glyph.icon(icon, 14));
        button.getStyleClass().addAll("ghost", "small-button");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void choose(Choice now) {
        choice = now;
        choices.get(now).setSelected(true);
        filter();
    }

    private void filter() {
        String word = search.getText();
        shown.setPredicate(line -> choice.has(line) && line.isFoundBy(word));
        showPlaceholder();
    }

    private void showCounts() {
        choices.forEach((each, button) -> {
            long count = lines.stream().filter(each::has).count();
            button.setText((each.display() + " " + count).strip());
            button.setAccessibleText((each.display().isEmpty() ? each.name().toLowerCase(Locale.ROOT)
                    : each.display()) + ", " + count);
            boolean wanted = count > 0 || each.compareTo(Choice.TO_DO) < 0 || each == choice;
            button.setVisible(wanted);
            button.setManaged(wanted);
        });
        showPlaceholder();
    }

    private void showPlaceholder() {
        boolean filtered = !lines.isEmpty() && (choice != Choice.ALL || !search.getText().isBlank());
        table.setPlaceholder(new Label(filtered ? "No finding matches the filter."
                : Rules.ALL.size() + " rules have nothing to say against this design."));
    }

    private void prepareTable() {
        table.setId("findings-table");
        table.setFixedCellSize(28);
        table.setItems(shown);
        table.getColumns().add(signs());
        table.getColumns().add(texts("Rule", "rule", 80, Line::rule));
        TableColumn<Line, String> text = texts("Finding", "text", 400, Line::text);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(160);
        table.getColumns().add(text);
        TableColumn<Line, String> element = texts("Element", "element", 200, Line::elementNames);
        element.setMinWidth(100);
        table.getColumns().add(element);
        table.setColumnResizePolicy(features -> {
            double rest = features.getTable().getWidth() - 40 - 80 - 12;
            double wide = Math.min(220, rest * 0.3);
            element.setPrefWidth(wide);
            text.setPrefWidth(rest - wide);
            return true;
        });
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!updating && state != null) {
                card.show(Optional.ofNullable(line), state.design());
                if (line != null) {
                    wishes.show(line.elements());
                }
            }
        });
    }

    private static TableColumn<Line, Sign> signs() {
        var column = new TableColumn<Line, Sign>("");
        column.setPrefWidth(40);
        column.setMinWidth(40);
        column.setMaxWidth(40);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue().sign()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Sign sign, boolean empty) {
                super.updateItem(sign, empty);
                setGraphic(empty || sign == null ? null : Glyph.sign(sign, 16));
                setAccessibleText(empty || sign == null ? "" : sign.cssName());
                getStyleClass().remove("sign-cell");
                getStyleClass().add("sign-cell");
            }
        });
        return column;
    }

    private static TableColumn<Line, String> texts(String title, String style, double width,
            Function<Line, String> text) {
        var column = new TableColumn<Line, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(text.apply(features.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : value);
                getStyleClass().remove(style);
                getStyleClass().add(style);
            }
        });
        return column;
    }
}
