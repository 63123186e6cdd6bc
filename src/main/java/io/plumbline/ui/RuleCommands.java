package io.plumbline.ui;

import io.plumbline.check.Profiles;
import io.plumbline.file.RuleProfileFile;
import io.plumbline.file.UnreadableProfile;
import io.plumbline.model.Design;
import io.plumbline.model.RuleProfile;
import io.plumbline.ui.findings.RulesForm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/// What a design makes of the rules, and profiles of that as files.
final class RuleCommands {
    private final DesignWindow window;
    private final Desk desk;

    RuleCommands(DesignWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    void register(Actions actions) {
        actions.on(Command.RULES, this::show,
                () -> window.isAtStart() ? Optional.of("There is no design yet.") : Optional.empty());
    }

    private void show() {
        Design before = window.workbench().now().design();
        var form = new RulesForm(before.project(), new RulesForm.Shelf() {
            @Override
            public List<RuleProfile> builtIn() {
                return desk.profiles();
            }

            @Override
            public Optional<RuleProfile> load() {
                return Optional.ofNullable(chooser("Import a rule profile").showOpenDialog(window.stage()))
                        .map(File::toPath).flatMap(RuleCommands.this::read);
            }

            @Override
            public void save(RuleProfile profile) {
                FileChooser chooser = chooser("Export this rule profile");
                chooser.setInitialFileName(profile.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                        + ".json");
                Optional.ofNullable(chooser.showSaveDialog(window.stage())).map(File::toPath)
                        .ifPresent(file -> write(file, profile));
            }
        });
        var yes = new ButtonType("Apply", ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = window.dialogs().dialog("Rules of this design", form,
                List.of(yes, new ButtonType("Cancel", ButtonData.CANCEL_CLOSE)));
        dialog.setResizable(true);
        dialog.getDialogPane().lookupButton(yes).disableProperty().bind(form.incomplete());
        dialog.getDialogPane().setPrefSize(1040, 680);
        if (dialog.showAndWait().equals(Optional.of(yes))) {
            RuleProfile profile = form.profile();
            if (!profile.in(before.project()).equals(before.project())) {
                window.workbench().perform(Profiles.apply(profile, window.workbench().now().design()));
            }
        }
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new ExtensionFilter("Rule profile", "*.json"));
        return chooser;
    }

    /// What is wrong with a file is said in one message.
    Optional<RuleProfile> read(Path file) {
        try {
            RuleProfile profile = RuleProfileFile.read(file);
            Optional<String> unknown = Profiles.unknown(profile);
            unknown.ifPresent(why -> window.dialogs().say("This profile cannot be used", why));
            return unknown.isPresent() ? Optional.empty() : Optional.of(profile);
        } catch (UnreadableProfile e) {
            window.dialogs().say("This is no rule profile", e.getMessage());
            return Optional.empty();
        }
    }

    private void write(Path file, RuleProfile profile) {
        try {
            RuleProfileFile.save(file, profile);
        } catch (IOException e) {
            window.dialogs().say("The profile was not exported", file + " cannot be written: " + e.getMessage() + ".");
        }
    }
}
