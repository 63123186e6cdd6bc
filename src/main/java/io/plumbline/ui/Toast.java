package io.plumbline.ui;

import io.plumbline.diagram.Sign;
import io.plumbline.ui.look.Glyph;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Says for a moment what was just done or why it was not, and offers to take it back. The history of steps says the same for longer.
final class Toast extends HBox {
    private static final Duration SHOWN = Duration.seconds(6);

    private final Label text = new Label();
    private final HBox sign = new HBox();
    private final Hyperlink undo = new Hyperlink("Undo");
    private final PauseTransition pause = new PauseTransition(SHOWN);

    Toast(Runnable takeBack) {
        setId("toast");
        getStyleClass().addAll("float", "toast");
        text.setId("toast-text");
        sign.setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        undo.setOnAction(_ -> {
            takeBack.run();
            hide();
        });
        getChildren().addAll(sign, text, undo);
        pause.setOnFinished(_ -> hide());
        hide();
    }

    /// What became of a wish: it was done, it can be taken back as well, or it was not done at all.
    enum Outcome {
        DONE, UNDOABLE, REFUSED
    }

    void say(String sentence, Outcome outcome) {
        sign.getChildren().setAll(Glyph.sign(outcome == Outcome.REFUSED ? Sign.ADVICE : Sign.PASSED, 16));
        text.setText(sentence);
        undo.setVisible(outcome == Outcome.UNDOABLE);
        undo.setManaged(outcome == Outcome.UNDOABLE);
        setVisible(true);
        pause.playFromStart();
    }

    void hide() {
        setVisible(false);
    }
}
