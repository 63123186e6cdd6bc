package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Finding;
import io.plumbline.check.Severity;
import io.plumbline.model.Bytes;
import io.plumbline.model.Design;
import io.plumbline.model.PhysicalNic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A consultant sees what a quick fix would change, applies it, and takes it back.
@ExtendWith(ApplicationExtension.class)
class FixingFindingsStory {
    private static final Path SAMPLE = Path.of("sample-topologies", "jumbo-mixed-switches.plumb");

    @TempDir
    static Path folder;

    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = Bench.open(stage, folder, Optional.of(SAMPLE));
    }

    @Test
    void theCardShowsWhatTheFixChangesAndAppliesItAsOneStep() {
        Design before = bench.design();
        Finding finding = first();
        bench.clickOn(finding.message());
        bench.await("the fix was tried", () -> bench.lookup("#apply-fix").tryQuery().isPresent());
        List<String> preview = lines("#finding-card");
        assertEquals(3, preview.size(), preview.toString());
        assertTrue(preview.stream().allMatch(line -> line.endsWith("JumboPacket  9614 bytes  →  9014 bytes")),
                preview.toString());
        bench.interact(() -> ((Button) bench.node("apply-fix")).fire());
        bench.awaitChecked();
        assertEquals(3,
                bench.design().all(PhysicalNic.class).filter(nic -> nic.jumboPacket().is(new Bytes(9014))).count());
        assertTrue(bench.state().history().undoLabel().orElseThrow().startsWith("Set JumboPacket 9014"));
        assertFalse(bench.state().report().findings().contains(finding));
        bench.await("it is said", () -> ((Label) bench.node("toast-text")).getText().endsWith(" 1 error cleared."));
        assertTrue(bench.lookup("Fixed just now: " + finding.message()).tryQuery().isPresent());
        bench.interact(() -> bench.canvas().requestFocus());
        bench.push(KeyCode.CONTROL, KeyCode.Z);
        assertSame(before, bench.design());
    }

    @Test
    void altEnterOnAnElementOffersTheFixesOfItsFindings() {
        Finding finding = first();
        bench.interact(() -> bench.window().workbench().select(List.of(finding.primary())));
        bench.interact(() -> bench.canvas().requestFocus());
        bench.press(KeyCode.ALT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.ALT);
        bench.await("the fixes were tried", () -> lines(".dialog-pane").size() == 3);
        assertEquals(3, lines(".dialog-pane").size());
        Design before = bench.design();
        bench.push(KeyCode.ENTER);
        bench.await("the fix is applied", () -> bench.window().workbench().now().design() != before);
        bench.awaitChecked();
        assertFalse(bench.state().report().findings().contains(finding));
    }

    @Test
    void escapeInTheOfferChangesNothing() {
        Design before = bench.design();
        bench.interact(() -> bench.window().workbench().select(List.of(first().primary())));
        bench.interact(() -> bench.canvas().requestFocus());
        bench.press(KeyCode.ALT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.ALT);
        bench.await("the fixes were tried", () -> lines(".dialog-pane").size() == 3);
        bench.push(KeyCode.ESCAPE);
        assertSame(before, bench.design());
        assertEquals(List.of(first().primary()), List.copyOf(bench.state().selection()));
    }

    @Test
    void allFindingsOfARuleAreFixedExceptThoseWithoutATick() {
        Finding finding = first();
        List<Finding> alike = bench.state().report().findings().stream()
                .filter(each -> each.rule().equals(finding.rule())).toList();
        assertEquals(2, alike.size());
        Design before = bench.design();
        bench.clickOn(finding.message());
        bench.interact(() -> Platform.runLater(() -> bench.window().actions().perform(Command.FIX_ALL)));
        bench.await("both are tried", () -> text("fix-all-summary").startsWith("2 of 2 ticked findings are cured"));
        assertEquals(6, lines(".dialog-pane").size());
        bench.interact(() -> ((CheckBox) bench.node("fix-tick-1")).fire());
        bench.await("one is tried", () -> text("fix-all-summary").startsWith("1 of 1 ticked finding is cured"));
        assertEquals(3, lines(".dialog-pane").size());
        bench.interact(() -> ((CheckBox) bench.node("fix-tick-1")).fire());
        bench.await("both are tried", () -> text("fix-all-summary").startsWith("2 of 2"));
        bench.push(KeyCode.ENTER);
        bench.await("it is applied", () -> bench.window().workbench().now().design() != before);
        bench.awaitChecked();
        assertEquals(0, bench.state().report().count(Severity.ERROR));
        assertEquals(Optional.of("Fix 2 findings of " + finding.rule()), bench.state().history().undoLabel());
        bench.interact(() -> bench.window().workbench().undo());
        assertSame(before, bench.design());
    }

    private Finding first() {
        bench.awaitChecked();
        return bench.state().report().findings().getFirst();
    }

    private String text(String id) {
        return bench.lookup("#" + id).<Label>tryQuery().map(Label::getText).orElse("");
    }

    /// The lines of the preview in this part of the window.
    private List<String> lines(String part) {
        return bench.lookup(part + " .change").<TextFlow>queryAll().stream().map(flow -> flow.getChildren()
                .stream().map(node -> ((Text) node).getText()).collect(Collectors.joining())).toList();
    }
}
