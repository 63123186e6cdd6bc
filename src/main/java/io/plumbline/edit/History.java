package io.plumbline.edit;

import io.plumbline.model.Design;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// The designs a person has been through, and the place among them: undo and redo are steps to the side.
///
/// Designs share what did not change, so keeping them is cheap. The last 1,000 steps are always kept, older ones as
/// long as all of them together stay under about 200 MB.
///
/// Whether there is something to save is a question of identity: `history.current() != saved`.
///
/// @param start    the design before the first step that is still known
/// @param position how many of the steps are done; the others can be redone
public record History(Design start, PVector<Step> steps, int position) {
    public static final int STEPS_ALWAYS_KEPT = 1000;
    static final long MOST_BYTES = 200_000_000;

    /// One step done.
    ///
    /// @param label  as the menu says it
    /// @param design what came of it
    /// @param bytes  about how much memory it and all steps before it hold beyond the start of the program
    public record Step(String label, Design design, long bytes) {}

    public History {
        Objects.checkIndex(position, steps.size() + 1);
    }

    public static History of(Design design) {
        return new History(design, TreePVector.empty(), 0);
    }

    public Design current() {
        return position == 0 ? start : steps.get(position - 1).design();
    }

    /// The history after one more step; what had been undone is forgotten. The same history when nothing changes.
    public History then(Edit edit) {
        Design before = current();
        Design after = edit.applyTo(before);
        if (after == before) {
            return this;
        }
        PVector<Step> kept = steps;
        while (kept.size() > position) {
            kept = kept.minus(kept.size() - 1);
        }
        long bytes = (kept.isEmpty() ? 0 : kept.getLast().bytes()) + Footprint.of(edit, before, after);
        kept = kept.plus(new Step(edit.label(), after, bytes));
        Design first = start;
        while (kept.size() > STEPS_ALWAYS_KEPT && bytes - kept.getFirst().bytes() > MOST_BYTES) {
            first = kept.getFirst().design();
            kept = kept.minus(0);
        }
        return new History(first, kept, kept.size());
    }

    /// What "Undo" would undo.
    public Optional<String> undoLabel() {
        return position == 0 ? Optional.empty() : Optional.of(steps.get(position - 1).label());
    }

    /// What "Redo" would do again.
    public Optional<String> redoLabel() {
        return position == steps.size() ? Optional.empty() : Optional.of(steps.get(position).label());
    }

    /// One step back; the same history at its start.
    public History undo() {
        return at(Math.max(0, position - 1));
    }

    /// One step forward; the same history at its end.
    public History redo() {
        return at(Math.min(steps.size(), position + 1));
    }

    /// At another place among the steps, for the list of them.
    public History at(int place) {
        return place == position ? this : new History(start, steps, place);
    }

    /// The names of all steps, oldest first.
    public List<String> labels() {
        return steps.stream().map(Step::label).toList();
    }
}
