package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Remedies;
import io.plumbline.check.Remedies.Cure;
import io.plumbline.check.Report;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.look.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The quick fixes of all findings of one rule, with a tick for each, in one step.
public final class FixAllForm extends VBox {
    private static final int MOST_LINES = 200;

    private final Report report;
    private final String rule;
    private final List<Item> items = new ArrayList<>();
    private final Label summary = new Label();
    private final VBox changes = new VBox();
    private final ObjectProperty<Answer> answer = new SimpleObjectProperty<>();
    private final Latest<Answer> latest;

    private record Item(Finding finding, CheckBox tick, Label note) {}

    /// @param ticked which findings the question was about
    private record Answer(List<Finding> ticked, Optional<Cure> cure, List<Changes.Line> lines) {}

    /// @param elsewhere runs the trials
    /// @param here      runs what the view sees
    public FixAllForm(Report report, String rule, Executor elsewhere, Executor here) {
        super(10);
        this.report = report;
        this.rule = rule;
        latest = new Latest<>(elsewhere, here, this::show);
        var list = new VBox(4);
        report.findings().stream().filter(finding -> finding.rule().equals(rule)).forEach(finding -> {
            var tick = new CheckBox(finding.message());
            tick.setId("fix-tick-" + items.size());
            tick.setSelected(true);
            tick.setWrapText(true);
            tick.setMaxWidth(Double.MAX_VALUE);
            tick.setOnAction(_ -> ask());
            var note = new Label();
            note.getStyleClass().add("caption");
            note.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(tick, Priority.ALWAYS);
            var line = new HBox(8, Glyph.sign(Marks.sign(finding.severity()), 15), tick, note);
            line.setAlignment(Pos.CENTER_LEFT);
            list.getChildren().add(line);
            items.add(new Item(finding, tick, note));
        });
        var all = link("All", true);
        var none = link("None", false);
        summary.setId("fix-all-summary");
        summary.getStyleClass().add("strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var ticks = scroll(list, 180);
        var preview = scroll(changes, 200);
        VBox.setVgrow(preview, Priority.ALWAYS);
        getChildren().addAll(new HBox(12, summary, space, all, none), ticks, preview);
        setPrefWidth(760);
        ask();
    }

    private static ScrollPane scroll(Region content, double height) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefHeight(height);
        return scroll;
    }

    private Hyperlink link(String text, boolean ticked) {
        var link = new Hyperlink(text);
        link.setOnAction(_ -> {
            items.forEach(item -> item.tick().setSelected(ticked));
            ask();
        });
        return link;
    }

    /// The one step that cures what is ticked, as far as it can be cured.
    public Optional<Cure> cure() {
        return Optional.ofNullable(answer.get()).flatMap(Answer::cure);
    }

    /// Whether there is nothing to apply: nothing is ticked, or the trials still run.
    public BooleanBinding nothingToApply() {
        return new BooleanBinding() {
            {
                bind(answer);
            }

            @Override
            protected boolean computeValue() {
                return cure().isEmpty();
            }
        };
    }

    private void ask() {
        answer.set(null);
        List<Finding> ticked = items.stream().filter(item -> item.tick().isSelected()).map(Item::finding).toList();
        summary.setText(ticked.isEmpty() ? "Nothing is ticked." : "Trying the quick fixes of " + ticked.size() + "…");
        String label = "Fix " + ticked.size() + (ticked.size() == 1 ? " finding of " : " findings of ") + rule;
        latest.ask(() -> {
            Optional<Cure> cure = ticked.isEmpty() ? Optional.empty() : Remedies.all(report, ticked, label);
            return new Answer(ticked, cure,
                    cure.map(each -> Changes.lines(report.design(), each.edit())).orElse(List.of()));
        });
    }

    private void show(Answer now) {
        answer.set(now);
        List<Finding> cured = now.cure().map(Cure::cured).orElse(List.of());
        int ticked = now.ticked().size();
        summary.setText(ticked == 0 ? "Nothing is ticked."
                : cured.size() + " of " + ticked + " ticked " + (ticked == 1 ? "finding is" : "findings are") + " cured"
                        + (now.lines().isEmpty() ? "."
                                : " by " + now.lines().size() + (now.lines().size() == 1 ? " change." : " changes.")));
        for (Item item : items) {
            boolean wanted = now.ticked().contains(item.finding());
            item.note().setText(!wanted ? "" : cured.contains(item.finding()) ? "cured" : "needs a decision of yours");
        }
        changes.getChildren().setAll(now.lines().isEmpty() ? List.of()
                : List.of(Changes.of(now.lines(), MOST_LINES)));
    }
}
