package io.plumbline.ui;

import io.plumbline.diagram.Sign;
import io.plumbline.file.Backups;
import io.plumbline.file.DesignFile;
import io.plumbline.file.Opened;
import io.plumbline.file.UnreadableDesign;
import io.plumbline.file.UnsavedDesign;
import io.plumbline.model.Design;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Opens and saves the design of a window. What goes wrong becomes one sentence in the notice; the design stays.
final class Documents {
    private static final String ENDING = ".plumb";

    private final Workbench workbench;
    private final Window window;
    private final Notice notice;
    private final Dialogs dialogs;
    private final Clock clock;
    private final Consumer<Path> used;

    /// @param used is told of every file that was opened or saved
    Documents(Workbench workbench, Window window, Notice notice, Dialogs dialogs, Clock clock, Consumer<Path> used) {
        this.workbench = workbench;
        this.window = window;
        this.notice = notice;
        this.dialogs = dialogs;
        this.clock = clock;
        this.used = used;
    }

    /// Whether the design may be given up: it is saved, or nobody wants it.
    boolean mayLeave() {
        State state = workbench.now();
        if (!state.isUnsaved()) {
            return true;
        }
        return switch (dialogs.askAboutUnsaved(state.file().isPresent() ? state.fileName() : "this design")) {
            case SAVE -> save();
            case DISCARD -> true;
            case CANCEL -> false;
        };
    }

    void create() {
        notice.hide();
        workbench.open(Design.empty("New design"), Optional.empty());
    }

    Optional<Path> choose() {
        var chooser = chooser("Open a design");
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }

    /// Shows the design in a file; whether that could be done.
    boolean open(Path file) {
        try {
            Opened opened = DesignFile.open(file);
            notice.hide();
            workbench.open(opened.design(), Optional.of(file));
            used.accept(file);
            int problems = opened.problems().size();
            if (problems > 0) {
                String more = problems > 1 ? " (and " + (problems - 1) + " more)" : "";
                notice.say(Sign.ERROR, "Opened without what cannot be read: "
                        + opened.problems().getFirst().text() + more);
            } else if (opened.formatVersion() < DesignFile.FORMAT_VERSION) {
                notice.say(Sign.ADVICE, "This file is of an older format; it will be saved as format "
                        + DesignFile.FORMAT_VERSION + ".");
            }
            return true;
        } catch (UnreadableDesign e) {
            notice.say(Sign.ERROR, e.getMessage().lines().findFirst().orElse("The file cannot be read."));
            return false;
        }
    }

    /// Shows a design that comes with the program, as a copy that has no file yet.
    void openCopy(Design design) {
        notice.hide();
        workbench.open(design, Optional.empty());
    }

    boolean save() {
        return workbench.now().file().map(this::save).orElseGet(this::saveAs);
    }

    boolean saveAs() {
        FileChooser chooser = chooser("Save the design");
        State state = workbench.now();
        state.file().ifPresentOrElse(file -> chooser.setInitialFileName(file.getFileName().toString()),
                () -> chooser.setInitialFileName(suggested(state.design().title())));
        File chosen = chooser.showSaveDialog(window);
        return chosen != null && save(withEnding(chosen.toPath()));
    }

    boolean save(Path file) {
        Design design = workbench.now().design();
        try {
            Optional<String> warning = DesignFile.save(file, design, Backups.ofThisUser());
            notice.hide();
            workbench.saved(design, file, clock.instant());
            used.accept(file);
            warning.ifPresent(sentence -> notice.say(Sign.ADVICE, sentence));
            return true;
        } catch (UnsavedDesign e) {
            notice.say(Sign.ERROR, e.getMessage());
            return false;
        }
    }

    static Path withEnding(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + ENDING);
    }

    static String suggested(String title) {
        String name = title.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return (name.isEmpty() ? "design" : name) + ENDING;
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Plumbline designs", "*" + ENDING),
                new FileChooser.ExtensionFilter("All files", "*"));
        workbench.now().file().map(Path::toAbsolutePath).map(Path::getParent).map(Path::toFile)
                .filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }
}
