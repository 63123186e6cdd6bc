package io.plumbline.ui;

import io.plumbline.diagram.Theme;
import io.plumbline.file.DesignFile;
import io.plumbline.ui.look.Look;
import io.plumbline.workbench.Workbench;
import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/// The window.
public final class Designer extends Application {
    /// Returns when the last window is closed.
    public static void open(Clock clock, List<String> files) {
        launch(Designer.class, files.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        var look = new Look(Theme.LIGHT);
        var workbench = new Workbench(Clock.systemDefaultZone(), java.util.concurrent.ForkJoinPool.commonPool(), javafx.application.Platform::runLater);
        stage.setTitle("Plumbline");
        new DesignWindow(stage, look, Clock.systemDefaultZone(), workbench);
        getParameters().getRaw().stream().findFirst().ifPresent(file -> {
            try {
                workbench.open(DesignFile.read(java.nio.file.Path.of(file)), java.util.Optional.of(java.nio.file.Path.of(file)));
            } catch (Exception e) {
                e.printStackTrace();
            }
        });
        stage.show();
    }
}
