package io.plumbline.ui;

import io.plumbline.catalog.Catalog;
import io.plumbline.diagram.Sign;
import io.plumbline.diagram.Theme;
import io.plumbline.file.RuleProfileFile;
import io.plumbline.model.RuleProfile;
import io.plumbline.settings.Appearance;
import io.plumbline.settings.LogFile;
import io.plumbline.settings.Settings;
import io.plumbline.settings.SettingsFile;
import io.plumbline.ui.look.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

/// All windows of the program and what they share.
final class Desk {
    private final Look look;
    private final Clock clock;
    private final Executor elsewhere = Executors.newVirtualThreadPerTaskExecutor();
    private final List<DesignWindow> windows = new ArrayList<>();
    private Catalog catalog;
    private List<RuleProfile> profiles;
    private final SettingsFile settingsFile;
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>();
    private final Optional<String> warning;

    Desk(Look look, Clock clock, SettingsFile settingsFile) {
        this.look = look;
        this.clock = clock;
        this.settingsFile = settingsFile;
        SettingsFile.Loaded loaded = settingsFile.load();
        settings.set(loaded.settings());
        warning = loaded.warning();
        settings.subscribe(now -> look.theme().set(theme(now.preferences().appearance())));
        Platform.getPreferences().colorSchemeProperty().subscribe(
                () -> look.theme().set(theme(settings.get().preferences().appearance())));
    }

    /// What the user chose, and the files used last.
    ReadOnlyObjectProperty<Settings> settings() {
        return settings;
    }

    /// Changes the settings, for all windows and for the next start; a sentence when they cannot be kept.
    Optional<String> change(UnaryOperator<Settings> change) {
        settings.set(change.apply(settings.get()));
        return settingsFile.update(change);
    }

    private static Theme theme(Appearance appearance) {
        boolean dark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        return switch (appearance) {
            case SYSTEM -> dark ? Theme.DARK : Theme.LIGHT;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case HIGH_CONTRAST -> dark ? Theme.CONTRAST_BLACK : Theme.CONTRAST_WHITE;
        };
    }

    Look look() {
        return look;
    }

    Clock clock() {
        return clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /// The device catalogue, read when it is first asked for.
    Catalog catalog() {
        if (catalog == null) {
            catalog = Catalog.load();
        }
        return catalog;
    }

    /// The rule profiles that come with the program.
    List<RuleProfile> profiles() {
        if (profiles == null) {
            profiles = RuleProfileFile.builtIn();
        }
        return profiles;
    }

    /// Runs what would hold up the windows.
    Executor elsewhere() {
        return elsewhere;
    }

    void used(Path file) {
        change(before -> before.opened(file));
    }

    void fillRecent(Menu menu) {
        menu.getItems().setAll(settings.get().recent().files().stream().map(file -> {
            var item = new MenuItem(file.path().getFileName() + "   " + file.path().getParent());
            item.setOnAction(_ -> openInWindow(file.path(), Optional.empty()));
            item.setDisable(!file.isThere());
            return item;
        }).toList());
        menu.setDisable(menu.getItems().isEmpty());
    }

    /// A window with the start page, or with a file.
    DesignWindow open(Stage stage, Optional<Path> file) {
        var window = new DesignWindow(this, stage);
        file.ifPresentOrElse(window::open, window::showStart);
        windows.add(window);
        stage.setOnHidden(_ -> windows.remove(window));
        stage.show();
        if (windows.size() == 1) {
            warning.ifPresent(sentence -> window.notice().say(Sign.ERROR, sentence));
        }
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

    /// A defect of the program: written to the log, and said in one sentence; the windows go on.
    void failed(Throwable defect) {
        String where;
        try {
            where = " Details are in " + LogFile.ofThisUser().write(clock.instant(), Build.version(), defect) + ".";
        } catch (IOException _) {
            where = "";
        }
        String sentence = "Something inside Plumbline failed; your design is unchanged by it." + where;
        Platform.runLater(() -> windows.stream().reduce((_, last) -> last)
                .ifPresent(window -> window.notice().say(Sign.ERROR, sentence)));
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
