package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedy;
import io.plumbline.check.Report;
import io.plumbline.check.Rules;
import io.plumbline.edit.Edit;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Id;
import io.plumbline.settings.SavedFilter;
import io.plumbline.ui.look.Glyph;
import io.plumbline.workbench.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/// What the validator says, as a table, and beside it the card of the row that is chosen.
public final class FindingsPanel extends BorderPane {
    private static final double TABLE_WIDTH = 936;
    private static final Duration SHOWN_FIXED = Duration.seconds(4);

    /// What the panel asks of the window.
    public interface Wishes {
        /// Selects the element with the fault, brings it to the middle of the canvas and lights the evidence.
        void show(List<Id> elements, Optional<Finding> finding);

        /// Brings all that a finding is about into view.
        void showAll(List<Id> elements, Optional<Finding> finding);

        /// The evidence that is lit, if any, is that of this finding now; of none when it is gone.
        void follow(Optional<Finding> finding);

        /// Ends the light on the evidence.
        void darken();

        void accept(Finding finding);

        /// Asks whether an accepted risk whose facts changed is kept or withdrawn.
        void review(Report.Accepted accepted);

        void forget(AcceptedRisk risk);

        void close();

        void edit(Id element, String attribute);

        /// Offers the quick fixes of a finding.
        void fix(Finding finding);

        /// Applies the quick fix that the card shows.
        void apply(Finding finding, Remedy remedy);

        /// Offers to fix all findings of a rule.
        void fixAll(String rule);

        List<SavedFilter> filters();

        void keep(List<SavedFilter> filters);

        Optional<String> askForName(String proposal);
    }

    private final Wishes wishes;
    private final Fixes fixes;
    private final Supplier<LocalDate> today;
    private final FindingsTable table;
    private final FilterRow filters;
    private final FindingCard card;
    private final Set<String> folded = new HashSet<>();
    private final List<Line> fixed = new ArrayList<>();
    private List<Line> lines = List.of();
    private State state;

    /// @param today tells which risks have to be reviewed
    public FindingsPanel(Wishes wishes, Fixes fixes, Supplier<LocalDate> today) {
        this.wishes = wishes;
        this.today = today;
        this.fixes = fixes;
        setId("findings");
        card = new FindingCard(wishes, fixes, today);
        filters = new FilterRow(new FilterRow.Shelf() {
            @Override
            public List<SavedFilter> filters() {
                return wishes.filters();
            }

            @Override
            public void keep(List<SavedFilter> kept) {
                wishes.keep(kept);
            }

            @Override
            public Optional<String> ask(String proposal) {
                return wishes.askForName(proposal);
            }
        });
        table = new FindingsTable(fixes, new FindingsTable.Wishes() {
            @Override
            public void chosen(Optional<Line> line) {
                FindingsPanel.this.chosen(line);
            }

            @Override
            public void toggle(String group) {
                if (!folded.remove(group)) {
                    folded.add(group);
                }
                showRows();
            }

            @Override
            public void fix(Finding finding) {
                wishes.fix(finding);
            }

            @Override
            public void accept(Finding finding) {
                wishes.accept(finding);
            }
        });
        setTop(head());
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
        filters.filter().subscribe(this::showRows);
        fixes.listen(() -> card.showFixes());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && table.chosen().isPresent()) {
                table.chooseNone();
                card.show(Optional.empty(), state.design());
                wishes.darken();
                event.consume();
            }
        });
    }

    public void show(State now) {
        boolean same = state != null && state.report() == now.report();
        boolean otherSelection = state == null || !state.selection().equals(now.selection());
        state = now;
        if (same) {
            filters.showCounts(lines, now.isChecked());
            showPlaceholder();
            if (otherSelection) {
                followSelection();
            }
            return;
        }
        fixes.show(now.report());
        lines = Line.of(now.report(), today.get());
        showRows();
        card.show(table.chosen(), now.design());
        wishes.follow(chosen());
    }

    private void showRows() {
        if (state == null) {
            return;
        }
        List<Line> rows = new ArrayList<>(fixed);
        rows.addAll(filters.now().rows(lines, folded));
        table.show(rows);
        filters.showCounts(lines, state.isChecked());
        showPlaceholder();
    }

    private void chosen(Optional<Line> line) {
        if (state == null) {
            return;
        }
        card.show(line, state.design());
        line.ifPresent(each -> wishes.show(each.elements(), each.finding()));
    }

    /// Chooses a row about the element that was selected elsewhere, unless the chosen one speaks of it already.
    private void followSelection() {
        Optional<Line> chosen = table.chosen();
        state.primary().filter(_ -> state.selection().size() == 1)
                .filter(id -> chosen.isEmpty() || !chosen.get().elements().contains(id))
                .flatMap(id -> table.getItems().stream().filter(line -> !line.isHeading())
                        .filter(line -> line.elements().stream().findFirst().equals(Optional.of(id))).findFirst())
                .ifPresent(this::choose);
    }

    private void choose(Line line) {
        table.choose(line);
        card.show(Optional.of(line), state.design());
    }

    /// The finding whose row is chosen.
    public Optional<Finding> chosen() {
        return table.chosen().flatMap(line -> line.subject() instanceof Line.Subject.OfFinding(Finding finding)
                ? Optional.of(finding) : Optional.empty());
    }

    /// Whether somebody works in the list or its card.
    public boolean hasFocus() {
        for (Node node = getScene() == null ? null : getScene().getFocusOwner(); node != null; node = node
                .getParent()) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }

    /// Chooses a finding, without moving the canvas.
    public void choose(Finding finding) {
        lines.stream().filter(line -> line.subject().equals(new Line.Subject.OfFinding(finding))).findFirst()
                .ifPresent(line -> {
                    if (!table.getItems().contains(line)) {
                        folded.clear();
                        filters.show(filters.now().has(line) ? filters.now() : Filter.ALL);
                        showRows();
                    }
                    choose(line);
                });
    }

    /// Shows for a moment what a quick fix has cured.
    public void showFixed(List<Finding> cured) {
        List<Line> rows = Line.of(state.report(), today.get()).stream()
                .flatMap(line -> line.finding().filter(cured::contains).map(line::fixed).stream()).toList();
        fixed.addAll(rows);
        var pause = new PauseTransition(SHOWN_FIXED);
        pause.setOnFinished(_ -> {
            fixed.removeAll(rows);
            showRows();
        });
        pause.play();
    }

    /// Goes to the next row of the list, or to the one before, and round at its end.
    public void step(int by) {
        table.step(by);
    }

    public boolean isEmpty() {
        return table.getItems().stream().allMatch(Line::isHeading);
    }

    public void choose(String cssId) {
        for (Choice each : Choice.values()) {
            if (each.cssId().equals(cssId)) {
                filters.show(filters.now().with(each));
            }
        }
    }

    private Node head() {
        var title = new Label("Findings");
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        var head = new HBox(title, filters, tool("chevU", "Previous finding  Shift+F8", () -> step(-1)),
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

    private void showPlaceholder() {
        Filter now = filters.now();
        boolean filtered = !lines.isEmpty() && (now.choice() != Choice.ALL || !now.text().isBlank());
        table.setPlaceholder(new Label(!state.isChecked() ? "Checking…"
                : filtered ? "No finding matches the filter."
                        : Rules.ALL.size() + " rules have nothing to say against this design."));
    }
}
