package io.plumbline.ui.start;

import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.diagram.Sign;
import io.plumbline.diagram.Theme;
import io.plumbline.model.Design;
import io.plumbline.runbook.Marks;
import io.plumbline.ui.look.Glyph;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A design on the start page: how it looks, how it is called and what the validator says about it.
final class Tile extends Button {
    private final double width;
    private final double height;
    private final StackPane picture = new StackPane();
    private final HBox facts = new HBox(6);

    Tile(String id, String name, String meaning, double width, double height, Runnable open) {
        this.width = width;
        this.height = height;
        setId(id);
        getStyleClass().setAll("tile");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setText(name + ", " + meaning);
        setMinWidth(width);
        setMaxWidth(width);
        var title = new Label(name);
        title.getStyleClass().add("tile-name");
        var fact = new Label(meaning);
        fact.getStyleClass().add("tile-fact");
        facts.getChildren().add(fact);
        facts.setAlignment(Pos.CENTER_LEFT);
        var text = new VBox(title, facts);
        text.getStyleClass().add("tile-text");
        picture.getStyleClass().add("tile-picture");
        picture.setMinHeight(height);
        picture.setMaxHeight(height);
        setGraphic(new VBox(picture, text));
        setOnAction(_ -> open.run());
    }

    /// Shows a sign instead of a picture.
    void show(Node sign) {
        picture.getChildren().setAll(sign);
    }

    void show(Design design, Report report, ObjectProperty<Theme> theme) {
        picture.getChildren().setAll(new Thumbnail(design, report, width - 2, height, theme));
        facts.getChildren().setAll(facts.getChildren().getLast());
        boolean clean = true;
        for (Severity severity : Severity.values()) {
            long count = report.count(severity);
            if (count > 0) {
                facts.getChildren().add(facts.getChildren().size() - 1, counted(Marks.sign(severity), count));
                clean &= severity == Severity.ADVICE;
            }
        }
        if (clean && report.findings().isEmpty()) {
            facts.getChildren().addFirst(Glyph.sign(Sign.PASSED, 13));
        }
    }

    private static Label counted(Sign sign, long count) {
        var label = new Label(String.valueOf(count), Glyph.sign(sign, 13));
        label.getStyleClass().addAll("tile-fact", "figures");
        return label;
    }
}
