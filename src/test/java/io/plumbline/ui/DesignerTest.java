package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.diagram.Theme;
import io.plumbline.ui.look.Look;
import java.time.Clock;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DesignerTest {
    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        new Desk(new Look(Theme.LIGHT), Clock.systemUTC()).open(stage, Optional.empty());
    }

    @Test
    void theWindowNamesTheProgram() {
        assertEquals("Plumbline", stage.getTitle());
    }
}
