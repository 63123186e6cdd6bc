package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
        new Designer().start(stage);
    }

    @Test
    void theWindowNamesTheProgram() {
        assertEquals("Plumbline", stage.getTitle());
    }
}
