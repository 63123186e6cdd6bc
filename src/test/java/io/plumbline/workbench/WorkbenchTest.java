package io.plumbline.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.Sketch;
import io.plumbline.check.Report;
import io.plumbline.check.Severity;
import io.plumbline.edit.Move;
import io.plumbline.edit.Put;
import io.plumbline.edit.Remove;
import io.plumbline.model.Design;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import io.plumbline.model.Place;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Host HV1 = Host.of(new Id("hv1"), "HV1");

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final Workbench workbench = new Workbench(NOON, () -> 0, waiting::add, Runnable::run);

    @Test
    void aNewWorkbenchHoldsACheckedDesignWithNothingToSave() {
        assertTrue(workbench.now().isChecked());
        assertFalse(workbench.now().isUnsaved());
        assertEquals(List.of(), workbench.now().selected());
    }

    @Test
    void anEditIsCheckedAtOnceWhileThatIsQuick() {
        workbench.perform(Put.add(HV1));
        assertTrue(workbench.now().isChecked());
        assertEquals(0, waiting.size());
        assertEquals(NOON.instant(), workbench.now().check().at());
    }

    @Test
    void anEditIsCheckedElsewhereOnceTheLastCheckTookLongerThanHalfAFrame() {
        var ticks = new AtomicLong();
        var slow = new Workbench(NOON, () -> ticks.getAndAdd(9_000_000), waiting::add, Runnable::run);
        slow.perform(Put.add(HV1));
        assertFalse(slow.now().isChecked());
        waiting.remove().run();
        assertTrue(slow.now().isChecked());
        assertEquals(9_000_000, slow.now().check().nanos());
    }

    @Test
    void whatAnEditMadeIsSelectedAndUndoingItSelectsNothing() {
        workbench.perform(Put.add(HV1), List.of(HV1.id()));
        assertEquals(Optional.of(HV1.id()), workbench.now().primary());
        workbench.undo();
        assertEquals(Optional.empty(), workbench.now().primary());
        assertTrue(workbench.now().design().find(HV1.id()).isEmpty());
        workbench.redo();
        assertEquals(Optional.of(HV1), workbench.now().design().find(HV1.id()));
    }

    @Test
    void undoingBackToWhatWasSavedLeavesNothingToSave() {
        workbench.perform(Put.add(HV1));
        workbench.saved(workbench.now().design(), Path.of("rack.plumb"), NOON.instant());
        assertFalse(workbench.now().isUnsaved());
        workbench.perform(Remove.of(workbench.now().design(), List.of(HV1.id())));
        assertTrue(workbench.now().isUnsaved());
        workbench.undo();
        assertFalse(workbench.now().isUnsaved());
        assertEquals("rack.plumb", workbench.now().fileName());
    }

    @Test
    void aLargeDesignIsCheckedElsewhereAndUntilThenNothingIsSaidAboutIt() {
        Design design = design(500);
        workbench.open(design, Optional.empty());
        assertFalse(workbench.now().isChecked());
        assertEquals(List.of(), workbench.now().report().findings());
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertTrue(workbench.now().isChecked());
        assertSame(design, workbench.now().report().design());
    }

    @Test
    void whileACheckIsUnderWayTheLatestDesignWins() {
        workbench.open(design(500), Optional.empty());
        workbench.perform(Put.add(HV1));
        workbench.perform(Put.add(Host.of(new Id("hv2"), "HV2")));
        assertEquals(1, waiting.size(), "one check at a time");
        waiting.remove().run();
        assertFalse(workbench.now().isChecked(), "the report speaks of a design that is gone");
        waiting.remove().run();
        assertTrue(workbench.now().isChecked());
        assertEquals(0, waiting.size());
    }

    @Test
    void theReportIsThatOfAFullRun() {
        workbench.open(Sketch.b0OnOneSwitch().set("WEB", "mode", "unicast").design(), Optional.empty());
        waiting.forEach(Runnable::run);
        Design design = workbench.now().design();
        assertEquals(Report.of(design).findings(), workbench.now().report().findings());
        assertTrue(workbench.now().report().count(Severity.ERROR) > 0);
    }

    @Test
    void movingJudgesNothingAgain() {
        workbench.perform(Put.add(HV1));
        State before = workbench.now();
        workbench.perform(Move.of(before.design(), Map.of(HV1.id(), Place.at(8, 16))));
        assertTrue(workbench.now().isChecked());
        assertSame(before.report().findings(), workbench.now().report().findings());
        assertEquals(before.check().nanos(), workbench.now().check().nanos());
    }

    @Test
    void aListenerThatEditsIsAnError() {
        var refusals = new ArrayList<String>();
        workbench.state().addListener(_ -> {
            try {
                workbench.perform(Put.add(Host.of(new Id("hv9"), "HV9")));
            } catch (IllegalStateException e) {
                refusals.add(e.getMessage());
            }
        });
        workbench.perform(Put.add(HV1));
        assertEquals(List.of("The workbench was changed by somebody who was told of a change."), refusals);
        assertTrue(workbench.now().design().find(new Id("hv9")).isEmpty());
    }

    @Test
    void aRefusedEditLeavesEverythingAsItWas() {
        State before = workbench.now();
        assertThrows(IllegalArgumentException.class,
                () -> workbench.perform(Remove.of(before.design(), List.of(new Id("nobody")))));
        assertSame(before, workbench.now());
        workbench.perform(Put.add(HV1));
        assertTrue(workbench.now().design().find(HV1.id()).isPresent(), "and the next one works");
    }

    @Test
    void selectingWhatIsSelectedTellsNobody() {
        workbench.perform(Put.add(HV1), List.of(HV1.id()));
        var told = new ArrayList<State>();
        workbench.state().addListener(_ -> told.add(workbench.now()));
        workbench.select(List.of(HV1.id()));
        assertEquals(List.of(), told);
    }

    private static Design design(int hosts) {
        var all = new ArrayList<Host>();
        for (int i = 0; i < hosts; i++) {
            all.add(Host.of(new Id("host-" + i), "HV" + i));
        }
        return Design.empty("Large").with(all);
    }
}
