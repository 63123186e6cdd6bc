package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Finding;
import io.plumbline.check.Report;
import io.plumbline.diagram.Bounds;
import io.plumbline.edit.Put;
import io.plumbline.model.Attribute;
import io.plumbline.model.Cable;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.settings.SavedFilter;
import io.plumbline.ui.canvas.Evidence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A trainer shows why a finding is true, sorts the list, and keeps what was accepted in order.
@ExtendWith(ApplicationExtension.class)
class ExplainingFindingsStory {
    private static final Path SAMPLE = Path.of("sample-topologies", "jumbo-mixed-switches.plumb");

    @TempDir
    static Path folder;

    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = Bench.open(stage, folder, Optional.of(SAMPLE));
    }

    @Test
    void aFindingLightsItsWholeEvidenceUntilSomethingElseIsSelected() {
        Finding finding = first();
        bench.clickOn(finding.message());
        Evidence lit = bench.interactFor(() -> bench.canvas().evidence().orElseThrow());
        assertEquals(Set.copyOf(finding.elements()), lit.elements());
        assertTrue(lit.lit().containsAll(finding.elements()));
        assertEquals("9600", lit.valueById().get(finding.evidence().getFirst().element()));
        List<Id> cables = bench.design().all(Cable.class).map(Element::id).filter(lit.lit()::contains).toList();
        assertEquals(3, cables.size(), "from host to host through both switches: " + cables);
        assertEquals(finding.evidence().size(), bench.lookup("#finding-card .hyperlink").queryAll().stream()
                .filter(link -> ((Labeled) link).getText().matches(".*(port|SLOT).*")).count(), "the same as text");
        bench.interact(() -> bench.window().workbench().select(List.of(bench.id("HV2"))));
        assertEquals(Optional.empty(), bench.interactFor(() -> bench.canvas().evidence()));
    }

    @Test
    void escapeEndsTheLightWhereverTheFocusIs() {
        bench.clickOn(first().message());
        bench.push(KeyCode.ESCAPE);
        assertFalse(bench.interactFor(() -> bench.canvas().isExplaining()));
        bench.interact(() -> bench.canvas().requestFocus());
        bench.push(KeyCode.F8);
        assertTrue(bench.interactFor(() -> bench.canvas().isExplaining()));
        bench.push(KeyCode.ESCAPE);
        assertFalse(bench.interactFor(() -> bench.canvas().isExplaining()));
        assertEquals(Set.of(), Set.copyOf(bench.state().selection()));
    }

    @Test
    void theLightFollowsAnEditAndEndsWithTheFinding() {
        Finding finding = first();
        bench.clickOn(finding.message());
        bench.interact(() -> bench.window().workbench().perform(Put.set(
                List.of(bench.window().workbench().now().design().element(finding.primary())), "name", "up", "Name")));
        bench.awaitChecked();
        assertTrue(bench.interactFor(() -> bench.canvas().isExplaining()));
        bench.await("the fix was tried", () -> bench.lookup("#apply-fix").tryQuery().isPresent());
        bench.interact(() -> ((Button) bench.node("apply-fix")).fire());
        bench.awaitChecked();
        assertFalse(bench.interactFor(() -> bench.canvas().isExplaining()));
    }

    @Test
    void theKeysWalkTheFindingsWithThePanelClosedAndCentreEach() {
        List<Finding> findings = List.of(first(), bench.state().report().findings().get(1));
        bench.interact(() -> bench.window().panels().bottom().set(false));
        bench.interact(() -> bench.canvas().requestFocus());
        for (Finding finding : findings) {
            bench.push(KeyCode.F8);
            assertEquals(Optional.of(finding.primary()), bench.state().primary());
            bench.interact(() -> {
                Bounds box = bench.canvas().boundsOf(finding.primary()).orElseThrow();
                assertEquals(bench.canvas().getWidth() / 2, box.centreX(), 1);
                assertEquals(bench.canvas().getHeight() / 2, box.centreY(), 1);
            });
        }
        bench.push(KeyCode.SHIFT, KeyCode.F8);
        assertEquals(Optional.of(findings.getFirst().primary()), bench.state().primary());
    }

    @Test
    void groupsCountTheirRowsAndFold() {
        first();
        bench.interact(() -> menu("group-rule"));
        bench.interact(() -> assertEquals(List.of("group", "MTU001", "MTU001", "group", "HA001"), rules()));
        bench.interact(() -> {
            TableView<?> table = (TableView<?>) bench.node("findings-table");
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        bench.push(KeyCode.LEFT);
        bench.interact(() -> assertEquals(List.of("group", "group", "HA001"), rules()));
        bench.interact(() -> bench.canvas().requestFocus());
        bench.push(KeyCode.F8);
        assertEquals("HA001", bench.interactFor(() -> bench.window().findings().chosen().orElseThrow().rule()),
                "walking passes over headings");
        for (String grouping : List.of("group-element", "group-severity", "group-source")) {
            bench.interact(() -> menu(grouping));
            bench.interact(() -> assertEquals("group", rules().getFirst(), grouping));
        }
        bench.interact(() -> menu("group-none"));
        bench.interact(() -> assertEquals(List.of("MTU001", "MTU001", "HA001"), rules()));
    }

    @Test
    void aFilterIsKeptByNameAndFoundAgain() {
        first();
        bench.interact(() -> ((TextField) bench.node("findings-search")).setText("HA001"));
        bench.interact(() -> assertEquals(List.of("HA001"), rules()));
        bench.interact(() -> Platform.runLater(() -> filterMenu("Save this filter…")));
        bench.await("the name is asked", () -> bench.lookup("#filter-name").tryQuery().isPresent());
        bench.interact(() -> ((TextField) bench.node("filter-name")).setText("Single points"));
        bench.push(KeyCode.ENTER);
        bench.await("it is kept", () -> bench.window().findings() != null
                && bench.filters().equals(List.of(new SavedFilter("Single points", "ALL", "NONE", "HA001"))));
        bench.interact(() -> filterMenu("Show everything"));
        bench.interact(() -> assertEquals(3, rules().size()));
        bench.interact(() -> filterMenu("Single points"));
        bench.interact(() -> assertEquals(List.of("HA001"), rules()));
        assertEquals("HA001", ((TextField) bench.node("findings-search")).getText());
    }

    @Test
    void theChosenRowAndTheScrollSurviveEdits() {
        first();
        Finding last = bench.state().report().findings().getLast();
        bench.clickOn(last.message());
        bench.interact(() -> bench.window().workbench().perform(Put.set(
                List.of(bench.window().workbench().now().design().all(Host.class).findFirst().orElseThrow()), "name",
                "AAA", "Name")));
        bench.awaitChecked();
        assertEquals(last.primary(), bench.interactFor(() -> bench.window().findings().chosen().orElseThrow()
                .primary()));
        // A list that is longer than what is seen of it.
        bench.interact(() -> bench.window().panels().bottom().set(true));
        TableView<?> table = (TableView<?>) bench.node("findings-table");
        bench.interact(() -> {
            table.getSelectionModel().clearSelection();
            table.setMaxHeight(70);
        });
        bench.interact(() -> table.scrollTo(2));
        String seen = bench.interactFor(() -> firstSeen(table));
        bench.interact(() -> bench.window().workbench().perform(Put.add(
                Host.of(new Id("fresh"), "ZZZ"))));
        bench.awaitChecked();
        assertEquals(seen, bench.interactFor(() -> firstSeen(table)));
    }

    @Test
    void anAcceptedRiskAsksForReviewWhenItsFactsChangeAndIsRemovedWhenItIsNotNeeded() {
        Finding finding = first();
        bench.clickOn(finding.message());
        bench.interact(() -> Platform.runLater(() -> bench.window().actions().perform(Command.ACCEPT_RISK)));
        bench.await("the form is there", () -> bench.lookup("#risk-reason").tryQuery().isPresent());
        bench.interact(() -> {
            ((TextArea) bench.node("risk-reason")).setText("The switch is replaced in May.");
            ((TextInputControl) bench.node("risk-author")).setText("A. Peeters");
            ((TextInputControl) bench.node("risk-owner")).setText("Contoso");
        });
        bench.interact(() -> button("Accept risk").fire());
        bench.await("it is accepted", () -> bench.window().workbench().now().report().accepted().size() == 1);
        bench.interact(() -> bench.window().findings().choose("filter-accepted"));
        assertFalse(accepted().stale());

        // Other frames: the figures of the message change.
        Id nic = finding.evidence().getFirst().element();
        bench.interact(() -> bench.window().workbench().perform(Put.set(
                List.of(bench.window().workbench().now().design().element(nic)), "jumboPacket", 9574, "JumboPacket")));
        bench.await("it is stale", () -> bench.window().workbench().now().report().accepted().stream()
                .anyMatch(Report.Accepted::stale));
        bench.clickOn("Review again: " + accepted().finding().message());
        bench.interact(() -> Platform.runLater(() -> ((Button) bench.node("review-risk")).fire()));
        bench.await("the form is there", () -> bench.lookup("#risk-reason").tryQuery().isPresent());
        assertEquals("The switch is replaced in May.", ((TextArea) bench.node("risk-reason")).getText());
        bench.interact(() -> button("Keep accepted").fire());
        bench.await("it is kept", () -> bench.window().workbench().now().report().accepted().stream()
                .noneMatch(Report.Accepted::stale));
        assertEquals(LocalDate.of(2026, 3, 1), accepted().risk().date().orElse(null));
        assertEquals("Contoso", accepted().risk().owner().orElse(""));

        bench.interact(() -> bench.window().workbench().perform(Put.set(
                bench.window().workbench().now().design().all(PhysicalNic.class).toList(), "jumboPacket", 1514,
                "JumboPacket")));
        bench.await("nothing is left of it", () -> bench.window().workbench().now().report().accepted().isEmpty());
        assertEquals(1, bench.state().report().unneeded().size());
        bench.clickOn("No longer needed: The switch is replaced in May.");
        bench.clickOn("#remove-risk");
        bench.awaitChecked();
        assertEquals(List.of(), bench.state().report().unneeded());
    }

    @Test
    void whatWasNotCheckedLeadsToTheValueThatIsNeeded() {
        first();
        Id nic = bench.state().report().findings().getFirst().evidence().getFirst().element();
        bench.interact(() -> bench.window().workbench().perform(Put.set(
                List.of(bench.window().workbench().now().design().element(nic)), "jumboPacket",
                Attribute.unknown(), "JumboPacket")));
        bench.await("something cannot be told", () -> bench.window().workbench().now().isChecked()
                && !bench.window().workbench().now().report().notChecked().isEmpty());
        bench.interact(() -> bench.window().findings().choose("filter-not-checked"));
        bench.interact(() -> ((TableView<?>) bench.node("findings-table")).getSelectionModel().select(0));
        bench.clickOn("#needed-attribute");
        assertEquals(List.of(nic), List.copyOf(bench.state().selection()));
        bench.await("its field has the focus", () -> {
            for (Node node = bench.canvas().getScene().getFocusOwner(); node != null; node = node.getParent()) {
                if ("row-jumboPacket".equals(node.getId())) {
                    return true;
                }
            }
            return false;
        });
    }

    private Report.Accepted accepted() {
        return bench.state().report().accepted().getFirst();
    }

    private Finding first() {
        bench.awaitChecked();
        return bench.state().report().findings().getFirst();
    }

    private Button button(String text) {
        return bench.lookup(".dialog-pane .button").<Button>queryAll().stream()
                .filter(button -> button.getText().equals(text)).findFirst().orElseThrow();
    }

    private void menu(String id) {
        ((MenuButton) bench.node("findings-grouping")).getItems().stream()
                .filter(item -> id.equals(item.getId())).findFirst().orElseThrow().fire();
    }

    private void filterMenu(String text) {
        var menu = (MenuButton) bench.node("findings-filters");
        menu.getOnShowing().handle(null);
        menu.getItems().stream().filter(item -> text.equals(item.getText())).findFirst().orElseThrow().fire();
    }

    /// The rules of the rows, "group" for a heading.
    private List<String> rules() {
        return ((TableView<?>) bench.node("findings-table")).getItems().stream().map(Object::toString)
                .map(line -> line.contains("OfGroup") ? "group" : line.replaceAll("(?s).*?, rule=([A-Z0-9]+),.*", "$1"))
                .toList();
    }

    private static String firstSeen(TableView<?> table) {
        var flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
        return ((TableRow<?>) flow.getFirstVisibleCell()).getItem().toString().replaceAll("(?s), sign=.*", "");
    }
}
