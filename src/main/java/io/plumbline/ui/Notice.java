package io.plumbline.ui;

import io.plumbline.diagram.Sign;
import io.plumbline.ui.look.Glyph;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A bar above the canvas that says what went wrong, until somebody has read it.
final class Notice extends HBox {
    private final Label text = new Label();
    private final HBox sign = new HBox();

    Notice() {
        setId("notice");
        getStyleClass().add("notice");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setId("notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        sign.setAlignment(javafx.geometry.Pos.CENTER);
        var close = new Button(null, Glyph.icon("close", 12));
        close.setId("close-notice");
        close.getStyleClass().addAll("ghost", "small-button");
        close.setAccessibleText("Close this message");
        close.setOnAction(_ -> hide());
        getChildren().addAll(sign, text, close);
        hide();
    }

    /// @param how as an error, or as something to know
    void say(Sign how, String sentence) {
        getStyleClass().remove("advice");
        if (how != Sign.ERROR) {
            getStyleClass().add("advice");
        }
        sign.getChildren().setAll(Glyph.sign(how, 16));
        text.setText(sentence);
        setVisible(true);
        setManaged(true);
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }
}
