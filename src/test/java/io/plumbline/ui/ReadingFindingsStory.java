package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Finding;
import io.plumbline.check.Severity;
import io.plumbline.diagram.Bounds;
import io.plumbline.model.Attribute;
import io.plumbline.model.Element;
import io.plumbline.model.NlbCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A consultant opens a customer's design, reads what is wrong and changes it.
@ExtendWith(ApplicationExtension.class)
class ReadingFindingsStory {
    private static final Path SAMPLE = Path.of("sample-topologies", "nlb-unicast-teamed-single-switch.plumb");

    @TempDir
    static Path folder;

    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = Bench.open(stage, folder, Optional.of(SAMPLE));
    }

    @Test
    void aFindingThatIsClickedIsSelectedAndComesToTheMiddle() {
        bench.awaitChecked();
        Finding first = bench.state().report().findings().getFirst();
        bench.interact(() -> bench.canvas().scroll(-900, -700));
        bench.clickOn(first.message());
        assertEquals(List.of(first.primary()), List.copyOf(bench.state().selection()));
        bench.interact(() -> {
            Bounds box = bench.canvas().boundsOf(first.primary()).orElseThrow();
            assertEquals(bench.canvas().getWidth() / 2, box.centreX(), 1);
            assertEquals(bench.canvas().getHeight() / 2, box.centreY(), 1);
        });
        assertEquals(first.page().title(), ((Label) bench.node("card-title")).getText());
    }

    @Test
    void theKeysWalkFromFindingToFinding() {
        bench.awaitChecked();
        List<Finding> findings = bench.state().report().findings();
        bench.interact(() -> bench.canvas().requestFocus());
        bench.push(KeyCode.F8);
        assertEquals(List.of(findings.get(0).primary()), List.copyOf(bench.state().selection()));
        bench.push(KeyCode.F8);
        assertEquals(Optional.of(findings.get(1).primary()), bench.state().primary());
        bench.push(KeyCode.SHIFT, KeyCode.F8);
        assertEquals(Optional.of(findings.get(0).primary()), bench.state().primary());
    }

    @Test
    void anEditInTheInspectorChangesTheListOfFindings() {
        bench.awaitChecked();
        long before = bench.state().report().count(Severity.ERROR);
        assertTrue(before > 0);
        List<NlbCluster> clusters = bench.design().all(NlbCluster.class).toList();
        bench.interact(() -> bench.window().workbench().select(clusters.stream().map(Element::id).toList()));
        bench.await("the form is there", () -> bench.lookup("#field-mode").tryQuery().isPresent());
        bench.interact(() -> choose("IGMP multicast"));
        bench.await("the report follows", () -> bench.window().workbench().now().isChecked()
                && bench.window().workbench().now().report().count(Severity.ERROR) < before);
        assertTrue(bench.design().all(NlbCluster.class).allMatch(cluster -> cluster.mode().isKnown()));
        assertEquals(Optional.of("Set Operation mode of 3 NLB clusters"), bench.state().history().undoLabel());
        bench.interact(() -> bench.window().workbench().undo());
        bench.await("and back", () -> bench.window().workbench().now().report().count(Severity.ERROR) == before);
    }

    @Test
    void aNameIsTypedAndUndoneAsOneStep() {
        bench.awaitChecked();
        Element host = bench.design().element(bench.id("HV1"));
        bench.interact(() -> bench.window().workbench().select(List.of(host.id())));
        bench.await("the form is there", () -> bench.lookup("#row-name .text-field").tryQuery().isPresent());
        TextField name = bench.lookup("#row-name .text-field").query();
        bench.interact(name::requestFocus);
        bench.interact(() -> name.setText("NODE-1"));
        bench.push(KeyCode.ENTER);
        assertEquals("NODE-1", bench.design().element(host.id()).name());
        bench.interact(() -> bench.canvas().requestFocus());
        bench.push(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("HV1", bench.design().element(host.id()).name());
        assertEquals("HV1", name.getText());
    }

    @Test
    void anAttributeCanBeNotKnownAndBecomeItsDefaultAgain() {
        bench.awaitChecked();
        NlbCluster cluster = bench.design().all(NlbCluster.class).findFirst().orElseThrow();
        bench.interact(() -> bench.window().workbench().select(List.of(cluster.id())));
        bench.await("the form is there", () -> bench.lookup("#field-mode").tryQuery().isPresent());
        bench.interact(() -> choose("Not known"));
        assertTrue(bench.design().element(cluster.id(), NlbCluster.class).mode().isUnknown());
        bench.interact(() -> choose("Default: Unicast"));
        assertEquals(Attribute.unset(), bench.design().element(cluster.id(), NlbCluster.class).mode());
    }

    @Test
    void nothingSelectedShowsTheDesignItself() {
        bench.awaitChecked();
        bench.interact(() -> bench.window().workbench().select(List.of()));
        assertEquals(bench.design().title(), ((Label) bench.node("inspector-title")).getText());
        assertFalse(bench.state().isUnsaved(), "opening changes nothing");
    }

    private void choose(String text) {
        ComboBox<?> box = bench.lookup("#field-mode").query();
        for (int i = 0; i < box.getItems().size(); i++) {
            if (box.getItems().get(i).toString().equals(text)) {
                box.getSelectionModel().select(i);
                return;
            }
        }
        throw new AssertionError(text + " is not among " + box.getItems());
    }
}
