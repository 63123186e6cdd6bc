package io.plumbline.edit;

import io.plumbline.model.Design;

/// About how many bytes an edit adds to what is kept: the elements it made and the way to them in the maps.
final class Footprint {
    /// Measured over edits of one attribute: 1.5 kB in a design of 1,000 elements, 2.1 kB in one of 100,000.
    private static final long PER_ELEMENT = 2_000;
    private static final long PER_PLACE = 1_250;

    private Footprint() {}

    static long of(Edit edit, Design before, Design after) {
        long taken = Math.max(0, before.size() - after.size());
        return made(edit) + PER_ELEMENT * taken;
    }

    private static long made(Edit edit) {
        return switch (edit) {
            case Put put -> PER_ELEMENT * put.elements().size();
            case Accept _ -> PER_ELEMENT;
            case Remove remove -> PER_ELEMENT * remove.ids().size();
            case Move move -> PER_PLACE * (move.placeById().size() + move.bendsById().size());
            case Several several -> several.edits().stream().mapToLong(Footprint::made).sum();
        };
    }
}
