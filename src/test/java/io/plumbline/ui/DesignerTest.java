package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plumbline.diagram.Theme;
import io.plumbline.settings.SettingsFile;
import io.plumbline.ui.look.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DesignerTest {
    @TempDir
    static Path folder;

    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        new Desk(new Look(Theme.LIGHT), Clock.systemUTC(), new SettingsFile(folder.resolve("settings.json")))
                .open(stage, Optional.empty());
    }

    @Test
    void theWindowNamesTheProgram() {
        assertEquals("Plumbline", stage.getTitle());
    }
}
