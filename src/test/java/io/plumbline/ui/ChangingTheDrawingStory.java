package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.diagram.Point;
import io.plumbline.file.DesignFile;
import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import io.plumbline.ui.palette.PaletteItem;
import io.plumbline.ui.palette.Placer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An architect moves, deletes and places things, and takes it back.
@ExtendWith(ApplicationExtension.class)
class ChangingTheDrawingStory {
    private static final Path SAMPLE = Path.of("sample-topologies", "two-node-converged-set.plumb");

    @TempDir
    static Path folder;

    private Bench bench;

    @Start
    void open(Stage stage) throws IOException {
        Path copy = folder.resolve("copy.plumb");
        Files.deleteIfExists(copy);
        Files.copy(SAMPLE, copy);
        bench = Bench.open(stage, folder, Optional.of(copy));
    }

    @Test
    void aHostIsMovedOntoTheGridAndMovedBackByUndo() {
        Design before = bench.design();
        Id host = bench.design().all(Host.class).findFirst().orElseThrow().id();
        Point2D head = bench.headOf(host);
        bench.dragFrom(head, head.add(61, 83));
        Place moved = places(bench.design()).get(host);
        assertEquals(0, moved.x() % 8, "on the grid or in line: " + moved);
        assertTrue(bench.state().history().undoLabel().orElseThrow().startsWith("Move host "));
        assertEquals(before.elementById(), bench.design().elementById(), "moving changes no element");
        bench.push(KeyCode.CONTROL, KeyCode.Z);
        assertSame(before, bench.design());
        bench.push(KeyCode.CONTROL, KeyCode.Y);
        assertEquals(moved, places(bench.design()).get(host));
    }

    @Test
    void movingOneThingMovesNothingElse() {
        Map<Id, Point> before = bench.canvas().picture().places();
        Id host = bench.design().all(Host.class).findFirst().orElseThrow().id();
        bench.interact(() -> bench.window().workbench().select(List.of(host)));
        bench.interact(() -> bench.canvas().requestFocus());
        bench.push(KeyCode.RIGHT);
        bench.push(KeyCode.SHIFT, KeyCode.DOWN);
        Map<Id, Point> after = bench.canvas().picture().places();
        assertEquals(before.get(host).plus(8, 1), after.get(host));
        before.forEach((id, at) -> assertEquals(id.equals(host) ? at.plus(8, 1) : at, after.get(id), id.text()));
    }

    @Test
    void aHostIsDeletedWithItsCablesAndComesBackWithThem() {
        Design before = bench.design();
        Id host = bench.design().all(Host.class).findFirst().orElseThrow().id();
        bench.click(bench.headOf(host));
        assertEquals(List.of(host), List.copyOf(bench.state().selection()));
        bench.push(KeyCode.DELETE);
        assertTrue(bench.design().find(host).isEmpty());
        assertTrue(bench.design().all(Cable.class).count() < before.all(Cable.class).count());
        assertTrue(((Label) bench.node("toast-text")).getText().startsWith("Deleted host "));
        bench.push(KeyCode.CONTROL, KeyCode.Z);
        assertSame(before, bench.design());
    }

    @Test
    void aHostIsDuplicatedBesideTheOriginal() {
        bench.click(bench.headOf(bench.id("HV1")));
        bench.push(KeyCode.CONTROL, KeyCode.D);
        assertEquals(3, bench.design().all(Host.class).count());
        assertEquals(List.of(bench.id("HV3")), List.copyOf(bench.state().selection()));
    }

