package io.plumbline.ui.findings;

import io.plumbline.check.Rule;
import io.plumbline.check.RulePage;
import io.plumbline.check.Rules;
import io.plumbline.model.Attribute;
import io.plumbline.model.Project;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleProfile;
import io.plumbline.model.RuleSetting;
import io.plumbline.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All rules, and what a design makes of each: as the catalogue has it, off, or of another weight, with the reason.
public final class RulesForm extends VBox {
    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    /// Where profiles come from and go to.
    public interface Shelf {
        List<RuleProfile> builtIn();

        /// A profile out of a file; empty when none was chosen or it cannot be read, which was said then.
        Optional<RuleProfile> load();

        void save(RuleProfile profile);
    }

    /// One rule, or a variant for which the design has a setting of its own.
    private static final class Row {
        private final String rule;
        private final String variant;
        private Optional<RuleLevel> level = Optional.empty();
        private String reason = "";

        Row(String rule, String variant) {
            this.rule = rule;
            this.variant = variant;
        }

        boolean lacksReason() {
            return level.filter(RuleLevel.OFF::equals).isPresent() && reason.isBlank();
        }

        boolean isFoundBy(String word) {
            return (rule + " " + RulePage.of(rule).title() + " " + level.map(RuleLevel::display).orElse(""))
                    .toLowerCase(Locale.ROOT).contains(word.strip().toLowerCase(Locale.ROOT));
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final ObservableList<Row> items = FXCollections.observableArrayList();
    private final FilteredList<Row> shown;
    private final TableView<Row> table = new TableView<>();
    private final TextField name = new TextField();
    private final TextField search = new TextField();
    private final Label summary = new Label();
    private final BooleanProperty incomplete = new SimpleBooleanProperty();
    private final Shelf shelf;

    public RulesForm(Project project, Shelf shelf) {
        super(10);
        this.shelf = shelf;
        Rules.ALL.forEach(rule -> rows.add(new Row(rule.id(), "")));
        shown = new FilteredList<>(items);
        prepareTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        summary.setId("rules-summary");
        summary.getStyleClass().add("caption");
        summary.setWrapText(true);
        getChildren().addAll(head(), table, summary);
        setPrefSize(980, 560);
        fill(RuleProfile.of(project));
    }

    /// Whether a rule is switched off without a reason.
    public BooleanProperty incomplete() {
        return incomplete;
    }

    /// What the form says, as a profile.
    public RuleProfile profile() {
        List<RuleSetting> settings = rows.stream().filter(row -> row.level.isPresent())
                .map(row -> Shape.of(RuleSetting.class).of(Map.of("rule", row.rule, "variant",
                        row.variant.isEmpty() ? Attribute.unset() : Attribute.of(row.variant), "level",
                        row.level.get(), "reason", row.reason.strip())))
                .toList();
        String named = name.getText().strip();
        String description = shelf.builtIn().stream().filter(each -> each.name().equals(named)).findFirst()
                .map(RuleProfile::description).orElse("");
        return new RuleProfile(named, description, settings);
    }

    /// Puts a profile in the place of all that the form said.
    private void fill(RuleProfile profile) {
        rows.removeIf(row -> !row.variant.isEmpty());
        rows.forEach(row -> {
            row.level = Optional.empty();
            row.reason = "";
        });
        for (RuleSetting setting : profile.settings()) {
            String variant = setting.variant().orElse("");
            Row row = rows.stream().filter(each -> each.rule.equals(setting.rule()) && each.variant.equals(variant))
                    .findFirst().orElse(null);
            if (row == null && Rules.ALL.stream().map(Rule::id).anyMatch(setting.rule()::equals)) {
                row = new Row(setting.rule(), variant);
                rows.add(row);
            }
            if (row != null) {
                row.level = Optional.of(setting.level());
                row.reason = setting.reason();
            }
        }
        rows.sort((a, b) -> (a.rule + a.variant).compareTo(b.rule + b.variant));
        items.setAll(rows);
        name.setText(profile.name());
        changed();
    }

    private void changed() {
        long off = rows.stream().filter(row -> row.level.filter(RuleLevel.OFF::equals).isPresent()).count();
        long other = rows.stream().filter(row -> row.level.isPresent()).count() - off;
        List<String> missing = rows.stream().filter(Row::lacksReason).map(row -> row.rule + row.variant).toList();
        incomplete.set(!missing.isEmpty());
        summary.setText(missing.isEmpty()
                ? off + " off, " + other + " of another severity, " + (rows.size() - off - other)
                        + " as the catalogue has them. Every report and runbook prints what differs, with the reason."
                : "Say why " + String.join(", ", missing) + (missing.size() == 1 ? " is" : " are") + " off.");
        summary.getStyleClass().removeAll("missing");
        if (!missing.isEmpty()) {
            summary.getStyleClass().add("missing");
        }
    }

    private Node head() {
        var profiles = new MenuButton("Use a profile");
        profiles.setId("rule-profiles");
        for (RuleProfile each : shelf.builtIn()) {
            var item = new MenuItem(each.name() + ": " + each.description());
            item.setId("profile-" + each.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
            item.setOnAction(_ -> fill(each));
            profiles.getItems().add(item);
        }
        var load = new Button("Import…");
        load.setId("import-profile");
        load.setOnAction(_ -> shelf.load().ifPresent(this::fill));
        var save = new Button("Export…");
        save.setId("export-profile");
        save.disableProperty().bind(incomplete.or(name.textProperty().isEmpty()));
        save.setOnAction(_ -> shelf.save(profile()));
        name.setId("profile-name");
        name.setPromptText("Name of the profile");
        name.setPrefWidth(200);
        search.setId("rules-search");
        search.setPromptText("Filter");
        search.setPrefWidth(180);
        search.textProperty().subscribe(text -> shown.setPredicate(row -> row.isFoundBy(text)));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, new Label("Profile"), name, profiles, load, save, space, search);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().stream().filter(each -> each != space)
                .forEach(each -> ((Region) each).setMinWidth(USE_PREF_SIZE));
        return head;
    }

    private void prepareTable() {
        table.setId("rules-table");
        table.setFixedCellSize(32);
        table.setItems(shown);
        table.getColumns().add(text("Rule", 92, row -> row.variant.isEmpty() ? row.rule : row.rule + " " + row.variant,
                "rule"));
        table.getColumns().add(text("What it finds", 350, row -> RulePage.of(row.rule).title(), "text"));
        table.getColumns().add(text("Catalogue", 130, row -> RulePage.of(row.rule).severity(), "element"));
        table.getColumns().add(column("In this design", 150, LevelCell::new));
        table.getColumns().add(column("Reason", 268, ReasonCell::new));
    }

    private static TableColumn<Row, String> text(String title, double width, Function<Row, String> words,
            String style) {
        var column = new TableColumn<Row, String>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(words.apply(features.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(String value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : value);
                setTooltip(empty || value == null || value.length() < 18 ? null : new Tooltip(value));
                getStyleClass().remove(style);
                getStyleClass().add(style);
            }
        });
        return column;
    }

