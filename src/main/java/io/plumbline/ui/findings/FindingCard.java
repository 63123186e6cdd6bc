package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.NotChecked;
import io.plumbline.check.Proof;
import io.plumbline.check.Remedy;
import io.plumbline.check.Report;
import io.plumbline.check.RulePage;
import io.plumbline.diagram.Sign;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import io.plumbline.ui.inspector.Explained;
import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.Prose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The explanation of one row: why it matters, what proves it, how to see it, what to do, and where it stands written.
final class FindingCard extends VBox {
    private static final int MOST_LINES = 6;
    private static final int FEW_PROOFS = 3;

    private final FindingsPanel.Wishes wishes;
    private final Fixes fixes;
    private final Supplier<LocalDate> today;
    private final VBox fixPreview = new VBox();
    private final HBox fixActions = new HBox(8);
    private Optional<Finding> fixable = Optional.empty();
    private Design design;

    FindingCard(FindingsPanel.Wishes wishes, Fixes fixes, Supplier<LocalDate> today) {
        this.wishes = wishes;
        this.today = today;
        this.fixes = fixes;
        fixPreview.setId("fix-preview");
        fixActions.setAlignment(Pos.CENTER_RIGHT);
        setId("finding-card");
        getStyleClass().add("finding-card");
        setMinWidth(0);
    }

    void show(Optional<Line> line, Design now) {
        design = now;
        fixable = Optional.empty();
        getChildren().clear();
        if (line.isEmpty()) {
            var hint = new Label("Choose a finding to see why it matters and what proves it.");
            hint.getStyleClass().add("caption");
            hint.setWrapText(true);
            hint.setPadding(new Insets(14, 16, 0, 16));
            getChildren().add(hint);
            return;
        }
        switch (line.get().subject()) {
            case Line.Subject.OfFinding(Finding finding) -> {
                fixable = Optional.of(finding);
                showFinding(line.get(), finding, Optional.empty());
                showFixes();
            }
            case Line.Subject.OfRisk(Report.Accepted accepted) ->
                    showFinding(line.get(), accepted.finding(), Optional.of(accepted));
            case Line.Subject.OfUnneeded(AcceptedRisk risk) -> showUnneeded(line.get(), risk);
            case Line.Subject.OfToDo(var toDo) -> showText(line.get(), toDo.text(), """
                    This is unfinished, not wrong: nothing is held against a design that is still being drawn. The runbook \
                    lists what is left.""", List.of());
            case Line.Subject.OfGap(NotChecked gap) -> showGap(line.get(), gap);
            case Line.Subject.OfDefect(var defect) -> showText(line.get(), "Rule " + defect.rule() + " failed",
                    "All other rules reported as usual. What went wrong: " + defect.reason(), List.of());
            case Line.Subject.OfFixed(Finding finding) -> showText(line.get(), finding.page().title(),
                    "This finding is gone. Undo takes the change back.", List.of());
            case Line.Subject.OfGroup _ -> {}
        }
    }

    private void showText(Line line, String title, String text, List<Node> actions) {
        var body = new Label(text);
        body.getStyleClass().add("card-text");
        body.setWrapText(true);
        body.setPadding(new Insets(12, 16, 12, 16));
        var all = new ArrayList<Node>();
        all.add(locate(line));
        all.addAll(actions);
        getChildren().setAll(head(line, title, all), body);
    }

    private void showGap(Line line, NotChecked gap) {
        String title = RulePage.of(gap.rule()).title();
        List<Node> actions = gap.needs().filter(needs -> design.find(needs.element()).isPresent()).map(needs -> {
            String label = label(needs.element(), needs.attribute());
            return List.<Node>of(button("fill-in", "Fill in " + label,
                    () -> wishes.edit(needs.element(), needs.attribute())));
        }).orElse(List.of());
        showText(line, title, gap.reason() + """
                 The rule stays silent until the value is known; a silent rule is no proof that all is well.""",
                actions);
        gap.needs().ifPresent(needs -> {
            var link = new Hyperlink(label(needs.element(), needs.attribute()) + " of "
                    + Called.in(design, needs.element()));
            link.setId("needed-attribute");
            link.setOnAction(_ -> wishes.edit(needs.element(), needs.attribute()));
            var box = new VBox(heading("Needed"), link);
            box.setPadding(new Insets(0, 16, 0, 16));
            getChildren().add(box);
        });
    }

    private void showUnneeded(Line line, AcceptedRisk risk) {
        showText(line, RulePage.of(risk.ruleId()).title(), who(risk)
                + " No finding is about it any more: the design was changed, or the rule is silent now.",
                List.of(button("remove-risk", "Remove", () -> wishes.forget(risk))));
    }

    private String label(Id element, String attribute) {
        return design.find(element).map(each -> Explained.label(each.kind(), attribute)).orElse(attribute);
    }

