package io.plumbline.ui;

import io.plumbline.catalog.Catalog;
import io.plumbline.ui.look.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

/// All windows of the program and what they share.
final class Desk {
    private static final int MOST_RECENT = 20;

    private final Look look;
    private final Clock clock;
    private final Executor elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final List<DesignWindow> windows = new ArrayList<>();
    private Catalog catalog;
    private final List<Path> recent = new ArrayList<>();

    Desk(Look look, Clock clock) {
        this.look = look;
        this.clock = clock;
    }

    Look look() {
        return look;
    }

    Clock clock() {
        return clock;
    }

    /// The device catalogue, read when it is first asked for.
    Catalog catalog() {
        if (catalog == null) {
            catalog = Catalog.load();
        }
        return catalog;
    }

    /// Runs what would hold up the windows.
    Executor elsewhere() {
        return elsewhere;
    }

    /// Files used last, newest first.
    List<Path> recent() {
        return List.copyOf(recent);
    }

    void used(Path file) {
        Path used = file.toAbsolutePath().normalize();
        recent.remove(used);
        recent.addFirst(used);
        if (recent.size() > MOST_RECENT) {
            recent.removeLast();
        }
    }

    void fillRecent(Menu menu) {
        menu.getItems().setAll(recent.stream().map(file -> {
            var item = new MenuItem(file.getFileName() + "   " + file.getParent());
            item.setOnAction(_ -> openInWindow(file, Optional.empty()));
            item.setDisable(!Files.exists(file));
            return item;
        }).toList());
        menu.setDisable(recent.isEmpty());
    }

    /// A window with the start page, or with a file.
    DesignWindow open(Stage stage, Optional<Path> file) {
        var window = new DesignWindow(this, stage);
        file.ifPresentOrElse(window::open, window::showStart);
        windows.add(window);
        stage.setOnHidden(_ -> windows.remove(window));
        stage.show();
        return window;
    }

    /// Shows a file in a window of its own; one that is open already comes to the front.
    void openInWindow(Path file, Optional<DesignWindow> empty) {
        Optional<DesignWindow> shown = windows.stream().filter(window -> window.shows(file)).findFirst();
        if (shown.isPresent()) {
            shown.get().toFront();
            return;
        }
        empty.ifPresentOrElse(window -> window.open(file), () -> open(new Stage(), Optional.of(file)));
    }

    /// Closes all windows; stops at the first one whose work somebody wants to keep.
    void quit() {
        for (DesignWindow window : List.copyOf(windows)) {
            if (!window.close()) {
                return;
            }
        }
        Platform.exit();
    }
}
