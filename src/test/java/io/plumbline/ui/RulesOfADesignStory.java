package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Severity;
import io.plumbline.model.Design;
import io.plumbline.model.RuleLevel;
import io.plumbline.model.RuleSetting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An architect fits the rules to the place of a design.
@ExtendWith(ApplicationExtension.class)
class RulesOfADesignStory {
    private static final Path SAMPLE = Path.of("sample-topologies", "jumbo-mixed-switches.plumb");

    @TempDir
    static Path folder;

    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = Bench.open(stage, folder, Optional.of(SAMPLE));
    }

    @Test
    void aProfileIsAppliedAsOneStepAndNamedInTheStatusBar() {
        bench.awaitChecked();
        Design before = bench.design();
        assertEquals("All rules", ((Button) bench.node("status-profile")).getText());
        openRules();
        bench.interact(() -> ((MenuButton) bench.node("rule-profiles")).getItems().stream()
                .filter(item -> "profile-lab-or-training".equals(item.getId())).findFirst().orElseThrow().fire());
        bench.interact(() -> button("Apply").fire());
        bench.await("it holds", () -> bench.window().workbench().now().design() != before);
        bench.awaitChecked();
        assertEquals(0, bench.state().report().count(Severity.WARNING));
        assertEquals(Optional.of("Apply rule profile Lab or training"), bench.state().history().undoLabel());
        assertEquals("Lab or training", ((Button) bench.node("status-profile")).getText());
        bench.interact(() -> bench.window().workbench().undo());
        assertSame(before, bench.design());
        assertEquals("All rules", ((Button) bench.node("status-profile")).getText());
    }

    @Test
    void aRuleIsOffOnlyWithAReason() {
        bench.awaitChecked();
        Design before = bench.design();
        openRules();
        bench.interact(() -> ((TextField) bench.node("rules-search")).setText("HA001"));
        bench.await("one rule is left", () -> ((TableView<?>) bench.node("rules-table")).getItems().size() == 1);
        bench.await("its row is there", () -> bench.lookup("#level-HA001").tryQuery().isPresent());
        bench.interact(() -> choose("Off"));
        assertTrue(bench.interactFor(() -> button("Apply").isDisabled()));
        assertEquals("Say why HA001 is off.", ((Label) bench.node("rules-summary")).getText());
        bench.interact(() -> ((TextField) bench.node("reason-HA001")).setText("The second switch is ordered."));
        assertFalse(bench.interactFor(() -> button("Apply").isDisabled()));
        bench.interact(() -> button("Apply").fire());
        bench.await("it holds", () -> bench.window().workbench().now().design() != before);
        bench.awaitChecked();
        assertEquals(List.of(RuleSetting.of("HA001", RuleLevel.OFF, "The second switch is ordered.")),
                bench.design().project().ruleSettings());
        assertTrue(bench.state().report().findings().stream().noneMatch(each -> each.rule().equals("HA001")));
        assertEquals("Own rules", ((Button) bench.node("status-profile")).getText());
    }

    @Test
    void aFileThatIsNoProfileIsSaidInOneMessage() throws Exception {
        bench.awaitChecked();
        Path file = Files.writeString(folder.resolve("wrong.json"), "{\"plumblineRuleProfile\": 1}");
        var commands = bench.interactFor(() -> bench.rules());
        bench.interact(() -> Platform.runLater(() -> commands.read(file)));
        bench.await("it is said", () -> bench.lookup("#dialog-text").tryQuery().isPresent());
        assertEquals(file + ": $.name: It is missing. Export a profile to see one.",
                ((Label) bench.node("dialog-text")).getText());
        bench.interact(() -> button("Close").fire());
    }

    private void openRules() {
        bench.interact(() -> Platform.runLater(() -> bench.window().actions().perform(Command.RULES)));
        bench.await("the rules are there", () -> bench.lookup("#rules-table").tryQuery().isPresent());
    }

    private void choose(String level) {
        @SuppressWarnings("unchecked")
        var box = (ComboBox<String>) bench.node("level-HA001");
        box.setValue(level);
    }

    private Button button(String text) {
        return bench.lookup(".dialog-pane .button").<Button>queryAll().stream()
                .filter(button -> button.getText().equals(text)).findFirst().orElseThrow();
    }
}
