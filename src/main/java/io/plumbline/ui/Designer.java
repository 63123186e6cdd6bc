package io.plumbline.ui;

import io.plumbline.diagram.Theme;
import io.plumbline.settings.SettingsFile;
import io.plumbline.ui.look.Look;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program with windows: one for every file it is given, or one with the start page.
public final class Designer extends Application {
    private static Clock clock;

    /// Returns when the last window is closed.
    public static void open(Clock clock, List<String> files) {
        Designer.clock = clock;
        launch(Designer.class, files.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        var desk = new Desk(new Look(Theme.LIGHT), clock, SettingsFile.ofThisUser());
        Thread.setDefaultUncaughtExceptionHandler((_, defect) -> desk.failed(defect));
        List<String> files = getParameters().getRaw();
        desk.open(stage, files.stream().findFirst().map(Path::of));
        files.stream().skip(1).forEach(file -> desk.openInWindow(Path.of(file), Optional.empty()));
    }
}
