package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedy;
import io.plumbline.diagram.Sign;
import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/// The rows of the findings. After an edit the same finding is chosen, and the same rows are seen.
final class FindingsTable extends TableView<Line> {
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");
    private static final double ROW = 28;
    private static final double SIGN = 40;
    private static final double RULE = 80;
    private static final double RISK = 68;
    private static final double SCROLL_BAR = 12;

    /// What somebody wants done with a row.
    interface Wishes {
        void chosen(Optional<Line> line);

        void toggle(String group);

        void fix(Finding finding);

        void accept(Finding finding);
    }

    private final Wishes wishes;
    private final Fixes fixes;
    private final List<FixCell> fixCells = new ArrayList<>();
    private final TableColumn<Line, Line> fix = new TableColumn<>("Quick fix");
    private final TableColumn<Line, Line> risk = new TableColumn<>("Risk");
    private boolean updating;

    FindingsTable(Fixes fixes, Wishes wishes) {
        this.fixes = fixes;
        this.wishes = wishes;
        setId("findings-table");
        setFixedCellSize(ROW);
        columns();
        setRowFactory(_ -> new Row());
        fixes.listen(() -> fixCells.forEach(FixCell::show));
        getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (!updating) {
                wishes.chosen(Optional.ofNullable(line).filter(each -> !each.isHeading()));
            }
        });
        setOnKeyPressed(event -> {
            Line line = getSelectionModel().getSelectedItem();
            if (line == null || !(line.subject() instanceof Line.Subject.OfGroup group)) {
                return;
            }
            boolean folds = event.getCode() == KeyCode.LEFT && !group.folded();
            boolean unfolds = event.getCode() == KeyCode.RIGHT && group.folded();
            if (folds || unfolds || event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                wishes.toggle(group.title());
                event.consume();
            }
        });
    }

    Optional<Line> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem()).filter(line -> !line.isHeading());
    }

    /// Chooses a row without telling anybody.
    void choose(Line line) {
        quietly(() -> {
            getSelectionModel().select(line);
            scrollTo(line);
        });
    }

    void chooseNone() {
        quietly(() -> getSelectionModel().clearSelection());
    }

    /// Goes to the next row that is no heading, or to the one before, and round at the end.
    void step(int by) {
        List<Line> rows = getItems();
        int at = getSelectionModel().getSelectedIndex();
        int to = at < 0 && by < 0 ? rows.size() : at;
        for (int i = 0; i < rows.size(); i++) {
            to = Math.floorMod(to + by, rows.size());
            if (!rows.get(to).isHeading()) {
                getSelectionModel().clearAndSelect(to);
                scrollTo(Math.max(0, to - 1));
                return;
            }
        }
    }

    /// Other rows, or the same rows with other words.
    void show(List<Line> fresh) {
        ObservableList<Line> rows = getItems();
        if (fresh.equals(rows)) {
            return;
        }
        Line chosen = getSelectionModel().getSelectedItem();
        quietly(() -> {
            if (keys(fresh).equals(keys(rows))) {
                for (int i = 0; i < fresh.size(); i++) {
                    if (!fresh.get(i).equals(rows.get(i))) {
                        rows.set(i, fresh.get(i));
                    }
                }
            } else {
                Optional<Seen> seen = seen();
                rows.setAll(fresh);
                seen.ifPresent(this::restore);
            }
            find(chosen).ifPresentOrElse(getSelectionModel()::select, getSelectionModel()::clearSelection);
        });
    }

    private void quietly(Runnable run) {
        updating = true;
        try {
            run.run();
        } finally {
            updating = false;
        }
    }

    /// The same row in the rows of now; one with the same fault at the same element where others are concerned.
    private Optional<Line> find(Line before) {
        if (before == null) {
            return Optional.empty();
        }
        return getItems().stream().filter(line -> line.key().equals(before.key())).findFirst()
                .or(() -> getItems().stream().filter(line -> line.root().equals(before.root())).findFirst());
    }

    private static List<String> keys(List<Line> lines) {
        return lines.stream().map(Line::key).toList();
    }

    // --- what is seen of a long list

    /// @param keys   the first row that is seen, and those below it
    /// @param hidden how much of the first row is scrolled away
    private record Seen(List<String> keys, double hidden) {}

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) lookup(".virtual-flow"));
    }

    private Optional<Seen> seen() {
        return flow().flatMap(flow -> Optional.ofNullable(flow.getFirstVisibleCell()))
                .filter(cell -> cell.getIndex() > 0 || cell.getLayoutY() < 0)
                .filter(cell -> cell.getIndex() < getItems().size())
                .map(cell -> new Seen(keys(getItems().subList(cell.getIndex(), getItems().size())),
                        -cell.getLayoutY()));
    }

    private void restore(Seen seen) {
        List<String> now = keys(getItems());
        seen.keys().stream().mapToInt(now::indexOf).filter(at -> at >= 0).findFirst().ifPresent(at -> {
            scrollTo(at);
            Platform.runLater(() -> flow().ifPresent(flow -> flow.scrollPixels(seen.hidden())));
        });
    }

    // --- columns

    private void columns() {
        TableColumn<Line, Sign> sign = signs();
        TableColumn<Line, String> rule = texts("Rule", "rule", Line::rule);
        TableColumn<Line, String> text = texts("Finding", "text", Line::text);
        TableColumn<Line, String> element = texts("Element", "element", Line::elementNames);
        plain(fix);
        fix.setCellFactory(_ -> {
            var cell = new FixCell();
            fixCells.add(cell);
            return cell;
        });
        plain(risk);
        risk.setCellFactory(_ -> new RiskCell());
        getColumns().setAll(List.of(sign, rule, text, element, fix, risk));
        setColumnResizePolicy(features -> {
            double width = features.getTable().getWidth() - SCROLL_BAR;
            boolean narrow = width < 820;
            risk.setVisible(!narrow);
            double fixWidth = narrow ? 140 : 172;
            double elementWidth = narrow ? 130 : 172;
            sign.setPrefWidth(SIGN);
            rule.setPrefWidth(RULE);
            element.setPrefWidth(elementWidth);
            fix.setPrefWidth(fixWidth);
            risk.setPrefWidth(RISK);
            text.setPrefWidth(Math.max(120, width - SIGN - RULE - elementWidth - fixWidth - (narrow ? 0 : RISK)));
            return true;
        });
    }

    private static TableColumn<Line, Sign> signs() {
        var column = new TableColumn<Line, Sign>("");
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue().sign()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Sign sign, boolean empty) {
                super.updateItem(sign, empty);
                Line line = getTableRow() == null ? null : getTableRow().getItem();
                boolean none = empty || sign == null || line == null;
                setGraphic(none ? null : line.subject() instanceof Line.Subject.OfGroup group
                        ? Glyph.icon(group.folded() ? "chevR" : "chevD", 13)
                        : Glyph.sign(sign, 16));
                setAccessibleText(none ? "" : sign.cssName());
                getStyleClass().remove("sign-cell");
                getStyleClass().add("sign-cell");
            }
        });
        return column;
    }

    private static TableColumn<Line, String> texts(String title, String style, Function<Line, String> text) {
        var column = new TableColumn<Line, String>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(text.apply(features.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                Line line = empty || getTableRow() == null ? null : getTableRow().getItem();
                boolean titled = style.equals("text") && line != null
                        && line.subject() instanceof Line.Subject.OfGroup;
                setText(empty ? null
                        : titled ? value + "   " + ((Line.Subject.OfGroup) line.subject()).count() : value);
                getStyleClass().remove(style);
                getStyleClass().add(style);
            }
        });
        return column;
    }

    private static void plain(TableColumn<Line, Line> column) {
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    }

    private static Button small(String text, Consumer<Button> pressed) {
        var button = new Button(text);
        button.getStyleClass().add("row-button");
        button.setFocusTraversable(false);
        button.setOnAction(_ -> pressed.accept(button));
        return button;
    }

    /// The button with the best quick fix of a finding, as soon as it was tried.
    private final class FixCell extends TableCell<Line, Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            show();
        }

        void show() {
            Line line = isEmpty() ? null : getItem();
            setGraphic(line != null && line.subject() instanceof Line.Subject.OfFinding(Finding finding)
                    ? fixes.of(finding).filter(found -> !found.isEmpty()).map(found -> button(finding, found))
                            .orElse(null)
                    : null);
        }

        private Button button(Finding finding, List<Remedy> found) {
            Button button = small(found.getFirst().label(), _ -> wishes.fix(finding));
            button.getStyleClass().add("fix-button");
            button.setMaxWidth(fix.getWidth() - 12);
            button.setTooltip(new Tooltip(found.getFirst().label()
                    + (found.size() == 1 ? "" : ", or " + (found.size() - 1) + " more") + "  Alt+Enter"));
            return button;
        }
    }

    private final class RiskCell extends TableCell<Line, Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(!empty && line != null && line.subject() instanceof Line.Subject.OfFinding(Finding finding)
                    ? accept(finding)
                    : null);
        }

        private Button accept(Finding finding) {
            Button button = small("Accept…", _ -> wishes.accept(finding));
            button.getStyleClass().add("quiet");
            return button;
        }
    }

    private final class Row extends TableRow<Line> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && getItem() != null
                        && getItem().subject() instanceof Line.Subject.OfGroup group) {
                    wishes.toggle(group.title());
                }
            });
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(HEADING, !empty && line != null && line.isHeading());
            pseudoClassStateChanged(FIXED, !empty && line != null
                    && line.subject() instanceof Line.Subject.OfFixed);
        }
    }
}
