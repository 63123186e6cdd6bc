package io.plumbline.ui.findings;

import io.plumbline.check.Severity;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.look.Glyph;
import io.plumbline.workbench.State;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What is left of the findings while their panel is closed: the counts.
public final class FindingsStrip extends HBox {
    private final HBox counts = new HBox(10);

    public FindingsStrip(Runnable open) {
        getStyleClass().add("findings-strip");
        var title = new Label("Findings");
        title.getStyleClass().add("strong");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var button = new Button(null, Glyph.icon("chevU", 14));
        button.setId("open-findings");
        button.getStyleClass().addAll("ghost", "small-button");
        button.setAccessibleText("Open the findings");
        button.setOnAction(_ -> open.run());
        counts.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(title, counts, space, button);
    }

    public void show(State state) {
        counts.getChildren().clear();
        for (Severity severity : Severity.values()) {
            long count = state.report().count(severity);
            var label = new Label(count == 0 && !state.isChecked() ? "…" : String.valueOf(count),
                    Glyph.sign(Marks.sign(severity), 13));
            label.getStyleClass().add("figures");
            label.setOpacity(state.isChecked() ? 1 : 0.55);
            counts.getChildren().add(label);
        }
    }
}
