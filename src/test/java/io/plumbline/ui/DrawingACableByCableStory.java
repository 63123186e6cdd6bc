package io.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.model.Cable;
import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.PhysicalNic;
import io.plumbline.model.Switch;
import io.plumbline.model.SwitchPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// An architect draws two hosts and a switch and cables them.
@ExtendWith(ApplicationExtension.class)
class DrawingACableByCableStory {
    @TempDir
    static Path folder;

    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = Bench.open(stage, folder, Optional.empty());
    }

    @Test
    void twoHostsAndASwitchAreDrawnAndCabled() {
        bench.clickOn("#start-new");
        bench.await("the canvas is there", () -> bench.canvas().getScene() != null && bench.canvas().getWidth() > 100);
        bench.place("host", bench.at(200, 120));
        bench.place("host", bench.at(600, 120));
        assertEquals(List.of(bench.id("HV02")), List.copyOf(bench.state().selection()), "what was placed is selected");
        assertEquals(List.of("HV01", "HV02"), bench.design().all(Host.class).map(Host::name).sorted().toList());

        for (String host : List.of("HV01", "HV02")) {
            bench.place("nic", bench.headOf(bench.id(host)));
            bench.place("nic", bench.headOf(bench.id(host)));
        }
        bench.place("switch", bench.at(400, 460));
        Id unit = bench.design().all(Switch.class).findFirst().orElseThrow().id();
        List<Id> nics = bench.design().all(PhysicalNic.class).map(PhysicalNic::id).toList();
        assertEquals(4, nics.size());

        for (Id nic : nics) {
            bench.dragFrom(bench.socketOf(nic), bench.middleOf(unit));
        }
        assertEquals(4, bench.design().all(Cable.class).count());
        assertEquals(List.of("1", "2", "3", "4"),
                bench.design().all(Cable.class)
                        .map(cable -> bench.design().element(cable.endB(), SwitchPort.class).name()).sorted().toList());
        bench.awaitChecked();
        assertTrue(bench.state().report().toDos().stream().noneMatch(toDo -> nics.contains(toDo.element())),
                "no NIC is without a cable");
    }

    @Test
    void aCableIsDrawnWithTwoClicksAndEscapeLeavesNothingBehind() {
        bench.clickOn("#start-new");
        bench.await("the canvas is there", () -> bench.canvas().getScene() != null && bench.canvas().getWidth() > 100);
        bench.place("host", bench.at(300, 120));
        bench.place("nic", bench.headOf(bench.id("HV01")));
        bench.place("switch", bench.at(400, 460));
        Id nic = bench.id("NIC1");
        bench.click(bench.at(700, 300));
        bench.push(KeyCode.C);
        bench.click(bench.socketOf(nic));
        bench.push(KeyCode.ESCAPE);
        assertEquals(0, bench.design().all(Cable.class).count());

        bench.push(KeyCode.C);
        bench.click(bench.socketOf(nic));
        bench.click(bench.middleOf(bench.design().all(Switch.class).findFirst().orElseThrow().id()));
        assertEquals(List.of(nic), bench.design().all(Cable.class).map(Cable::endA).toList());
    }

    @Test
    void aJackInUseGivesNoSecondCableAndDoesNotDragItsHostAlong() {
        bench.clickOn("#start-new");
        bench.await("the canvas is there", () -> bench.canvas().getScene() != null && bench.canvas().getWidth() > 100);
        bench.place("host", bench.at(300, 120));
        bench.place("nic", bench.headOf(bench.id("HV01")));
        bench.place("switch", bench.at(400, 460));
        Id nic = bench.id("NIC1");
        Id unit = bench.design().all(Switch.class).findFirst().orElseThrow().id();
        bench.dragFrom(bench.socketOf(nic), bench.middleOf(unit));
        Design cabled = bench.design();
        assertEquals(1, cabled.all(Cable.class).count());

        bench.dragFrom(bench.socketOf(nic), bench.middleOf(unit));
        assertSame(cabled, bench.design());
    }
}
