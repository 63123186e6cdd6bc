package io.plumbline.ui;

import io.plumbline.diagram.Point;
import io.plumbline.diagram.Theme;
import io.plumbline.file.DesignFile;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.settings.Appearance;
import io.plumbline.settings.SavedFilter;
import io.plumbline.settings.SettingsFile;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.look.Look;
import io.plumbline.ui.start.Sample;
import io.plumbline.workbench.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window in the hands of somebody: what a story does, by the ids of elements and of controls, waiting for the state
/// and never for the clock.
final class Bench extends FxRobot {
    private final Desk desk;
    private final DesignWindow window;

    private Bench(Desk desk, DesignWindow window) {
        this.desk = desk;
        this.window = window;
    }

    /// Opens a window, on the thread of JavaFX.
    static Bench open(Stage stage, Path folder, Optional<Path> file) {
        var desk = new Desk(new Look(Theme.LIGHT),
                Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
                new SettingsFile(folder.resolve("settings.json")));
        // All tests share one stage, and a stage keeps the size that another test gave it.
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1600);
        stage.setHeight(1000);
        return new Bench(desk, desk.open(stage, file));
    }

    static Path file(Path folder, String name, Design design) {
        try {
            return Files.writeString(folder.resolve(name), DesignFile.write(design));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void appear(Appearance appearance) {
        interact(() -> {
            desk.change(before -> before.withPreferences(before.preferences().withAppearance(appearance)));
        });
    }

    void show(Sample sample) {
        interact(() -> {
            window.documents().openCopy(sample.read());
            window.showDesign();
        });
    }

    /// The filters of the findings that are kept.
    List<SavedFilter> filters() {
        return desk.settings().get().filters();
    }

    RuleCommands rules() {
        return new RuleCommands(window, desk);
    }

    DesignWindow window() {
        return window;
    }

    State state() {
        // The robot hands its events over; on a busy machine they arrive a little later than the wait for them ends.
        WaitForAsyncUtils.sleep(80, TimeUnit.MILLISECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> window.workbench().now());
    }

    Design design() {
        return state().design();
    }

    DesignCanvas canvas() {
        return window.canvas();
    }

    /// Waits until something holds.
    void await(String what, BooleanSupplier holds) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.waitForAsyncFx(20_000, holds::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    void awaitChecked() {
        await("the design is checked", () -> window.workbench().now().isChecked());
    }

    /// The id of the only element with this name.
    Id id(String name) {
        List<Id> ids = design().all().filter(each -> each.name().equals(name)).map(Element::id).toList();
        if (ids.size() != 1) {
            throw new AssertionError(ids.size() + " elements are called " + name);
        }
        return ids.getFirst();
    }

    Node node(String id) {
        return lookup("#" + id).query();
    }

    /// A place on the canvas, in pixels from its upper left corner.
    Point2D at(double x, double y) {
        return interactFor(() -> canvas().localToScreen(x, y));
    }

    /// What something is, asked on the thread of JavaFX.
    <T> T interactFor(Supplier<T> supplier) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, supplier::get);
    }

    Point2D middleOf(Id id) {
        awaitDrawn(id);
        return interactFor(() -> {
            var box = canvas().boundsOf(id).orElseThrow();
            return canvas().localToScreen(box.centreX(), box.centreY());
        });
    }

    /// The head of a host, where no part of it lies.
    Point2D headOf(Id id) {
        awaitDrawn(id);
        return interactFor(() -> {
            var box = canvas().boundsOf(id).orElseThrow();
            return canvas().localToScreen(box.centreX(), box.y() + 14);
        });
    }

    Point2D socketOf(Id id) {
        return interactFor(() -> {
            Point at = canvas().socketOf(id).orElseThrow();
            return canvas().localToScreen(at.x(), at.y());
        });
    }

    private void awaitDrawn(Id id) {
        await(id + " is drawn", () -> canvas().boundsOf(id).isPresent());
    }

    void click(Point2D at) {
        moveTo(at).clickOn(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void dragFrom(Point2D from, Point2D to) {
        moveTo(from).press(MouseButton.PRIMARY);
        moveTo(from.midpoint(to));
        moveTo(to);
        release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Places an item of the palette by its button and a click.
    void place(String item, Point2D at) {
        Design before = design();
        interact(() -> ((Button) node("place-" + item)).fire());
        WaitForAsyncUtils.waitForFxEvents();
        click(at);
        await(item + " is placed", () -> window.workbench().now().design() != before);
    }
}