    private static Button button(String id, String text, Runnable run) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void showFinding(Line line, Finding finding, Optional<Report.Accepted> accepted) {
        RulePage page = finding.page();
        var actions = new ArrayList<Node>();
        actions.add(locate(line));
        fixActions.getChildren().clear();
        fixPreview.getChildren().clear();
        if (accepted.isPresent()) {
            if (Line.isDue(accepted.get(), today.get())) {
                Button review = button("review-risk", "Review…", () -> wishes.review(accepted.get()));
                review.getStyleClass().add("primary");
                actions.add(review);
            }
            actions.add(button("forget-risk", "No longer accept", () -> wishes.forget(accepted.get().risk())));
        } else {
            Button accept = button("accept-risk-button", "Accept…", () -> wishes.accept(finding));
            accept.setTooltip(new Tooltip("Accept as a risk"));
            actions.add(accept);
            actions.add(fixActions);
        }
        var left = new VBox();
        accepted.ifPresent(each -> left.getChildren().add(acceptance(each)));
        add(left, "Why it matters", page.section("What happens"));
        add(left, "What to do", page.section("What to do"));
        add(left, "When it is fine", page.section("When it is fine"));
        var right = new VBox();
        right.getChildren().addAll(heading("Evidence"), evidence(finding));
        finding.because().forEach(sentence -> right.getChildren().add(text(sentence)));
        // What a button beside it would change is seen without scrolling.
        right.getChildren().add(finding.evidence().size() > FEW_PROOFS ? 0 : right.getChildren().size(), fixPreview);
        add(right, "How to verify", page.section("How you notice"));
        add(right, "Source", page.section("Source"));
        var columns = new GridPane(20, 0);
        columns.setPadding(new Insets(2, 16, 12, 16));
        columns.addRow(0, left, right);
        Stream.of(50, 50).forEach(percent -> {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            columns.getColumnConstraints().add(column);
        });
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head(line, page.title(), actions), scroll);
    }

    /// The quick fixes, as soon as they were tried.
    void showFixes() {
        fixable.ifPresent(finding -> fixes.of(finding).ifPresent(found -> {
            fixPreview.getChildren().clear();
            fixActions.getChildren().clear();
            if (found.isEmpty()) {
                return;
            }
            Remedy best = found.getFirst();
            fixPreview.getChildren().addAll(heading("Fix preview"), text(best.label()),
                    Changes.of(Changes.lines(design, best.edit()), MOST_LINES));
            Button others = button("other-fixes", found.size() > 1 ? "Other fixes (" + (found.size() - 1) + ")…"
                    : "Fixes…", () -> wishes.fix(finding));
            others.setTooltip(new Tooltip("All quick fixes, and the same for all findings of " + finding.rule()
                    + "  Alt+Enter"));
            Button apply = button("apply-fix", "Apply fix", () -> wishes.apply(finding, best));
            apply.getStyleClass().add("primary");
            apply.setTooltip(new Tooltip(best.label()));
            fixActions.getChildren().addAll(others, apply);
            fixActions.getChildren().forEach(each -> ((Region) each).setMinWidth(Region.USE_PREF_SIZE));
        }));
    }

    private Node acceptance(Report.Accepted accepted) {
        boolean due = Line.isDue(accepted, today.get());
        String why = accepted.stale() ? " The values or the elements have changed since: review it again."
                : due ? " The day of its review has come." : "";
        var label = new Label(who(accepted.risk()) + why);
        label.setWrapText(true);
        var box = new HBox(Glyph.sign(Sign.ACCEPTED, 14), label);
        box.getStyleClass().addAll("message", due ? "warning" : "advice");
        VBox.setMargin(box, new Insets(8, 0, 0, 0));
        return box;
    }

    /// Who accepted a risk, when, for whom and why.
    private static String who(AcceptedRisk risk) {
        String owner = risk.owner().find().map(name -> ", owned by " + name).orElse("");
        String since = risk.date().find().map(day -> " on " + day).orElse("");
        String until = risk.until().find().map(day -> ", to be reviewed by " + day).orElse("");
        return "Accepted by " + risk.author() + since + owner + until + ": " + risk.reason()
                + (risk.reason().endsWith(".") ? "" : ".");
    }

    private Button locate(Line line) {
        var button = new Button(null, Glyph.icon("target", 15));
        button.setId("show-on-canvas");
        button.getStyleClass().addAll("ghost", "small-button");
        button.setTooltip(new Tooltip("Show on canvas"));
        button.setAccessibleText("Show on canvas");
        button.setOnAction(_ -> wishes.showAll(line.elements(), line.finding()));
        button.setDisable(line.elements().isEmpty());
        return button;
    }

    private Node evidence(Finding finding) {
        var grid = new GridPane(10, 3);
        int row = 0;
        for (Proof proof : finding.evidence()) {
            var element = new Hyperlink(Called.in(design, proof.element()));
            element.setOnAction(_ -> wishes.edit(proof.element(), proof.attribute()));
            element.setWrapText(true);
            String attribute = label(proof.element(), proof.attribute());
            var value = new Label(attribute + ": " + proof.value());
            value.getStyleClass().add("card-text");
            value.setWrapText(true);
            grid.addRow(row++, element, value);
            GridPane.setValignment(element, VPos.TOP);
            GridPane.setValignment(value, VPos.TOP);
        }
        Stream.of(42, 58).forEach(percent -> {
            var column = new ColumnConstraints();
            column.setPercentWidth(percent);
            grid.getColumnConstraints().add(column);
        });
        if (row == 0) {
            grid.addRow(0, text(Called.in(design, finding.primary())));
        }
        return grid;
    }

    private static HBox head(Line line, String title, List<Node> actions) {
        var rule = new Label(line.rule());
        rule.getStyleClass().addAll("rule-tag", line.sign().cssName());
        rule.setMinWidth(Region.USE_PREF_SIZE);
        var name = new Label(title);
        name.setId("card-title");
        name.getStyleClass().add("card-title");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(title));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(Glyph.sign(line.sign(), 18), rule, name, space);
        head.getChildren().addAll(actions);
        actions.forEach(action -> ((Region) action).setMinWidth(Region.USE_PREF_SIZE));
        head.getStyleClass().add("card-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static void add(VBox column, String title, String markdown) {
        if (!markdown.isBlank()) {
            column.getChildren().addAll(heading(title), Prose.of(markdown));
        }
    }

    private static Label heading(String text) {
        var heading = new Label(text);
        heading.getStyleClass().add("card-heading");
        return heading;
    }

    private static Label text(String text) {
        var label = new Label(text);
        label.getStyleClass().add("card-text");
        label.setWrapText(true);
        return label;
    }
}
