package io.plumbline.ui;

import io.plumbline.check.Finding;
import io.plumbline.edit.Edit;
import io.plumbline.model.Id;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.inspector.Inspector;
import io.plumbline.ui.start.Sample;
import io.plumbline.ui.start.StartPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the panels of a window ask of it.
final class Wishes implements DesignCanvas.Wishes, Inspector.Wishes {
    private final DesignWindow window;
    private final Desk desk;

    Wishes(DesignWindow window, Desk desk) {
        this.window = window;
        this.desk = desk;
    }

    @Override
    public void perform(Edit edit) {
        Optional<String> obstacle = edit.obstacle(window.workbench().now().design());
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
        } else {
            window.workbench().perform(edit);
        }
    }

    @Override
    public void perform(Edit edit, List<Id> selection) {
        Optional<String> obstacle = edit.obstacle(window.workbench().now().design());
        if (obstacle.isPresent()) {
            refuse(obstacle.get());
        } else {
            window.workbench().perform(edit, selection);
        }
    }

    @Override
    public void select(List<Id> ids) {
        window.workbench().select(ids);
    }

    @Override
    public void refuse(String why) {
        window.toast().say(why, Toast.Outcome.REFUSED);
    }

    @Override
    public void menu(double screenX, double screenY) {
        new CanvasMenu(window.actions()).show(window.canvas(), screenX, screenY);
    }

    @Override
    public void inspect() {
        window.actions().perform(Command.INSPECT);
    }

    @Override
    public void add(double screenX, double screenY) {
        new WindowCommands(window, desk).add(screenX, screenY);
    }

    /// Chooses a finding in the panel, from wherever it was clicked.
    @Override
    public void open(Finding finding) {
        window.panels().bottom().set(true);
        window.findings().choose(finding);
    }

    StartPage.Wishes ofStart() {
        return new StartPage.Wishes() {
            @Override
            public void create() {
                new WindowCommands(window, desk).create();
            }

            @Override
            public void choose() {
                new WindowCommands(window, desk).open();
            }

            @Override
            public void open(Path file) {
                desk.openInWindow(file, Optional.of(window));
            }

            @Override
            public void open(Sample sample) {
                window.documents().openCopy(sample.read());
                window.showDesign();
            }
        };
    }
}
