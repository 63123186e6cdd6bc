package io.plumbline.model;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The last few edits that made a design: which elements each of them put. Two designs are then compared by looking at
/// those alone.
///
/// Origins are all equal, because designs with the same elements are, however they came about. The designs before are held
/// weakly: undo decides how long they live.
///
/// @param steps the last one first
public record Origin(List<Step> steps) {
    static final Origin UNKNOWN = new Origin(List.of());
    private static final int REMEMBERED = 8;

    /// @param elements the elements of the design before this step
    /// @param put      the ids of what the step put
    public record Step(WeakReference<Object> elements, Collection<Id> put) {}

    public Origin {
        steps = List.copyOf(steps);
    }

    Origin then(Object elementsBefore, Collection<Id> put) {
        List<Step> all = new ArrayList<>(REMEMBERED);
        all.add(new Step(new WeakReference<>(elementsBefore), put));
        all.addAll(steps.subList(0, Math.min(steps.size(), REMEMBERED - 1)));
        return new Origin(all);
    }

    /// What was put on the way from one design to the other, when both come from a common one by a few steps.
    static Optional<Set<Id>> between(Design one, Design other) {
        List<Object> ways = one.origin().ways(one);
        List<Object> others = other.origin().ways(other);
        for (int i = 0; i < ways.size(); i++) {
            for (int j = 0; j < others.size(); j++) {
                if (ways.get(i) == others.get(j)) {
                    Set<Id> put = new HashSet<>();
                    one.origin().steps.subList(0, i).forEach(step -> put.addAll(step.put));
                    other.origin().steps.subList(0, j).forEach(step -> put.addAll(step.put));
                    return Optional.of(put);
                }
            }
        }
        return Optional.empty();
    }

    /// The elements of the design, and of those before it as far as they still exist.
    private List<Object> ways(Design design) {
        List<Object> ways = new ArrayList<>();
        ways.add(design.elementById());
        for (Step step : steps) {
            Object elements = step.elements.get();
            if (elements == null) {
                break;
            }
            ways.add(elements);
        }
        return ways;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "";
    }
}
