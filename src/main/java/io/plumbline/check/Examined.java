package io.plumbline.check;

import java.util.List;

/// What some rules said about one element.
///
/// @param defects rules that failed
record Examined(List<Outcome> outcomes, List<ToDo> toDos, List<Report.Defect> defects) {
    static final Examined NOTHING = new Examined(List.of(), List.of(), List.of());

    Examined {
        outcomes = List.copyOf(outcomes);
        toDos = List.copyOf(toDos);
        defects = List.copyOf(defects);
    }

    boolean isNothing() {
        return this == NOTHING;
    }
}
