package io.plumbline.ui;

import io.plumbline.diagram.Sign;
import io.plumbline.importer.Os9Import;
import io.plumbline.importer.SourceFile;
import io.plumbline.importer.UnusableInput;
import io.plumbline.model.Kind;
import io.plumbline.ui.text.Words;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;

/// Reads switch configurations into the design: first shows what they say and what was not understood, then adds it
/// as one step.
final class Imports {
    private final DesignWindow window;

    Imports(DesignWindow window) {
        this.window = window;
    }

    void choose() {
        var chooser = new FileChooser();
        chooser.setTitle("Import running-configurations of Dell OS9 switches");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("Configurations", "*.cfg", "*.txt"),
                new FileChooser.ExtensionFilter("All files", "*"));
        List<File> files = chooser.showOpenMultipleDialog(window.stage());
        if (files != null && !files.isEmpty()) {
            read(files);
        }
    }

    private void read(List<File> files) {
        try {
            var sources = new ArrayList<SourceFile>();
            for (File file : files) {
                sources.add(SourceFile.read(file.toPath()));
            }
            Os9Import read = Os9Import.read(sources, window.workbench().now().design());
            var report = new TextArea(read.report().toText());
            report.setId("import-report");
            report.setEditable(false);
            report.getStyleClass().add("code-block");
            report.setPrefSize(760, 460);
            if (window.dialogs().ask("Import " + Words.count(files.size(), Kind.SWITCH), report, "Import")) {
                window.workbench().perform(read.edit());
                window.showDesign();
                window.canvas().fit();
            }
        } catch (UnusableInput e) {
            window.showDesign();
            window.notice().say(Sign.ERROR, e.getMessage());
        }
    }
}
