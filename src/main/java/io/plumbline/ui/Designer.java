package io.plumbline.ui;

import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/// The window.
public final class Designer extends Application {
    /// Returns when the last window is closed.
    public static void open(Clock clock, List<String> files) {
        launch(Designer.class, files.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        stage.setTitle("Plumbline");
        stage.setScene(new Scene(new BorderPane(), 1280, 800));
        stage.show();
    }
}
