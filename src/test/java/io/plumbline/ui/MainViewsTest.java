package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.check.Finding;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Team;
import io.plumbline.settings.Appearance;
import io.plumbline.ui.start.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Shows the main views in both themes and writes a picture of each beside the reports, for people to look at.
@ExtendWith(ApplicationExtension.class)
class MainViewsTest {
    @TempDir
    static Path folder;

    private Bench bench;
    private Stage stage;

    @Start
    void open(Stage stage) {
        this.stage = stage;
        bench = Bench.open(stage, folder, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, light", "DARK, dark", "HIGH_CONTRAST, contrast"})
    void theStartPage(Appearance appearance, String name) {
        bench.appear(appearance);
        bench.await("the samples are drawn",
                () -> bench.lookup(Canvas.class::isInstance).queryAll().size() == Sample.ALL.size());
        picture("start-" + name);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, light", "DARK, dark"})
    void everySample(Appearance appearance, String name) {
        bench.appear(appearance);
        for (Sample sample : Sample.ALL) {
            bench.show(sample);
            bench.awaitChecked();
            bench.interact(() -> bench.window().actions().perform(Command.NEXT_FINDING));
            bench.interact(() -> bench.canvas().fit());
            picture(sample.file() + "-" + name);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, light", "DARK, dark"})
    void severalThingsAtWork(Appearance appearance, String name) {
        bench.appear(appearance);
        bench.show(Sample.ALL.getFirst());
        bench.awaitChecked();
        List<Id> teams = bench.design().all(Team.class).filter(team -> team.name().equals("Team1")).map(Team::id)
                .toList();
        assertEquals(2, teams.size());
        bench.interact(() -> bench.window().workbench().select(teams));
        picture("bulk-edit-" + name);

        // A host on its way, in line with others.
        Id host = bench.design().all(Host.class).findFirst().orElseThrow().id();
        Point2D head = bench.headOf(host);
        bench.moveTo(head).press(MouseButton.PRIMARY).moveTo(head.add(40, 60)).moveTo(head.add(64, 96));
        picture("moving-" + name);
        bench.push(KeyCode.ESCAPE);
        bench.release(MouseButton.PRIMARY);
        assertEquals(Optional.empty(), bench.state().history().undoLabel(), "nothing is left behind");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, light", "DARK, dark"})
    void aCableOnItsWay(Appearance appearance, String name) {
        bench.appear(appearance);
        bench.clickOn("#start-new");
        bench.await("the canvas is there", () -> bench.canvas().getScene() != null && bench.canvas().getWidth() > 100);
        picture("empty-" + name);
        bench.place("host", bench.at(240, 120));
        bench.place("nic", bench.headOf(bench.id("HV01")));
        bench.place("nic", bench.headOf(bench.id("HV01")));
        bench.place("switch", bench.at(440, 460));
        bench.interact(() -> bench.canvas().requestFocus());
        Id nic = bench.design().all(PhysicalNic.class).findFirst().orElseThrow().id();
        bench.interact(() -> bench.window().workbench().select(List.of()));
        bench.push(KeyCode.C);
        bench.click(bench.socketOf(nic));
        bench.moveTo(bench.middleOf(bench.id("SW1")));
        picture("connecting-" + name);
        bench.push(KeyCode.ESCAPE);
        bench.push(KeyCode.W);
        bench.moveTo(bench.at(500, 300)).moveTo(bench.at(520, 330));
        picture("placing-" + name);
        bench.push(KeyCode.ESCAPE);
    }

    @Test
    void aSmallWindow() {
        bench.interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(720);
        });
        bench.show(Sample.ALL.get(4));
        bench.awaitChecked();
        bench.interact(() -> bench.window().actions().perform(Command.NEXT_FINDING));
        picture("small");
        assertTrue(bench.canvas().getWidth() >= 940 && bench.canvas().getHeight() >= 430,
                bench.canvas().getWidth() + " by " + bench.canvas().getHeight());
    }

    @Test
    void theSizesOfTheFrame() {
        bench.show(Sample.ALL.getFirst());
        bench.awaitChecked();
        bench.interact(() -> {
            assertEquals(1600, stage.getScene().getWidth());
            assertEquals(1056, bench.canvas().getWidth(), 1);
            assertEquals(646, bench.canvas().getHeight(), 1);
        });
        Finding finding = bench.state().report().findings().getFirst();
        bench.interact(() -> bench.window().panels().setAll(false));
        bench.interact(() -> {
            assertEquals(1556, bench.canvas().getWidth(), 1);
            assertEquals(871, bench.canvas().getHeight(), 1);
        });
        assertEquals(finding, bench.state().report().findings().getFirst());
    }

    private void picture(String name) {
        bench.interact(() -> assertTrue(Snapshots.write(stage.getScene(), name) > 40, name + " is empty"));
    }
}
