package io.plumbline.ui.findings;

import io.plumbline.check.Finding;
import io.plumbline.check.Proof;
import io.plumbline.check.Report;
import io.plumbline.check.RulePage;
import io.plumbline.diagram.Sign;
import io.plumbline.model.AcceptedRisk;
import io.plumbline.model.Design;
import io.plumbline.ui.inspector.Explained;
import io.plumbline.ui.look.Glyph;
import io.plumbline.ui.text.Called;
import io.plumbline.ui.text.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final FindingsPanel.Wishes wishes;

    FindingCard(FindingsPanel.Wishes wishes) {
        this.wishes = wishes;
        setId("finding-card");
        getStyleClass().add("finding-card");
        setMinWidth(0);
    }

    void show(Optional<Line> line, Design design) {
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
            case Line.Subject.OfFinding(Finding finding) -> showFinding(line.get(), finding, design, Optional.empty());
            case Line.Subject.OfRisk(Report.Accepted accepted) ->
                    showFinding(line.get(), accepted.finding(), design, Optional.of(accepted));
            case Line.Subject.OfToDo(var toDo) -> showText(line.get(), toDo.text(), """
                    This is unfinished, not wrong: nothing is held against a design that is still being drawn. The runbook \
                    lists what is left.""");
            case Line.Subject.OfGap(var gap) -> showText(line.get(), RulePage.of(gap.rule()).title(), gap.reason() + """
                     The rule stays silent until the value is known; a silent rule is no proof that all is well.""");
            case Line.Subject.OfDefect(var defect) -> showText(line.get(), "Rule " + defect.rule() + " failed",
                    "All other rules reported as usual. What went wrong: " + defect.reason());
        }
    }

    private void showText(Line line, String title, String text) {
        var body = new Label(text);
        body.getStyleClass().add("card-text");
        body.setWrapText(true);
        body.setPadding(new Insets(12, 16, 12, 16));
        getChildren().setAll(head(line, title, List.of(locate(line))), body);
    }

    private void showFinding(Line line, Finding finding, Design design, Optional<Report.Accepted> accepted) {
        RulePage page = finding.page();
        var actions = new ArrayList<Node>();
        actions.add(locate(line));
        if (accepted.isPresent()) {
            var undo = new Button("No longer accept");
            undo.setId("forget-risk");
            undo.getStyleClass().add("small");
            undo.setOnAction(_ -> wishes.forget(accepted.get().risk()));
            actions.add(undo);
        } else {
            var accept = new Button("Accept risk…");
            accept.setId("accept-risk-button");
            accept.getStyleClass().add("small");
            accept.setOnAction(_ -> wishes.accept(finding));
            actions.add(accept);
        }
        var left = new VBox();
        accepted.ifPresent(each -> left.getChildren().add(acceptance(each)));
        add(left, "Why it matters", page.section("What happens"));
        add(left, "What to do", page.section("What to do"));
        add(left, "When it is fine", page.section("When it is fine"));
        var right = new VBox();
        right.getChildren().addAll(heading("Evidence"), evidence(finding, design));
        finding.because().forEach(sentence -> right.getChildren().add(text(sentence)));
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

    private static Node acceptance(Report.Accepted accepted) {
        AcceptedRisk risk = accepted.risk();
        String until = risk.until().find().map(day -> " until " + day).orElse("");
        String stale = accepted.stale() ? " The values have changed since: review it again." : "";
        var label = new Label("Accepted by " + risk.author() + until + ": " + risk.reason() + stale);
        label.setWrapText(true);
        var box = new HBox(Glyph.sign(Sign.ACCEPTED, 14), label);
        box.getStyleClass().addAll("message", accepted.stale() ? "warning" : "advice");
        VBox.setMargin(box, new Insets(8, 0, 0, 0));
        return box;
    }

    private Button locate(Line line) {
        var button = new Button(null, Glyph.icon("target", 15));
        button.setId("show-on-canvas");
        button.getStyleClass().addAll("ghost", "small-button");
        button.setTooltip(new Tooltip("Show on canvas"));
        button.setAccessibleText("Show on canvas");
        button.setOnAction(_ -> wishes.show(line.elements()));
        button.setDisable(line.elements().isEmpty());
        return button;
    }

    private Node evidence(Finding finding, Design design) {
        var grid = new GridPane(10, 3);
        int row = 0;
        for (Proof proof : finding.evidence()) {
            var element = new Hyperlink(Called.in(design, proof.element()));
            element.setOnAction(_ -> wishes.edit(proof.element(), proof.attribute()));
            element.setWrapText(true);
            String attribute = design.find(proof.element())
                    .map(each -> Explained.label(each.kind(), proof.attribute())).orElse(proof.attribute());
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
