package io.plumbline.ui.findings;

import io.plumbline.settings.SavedFilter;
import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Chooses what the list of findings shows: which sort, what text, in which groups; and keeps such choices by name.
final class FilterRow extends HBox {

    /// Where filters are kept.
    interface Shelf {
        List<SavedFilter> filters();

        void keep(List<SavedFilter> filters);

        /// Asks for a name.
        Optional<String> ask(String proposal);
    }

    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final Map<Choice, ToggleButton> choices = new EnumMap<>(Choice.class);
    private final Map<Grouping, RadioMenuItem> groupings = new EnumMap<>(Grouping.class);
    private final TextField search = new TextField();
    private final MenuButton grouping = new MenuButton();
    private final MenuButton saved = new MenuButton(null, Glyph.icon("list", 14));
    private final Shelf shelf;

    FilterRow(Shelf shelf) {
        super(10);
        this.shelf = shelf;
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(this, Priority.ALWAYS);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(segments(), field(), savedFilters(), space, groups());
        filter.subscribe(this::follow);
    }

    ObservableValue<Filter> filter() {
        return filter;
    }

    Filter now() {
        return filter.get();
    }

    void show(Filter changed) {
        filter.set(changed);
    }

    /// Counts that are not of this design yet are greyed, and none is a zero that may be false.
    void showCounts(List<Line> lines, boolean current) {
        choices.forEach((each, button) -> {
            long count =
                    lines.stream().filter(each::has).filter(line -> !(line.subject() instanceof Line.Subject.OfFixed))
                            .count();
            String figure = count == 0 && !current ? "…" : String.valueOf(count);
            button.setText((each.display() + " " + figure).strip());
            button.setAccessibleText((each.display().isEmpty() ? each.name().toLowerCase(Locale.ROOT)
                    : each.display()) + ", " + figure);
            button.setOpacity(current ? 1 : 0.55);
        });
    }

    private void follow(Filter now) {
        choices.get(now.choice()).setSelected(true);
        groupings.get(now.grouping()).setSelected(true);
        grouping.setText(now.grouping().display());
        if (!search.getText().equals(now.text())) {
            search.setText(now.text());
        }
    }

    private Node segments() {
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Choice each : Choice.values()) {
            var button = new ToggleButton();
            button.setId(each.cssId());
            button.setToggleGroup(group);
            each.sign().ifPresent(sign -> button.setGraphic(Glyph.sign(sign, 13)));
            button.setOnAction(_ -> {
                button.setSelected(true);
                filter.set(now().with(each));
            });
            button.setMinWidth(Region.USE_PREF_SIZE);
            choices.put(each, button);
            segments.getChildren().add(button);
        }
        return segments;
    }

    private Node field() {
        search.setId("findings-search");
        search.setPromptText("Filter by rule or element");
        search.textProperty().subscribe(text -> filter.set(now().with(text)));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                search.clear();
                event.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        var field = new HBox(Glyph.icon("filter", 14), search);
        field.getStyleClass().add("search-field");
        field.setMinWidth(110);
        return field;
    }

    private Node groups() {
        grouping.setId("findings-grouping");
        grouping.getStyleClass().addAll("ghost", "small");
        grouping.setMinWidth(Region.USE_PREF_SIZE);
        var group = new ToggleGroup();
        for (Grouping each : Grouping.values()) {
            var item = new RadioMenuItem(each.display());
            item.setId(each.cssId());
            item.setToggleGroup(group);
            item.setOnAction(_ -> filter.set(now().with(each)));
            groupings.put(each, item);
            grouping.getItems().add(item);
        }
        return grouping;
    }

    private Node savedFilters() {
        saved.setId("findings-filters");
        saved.getStyleClass().addAll("ghost", "small-button", "bare");
        saved.setTooltip(new Tooltip("Saved filters"));
        saved.setAccessibleText("Saved filters");
        fill();
        saved.setOnShowing(_ -> fill());
        return saved;
    }

    private void fill() {
        List<SavedFilter> kept = shelf.filters();
        var items = new ArrayList<MenuItem>();
        for (SavedFilter each : kept) {
            var item = new MenuItem(each.name());
            item.setId("saved-filter-" + kept.indexOf(each));
            item.setOnAction(_ -> filter.set(Filter.of(each)));
            items.add(item);
        }
        if (kept.isEmpty()) {
            var none = new MenuItem("No filter saved yet");
            none.setDisable(true);
            items.add(none);
        }
        var save = new MenuItem("Save this filter…");
        save.setId("save-filter");
        save.setOnAction(_ -> save());
        var all = new MenuItem("Show everything");
        all.setOnAction(_ -> filter.set(Filter.ALL));
        items.addAll(List.of(new SeparatorMenuItem(), all, save));
        if (!kept.isEmpty()) {
            var delete = new Menu("Delete");
            for (SavedFilter each : kept) {
                var item = new MenuItem(each.name());
                item.setOnAction(_ -> shelf.keep(without(each.name())));
                delete.getItems().add(item);
            }
            items.add(delete);
        }
        saved.getItems().setAll(items);
    }

    /// Under the name of a filter that is there, the new one takes its place.
    private void save() {
        String proposal = now().text().isBlank() ? now().grouping() == Grouping.NONE ? "My filter"
                : now().grouping().display() : now().text().strip();
        shelf.ask(proposal).map(String::strip).filter(name -> !name.isEmpty()).ifPresent(name -> {
            List<SavedFilter> filters = without(name);
            filters.add(now().as(name));
            shelf.keep(filters);
        });
    }

    private List<SavedFilter> without(String name) {
        return new ArrayList<>(shelf.filters().stream().filter(each -> !each.name().equals(name)).toList());
    }
}
