package io.plumbline.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plumbline.RandomDesign;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Host;
import io.plumbline.model.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static History randomly(long seed, int edits) {
        Random random = new Random(seed);
        History history = History.of(RandomDesign.of(random, 2));
        for (int i = 0; i < edits; i++) {
            history = history.then(RandomDesign.edit(random, history.current()));
        }
        return history;
    }

    private static Edit addHost(int number) {
        return Put.add(Host.of(new Id("h-" + number), "HV" + number));
    }

    @RepeatedTest(50)
    void undoingEverythingComesBackToTheStart(RepetitionInfo seed) {
        History history = randomly(seed.getCurrentRepetition(), 60);
        History undone = history;
        while (undone.undoLabel().isPresent()) {
            undone = undone.undo();
        }
        assertSame(history.start(), undone.current());
    }

    @RepeatedTest(50)
    void redoingEverythingComesToTheEnd(RepetitionInfo seed) {
        History history = randomly(seed.getCurrentRepetition(), 60);
        History redone = history.at(0);
        while (redone.redoLabel().isPresent()) {
            redone = redone.redo();
        }
        assertSame(history.current(), redone.current());
    }

    @RepeatedTest(50)
    void noSequenceOfEditsLeavesAReferenceToNothing(RepetitionInfo seed) {
        History history = randomly(seed.getCurrentRepetition(), 60);
        int steps = 0;
        for (History.Step step : history.steps()) {
            Design design = step.design();
            List<String> wrong = new ArrayList<>();
            design.all().forEach(
                    element -> wrong.addAll(Design.danglingReferences(element, design.elementById()::get)));
            assertEquals(List.of(), wrong, step.label());
            assertTrue(
                    design.layout().view().placeById().keySet().stream().allMatch(design.elementById()::containsKey));
            assertEquals(design.elementById().values().size(), design.all().count());
            steps++;
        }
        assertTrue(steps > 10, steps + " steps");
    }

    @Test
    void theMenuNamesWhatWouldBeUndoneAndRedone() {
        History history = History.of(Design.empty("Two")).then(addHost(1)).then(addHost(2)).undo();
        assertEquals(Optional.of("Add host HV1"), history.undoLabel());
        assertEquals(Optional.of("Add host HV2"), history.redoLabel());
        assertEquals(List.of("Add host HV1", "Add host HV2"), history.labels());
    }

    @Test
    void atItsEndsAHistoryStaysWhereItIs() {
        History history = History.of(Design.empty("Empty"));
        assertSame(history, history.undo());
        assertSame(history, history.redo());
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndone() {
        History history = History.of(Design.empty("Two")).then(addHost(1)).then(addHost(2)).undo().then(addHost(3));
        assertEquals(List.of("Add host HV1", "Add host HV3"), history.labels());
        assertEquals(Optional.empty(), history.redoLabel());
    }

    @Test
    void anEditThatChangesNothingIsNoStep() {
        History history = History.of(Design.empty("One")).then(addHost(1));
        assertSame(history, history.then(addHost(1)));
    }

    @Test
    void savingIsAMarkOnADesignThatUndoComesBackTo() {
        History history = History.of(Design.empty("One")).then(addHost(1));
        Design saved = history.current();
        History changed = history.then(addHost(2));
        assertNotSame(saved, changed.current());
        assertSame(saved, changed.undo().current());
        // Undone and done anew it looks the same, but nobody saved it.
        assertNotSame(saved, changed.undo().undo().then(addHost(1)).current());
    }

    @Test
    void fiveThousandSmallStepsAreAllKept() {
        History history = History.of(Design.empty("Many"));
        for (int i = 0; i < 5000; i++) {
            history = history.then(addHost(i));
        }
        assertEquals(5000, history.steps().size());
        assertEquals(1, history.at(0).current().size());
    }

    @Test
    void largeStepsAreForgottenBeyondTheLastThousand() {
        Element[] hosts = new Element[1000];
        for (int i = 0; i < hosts.length; i++) {
            hosts[i] = Host.of(new Id("h-" + i), "HV" + i);
        }
        History history = History.of(Design.empty("Many").with(hosts));
        for (int i = 0; i < History.STEPS_ALWAYS_KEPT + 20; i++) {
            List<Element> changed = history.current().all(Host.class).map(Element.class::cast).toList();
            history = history.then(Put.set(changed, "memoryGB", i, "Memory (GB)"));
        }
        assertEquals(History.STEPS_ALWAYS_KEPT, history.steps().size());
        assertEquals(History.STEPS_ALWAYS_KEPT, history.position());
        assertEquals("Set Memory (GB) of 1000 hosts", history.undoLabel().orElseThrow());
    }
}