    @Test
    void aMarqueeTakesWhatItEnclosesOrWhatItTouches() {
        bench.interact(() -> bench.canvas().fit());
        Id host = bench.id("HV1");
        bench.headOf(host);
        var box = bench.canvas().boundsOf(host).orElseThrow();
        // In the margin of the fitted drawing, but not so near the edge that the canvas scrolls.
        Point2D outside = bench.at(40, 40);
        Point2D inTheHost = bench.at(box.x() + 40, box.y() + 20);
        bench.dragFrom(outside.add(0, 400), outside);
        assertFalse(bench.state().selection().contains(host));
        Point2D below = bench.at(box.x() + 40, box.bottom() + 12);
        bench.dragFrom(below, outside);
        assertTrue(bench.state().selection().contains(host), "from right to left it is enough to touch it");
        bench.click(outside);
        assertEquals(List.of(), List.copyOf(bench.state().selection()));
        bench.dragFrom(outside, inTheHost);
        assertFalse(bench.state().selection().contains(host), "from left to right it must be enclosed");
    }

    @Test
    void aHostIsDraggedFromThePaletteOntoTheCanvas() {
        bench.interact(() -> bench.canvas().fit());
        Point2D item = bench.interactFor(() -> {
            var box = bench.node("place-host").localToScreen(bench.node("place-host").getBoundsInLocal());
            return new Point2D(box.getCenterX(), box.getCenterY());
        });
        bench.dragFrom(item, bench.at(60, 40));
        assertEquals(3, bench.design().all(Host.class).count());
        assertEquals("HV3", bench.design().element(bench.state().primary().orElseThrow()).name());
        // Let go over the palette it is not placed.
        bench.dragFrom(item, item.add(0, 60));
        assertEquals(3, bench.design().all(Host.class).count());
    }

    @Test
    void theOutlineAndTheCanvasSelectTheSame() {
        bench.interact(() -> bench.window().actions().perform(Command.OUTLINE));
        Id host = bench.id("HV2");
        bench.click(bench.headOf(host));
        TreeView<?> outline = (TreeView<?>) bench.node("outline");
        assertEquals(List.of("Row[element=Optional[" + host + "], heading=]"), outline.getSelectionModel()
                .getSelectedItems().stream().map(item -> item.getValue().toString()).toList());
        bench.interact(() -> outline.getSelectionModel().clearAndSelect(0));
        assertEquals(1, bench.state().selection().size());
        assertFalse(bench.state().selection().contains(host));
        bench.interact(outline::requestFocus);
        Design before = bench.design();
        bench.push(KeyCode.DELETE);
        assertTrue(bench.design().size() < before.size(), "Delete works in the outline too");
    }

    @Test
    void everyItemOfThePaletteCanBePlacedWithoutAMouse() {
        // With a host selected Enter puts things into it; what needs other things says so and adds nothing.
        Id host = bench.id("HV1");
        for (PaletteItem item : Stream.of(PaletteItem.values()).filter(each -> each != PaletteItem.CABLE).toList()) {
            bench.interact(() -> bench.window().workbench().select(List.of(host)));
            Design before = bench.design();
            bench.interact(() -> bench.canvas().place(item, Optional.empty(),
                    Placer.Times.ONCE));
            bench.push(KeyCode.ENTER);
            bench.push(KeyCode.ESCAPE);
            List<Element> made = bench.design().all().filter(each -> before.find(each.id()).isEmpty()).toList();
            boolean needsMore = switch (item) {
                case TEAM_INTERFACE, SWITCH_PORT, STACK, MLAG_PAIR, LAG, L3_INTERFACE, EVIDENCE -> true;
                default -> false;
            };
            assertEquals(!needsMore, made.stream().anyMatch(each -> each.kind() == item.kind()), item.display());
        }
    }

    @Test
    void savingWritesTheFileAndLeavesNothingToSave() throws IOException {
        bench.click(bench.headOf(bench.id("HV1")));
        bench.push(KeyCode.RIGHT);
        assertTrue(bench.state().isUnsaved());
        bench.push(KeyCode.CONTROL, KeyCode.S);
        bench.await("it is saved", () -> !bench.window().workbench().now().isUnsaved());
        assertEquals(DesignFile.write(bench.design()),
                Files.readString(folder.resolve("copy.plumb")));
        assertEquals("Saved 12:00", ((Label) bench.node("status-file")).getText());
    }

    private static Map<Id, Place> places(Design design) {
        return design.layout().view().placeById();
    }
}
