package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.edit.Put;
import io.plumbline.file.DesignFile;
import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Somebody closes a window over work that no file holds.
@ExtendWith(ApplicationExtension.class)
class KeepingWorkStory {
    @TempDir
    static Path folder;

    private Bench bench;
    private Stage stage;
    private Path file;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        file = Bench.file(folder, "rack.plumb", Design.empty("Rack").with(Host.of(new Id("hv1"), "HV1")));
        bench = Bench.open(stage, folder, Optional.of(file));
    }

    @Test
    void nothingChangedClosesWithoutAQuestion() {
        askToClose();
        bench.await("it is closed", () -> !stage.isShowing());
    }

    @Test
    void cancelKeepsTheWindowAndTheWork() {
        change();
        askToClose();
        answer(ButtonData.CANCEL_CLOSE);
        assertTrue(stage.isShowing());
        assertTrue(bench.state().isUnsaved());
        assertEquals(2, bench.design().all(Host.class).count());
    }

    @Test
    void savingWritesTheFileAndCloses() throws Exception {
        change();
        askToClose();
        answer(ButtonData.YES);
        bench.await("it is closed", () -> !stage.isShowing());
        assertEquals(2, DesignFile.read(file).all(Host.class).count());
    }

    @Test
    void discardingLeavesTheFileAsItWas() throws Exception {
        String before = Files.readString(file);
        change();
        askToClose();
        answer(ButtonData.NO);
        bench.await("it is closed", () -> !stage.isShowing());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void theFileIsAmongTheRecentOnesAfterwards() {
        bench.interact(() -> bench.window().showStart());
        assertTrue(bench.lookup("#recent-rack-plumb").tryQuery().isPresent());
        bench.clickOn("#recent-rack-plumb");
        bench.await("it is shown again", () -> !bench.window().isAtStart());
        assertEquals("Rack", bench.design().title());
        assertFalse(bench.state().isUnsaved());
    }

    private void change() {
        bench.interact(() -> bench.window().workbench()
                .perform(Put.add(Host.of(new Id("hv2"), "HV2"))));
    }

    /// As the window manager does.
    private void askToClose() {
        Platform.runLater(() -> {
            var event = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
            stage.fireEvent(event);
        });
    }

    private void answer(ButtonData kind) {
        bench.await("the question is there", () -> !dialogs().isEmpty());
        bench.interact(() -> {
            DialogPane pane = dialogs().getFirst();
            Node button = pane.getButtonTypes().stream().filter(type -> type.getButtonData() == kind)
                    .map(pane::lookupButton).findFirst().orElseThrow();
            ((Button) button).fire();
        });
        bench.await("the question is answered", () -> dialogs().isEmpty());
    }

    private List<DialogPane> dialogs() {
        return bench.listWindows().stream().filter(window -> window.isShowing() && window.getScene() != null)
                .map(window -> window.getScene().getRoot()).filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast).toList();
    }
}
