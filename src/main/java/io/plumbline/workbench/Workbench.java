package io.plumbline.workbench;

import io.plumbline.check.Report;
import io.plumbline.check.Validator;
import io.plumbline.edit.Edit;
import io.plumbline.edit.History;
import io.plumbline.model.Design;
import io.plumbline.model.Id;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The one variable of a window and the only way to change it.
///
/// Every change of the design is checked: at once while that fits in a frame, else on another thread, where the latest
/// design wins. Until its report is there, the state is not [checked][State#isChecked()] and keeps the report before.
public final class Workbench {
    /// Half a frame: the other half belongs to drawing.
    private static final long AT_ONCE_NANOS = 8_000_000;
    /// A design nobody checked yet is checked at once up to this size.
    private static final int AT_ONCE_ELEMENTS = 400;

    private final Validator validator = new Validator();
    private final Clock clock;
    private final LongSupplier ticks;
    private final Executor elsewhere;
    private final Executor here;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();
    /// What is known of a design before its first check: nothing.
    private final State.Check nothing;
    private boolean changing;
    private boolean checkingElsewhere;

    /// @param elsewhere runs what takes longer than a frame
    /// @param here      runs what changes the state; the thread of the view
    public Workbench(Clock clock, Executor elsewhere, Executor here) {
        this(clock, System::nanoTime, elsewhere, here);
    }

    /// @param ticks     nanoseconds since some moment, to tell how long a check takes
    /// @param elsewhere runs what takes longer than a frame
    /// @param here      runs what changes the state; the thread of the view
    Workbench(Clock clock, LongSupplier ticks, Executor elsewhere, Executor here) {
        this.clock = clock;
        this.ticks = ticks;
        this.elsewhere = elsewhere;
        this.here = here;
        Design empty = Design.empty("New design");
        state.set(new State(History.of(empty), check(empty), new LinkedHashSet<>(), Optional.empty(), empty,
                Optional.empty()));
        nothing = state.get().check();
    }

    /// Listen with an invalidation listener: comparing two states by their values would take as long as drawing them.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public State now() {
        return state.get();
    }

    /// Does an edit, which must have no obstacle.
    public void perform(Edit edit) {
        change(before -> before.withHistory(before.history().then(edit)));
    }

    /// Does an edit and selects what it made.
    public void perform(Edit edit, Collection<Id> selection) {
        change(before -> before.withHistory(before.history().then(edit)).withSelection(selection));
    }

    public void undo() {
        change(before -> before.withHistory(before.history().undo()));
    }

    public void redo() {
        change(before -> before.withHistory(before.history().redo()));
    }

    /// Goes back or forth to a place in the list of steps.
    public void goTo(int step) {
        change(before -> before.withHistory(before.history().at(step)));
    }

    public void select(Collection<Id> selection) {
        List<Id> wanted = List.copyOf(selection);
        if (!wanted.equals(List.copyOf(now().selection()))) {
            change(before -> before.withSelection(wanted));
        }
    }

    /// Shows another design, with nothing to undo.
    public void open(Design design, Optional<Path> file) {
        change(_ -> new State(History.of(design), nothing, new LinkedHashSet<>(), file, design,
                Optional.empty()));
    }

    /// Shows another design that no file holds yet: closing asks whether to save it.
    public void openUnsaved(Design design) {
        change(_ -> new State(History.of(design), nothing, new LinkedHashSet<>(), Optional.empty(),
                Design.empty(""), Optional.empty()));
    }

    /// Notes that a design, the current one as a rule, now lies in a file.
    public void saved(Design design, Path file, Instant at) {
        change(before -> before.withFile(file, design, at));
    }

    private void change(UnaryOperator<State> change) {
        if (changing) {
            throw new IllegalStateException("The workbench was changed by somebody who was told of a change.");
        }
        changing = true;
        try {
            State before = state.get();
            State after = change.apply(before);
            state.set(after.isChecked() ? after : checkedAtOnce(after));
        } finally {
            changing = false;
        }
        if (!now().isChecked()) {
            checkElsewhere(now().design());
        }
    }

    /// The state with its report, if that can be had within a frame.
    private State checkedAtOnce(State after) {
        Report last = after.report();
        Design design = after.design();
        if (design.elementsByKind() == last.design().elementsByKind()) {
            // Only places changed: what was found stays true, and so do its time and its price.
            return after.withCheck(new State.Check(last.moved(design), after.check().at(), after.check().nanos()));
        }
        boolean quick = !checkingElsewhere && after.check().nanos() < AT_ONCE_NANOS
                && (design.size() < AT_ONCE_ELEMENTS || validator.isNear(design));
        return quick ? after.withCheck(check(design)) : after;
    }

    private void checkElsewhere(Design design) {
        if (checkingElsewhere) {
            return;
        }
        checkingElsewhere = true;
        elsewhere.execute(() -> {
            try {
                State.Check check = check(design);
                here.execute(() -> accept(check));
            } catch (RuntimeException e) {
                here.execute(() -> {
                    checkingElsewhere = false;
                    throw e;
                });
            }
        });
    }

    private void accept(State.Check check) {
        checkingElsewhere = false;
        State now = state.get();
        if (check.report().design() == now.design()) {
            change(before -> before.withCheck(check));
        } else {
            checkElsewhere(now.design());
        }
    }

    private State.Check check(Design design) {
        long start = ticks.getAsLong();
        Report report = validator.check(design);
        return new State.Check(report, clock.instant(), ticks.getAsLong() - start);
    }
}
