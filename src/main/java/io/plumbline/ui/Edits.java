package io.plumbline.ui;

import io.plumbline.diagram.Bounds;
import io.plumbline.edit.Remove;
import io.plumbline.model.Design;
import io.plumbline.model.Element;
import io.plumbline.model.Id;
import io.plumbline.model.Kind;
import io.plumbline.ui.canvas.DesignCanvas;
import io.plumbline.ui.palette.Binding;
import io.plumbline.ui.palette.Duplicate;
import io.plumbline.ui.palette.Placed;
import io.plumbline.workbench.State;
import io.plumbline.workbench.Workbench;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/// The commands that change the design or the selection.
final class Edits {
    private static final double STEP = 8;

    private final Workbench workbench;
    private final DesignCanvas canvas;
    private final BiConsumer<String, Toast.Outcome> told;

    /// @param told receives what was done or why it was not
    Edits(Workbench workbench, DesignCanvas canvas, BiConsumer<String, Toast.Outcome> told) {
        this.workbench = workbench;
        this.canvas = canvas;
        this.told = told;
    }

    void register(Actions actions) {
        actions.on(Command.UNDO, workbench::undo,
                () -> workbench.now().history().undoLabel().isPresent() ? Optional.empty()
                        : Optional.of("There is nothing to undo."),
                () -> named("Undo", workbench.now().history().undoLabel()));
        actions.on(Command.REDO, workbench::redo,
                () -> workbench.now().history().redoLabel().isPresent() ? Optional.empty()
                        : Optional.of("There is nothing to redo."),
                () -> named("Redo", workbench.now().history().redoLabel()));
        actions.on(Command.DELETE, this::delete, this::nothingSelected);
        actions.on(Command.DUPLICATE, this::duplicate, this::nothingSelected);
        actions.on(Command.SELECT_ALL, () -> workbench.select(all()));
        actions.on(Command.SELECT_NONE, () -> workbench.select(List.of()), this::nothingSelected);
        actions.on(Command.BIND, () -> place(Binding.bind(workbench.now().design(), selection())),
                () -> refusal(Binding.bind(workbench.now().design(), selection())));
        actions.on(Command.UNBIND, () -> Binding.unbind(workbench.now().design(), selection())
                .ifPresent(workbench::perform),
                () -> Binding.unbind(workbench.now().design(), selection()).isPresent() ? Optional.empty()
                        : Optional.of("Select a team, a LAG, a stack or a pair."));
        arrange(actions);
        move(actions);
    }

    private void arrange(Actions actions) {
        align(actions, Command.ALIGN_LEFT, Bounds::x, true);
        align(actions, Command.ALIGN_CENTRE, Bounds::centreX, true);
        align(actions, Command.ALIGN_RIGHT, Bounds::right, true);
        align(actions, Command.ALIGN_TOP, Bounds::y, false);
        align(actions, Command.ALIGN_MIDDLE, Bounds::centreY, false);
        align(actions, Command.ALIGN_BOTTOM, Bounds::bottom, false);
        actions.on(Command.DISTRIBUTE_ACROSS, () -> workbench.perform(canvas.distributed(true)), () -> fewerThan(3));
        actions.on(Command.DISTRIBUTE_DOWN, () -> workbench.perform(canvas.distributed(false)), () -> fewerThan(3));
    }

    private void align(Actions actions, Command command, ToDoubleFunction<Bounds> line, boolean across) {
        actions.on(command, () -> workbench.perform(canvas.aligned(line, across)), () -> fewerThan(2));
    }

    /// Arrows move the selection; with nothing selected they scroll.
    private void move(Actions actions) {
        nudge(actions, Command.NUDGE_LEFT, -STEP, 0);
        nudge(actions, Command.NUDGE_RIGHT, STEP, 0);
        nudge(actions, Command.NUDGE_UP, 0, -STEP);
        nudge(actions, Command.NUDGE_DOWN, 0, STEP);
        nudge(actions, Command.NUDGE_LEFT_1, -1, 0);
        nudge(actions, Command.NUDGE_RIGHT_1, 1, 0);
        nudge(actions, Command.NUDGE_UP_1, 0, -1);
        nudge(actions, Command.NUDGE_DOWN_1, 0, 1);
    }

    private void nudge(Actions actions, Command command, double dx, double dy) {
        actions.on(command, () -> {
            if (canvas.canMove()) {
                workbench.perform(canvas.moved(dx, dy));
                canvas.reveal();
            } else {
                canvas.scroll(-dx * 5, -dy * 5);
            }
        });
    }

    private void delete() {
        State state = workbench.now();
        Design before = state.design();
        var remove = Remove.of(before, state.selection());
        Optional<String> obstacle = remove.obstacle(before);
        if (obstacle.isPresent()) {
            told.accept(obstacle.get(), Toast.Outcome.REFUSED);
            return;
        }
        workbench.perform(canvas.keepingPlaces(remove));
        int gone = before.size() - workbench.now().design().size();
        int selected = state.selection().size();
        String along = gone > selected ? " and " + (gone - selected) + " that cannot be without"
                + (selected == 1 ? " it" : " them") : "";
        told.accept(remove.label().replaceFirst("^Delete", "Deleted") + along, Toast.Outcome.UNDOABLE);
    }

    private void duplicate() {
        State state = workbench.now();
        Optional<Duplicate> copy = Duplicate.of(state.design(), List.copyOf(state.selection()),
                canvas.picture().places());
        copy.ifPresentOrElse(each -> workbench.perform(canvas.keepingPlaces(each.edit()), each.selection()),
                () -> told.accept("This cannot be duplicated on its own.", Toast.Outcome.REFUSED));
    }

    private void place(Placed outcome) {
        switch (outcome) {
            case Placed.Done done -> workbench.perform(done.edit(), done.selection());
            case Placed.Refused refused -> told.accept(refused.why(), Toast.Outcome.REFUSED);
        }
    }

    private static Optional<String> refusal(Placed outcome) {
        return outcome instanceof Placed.Refused(String why) ? Optional.of(why) : Optional.empty();
    }

    private List<Id> all() {
        return workbench.now().design().all().filter(element -> element.kind() != Kind.PROJECT).map(Element::id)
                .filter(id -> canvas.picture().movedWith(id).filter(id::equals).isPresent()
                        || canvas.picture().design().find(id).filter(each -> each.kind() == Kind.CABLE).isPresent())
                .toList();
    }

    private List<Id> selection() {
        return List.copyOf(workbench.now().selection());
    }

    private Optional<String> nothingSelected() {
        return workbench.now().selection().isEmpty() ? Optional.of("Select something first.") : Optional.empty();
    }

    private Optional<String> fewerThan(int least) {
        return canvas.movableCount() < least ? Optional.of("Select at least " + least + " elements on the canvas.")
                : Optional.empty();
    }

    private static String named(String verb, Optional<String> step) {
        return step.map(label -> verb + " " + label).orElse(verb);
    }
}