    private static TableColumn<Row, Row> column(String title, double width, Supplier<TableCell<Row, Row>> cell) {
        var column = new TableColumn<Row, Row>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> cell.get());
        return column;
    }

    /// A cell with a control that shows the row and tells what is chosen in it.
    private abstract static class ControlCell<N extends Node> extends TableCell<Row, Row> {
        private final N control;
        private boolean showing;

        ControlCell(N control) {
            this.control = control;
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : control);
            if (!empty && row != null) {
                showing = true;
                show(row, control);
                showing = false;
            }
        }

        final void tell(Consumer<Row> change) {
            if (!showing && getItem() != null && !isEmpty()) {
                change.accept(getItem());
            }
        }

        abstract void show(Row row, N control);
    }

    private final class LevelCell extends ControlCell<ComboBox<String>> {
        private static final String CATALOGUE = "As the catalogue";

        LevelCell() {
            var box = new ComboBox<String>();
            super(box);
            box.getItems().add(CATALOGUE);
            Arrays.stream(RuleLevel.values()).map(RuleLevel::display).forEach(box.getItems()::add);
            box.setMaxWidth(Double.MAX_VALUE);
            box.valueProperty().subscribe(value -> tell(row -> {
                row.level = Arrays.stream(RuleLevel.values()).filter(each -> each.display().equals(value)).findFirst();
                changed();
                table.refresh();
            }));
        }

        @Override
        void show(Row row, ComboBox<String> box) {
            box.setId("level-" + row.rule + row.variant);
            box.setValue(row.level.map(RuleLevel::display).orElse(CATALOGUE));
        }
    }

    private final class ReasonCell extends ControlCell<TextField> {
        ReasonCell() {
            var field = new TextField();
            super(field);
            field.textProperty().subscribe(text -> tell(row -> {
                row.reason = text;
                changed();
                mark(row, field);
            }));
        }

        @Override
        void show(Row row, TextField field) {
            field.setId("reason-" + row.rule + row.variant);
            field.setDisable(row.level.isEmpty());
            field.setPromptText(row.level.filter(RuleLevel.OFF::equals).isPresent() ? "Why it is off" : "");
            if (!Objects.equals(field.getText(), row.reason)) {
                field.setText(row.reason);
            }
            mark(row, field);
        }

        private static void mark(Row row, TextField field) {
            field.pseudoClassStateChanged(DANGER, row.lacksReason());
        }
    }
}
