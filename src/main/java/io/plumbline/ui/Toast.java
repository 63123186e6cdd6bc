package io.plumbline.ui;

import io.plumbline.diagram.Sign;
import io.plumbline.ui.look.Glyph;
import javafx.animation.PauseTransition;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Says for a moment what was just done, and offers to take it back. The history of steps says the same for longer.
final class Toast extends HBox {
    private static final Duration SHOWN = Duration.seconds(6);

    private final Label text = new Label();
    private final Hyperlink undo = new Hyperlink("Undo");
    private final PauseTransition pause = new PauseTransition(SHOWN);

    Toast(Runnable takeBack) {
        setId("toast");
        getStyleClass().addAll("float", "toast");
        text.setId("toast-text");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> {
            takeBack.run();
            hide();
        });
        getChildren().addAll(Glyph.sign(Sign.PASSED, 16), text, undo);
        pause.setOnFinished(_ -> hide());
        hide();
    }

    enum Offer {
        UNDO, NOTHING
    }

    void say(String sentence, Offer offer) {
        text.setText(sentence);
        undo.setVisible(offer == Offer.UNDO);
        undo.setManaged(offer == Offer.UNDO);
        setVisible(true);
        pause.playFromStart();
    }

    void hide() {
        setVisible(false);
    }
}
