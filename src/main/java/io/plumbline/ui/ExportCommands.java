package io.plumbline.ui;

import io.plumbline.diagram.Sign;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The commands that write files for others. The work is done elsewhere, on the design as it was when asked.
final class ExportCommands {
    private final Workbench workbench;
    private final Window window;
    private final Desk desk;
    private final Dialogs dialogs;
    private final Notice notice;
    private final BiConsumer<String, Toast.Outcome> told;

    ExportCommands(Workbench workbench, Window window, Desk desk, Dialogs dialogs, Notice notice,
            BiConsumer<String, Toast.Outcome> told) {
        this.workbench = workbench;
        this.window = window;
        this.desk = desk;
        this.dialogs = dialogs;
        this.notice = notice;
        this.told = told;
    }

    void register(Actions actions) {
        actions.on(Command.EXPORT_PICTURE, this::picture, this::emptiness);
        actions.on(Command.EXPORT_RUNBOOK, this::runbook, this::emptiness);
    }

    private Optional<String> emptiness() {
        return workbench.now().design().size() <= 1 ? Optional.of("There is nothing drawn yet.") : Optional.empty();
    }

    private void picture() {
        State state = workbench.now();
        var chooser = new FileChooser();
        chooser.setTitle("Export picture");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("SVG", "*.svg"),
                new FileChooser.ExtensionFilter("PNG", "*.png"));
        chooser.setInitialFileName(Exports.baseName(state.file(), state.design()) + ".svg");
        folder(state).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            Path file = chosen.toPath();
            write(file.getFileName() + " written", () -> Exports.picture(state.design(), file));
        }
    }

    private void runbook() {
        State state = workbench.now();
        var chooser = new DirectoryChooser();
        chooser.setTitle("Export runbook into a folder");
        folder(state).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showDialog(window);
        if (chosen == null) {
            return;
        }
        String name = Exports.baseName(state.file(), state.design()) + "-runbook";
        List<Path> there = Exports.runbookFiles(chosen.toPath(), name).stream().filter(Files::exists).toList();
        if (!there.isEmpty() && !dialogs.ask("Replace what is there?", new Label("These files are replaced:\n"
                + there.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining("\n"))),
                "Replace")) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(desk.clock().instant(), desk.clock().getZone());
        write(name + " written as Markdown, HTML and SVG",
                () -> Exports.runbook(state.report(), chosen.toPath(), name, today, Build.version()));
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void write(String done, Writing writing) {
        desk.elsewhere().execute(() -> {
            try {
                writing.run();
                Platform.runLater(() -> told.accept(done, Toast.Outcome.DONE));
            } catch (IOException e) {
                Platform.runLater(() -> notice.say(Sign.ERROR,
                        "The file could not be written: " + e.getMessage() + ". Choose another folder."));
            }
        });
    }

    private static Optional<File> folder(State state) {
        return state.file().map(Path::toAbsolutePath).map(Path::getParent).map(Path::toFile).filter(File::isDirectory);
    }
}
