package io.plumbline.ui;

import io.plumbline.check.Profiles;
import io.plumbline.check.Severity;
import io.plumbline.diagram.Sign;
import io.plumbline.model.Element;
import io.plumbline.model.Kind;
import io.plumbline.model.RuleProfile;
import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.Words;
import io.plumbline.workbench.State;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The bottom line of the window: how many findings, what is selected, what the gesture expects next, when the design
/// was checked, the zoom and the state of the file.
final class StatusRow extends HBox {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final Button errors;
    private final Button warnings;
    private final Button advice;
    private final Button toDos;
    private final Button accepted;
    private final Label selection = new Label();
    private final Label hint = new Label();
    private final Label checked = new Label();
    private final Button profile = new Button();
    private final Supplier<List<RuleProfile>> profiles;
    private final Label zoom = new Label();
    private final Label file = new Label();

    /// @param openFindings opens the findings with the filter of the counter that was clicked
    /// @param openRules    opens the rules of the design
    /// @param profiles     the rule profiles that come with the program
    StatusRow(ZoneId zone, Consumer<String> openFindings, Runnable openRules, Supplier<List<RuleProfile>> profiles) {
        this.zone = zone;
        this.profiles = profiles;
        profile.setId("status-profile");
        profile.getStyleClass().setAll("button", "counter", "words");
        profile.setTooltip(new Tooltip("Rules of this design"));
        profile.setMinWidth(Region.USE_PREF_SIZE);
        profile.setOnAction(_ -> openRules.run());
        getStyleClass().add("status-row");
        errors = counter(Sign.ERROR, "errors", openFindings);
        warnings = counter(Sign.WARNING, "warnings", openFindings);
        advice = counter(Sign.ADVICE, "advice", openFindings);
        toDos = counter(Sign.TO_DO, "to-do", openFindings);
        accepted = counter(Sign.ACCEPTED, "accepted", openFindings);
        selection.setId("status-selection");
        hint.setId("status-hint");
        hint.getStyleClass().add("hint");
        checked.setId("status-checked");
        zoom.setId("status-zoom");
        zoom.getStyleClass().add("figures-strong");
        file.setId("status-file");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        List.of(selection, checked, zoom, file).forEach(label -> label.setMinWidth(Region.USE_PREF_SIZE));
        hint.setMinWidth(0);
        var counters = new HBox(2, errors, warnings, advice, toDos, accepted);
        counters.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(counters, line(), selection, hint, space, checked, line(), profile, line(), zoom, line(),
                file);
    }

    void show(State state) {
        boolean fresh = state.isChecked();
        count(errors, state.report().count(Severity.ERROR), fresh, "error", "errors");
        count(warnings, state.report().count(Severity.WARNING), fresh, "warning", "warnings");
        count(advice, state.report().count(Severity.ADVICE), fresh, "advice", "pieces of advice");
        count(toDos, state.report().toDos().size(), fresh, "to do", "to do");
        count(accepted, state.report().accepted().size(), fresh, "accepted risk", "accepted risks");
        selection.setText(selection(state));
        State.Check check = state.check();
        checked.setText(fresh ? "Checked %s, %s ms".formatted(TIME.format(check.at().atZone(zone)),
                String.format(Locale.ROOT, check.nanos() < 10_000_000 ? "%.1f" : "%.0f", check.nanos() / 1e6))
                : "Checking…");
        String rules = Profiles.name(state.design(), profiles.get());
        profile.setText(rules.isEmpty() ? "All rules" : rules);
        file.setText(file(state));
    }

    /// What the gesture under way expects next.
    void showHint(String text) {
        hint.setText(text);
    }

    void showZoom(double factor) {
        zoom.setText(Math.round(factor * 100) + " %");
    }

    private String file(State state) {
        String kept = state.savedAt().map(at -> "Saved " + MINUTE.format(at.atZone(zone)))
                .orElse(state.file().isPresent() ? "Saved" : "Not saved yet");
        return state.isUnsaved() ? "Unsaved changes" : kept;
    }

    private static String selection(State state) {
        List<Element> selected = state.selected();
        if (selected.isEmpty()) {
            return "Nothing selected";
        }
        if (selected.size() == 1) {
            return Called.in(state.design(), selected.getFirst()) + " selected";
        }
        List<Kind> kinds = selected.stream().map(Element::kind).distinct().toList();
        return selected.size() + " " + (kinds.size() == 1 ? Words.many(kinds.getFirst()) : "elements") + " selected";
    }

    private static void count(Button button, long count, boolean fresh, String one, String many) {
        // As long as nobody looked, a zero could be false.
        String figure = count == 0 && !fresh ? "…" : String.valueOf(count);
        button.setText(figure);
        button.setAccessibleText(figure + " " + (count == 1 ? one : many) + (fresh ? "" : ", checking"));
        button.getStyleClass().remove("stale");
        if (!fresh) {
            button.getStyleClass().add("stale");
        }
    }

    private static Button counter(Sign sign, String id, Consumer<String> open) {
        var button = new Button("0", Glyph.sign(sign, 14));
        button.setId("count-" + id);
        button.getStyleClass().setAll("button", "counter");
        button.setOnAction(_ -> open.accept("filter-" + id));
        return button;
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }
}
